package import Model
package import Time

/// A feed document without its articles: everything that must be known before the first article is written.
package struct FeedFrame: Sendable {
  let kind: FeedDocument.Kind
  /// When anything in it last changed; nil if it never contained anything.
  let lastChange: Instant?
  let withdrawals: [Withdrawal]
  /// Whether an article has an image, or may have one: a namespace is declared only where it is used.
  var hasImages = true

  /// - Parameter lastChange: the last change of its articles.
  package init(_ kind: FeedDocument.Kind, lastChange: Instant?, withdrawals: [Withdrawal] = []) {
    self.kind = kind
    self.withdrawals = withdrawals
    self.lastChange = (withdrawals.map(\.at) + [lastChange].compactMap { $0 }).max()
  }

  init(_ document: FeedDocument) {
    self.init(
      document.kind, lastChange: document.articles.lazy.map(\.lastChanged).max(), withdrawals: document.withdrawals)
    hasImages = document.articles.contains { $0.image != nil }
  }
}
