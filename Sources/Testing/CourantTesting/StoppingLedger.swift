package import Model
internal import Synchronization
package import Time

/// A ledger that fails as if the process were killed before or after its n-th write. From then on every call fails, so
/// that no clean-up runs that a killed process could not run.
package final class StoppingLedger: Sendable {
  package enum Moment: Hashable, Sendable, CustomStringConvertible {
    /// The write is lost.
    case before(Int)
    /// The write is durable, but its caller gets no result.
    case after(Int)
    /// The first write of this function is lost.
    case beforeFirst(of: String)

    package var description: String {
      switch self {
      case .before(let write): "before write \(write)"
      case .after(let write): "after write \(write)"
      case .beforeFirst(let function): "before the first write of \(function)"
      }
    }
  }

  package struct Stopped: Error {}

  private let ledger: any Ledger
  private let moment: Moment?
  private let unreadable: String?
  private let meanwhile: (function: String, happens: @Sendable () throws -> Void)?
  private let state = Mutex(State())

  private struct State {
    var writes = 0
    var isStopped = false
    var place = ""

    mutating func stop(_ function: String) -> Stopped {
      isStopped = true
      place = function
      return Stopped()
    }
  }

  /// Whether that write has been reached.
  package var isStopped: Bool { state.withLock { $0.isStopped } }
  /// The function that made the last write.
  package var place: String { state.withLock { $0.place } }

  package init(_ ledger: any Ledger, stopping moment: Moment) {
    self.ledger = ledger
    self.moment = moment
    unreadable = nil
    meanwhile = nil
  }

  /// Does not stop, but every read by this function fails, as on a broken disk.
  package init(_ ledger: any Ledger, unreadable function: String) {
    self.ledger = ledger
    moment = nil
    unreadable = function
    meanwhile = nil
  }

  /// Does not stop, but an external change happens directly after each write by this function.
  package init(_ ledger: any Ledger, after function: String, happens: @escaping @Sendable () throws -> Void) {
    self.ledger = ledger
    moment = nil
    unreadable = nil
    meanwhile = (function, happens)
  }
}

extension StoppingLedger {
  private func read<Result>(
    function: String = #function, _ body: (any Ledger) throws -> Result
  ) throws -> Result {
    if isStopped { throw Stopped() }
    if function == unreadable { throw LedgerError("the ledger cannot be read: disk I/O error") }
    return try body(ledger)
  }

  private func write<Result>(
    function: String = #function, _ body: (any Ledger) throws -> Result
  ) throws -> Result {
    let number = try state.withLock { state in
      if state.isStopped { throw Stopped() }
      state.writes += 1
      if moment == .before(state.writes) || moment == .beforeFirst(of: function) { throw state.stop(function) }
      return state.writes
    }
    let result = try body(ledger)
    if moment == .after(number) { throw state.withLock { $0.stop(function) } }
    if let meanwhile, meanwhile.function == function { try meanwhile.happens() }
    return result
  }
}

extension StoppingLedger: RunLock, NoteBook, SiteSecret {
  package func withRunLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try read { try $0.withRunLock(body) }
  }

  package func withDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try read { try $0.withDeliveryLock(body) }
  }

  package func note(_ key: String) throws -> String? { try read { try $0.note(key) } }
  package func setNote(_ key: String, _ value: String) throws { try write { try $0.setNote(key, value) } }
  package var secret: [UInt8] { ledger.secret }
}

extension StoppingLedger: FeedBook {
  package func recordedFeeds() throws -> [RecordedFeed] { try read { try $0.recordedFeeds() } }
  package func articles(inFeed folder: String) throws -> [Article.ID] { try read { try $0.articles(inFeed: folder) } }
  package func record(_ feeds: [FeedChange], at now: Instant) throws { try write { try $0.record(feeds, at: now) } }
  package func end(_ folders: [String], at now: Instant) throws { try write { try $0.end(folders, at: now) } }
}

extension StoppingLedger: PingBook {
  package func pings() throws -> [Ping] { try read { try $0.pings() } }
  package func record(pings: [Ping]) throws { try write { try $0.record(pings: pings) } }
  package func end(pings: [Ping]) throws { try write { try $0.end(pings: pings) } }
}

extension StoppingLedger: PublicRecord {
  package func publishedFiles() throws -> [String: Fingerprint?] { try read { try $0.publishedFiles() } }
  package func announce(_ paths: [String]) throws { try write { try $0.announce(paths) } }
  package func confirm(_ files: [String: Fingerprint]) throws { try write { try $0.confirm(files) } }
  package func forget(_ paths: [String]) throws { try write { try $0.forget(paths) } }
  package func recordAppearances(at now: Instant) throws { try write { try $0.recordAppearances(at: now) } }
  package func withdrawals() throws -> [Withdrawal] { try read { try $0.withdrawals() } }
}

