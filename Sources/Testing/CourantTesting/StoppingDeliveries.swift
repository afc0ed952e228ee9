package import Model
package import Time

extension StoppingLedger: DeliveryHands, DeliveryBook, Outbox {
  package var lostUnderLock: LostClaims { ledger.lostUnderLock }
  package func newWorker() throws -> Worker { try write { try $0.newWorker() } }

  package func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery {
    try write { try $0.recover(policy, from: lost, at: now, report: report) }
  }

  package func claim(
    _ limit: Int, except: Set<String>, without aside: SetAside, under lease: Lease, at now: Instant
  ) throws -> [Claim] {
    try write { try $0.claim(limit, except: except, without: aside, under: lease, at: now) }
  }

  package func write(_ turn: Turn) throws -> Set<Delivery.ID> { try write { try $0.write(turn) } }

  package var grantsLimits: Bool { ledger.grantsLimits }
  package func grant(_ request: GrantRequest) throws -> Grant { try write { try $0.grant(request) } }

  package func isPaused() throws -> Bool { try read { try $0.isPaused() } }
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

  package func due(at now: Instant, without aside: SetAside) throws -> Int {
    try read { try $0.due(at: now, without: aside) }
  }

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
