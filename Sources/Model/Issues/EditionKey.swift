/// Identifies an edition within its issue.
package struct EditionKey: Hashable, Sendable {
  /// The feeds with news that its readers follow, in the order of the issue.
  package let feeds: [Feed.Name]
  /// 0 for the usual edition of these feeds; 1 or more for editions of readers who changed their digest (``Handover``).
  package let variant: Int

  package init(_ feeds: [Feed.Name], variant: Int = 0) {
    self.feeds = feeds
    self.variant = variant
  }

  /// The form stored in the ledger: `ms,movement`, or `ms,movement;2`.
  package var text: String {
    let names = feeds.map(\.text).joined(separator: ",")
    return variant == 0 ? names : "\(names);\(variant)"
  }

  /// Parses ``text``.
  package init(_ text: String) {
    let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts.first.map { $0.split(separator: ",").compactMap { Feed.Name(String($0)) } } ?? []
    self.init(names, variant: parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
  }
}