extension StoppingLedger: ArticleShelf, SourceShelf, FindingBook {
  package func listingKey(of source: String) throws -> String? { try read { try $0.listingKey(of: source) } }
  package func stamps(of source: String) throws -> [ExactText: String] { try read { try $0.stamps(of: source) } }
  package func places() throws -> [ShelvedPlace] { try read { try $0.places() } }
  package func articleCount() throws -> Int { try read { try $0.articleCount() } }
  package func faultCount() throws -> Int { try read { try $0.faultCount() } }
  package func sourcesOfArticles() throws -> Set<String> { try read { try $0.sourcesOfArticles() } }
  package func articles(arrivedAfter instant: Instant) throws -> Set<Article.ID> {
    try read { try $0.articles(arrivedAfter: instant) }
  }
  package func knownArticles() throws -> [KnownArticle] { try read { try $0.knownArticles() } }
  package func assets(of source: String) throws -> [ShelvedAsset]? { try read { try $0.assets(of: source) } }
  package func apply(_ changes: [ShelfChanges]) throws { try write { try $0.apply(changes) } }
  package func begin(source: String) throws { try write { try $0.begin(source: source) } }
  package func foldersOfSources() throws -> [String: String] { try read { try $0.foldersOfSources() } }
  package func losses() throws -> [HeldLoss] { try read { try $0.losses() } }
  package func release(lossesOf source: String, at now: Instant) throws -> Int {
    try write { try $0.release(lossesOf: source, at: now) }
  }
  package func shelfVersion() throws -> Int { try read { try $0.shelfVersion() } }
  package func articles() throws -> [Article] { try read { try $0.articles() } }
  package func shelvedArticles() throws -> [ShelvedArticle] { try read { try $0.shelvedArticles() } }
  package func articles(_ ids: [Article.ID]) throws -> [Article] { try read { try $0.articles(ids) } }

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

extension StoppingLedger: SlotBook, IssueBook, IssueArchive {
  package func begin(digest: String, at now: Instant) throws -> Instant {
    try write { try $0.begin(digest: digest, at: now) }
  }

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

  package func content(of issue: RecordedIssue.ID) throws -> Issue { try read { try $0.content(of: issue) } }
  package func archivePage(of issue: RecordedIssue.ID) throws -> String { try read { try $0.archivePage(of: issue) } }

  package func edition(_ feeds: [Feed.Name], of issue: RecordedIssue.ID) throws -> Edition? {
    try read { try $0.edition(feeds, of: issue) }
  }

  package func issues(with article: Article.ID) throws -> [RecordedIssue] {
    try read { try $0.issues(with: article) }
  }

  package func cancel(_ issue: RecordedIssue.ID, at now: Instant) throws -> Int {
    try write { try $0.cancel(issue, at: now) }
  }
}

extension StoppingLedger: ConsentLog, ReaderBook {
  package func enrol(_ rows: [Enrolment], offered: Set<String>?, at now: Instant) throws -> [EnrolmentResult] {
    try write { try $0.enrol(rows, offered: offered, at: now) }
  }

  package func end(token: String, at now: Instant) throws -> EndedSubscription? {
    try write { try $0.end(token: token, at: now) }
  }

  package func end(_ address: EmailAddress, digest: String?, at now: Instant) throws -> Int {
    try write { try $0.end(address, digest: digest, at: now) }
  }

  package func change(_ old: EmailAddress, to new: EmailAddress, at now: Instant) throws -> AddressChange {
    try write { try $0.change(old, to: new, at: now) }
  }

  package func forget(_ address: EmailAddress, at now: Instant) throws -> Bool {
    try write { try $0.forget(address, at: now) }
  }

  package func suppression(of address: EmailAddress) throws -> Suppression? {
    try read { try $0.suppression(of: address) }
  }

  package func subscriptions(of address: EmailAddress) throws -> [Subscription] {
    try read { try $0.subscriptions(of: address) }
  }

  package func addressee(_ address: EmailAddress, digest: String) throws -> (Addressee, Following)? {
    try read { try $0.addressee(address, digest: digest) }
  }

  package func forEachSubscription(digest: String?, _ body: (Subscription) throws -> Void) throws {
    try read { try $0.forEachSubscription(digest: digest, body) }
  }

  package func followings() throws -> [String: [Following: Int]] { try read { try $0.followings() } }
  package func followings(of digest: String) throws -> [Following: Int] { try read { try $0.followings(of: digest) } }

  package func counts(of digest: String) throws -> [Subscription.Standing: Int] {
    try read { try $0.counts(of: digest) }
  }

