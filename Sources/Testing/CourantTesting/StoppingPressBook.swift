package import Model
package import Time

extension StoppingLedger: ArticleShelf, SourceShelf, FindingBook {
  package func listingKey(of source: String) throws -> String? { try read { try $0.listingKey(of: source) } }
  package func stamps(of source: String) throws -> [ExactText: String] { try read { try $0.stamps(of: source) } }
  package func stamps(of source: String, at paths: [String]) throws -> [ExactText: String] {
    try read { try $0.stamps(of: source, at: paths) }
  }
  package func hasUnsettledFiles(of source: String, key: String) throws -> Bool {
    try read { try $0.hasUnsettledFiles(of: source, key: key) }
  }
  package func places() throws -> [ShelvedPlace] { try read { try $0.places() } }
  package func articleCount() throws -> Int { try read { try $0.articleCount() } }
  package func faultCount() throws -> Int { try read { try $0.faultCount() } }
  package func sourcesOfArticles() throws -> Set<String> { try read { try $0.sourcesOfArticles() } }
  package func articles(arrivedAfter instant: Instant) throws -> Set<Article.ID> {
    try read { try $0.articles(arrivedAfter: instant) }
  }
  package func knownArticles() throws -> [KnownArticle] { try read { try $0.knownArticles() } }
  package func knownArticles(in files: [FilePlace]) throws -> [KnownArticle] {
    try read { try $0.knownArticles(in: files) }
  }
  package func places(ofPage page: String, or id: Article.ID) throws -> [FilePlace] {
    claimed(try read { try $0.places(ofPage: page, or: id) })
  }
  package func assets(of source: String) throws -> [ShelvedAsset]? { try read { try $0.assets(of: source) } }
  package func mentions(of source: String) throws -> [String: String] { try read { try $0.mentions(of: source) } }
  package func mentions(of articles: Set<Article.ID>) throws -> [Article.ID: String] {
    try read { try $0.mentions(of: articles) }
  }
  package func apply(_ changes: [ShelfChanges]) throws { try write { try $0.apply(changes) } }
  package func begin(source: String) throws { try write { try $0.begin(source: source) } }
  package func foldersOfSources() throws -> [String: String] { try read { try $0.foldersOfSources() } }
  package func losses() throws -> [HeldLoss] { try read { try $0.losses() } }
  package func release(lossesOf source: String, at now: Instant) throws -> Int {
    try write { try $0.release(lossesOf: source, at: now) }
  }
  package func shelfVersion() throws -> Int { try read { try $0.shelfVersion() } }
  package func shelvedArticles() throws -> [ShelvedArticle] { try read { try $0.shelvedArticles() } }
  package func shelfFrame() throws -> Int { try read { try $0.shelfFrame() } }
  package func reworded() throws -> [Article.ID: Fingerprint] { try read { try $0.reworded() } }
  package func settleReworded() throws { try write { try $0.settleReworded() } }
  package func shelvedArticles(_ ids: Set<Article.ID>) throws -> [ShelvedArticle] {
    try read { try $0.shelvedArticles(ids) }
  }
  package func articles(_ ids: [Article.ID]) throws -> [Article] { try read { try $0.articles(ids) } }
  package func articleTopics() throws -> [ArticleTopics] { try read { try $0.articleTopics() } }

  package func articles(publishedAfter instant: Instant, or ids: Set<Article.ID>) throws -> [Article] {
    try read { try $0.articles(publishedAfter: instant, or: ids) }
  }

  package func article(_ id: Article.ID) throws -> Article? { try read { try $0.article(id) } }
  package func nextTurn(after now: Instant) throws -> Instant? { try read { try $0.nextTurn(after: now) } }
  package func findings() throws -> [ShelvedFinding] { try read { try $0.findings() } }

  package func setReported(_ findings: [Finding], at now: Instant) throws {
    try write { try $0.setReported(findings, at: now) }
  }
}

