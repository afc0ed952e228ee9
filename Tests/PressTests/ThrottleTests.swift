import CourantTesting
import Couriers
import Delivery
import Model
import Press
import PressTesting
import Synchronization
import Testing
import Time

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:00Z"

/// How fast mail leaves, within a run and over several.
@Suite struct ThrottleTests {
  @Test func aRateSpreadsTheMessagesOfOneRun() throws {
    let room = try Room(mail: "rate = \"2/s\"\n", readers: 9)
    let report = try room.run(monday)
    #expect(report.deliveries == [.accepted: 9])
    let instants = room.departures.map(\.at)
    #expect(instants == (0..<9).map { .milliseconds(500 * $0) })
  }

  /// A site may have limits for thousands of domains, and a turn is written for some twenty mails.
  @Test func aTurnNotesThePaceOfTheDomainsThatItMailed() throws {
    var mail = MailSettings(
      from: Mailbox(address: mailbox("news@example.org")), smtp: .init(host: "127.0.0.1", port: 25))
    for domain in ["a.example", "b.example", "c.example"] {
      mail.domains[domain] = DomainLimits(rate: Rate(5, per: .second))
    }
    var throttles = Throttles(mail, zone: .utc, now: .at(monday)) { _ in nil }
    throttles.spend("a.example", at: 1)
    throttles.spend("other.example", at: 1)
    #expect(Set(throttles.changedNotes().keys) == ["warm_up", "pace a.example"])
    throttles.spend("b.example", at: 2)
    throttles.giveBack("b.example")
    throttles.spend("c.example", at: 2)
    #expect(Set(throttles.changedNotes().keys) == ["warm_up", "pace b.example", "pace c.example"])
    #expect(throttles.changedNotes() == [:])
  }

  @Test func aRateHoldsFromOneRunToTheNext() throws {
    let room = try Room(mail: "rate = \"4/day\"\n", readers: 10)
    let first = try room.run(monday)
    #expect(first.deliveries == [.accepted: 4])
    #expect(first.notices == ["6 messages wait until 2026-11-24 07:00, as set by the rates in schedule.conf"])
    #expect(first.exitCode == .done)
    let idle = try room.run("2026-11-23T19:00:00Z")
    #expect(idle.deliveries == [:])
    #expect(idle.notices == [])
    #expect(try room.run("2026-11-24T07:15:01Z").deliveries == [.accepted: 4])
    #expect(try room.run("2026-11-25T08:00:00Z").deliveries == [.accepted: 2])
    #expect(Set(room.departures.map(\.recipient)).count == 10)
  }

  @Test func warmingUpSpreadsAnIssueOverDaysAndKeepsItsPlace() throws {
    let room = try Room(mail: "warm_up = [\"2/day\", \"3/day\"]\n", readers: 9)
    var sent: [Int] = []
    for now in [
      monday, "2026-11-23T18:00:00Z", "2026-11-24T07:00:00Z", "2026-11-24T08:00:00Z", "2026-11-25T07:00:00Z",
    ] {
      sent.append(try room.run(now).deliveries[.accepted] ?? 0)
    }
    #expect(sent == [2, 0, 3, 0, 4])
    #expect(room.departures.map(\.recipient) == room.readers)
  }

  @Test func oneSlowDestinationDoesNotHoldUpTheOthers() throws {
    let mail = "[mail.domains.\"slow.example\"]\nrate = \"2/h\"\n"
    let room = try Room(mail: mail, addresses: (0..<6).flatMap { ["a\($0)@slow.example", "a\($0)@fast.example"] })
    let first = try room.run(monday)
    #expect(first.deliveries == [.accepted: 8])
    #expect(room.departures.count { $0.recipient.hasSuffix("@fast.example") } == 6)
    #expect(try room.run("2026-11-23T08:01:00Z").deliveries == [.accepted: 2])
    #expect(try room.run("2026-11-23T09:02:00Z").deliveries == [.accepted: 2])
    #expect(Set(room.departures.map(\.recipient)).count == 12)
  }

