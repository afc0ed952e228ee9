/// The prefix of permanent ids, kept from run to run. Feed readers recognise articles and feeds by these ids, so a
/// prefix derived from the host of `url` must not change when `url` moves to another host.
package enum TagPrefix: Hashable, Sendable {
  /// Ids begin as set or derived in the settings.
  case asSet
  /// Ids keep their published prefix, although `url` has another host now.
  case kept(String)
  /// The operator set a prefix that differs from the published one.
  case changed(from: String)

  /// - Parameters:
  ///   - set: the prefix from the settings.
  ///   - isWritten: whether the operator set it, as `tag`.
  ///   - known: the prefix that was published; nil if none was.
  package init(set: String, isWritten: Bool, known: String?) {
    switch known {
    case nil, set?: self = .asSet
    case let known?: self = isWritten ? .changed(from: known) : .kept(known)
    }
  }

  /// The prefix of an id that ends in one of these; nil for another id.
  package static func prefix(of id: String, endingIn ends: [String]) -> String? {
    guard id.utf8.starts(with: "tag:".utf8) else { return nil }
    return ends.first { !$0.isEmpty && id.hasSuffix($0) }.map { String(id.dropLast($0.count)) }
  }
}