extension StoppingLedger: SourceBook {
  package func pollStates() throws -> [String: PollState] { try read { try $0.pollStates() } }
  package func hostWaits() throws -> [HostWait] { try read { try $0.hostWaits() } }
  package func aliases(of source: String) throws -> [ItemAlias] { try read { try $0.aliases(of: source) } }
  package func aliases(_ keys: [String], of source: String) throws -> [ItemAlias] {
    try read { try $0.aliases(keys, of: source) }
  }
  package func items(of source: String) throws -> [RecordedItem] { try read { try $0.items(of: source) } }
  package func items(_ ids: [Article.ID]) throws -> [RecordedItem] { try read { try $0.items(ids) } }
  package func places(of ids: [Article.ID]) throws -> [ShelvedPlace] { try read { try $0.places(of: ids) } }
  package func heldArticles() throws -> [HeldArticle] { try read { try $0.heldArticles() } }
  package func releasedArticles(of source: String) throws -> [Article] {
    try read { try $0.releasedArticles(of: source) }
  }
  package func release(articlesHeldBy source: String, at now: Instant) throws -> Int {
    try write { try $0.release(articlesHeldBy: source, at: now) }
  }
  package func note(_ states: [String: PollState], waits: [HostWait]) throws {
    try write { try $0.note(states, waits: waits) }
  }
  package func record(_ fetch: RecordedFetch) throws { try write { try $0.record(fetch) } }
}

extension StoppingLedger: PublicRecord {
  package func publishedFiles() throws -> [String: Fingerprint?] { try read { try $0.publishedFiles() } }
  package func publishedPaths(after path: String, limit: Int) throws -> [String] {
    try read { try $0.publishedPaths(after: path, limit: limit) }
  }
  package func announce(_ paths: [String]) throws { try write { try $0.announce(paths) } }
  package func publishedFile(at path: String) throws -> PublishedFile? { try read { try $0.publishedFile(at: path) } }
  package func confirm(_ files: [String: PublishedFile]) throws { try write { try $0.confirm(files) } }
  package func forget(_ paths: [String]) throws { try write { try $0.forget(paths) } }
  package func publicObjects() throws -> [String: PublicObject] { try read { try $0.publicObjects() } }
  package func record(_ objects: [String: PublicObject]) throws { try write { try $0.record(objects) } }
  package func forget(objects: [String]) throws { try write { try $0.forget(objects: objects) } }
  package func changes(for listener: PublicListener) throws -> [String] {
    try read { try $0.changes(for: listener) }
  }
  package func record(changes: [String], for listener: PublicListener) throws {
    try write { try $0.record(changes: changes, for: listener) }
  }
  package func end(changes: [String], for listener: PublicListener) throws {
    try write { try $0.end(changes: changes, for: listener) }
  }
  package func recordAppearances(at now: Instant) throws { try write { try $0.recordAppearances(at: now) } }
  package func movedPages() throws -> [Article.ID: String] { try read { try $0.movedPages() } }
  package func withdrawals() throws -> [Withdrawal] { try read { try $0.withdrawals() } }
}

extension StoppingLedger: FeedBook {
  package func recordedFeeds() throws -> [RecordedFeed] { try read { try $0.recordedFeeds() } }
  package func articles(inFeed folder: String) throws -> [Article.ID] { try read { try $0.articles(inFeed: folder) } }
  package func place(of article: Article.ID, inFeed folder: String) throws -> FeedPlace? {
    try read { try $0.place(of: article, inFeed: folder) }
  }
  package func record(_ feeds: [FeedChange], at now: Instant) throws { try write { try $0.record(feeds, at: now) } }
  package func end(_ folders: [String], at now: Instant) throws { try write { try $0.end(folders, at: now) } }
}

extension StoppingLedger: PingBook {
  package func pings() throws -> [Ping] { try read { try $0.pings() } }
  package func record(pings: [Ping]) throws { try write { try $0.record(pings: pings) } }
  package func end(pings: [Ping]) throws { try write { try $0.end(pings: pings) } }
}

extension StoppingLedger: SlotBook, IssueBook, IssueArchive {
  package func issue(of digest: String, withIntro fingerprint: String) throws -> Int? {
    try read { try $0.issue(of: digest, withIntro: fingerprint) }
  }
  package func issue(of digest: String, withFile hash: String) throws -> Int? {
    try read { try $0.issue(of: digest, withFile: hash) }
  }
  package func attachedFile(_ hash: String) throws -> String? { try read { try $0.attachedFile(hash) } }
  package func issuedFiles() throws -> [IssuedFile] { try read { try $0.issuedFiles() } }
  package func begin(digest: String, carrying feeds: Following, at now: Instant) throws -> Instant {
    try write { try $0.begin(digest: digest, carrying: feeds, at: now) }
  }

