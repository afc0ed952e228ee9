/// What is recorded of upstream sources.
package protocol SourceBook: AnyObject, Sendable {
  /// By name.
  func pollStates() throws -> [String: PollState]

  func hostWaits() throws -> [HostWait]

  /// Every key by which items of this source, or papers of any source, were ever known.
  func aliases(of source: String) throws -> [ItemAlias]

  /// Records one fetch in one transaction: what it changes on the shelf, the keys of its items, what is past for which
  /// digest, and the state of the source.
  func record(_ fetch: RecordedFetch) throws
}

/// A key of an item and the article that it names.
package struct ItemAlias: Hashable, Sendable {
  package let key: String
  /// Nil for a key that came to name two articles, which matches nothing any more; and for the key of an item that is
  /// left out, which is never news.
  package let article: Article.ID?
  /// True for the key of a paper (`doi:`, `pmid:`, `arxiv:`), which counts in all sources.
  package let isShared: Bool

  package init(key: String, article: Article.ID?, isShared: Bool = false) {
    self.key = key
    self.article = article
    self.isShared = isShared
  }
}

package struct RecordedFetch: Sendable {
  package let source: String
  package var state: PollState
  /// Nil: nothing on the shelf changes.
  package var changes: ShelfChanges?
  package var aliases: [ItemAlias] = []
  /// Articles that are past for each digest, by its name.
  package var past: [String: [Article.ID]] = [:]
  package var waits: [HostWait] = []

  package init(source: String, state: PollState) {
    self.source = source
    self.state = state
  }
}