  @Test func aDestinationHasAtMostItsSessionsAtOneTime() throws {
    let mail = "sessions = 8\n[mail.domains.\"slow.example\"]\nsessions = 2\n"
    let room = try Room(mail: mail, addresses: (0..<800).map { "a\($0)@\($0 % 2 == 0 ? "slow" : "fast").example" })
    #expect(try room.run(monday).deliveries == [.accepted: 800])
    #expect(room.most("slow.example") <= 2)
    #expect(room.most("fast.example") <= 8)
  }

  /// It asks for less mail three times; deliveries that have not been tried yet wait.
  @Test func aDestinationThatAsksToSlowDownIsHeldUntilItAcceptsMailAgain() throws {
    let isBusy = Mutex(true)
    let busy = Reply(stage: .recipient, code: 451, status: "4.3.2", text: "busy")
    let addresses = (0..<10).map { "a\($0)@busy.example" } + ["b@idle.example"]
    let room = try Room(mail: "sessions = 1\n", addresses: addresses) { recipient in
      recipient.hasSuffix("@busy.example") && isBusy.withLock { $0 } ? .deferred(busy) : nil
    }
    let first = try room.run(monday)
    #expect(first.deliveries == [.accepted: 1, .deferred: 3])
    #expect(
      first.notices.last == "busy.example: asked to slow down; its mail waits until 2026-11-23 07:05: 451 4.3.2 busy")
    #expect(try room.run("2026-11-23T07:04:59Z").deliveries == [:])
    #expect(try room.run("2026-11-23T07:05:00Z").deliveries == [.deferred: 3])
    #expect(try room.run("2026-11-23T07:14:59Z").deliveries == [:], "twice as long the second time")
    isBusy.withLock { $0 = false }
    #expect(try room.run("2026-11-23T07:20:00Z").deliveries == [.accepted: 10])
    #expect(try room.ledger.destinations() == [:])
  }

  @Test func greylistingOfAReaderHoldsNoOther() throws {
    let seen = Mutex(Set<String>())
    let come = Reply(stage: .recipient, code: 451, status: "4.7.1", text: "greylisted, come back")
    let room = try Room(mail: "", readers: 8) { recipient in
      seen.withLock { $0.insert(recipient).inserted } ? .deferred(come) : nil
    }
    #expect(try room.run(monday).deliveries == [.deferred: 8])
    #expect(try room.run("2026-11-23T07:05:00Z").deliveries == [.accepted: 8])
  }
}

/// A site with an issue to be sent, a clock that passes only while the run waits, and a record of who got mail when.
private final class Room {
  let newsroom: Newsroom
  let readers: [String]
  private let log: Log
  var ledger: any Ledger { newsroom.ledger }

  final class Log: Sendable {
    struct Departure {
      let recipient: String
      let at: Duration
    }

    let departures = Mutex<[Departure]>([])
    let now = Mutex(Duration.zero)
    let open = Mutex<[String: (now: Int, most: Int)]>([:])
  }

  init(
    mail: String, readers: Int = 0, addresses: [String] = [],
    answer: @escaping @Sendable (String) -> Outcome? = { _ in nil }
  ) throws {
    let (log, addresses) = (Log(), addresses + (0..<readers).map { "r\($0)@example.org" })
    (self.readers, self.log) = (addresses, log)
    let site = try SampleSite(mail: mail)
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(site, readers: addresses.map { .confirmed($0) }) { recipient, _ in
      let domain = recipient.domain
      log.open.withLock { open in
        let now = (open[domain]?.now ?? 0) + 1
        open[domain] = (now, max(now, open[domain]?.most ?? 0))
      }
      defer { log.open.withLock { $0[domain]?.now -= 1 } }
      let outcome = answer(recipient.description)
      if outcome == nil {
        let at = log.now.withLock { $0 }
        log.departures.withLock { $0.append(.init(recipient: recipient.description, at: at)) }
      }
      return outcome ?? .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
    }
    _ = try newsroom.run(sunday)
  }

  func run(_ now: String) throws -> RunReport {
    let log = log
    log.now.withLock { $0 = .zero }
    return try newsroom.run(
      now,
      stopwatch: Stopwatch(
        elapsed: { log.now.withLock { $0 } }, pass: { duration in log.now.withLock { $0 += duration } }))
  }

  var departures: [Log.Departure] { log.departures.withLock { $0 } }
  func most(_ domain: String) -> Int { log.open.withLock { $0[domain]?.most ?? 0 } }
}