  package func namelessSuppressions() throws -> Int { try read { try $0.namelessSuppressions() } }
}

extension StoppingLedger: DeliveryHands, DeliveryBook, Outbox {
  package func newWorker() throws -> Worker { try write { try $0.newWorker() } }

  package func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery {
    try write { try $0.recover(policy, from: lost, at: now, report: report) }
  }

  package func claim(_ limit: Int, except: Set<String>, under lease: Lease, at now: Instant) throws -> [Claim] {
    try write { try $0.claim(limit, except: except, under: lease, at: now) }
  }

  package func write(_ turn: Turn) throws -> Set<Delivery.ID> { try write { try $0.write(turn) } }

  package func destinations() throws -> [String: DestinationHold] { try read { try $0.destinations() } }

  package func unclaim(_ deliveries: [Delivery.ID], of worker: Worker) throws {
    try write { try $0.unclaim(deliveries, of: worker) }
  }

  package func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID> {
    try read { try $0.dropped(among: deliveries) }
  }

  package func resend(_ issue: RecordedIssue.ID, to recipients: Resend.Recipients, at now: Instant) throws -> Resend? {
    try write { try $0.resend(issue, to: recipients, at: now) }
  }

  package func tallies() throws -> [RecordedIssue.ID: [Delivery.State: Int]] { try read { try $0.tallies() } }

  package func due(at now: Instant) throws -> Int { try read { try $0.due(at: now) } }
  package func oldestOpen() throws -> Instant? { try read { try $0.oldestOpen() } }
  package func nextAttempt() throws -> Instant? { try read { try $0.nextAttempt() } }

  package func history(of subscriber: Subscriber.ID, limit: Int) throws -> [DeliveryHistory] {
    try read { try $0.history(of: subscriber, limit: limit) }
  }

  package func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws {
    try write { try $0.recordTest(digest: digest, to: address, outcome: outcome, at: now) }
  }
}

extension StoppingLedger: BounceBook, BounceTokens {
  package func bounceToken(of delivery: Delivery.ID) -> String { ledger.bounceToken(of: delivery) }
  package func delivery(bounceToken: String) -> Delivery.ID? { ledger.delivery(bounceToken: bounceToken) }

  package func delivery(of digest: String, issue: Int, to address: EmailAddress) throws -> Delivery.ID? {
    try read { try $0.delivery(of: digest, issue: issue, to: address) }
  }

  package func record(_ bounce: Bounce, at now: Instant) throws -> BounceConsequence {
    try write { try $0.record(bounce, at: now) }
  }

  package func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws {
    try write { try $0.noteSoftBounces(deliveries, status: status, text: text, at: now) }
  }

  package func bounces(of subscriber: Subscriber.ID, limit: Int) throws -> [RecordedBounce] {
    try read { try $0.bounces(of: subscriber, limit: limit) }
  }
}

extension StoppingLedger: NameBook {
  package func followedSets() throws -> [String: [Following]] { try read { try $0.followedSets() } }
  package func recordedDigests() throws -> [String] { try read { try $0.recordedDigests() } }

  package func rename(digest old: String, to new: String, at now: Instant) throws -> RenamedDigest {
    try write { try $0.rename(digest: old, to: new, at: now) }
  }

  package func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant) throws -> Int {
    try write { try $0.rename(feed: old, to: new, at: now) }
  }

  package func retired() throws -> Set<ReaderFacingName> { try read { try $0.retired() } }

  package func retire(_ name: ReaderFacingName, at now: Instant) throws {
    try write { try $0.retire(name, at: now) }
  }

  package func unretire(_ names: Set<ReaderFacingName>) throws { try write { try $0.unretire(names) } }
}

extension StoppingLedger: OutsideBook {
  package func beginRun(at now: Instant) throws -> Int { try write { try $0.beginRun(at: now) } }
  package func loss() throws -> LedgerLoss? { try read { try $0.loss() } }
  package func lostIssues() throws -> [LostIssue] { try read { try $0.lostIssues() } }
  package func lostRenames() throws -> [LostRename] { try read { try $0.lostRenames() } }
  package func name(ofDigestOnce old: String) throws -> String? { try read { try $0.name(ofDigestOnce: old) } }
  package func lostDepartures() throws -> Int { try read { try $0.lostDepartures() } }
  package func doubtfulDeliveries() throws -> Int { try read { try $0.doubtfulDeliveries() } }

  package func restore(_ issues: [LostIssue], sendingAgain: Bool, at now: Instant) throws -> Restored {
    try write { try $0.restore(issues, sendingAgain: sendingAgain, at: now) }
  }
}

extension StoppingLedger: ClockBook {
  package func latestMoment() throws -> Instant? { try read { try $0.latestMoment() } }
  package func undoFuture(after now: Instant) throws -> Int { try write { try $0.undoFuture(after: now) } }
}
