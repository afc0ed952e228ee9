package import Model
package import Time

extension StoppingLedger: ReaderDesk {
  package func together(_ body: () throws -> Void) throws { try write { try $0.together(body) } }

  package func record(_ requests: [ReaderRequest], at now: Instant) throws {
    try write { try $0.record(requests, at: now) }
  }

  package func settleRequests(
    _ limit: Int, offered: Set<String>, under limits: LetterLimits, at now: Instant
  ) throws -> SettledRequests {
    try write { try $0.settleRequests(limit, offered: offered, under: limits, at: now) }
  }

  package func eraseLapsed(at now: Instant) throws -> Int { try write { try $0.eraseLapsed(at: now) } }
  package func endPauses(at now: Instant) throws -> Int { try write { try $0.endPauses(at: now) } }

  package func permit(_ token: String) throws -> Permit? { try read { try $0.permit(token) } }

  package func confirm(
    _ token: String, origin: String, welcoming: Set<String>, at now: Instant
  ) throws -> PermitAnswer<ReaderAccount> {
    try write { try $0.confirm(token, origin: origin, welcoming: welcoming, at: now) }
  }

  package func refuse(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress> {
    try write { try $0.refuse(token, at: now) }
  }

  package func comeBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try write { try $0.comeBack(token, at: now) }
  }

  package func hasMade(_ token: String) -> Bool { ledger.hasMade(token) }

  package func account(accessedBy token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try read { try $0.account(accessedBy: token, at: now) }
  }

  package func askToMove(
    to new: EmailAddress, by access: String, under limits: LetterLimits, at now: Instant
  ) throws -> PermitAnswer<EmailAddress> {
    try write { try $0.askToMove(to: new, by: access, under: limits, at: now) }
  }

  package func move(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try write { try $0.move(token, at: now) }
  }

  package func moveBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try write { try $0.moveBack(token, at: now) }
  }

  package func erase(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress> {
    try write { try $0.erase(token, at: now) }
  }

  package func fate(ofPermit token: String, at now: Instant) throws -> PermitFate {
    try read { try $0.fate(ofPermit: token, at: now) }
  }

  package func issues(to address: EmailAddress) throws -> [SentIssue] { try read { try $0.issues(to: address) } }

  package func account(of token: String) throws -> ReaderAccount? { try read { try $0.account(of: token) } }

  package func leave(_ token: String, all: Bool, origin: String, at now: Instant) throws -> Left? {
    try write { try $0.leave(token, all: all, origin: origin, at: now) }
  }

  package func save(
    _ choices: ReaderChoices, by token: String, under limits: LetterLimits, at now: Instant
  ) throws -> SavedChoices? {
    try write { try $0.save(choices, by: token, under: limits, at: now) }
  }

  package func pause(until: Instant?, by token: String, at now: Instant) throws -> ReaderAccount? {
    try write { try $0.pause(until: until, by: token, at: now) }
  }

  package func consentEvents(of address: EmailAddress) throws -> [ConsentEvent] {
    try read { try $0.consentEvents(of: address) }
  }

  package func forEachConsentEvent(_ body: (EmailAddress, ConsentEvent) throws -> Void) throws {
    try read { try $0.forEachConsentEvent(body) }
  }

  package func count(_ counts: [String: Int], at now: Instant) throws {
    try write { try $0.count(counts, at: now) }
  }

  package func counts(of day: Instant) throws -> [String: Int] { try read { try $0.counts(of: day) } }
}

extension StoppingLedger: TotalBook {
  package func totals() throws -> [Total] { try read { try $0.totals() } }
}

