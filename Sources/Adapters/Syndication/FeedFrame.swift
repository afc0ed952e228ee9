package import Model

/// One document of a feed without its articles: all that must be known before the first of them is written.
package struct FeedFrame: Sendable {
  let kind: FeedDocument.Kind
  /// When anything in it last changed; nil if it never held anything.
  let lastChange: Instant?
  let withdrawals: [Withdrawal]

  /// - Parameter lastChange: of its articles.
  package init(_ kind: FeedDocument.Kind, lastChange: Instant?, withdrawals: [Withdrawal] = []) {
    (self.kind, self.withdrawals) = (kind, withdrawals)
    self.lastChange = (withdrawals.map(\.at) + [lastChange].compactMap { $0 }).max()
  }

  init(_ document: FeedDocument) {
    self.init(
      document.kind, lastChange: document.articles.lazy.map(\.lastChanged).max(), withdrawals: document.withdrawals)
  }
}