  package func lastFeeds(of digest: String) throws -> Following? { try read { try $0.lastFeeds(of: digest) } }

  package func beginning(of digest: String) throws -> Instant? { try read { try $0.beginning(of: digest) } }
  package func slots(of digest: String) throws -> [RecordedSlot] { try read { try $0.slots(of: digest) } }
  package func openSlots(of digest: String) throws -> [RecordedSlot] { try read { try $0.openSlots(of: digest) } }
  package func slot(of digest: String, at wallTime: String) throws -> RecordedSlot? {
    try read { try $0.slot(of: digest, at: wallTime) }
  }
  package func newestSlot(of digest: String) throws -> RecordedSlot? { try read { try $0.newestSlot(of: digest) } }

  package func newestSettledSlot(of digest: String) throws -> RecordedSlot? {
    try read { try $0.newestSettledSlot(of: digest) }
  }

  package func record(_ slots: [RecordedSlot], past: [Article.ID]) throws {
    try write { try $0.record(slots, past: past) }
  }

  package func settled(in digest: String) throws -> Set<Article.ID> { try read { try $0.settled(in: digest) } }
  package func waiting(in digest: String) throws -> Set<Article.ID> { try read { try $0.waiting(in: digest) } }
  package func nextNumber(of digest: String) throws -> Int { try read { try $0.nextNumber(of: digest) } }

  package func mailedFollowings(of digest: String) throws -> [Following] {
    try read { try $0.mailedFollowings(of: digest) }
  }

  package func prepare(_ editions: [FrozenEdition], of identity: String) throws {
    try write { try $0.prepare(editions, of: identity) }
  }

  package func freeze(_ issue: FreezingIssue) throws -> Freezing { try write { try $0.freeze(issue) } }

  package func issues(of digest: String?, limit: Int?) throws -> [RecordedIssue] {
    try read { try $0.issues(of: digest, limit: limit) }
  }

  package func issue(_ digest: String, number: Int) throws -> RecordedIssue? {
    try read { try $0.issue(digest, number: number) }
  }

  package func issue(of slot: Slot) throws -> RecordedIssue? { try read { try $0.issue(of: slot) } }

  package func issue(frozenAs digest: String, number: Int) throws -> RecordedIssue? {
    try read { try $0.issue(frozenAs: digest, number: number) }
  }

  package func issue(_ id: RecordedIssue.ID) throws -> RecordedIssue? { try read { try $0.issue(id) } }

  package func content(of issue: RecordedIssue.ID) throws -> Issue { try read { try $0.content(of: issue) } }
  package func archivePage(of issue: RecordedIssue.ID) throws -> String { try read { try $0.archivePage(of: issue) } }

  package func edition(_ key: EditionKey, of issue: RecordedIssue.ID) throws -> Edition? {
    try read { try $0.edition(key, of: issue) }
  }

  package func handovers(of digest: String) throws -> [Handover] { try read { try $0.handovers(of: digest) } }

  package func received(
    _ subscriptions: [Int64], among articles: Set<Article.ID>
  ) throws -> [Int64: ReceivedArticles] {
    try read { try $0.received(subscriptions, among: articles) }
  }

  package func hidden(
    issuedBy digest: String, since: Instant, unsettledIn former: String
  ) throws -> [Article] {
    try read { try $0.hidden(issuedBy: digest, since: since, unsettledIn: former) }
  }

  package func missed(from former: Handover.Former) throws -> Set<Article.ID> {
    try read { try $0.missed(from: former) }
  }

  package func issues(with article: Article.ID) throws -> [RecordedIssue] {
    try read { try $0.issues(with: article) }
  }

  package func cancel(_ issue: RecordedIssue.ID, at now: Instant) throws -> Int {
    try write { try $0.cancel(issue, at: now) }
  }
}

extension StoppingLedger: SearchBook {
  package func searchableArticles() throws -> [Article.ID: Fingerprint] { try read { try $0.searchableArticles() } }

  package func record(_ texts: [SearchableText], removing gone: [Article.ID]) throws {
    try write { try $0.record(texts, removing: gone) }
  }

  package func articles(matching query: SearchQuery, limit: Int) throws -> [Article.ID] {
    try read { try $0.articles(matching: query, limit: limit) }
  }
}
