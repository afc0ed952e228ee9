/// What permanent ids begin with, from run to run. Readers' programs know articles and feeds by these ids, so a prefix that comes
/// from the host of `url` must not follow `url` to another host.
package enum TagPrefix: Hashable, Sendable {
  /// Ids begin as the settings say.
  case asSet
  /// Ids begin as readers know them, though `url` has another host now.
  case kept(String)
  /// The operator wrote another prefix than the one that readers know.
  case changed(from: String)

  /// - Parameters:
  ///   - set: the prefix by the settings.
  ///   - isWritten: whether the operator wrote it, as `tag`.
  ///   - known: the prefix of what was published; nil if nothing was.
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
