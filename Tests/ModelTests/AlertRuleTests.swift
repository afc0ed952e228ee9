import CourantTesting
import Model
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:00Z")

/// Which facts need an operator. Each row changes facts that raise no alert.
struct AlertRuleTests {
  struct Row: Sendable, CustomStringConvertible {
    let description: String
    let change: @Sendable (inout AlertFacts) -> Void
    /// Each as `KIND ABOUT LEVEL`.
    let alerts: [String]

    init(_ description: String, _ alerts: [String], _ change: @escaping @Sendable (inout AlertFacts) -> Void) {
      self.description = description
      self.alerts = alerts
      self.change = change
    }
  }

  private static func calm() -> AlertFacts {
    var facts = AlertFacts(at: now)
    facts.lastRun = now - .seconds(900)
    facts.disk = DiskSpace(free: 1 << 40, ledger: 1 << 30)
    return facts
  }

  private static func found(_ facts: AlertFacts) -> [String] {
    facts.alerts { $0.rfc3339 }.map { "\($0.kind.rawValue) \($0.about) \($0.level)" }
  }

  private static let rows: [Row] = [
    Row("nothing") { _ in },
    Row("a site without runs is new") { $0.lastRun = nil },
    Row("a late run", ["stale  1"]) { $0.lastRun = now - .seconds(901) },
    Row("a longer interval") {
      $0.lastRun = now - .seconds(3000)
      $0.runWithin = .seconds(3600)
    },
    Row("a relay that fails since a moment") { $0.relay = RelayTrouble(since: now - .seconds(899), "down") },
    Row("a relay that fails", ["relay  1"]) { $0.relay = RelayTrouble(since: now - .seconds(900), "down") },
    Row("little space", ["disk  1"]) { $0.disk = DiskSpace(free: 499 << 20, ledger: 1) },
    Row("little space on one of several machines", ["disk news1 1"]) {
      $0.disk = DiskSpace(free: 499 << 20, ledger: 1)
      $0.machine = "news1"
    },
    Row("no space", ["disk  2"]) { $0.disk = DiskSpace(free: 99 << 20, ledger: 1) },
    Row("less space than a backup needs", ["disk  1"]) { $0.disk = DiskSpace(free: 900 << 20, ledger: 901 << 20) },
    Row("as much space as a backup needs") { $0.disk = DiskSpace(free: 900 << 20, ledger: 900 << 20) },
    Row("impatient readers") {
      $0.signUps.limited = 19
      $0.signUps.lettersInHour = 100
    },
    Row("many requests beyond a limit", ["sign-ups  1"]) { $0.signUps.limited = 20 },
    Row("more than half of the letters of an hour", ["sign-ups  1"]) { $0.signUps.lettersInHour = 101 },
    Row("one complaint of few") { $0.destinations = [tally("a.example", 100, 1)] },
    Row("less than 0.1 %") { $0.destinations = [tally("a.example", 2001, 2)] },
    Row("0.1 %", ["complaints a.example 1"]) { $0.destinations = [tally("a.example", 2000, 2)] },
    Row("two of few") { $0.destinations = [tally("a.example", 3, 0), tally("", 5000, 4)] },
    Row("0.3 % of the smaller destinations", ["complaints  2"]) { $0.destinations = [tally("", 1000, 3)] },
    Row("complaints about older messages", ["complaints a.example 2"]) {
      $0.destinations = [tally("a.example", 0, 3)]
    },
    Row("2 % failed") { $0.issues = [IssueFailures("weekly#1", deliveries: 250, failed: 5)] },
    Row("more than 2 % failed", ["failures weekly#1 1"]) {
      $0.issues = [IssueFailures("weekly#1", deliveries: 249, failed: 5)]
    },
    Row("few failed") { $0.issues = [IssueFailures("weekly#1", deliveries: 4, failed: 4)] },
    Row("a certificate of two weeks") { $0.outside = certificate(14 * 86_400) },
    Row("a certificate that ends", ["certificate a.example 1"]) { $0.outside = certificate(14 * 86_400 - 1) },
    Row("a certificate that ends soon", ["certificate a.example 2"]) { $0.outside = certificate(3 * 86_400 - 1) },
    Row("a certificate that ended", ["certificate a.example 3"]) { $0.outside = certificate(0) },
    Row("an unhappy outside", ["site  1", "key s._domainkey.a.example 1"]) {
      $0.outside.site = "https://a.example/: it gets no answer"
      $0.outside.keys = ["s._domainkey.a.example in DNS is missing"]
    },
    Row("an old backup", ["backup  1"]) { $0.backup = "the last backup is old" },
    Row("a webhook that fails", ["webhook crm 1"]) {
      $0.webhooks = [
        WebhookTrouble("crm", since: now - .seconds(3600), waiting: 3, "it answered 500"),
        WebhookTrouble("new", since: now - .seconds(3599), waiting: 3, "it answered 500"),
      ]
    },
  ]

  @Test(arguments: rows) func factsRaiseTheseAlerts(row: Row) {
    var facts = Self.calm()
    row.change(&facts)
    #expect(Self.found(facts) == row.alerts)
  }

  @Test func sentencesSayWhatIsWrongAndWhatToDo() {
    var facts = Self.calm()
    facts.destinations = [tally("a.example", 4001, 12)]
    facts.outside = certificate(3600)
    let sentences = facts.alerts { $0.rfc3339 }.map(\.sentence)
    #expect(
      sentences == [
        "12 of 4001 messages to a.example in the last 30 days were reported as spam (0.29 %); providers expect less than "
          + "0.1 %, and block from 0.3 %; ask readers who never chose this to confirm again, or mail less often",
        "the certificate of a.example ends on 2026-11-23T08:00:00Z; renew it, and let the web server read it again",
      ])
  }
}

extension AlertRuleTests.Row {
  fileprivate init(_ description: String, _ change: @escaping @Sendable (inout AlertFacts) -> Void) {
    self.init(description, [], change)
  }
}

private func tally(_ domain: String, _ accepted: Int, _ complained: Int) -> DestinationTally {
  DestinationTally(domain, [.accepted: accepted, .complained: complained])
}

private func certificate(_ seconds: Int64) -> OutsideFacts {
  var facts = OutsideFacts()
  facts.host = "a.example"
  facts.certificateEnds = now + .seconds(seconds)
  return facts
}
