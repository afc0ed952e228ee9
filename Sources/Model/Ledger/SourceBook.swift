package import Time

/// The records of upstream sources.
package protocol SourceBook: AnyObject, Sendable {
  /// States by source name. A state that cannot be read is ``PollState/lost``.
  func pollStates() throws -> [String: PollState]

  func hostWaits() throws -> [HostWait]

  /// Every key by which items of this source, or papers and links of any source, were ever known.
  func aliases(of source: String) throws -> [ItemAlias]

  /// The keys among these that are known in this source, or shared and known in any.
  func aliases(_ keys: [String], of source: String) throws -> [ItemAlias]

  /// Every item that this source ever showed, newest first.
  func items(of source: String) throws -> [RecordedItem]

  /// The items that any source has shown as these articles.
  func items(_ ids: [Article.ID]) throws -> [RecordedItem]

  /// Where those of these articles are that are on the shelf.
  func places(of ids: [Article.ID]) throws -> [ShelvedPlace]

  /// Articles that wait for `courant release SOURCE`, oldest first.
  func heldArticles() throws -> [HeldArticle]

  /// The articles of a source that were released, with their bodies, oldest first.
  func releasedArticles(of source: String) throws -> [Article]

  /// Releases the articles held from a source: the next run shelves them. Returns their number.
  func release(articlesHeldBy source: String, at now: Instant) throws -> Int

  /// Records states of sources with nothing new, by name.
  func note(_ states: [String: PollState], waits: [HostWait]) throws

  /// Records one fetch in one transaction: its changes to the shelf, the keys of its items, which articles are past for
  /// which digest, and the state of the source.
  func record(_ fetch: RecordedFetch) throws
}

/// A key of an item and the article that it names.
package struct ItemAlias: Hashable, Sendable {
  package let key: String
  /// Also the id of an item that was left out or is held. Nil for a key that came to identify two articles and no longer
  /// matches anything, and for a page that is never fetched.
  package let article: Article.ID?
  /// Whether it counts in all sources, as keys of papers and links do.
  package let isShared: Bool
  /// The source that showed it.
  package var source = ""

  package init(key: String, article: Article.ID?, isShared: Bool = false) {
    self.key = key
    self.article = article
    self.isShared = isShared
  }
}

/// The record of an item, apart from its article.
package struct RecordedItem: Hashable, Sendable {
  package let source: String
  /// The id of its article; if it was left out, of the article it would be.
  package let id: Article.ID
  /// As last read, as text on one line.
  package var title: String
  package var link: String?
  /// The date that its article got, which never changes.
  package var published: Instant
  /// The source's own date at first sight; nil if it gave none.
  package var theirDate: Instant?
  package var firstSeen: Instant
  /// The rule of `only` or `not` that left it out, as written in settings; nil if it was let in.
  package var leftOutBy: String?
  /// Changes with the item, and with the settings of its source.
  package var print: Fingerprint

  package init(source: String, id: Article.ID, title: String, published: Instant, firstSeen: Instant) {
    self.source = source
    self.id = id
    self.title = title
    self.published = published
    self.firstSeen = firstSeen
    print = Fingerprint(bits: 0)
  }
}

/// An article that waits for `courant release SOURCE`, because its source suddenly had too many.
package struct HeldArticle: Hashable, Sendable {
  package let source: String
  package let id: Article.ID
  package let title: String
  package let since: Instant
  /// When the operator released it; nil if it still waits.
  package let released: Instant?

  package init(source: String, id: Article.ID, title: String, since: Instant, released: Instant?) {
    self.source = source
    self.id = id
    self.title = title
    self.since = since
    self.released = released
  }
}

package struct RecordedFetch: Sendable {
  package let source: String
  package var state: PollState
  /// The changes of this source and of others that share articles with it. If empty, nothing on the shelf changes.
  package var changes: [ShelfChanges] = []
  package var aliases: [ItemAlias] = []
  /// Keys in the fetch that match nothing: those of ``aliases`` without an article, and others that had none before. They are
  /// forgotten if no fetch has contained them for ``longestSilence``.
  package var tombstones: [String] = []
  package var items: [RecordedItem] = []
  /// Articles that are past for each digest, by its name.
  package var past: [String: [Article.ID]] = [:]
  /// Articles that are news for the next issue of each digest, by its name, however old they are. One that the digest has
  /// settled stays so.
  package var waiting: [String: [Article.ID]] = [:]
  /// New articles that wait until the operator releases them.
  package var held: [Article] = []
  /// Held articles that are shelved by ``changes`` now.
  package var letIn: [Article.ID] = []
  package var waits: [HostWait] = []
  /// The moment of the run.
  package let now: Instant

  /// How long a key that matches nothing is remembered. An item that comes back later is recognised by its other keys, and too
  /// old to be news.
  package static let longestSilence = Duration.seconds(400 * 86_400)
  /// Per source; beyond this, those shown longest ago are forgotten.
  package static let mostTombstones = 50_000

  package init(source: String, state: PollState, now: Instant) {
    self.source = source
    self.state = state
    self.now = now
  }
}
