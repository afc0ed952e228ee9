/// The prefix of permanent ids, kept from run to run. Feed readers recognise articles and feeds by these ids, so a
/// prefix derived from the host of `url` must not change when `url` moves to another host.
package enum TagPrefix: Hashable, Sendable {
  /// The prefix is the one set in the settings or derived from them.
  case asSet
  /// The published prefix is kept, although `url` now has another host.
  case kept(String)
  /// The operator set a prefix that differs from the published one.
  case changed(from: String)

  /// - Parameters:
  /// - set: the prefix set in the settings or derived from them.
  ///   - isWritten: whether the operator set it, as `tag`.
  ///   - known: the prefix that was published; nil if none was.
  package init(set: String, isWritten: Bool, known: String?) {
    switch known {
    case nil, set?: self = .asSet
    case let known?: self = isWritten ? .changed(from: known) : .kept(known)
    }
  }

  /// The prefix of an id that ends in one of `ends`; nil if it does not.
  package static func prefix(of id: String, endingIn ends: [String]) -> String? {
    guard id.utf8.starts(with: "tag:".utf8) else { return nil }
    return ends.first { !$0.isEmpty && id.hasSuffix($0) }.map { String(id.dropLast($0.count)) }
  }
}