extension StoppingLedger: PrivateFeedBook {
  package func record(privateDocuments: [PrivateDocument], at now: Instant) throws {
    try write { try $0.record(privateDocuments: privateDocuments, at: now) }
  }
  package func privateDocument(of feed: Feed.Name, _ format: Feed.Format) throws -> PrivateDocument? {
    try read { try $0.privateDocument(of: feed, format) }
  }
  package func follows(ofFeedToken token: String) throws -> [WantedDigest] {
    try read { try $0.follows(ofFeedToken: token) }
  }
  package func newFeedToken(for address: EmailAddress, at now: Instant) throws -> NewFeedToken? {
    try write { try $0.newFeedToken(for: address, at: now) }
  }
  package func newFeedToken(for letter: Letter.ID, at now: Instant) throws -> NewFeedToken? {
    try write { try $0.newFeedToken(for: letter, at: now) }
  }
  package func feedTokenDate(of address: EmailAddress) throws -> Instant? {
    try read { try $0.feedTokenDate(of: address) }
  }
  package func revokeFeedTokens(of address: EmailAddress?) throws -> Int {
    try write { try $0.revokeFeedTokens(of: address) }
  }
}

extension StoppingLedger: LetterBook {
  package var letterHands: any DeliveryHands & NoteBook & BounceTokens { StoppingLetterHands(self) }
  package func letter(_ id: Letter.ID) throws -> Letter? { try read { try $0.letter(id) } }
  package func tell(_ operators: [EmailAddress], _ note: OperatorNote, of slot: Slot, at now: Instant) throws {
    try write { try $0.tell(operators, note, of: slot, at: now) }
  }
  package func letters(to address: EmailAddress, limit: Int) throws -> [RecordedLetter] {
    try read { try $0.letters(to: address, limit: limit) }
  }
  package func letterTally(failedSince moment: Instant) throws -> LetterTally {
    try read { try $0.letterTally(failedSince: moment) }
  }

  package func withLetterLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try read { try $0.withLetterLock(body) }
  }
}

/// The letters of a ledger that stops.
private final class StoppingLetterHands: DeliveryHands, NoteBook, BounceTokens {
  private let ledger: StoppingLedger

  init(_ ledger: StoppingLedger) { self.ledger = ledger }

  var lostUnderLock: LostClaims { ledger.lostUnderLock }

  func newWorker() throws -> Worker { try ledger.write { try $0.letterHands.newWorker() } }

  func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery {
    try ledger.write { try $0.letterHands.recover(policy, from: lost, at: now, report: report) }
  }

  func claim(
    _ limit: Int, except: Set<String>, without aside: SetAside, under lease: Lease, at now: Instant
  ) throws -> [Claim] {
    try ledger.write { try $0.letterHands.claim(limit, except: except, without: aside, under: lease, at: now) }
  }

  func write(_ turn: Turn) throws -> Set<Delivery.ID> { try ledger.write { try $0.letterHands.write(turn) } }

  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker) throws {
    try ledger.write { try $0.letterHands.unclaim(deliveries, of: worker) }
  }

  func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID> {
    try ledger.read { try $0.letterHands.dropped(among: deliveries) }
  }

  var grantsLimits: Bool { false }
  func grant(_ request: GrantRequest) throws -> Grant { try ledger.write { try $0.letterHands.grant(request) } }

  func due(at now: Instant, without aside: SetAside) throws -> Int {
    try ledger.read { try $0.letterHands.due(at: now, without: aside) }
  }

  func isPaused() throws -> Bool { try ledger.read { try $0.letterHands.isPaused() } }
  func destinations() throws -> [String: DestinationHold] { try ledger.read { try $0.letterHands.destinations() } }

  func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws {
    try ledger.write { try $0.letterHands.noteSoftBounces(deliveries, status: status, text: text, at: now) }
  }

  func note(_ key: String) throws -> String? { try ledger.read { try $0.letterHands.note(key) } }
  func setNote(_ key: String, _ value: String) throws { try ledger.write { try $0.letterHands.setNote(key, value) } }
  func bounceToken(of delivery: Delivery.ID) -> String { ledger.bounceToken(of: delivery) }
  func delivery(bounceToken: String) -> Delivery.ID? { ledger.delivery(bounceToken: bounceToken) }
}
