import CourantTesting
import Delivery
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// `courant work`, with a clock that passes only while it rests.
@Suite struct WorkTests {
  @Test func itDeliversWhatRunsFreezeAndRestsInBetween() throws {
    let office = try Office()
    // The issue is frozen during the second rest.
    let rests = try office.work { rest in
      if rest == 2 { _ = try office.newsroom.run(monday, only: .digests) }
      return rest < 4
    }
    #expect(rests == Array(repeating: DeliveryWork.pause, count: 4))
    #expect(office.newsroom.mails.map(\.recipient.canonical).sorted() == ["ann@example.org", "bob@example.org"])
    #expect(office.reports.map(\.deliveries) == [[:], [.accepted: 2]], "the first one looked for lost claims")
    #expect(try office.newsroom.ledger.tally(of: nil) == [.accepted: 2])
  }

  /// Nothing seems to be due then.
  @Test func claimsOfALostWorkerAreFoundWithinAMinute() throws {
    let office = try Office()
    let ledger = office.newsroom.ledger
    var mails: [Int] = []
    _ = try office.work { rest in
      if rest == 1 {
        _ = try office.newsroom.run(monday, only: .digests)
        let lost = Lease(try ledger.newWorker(), until: .at(monday) + Worker.lease)
        #expect(try ledger.claim(9, except: [], under: lost, at: .at(monday)).count == 2)
      }
      mails.append(office.newsroom.mails.count)
      return rest < 14
    }
    #expect(mails == Array(repeating: 0, count: 12) + [2, 2])
    #expect(try ledger.tally(of: nil) == [.accepted: 2])
  }

  @Test func afterAFaultItRestsLongerUntilItWorksAgain() throws {
    let office = try Office(relay: { .unsent(RelayFailure(sentence: "the relay is away", isPermanent: false)) })
    _ = try office.newsroom.run(monday, only: .digests)
    let rests = try office.work { rest in rest < 9 }
    #expect(rests.map(\.components.seconds) == [10, 20, 40, 80, 160, 300, 300, 300, 300])
    #expect(office.reports.allSatisfy { $0.problems == ["the relay is away; mail waits for the next run"] })
    #expect(try office.newsroom.ledger.tally(of: nil) == [.queued: 2], "claims are not kept")
  }

  @Test func whenLimitsMakeMailWaitItRestsForAMinute() throws {
    let office = try Office(mail: "rate = \"1/h\"\n")
    _ = try office.newsroom.run(monday, only: .digests)
    let rests = try office.work { rest in rest < 3 }
    #expect(rests == Array(repeating: DeliveryWork.pauseOfLimits, count: 3))
    #expect(office.newsroom.mails.count == 1)
    #expect(office.reports.flatMap(\.notices).count == 1)
  }

  @Test func nothingIsSentWhileAllMailIsStopped() throws {
    let office = try Office()
    _ = try office.newsroom.run(monday, only: .digests)
    let pause = SendingPause("wrong text", since: .at(monday), by: "ann", stopsLetters: false)
    try office.newsroom.ledger.pauseSending(pause)
    let rests = try office.work { rest in
      if rest == 3 { _ = try office.newsroom.ledger.resumeSending() }
      return rest < 5
    }
    #expect(rests == Array(repeating: DeliveryWork.pause, count: 5))
    #expect(office.newsroom.mails.count == 2)
    #expect(office.reports.flatMap(\.problems) == [])
  }
}

/// A site with two readers, and a worker.
private final class Office {
  let newsroom: Newsroom
  private(set) var now = Instant.at(monday)
  private(set) var reports: [RunReport] = []

  init(
    mail: String = "",
    relay: @escaping @Sendable () -> Outcome = { .accepted(Reply(stage: .finalDot, code: 250, text: "ok")) }
  ) throws {
    let site = try SampleSite(mail: mail)
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org"), .confirmed("bob@example.org")]) { _, _ in
      relay()
    }
    _ = try newsroom.run(sunday)
  }

  /// Works until `rest` returns false; it is called with the number of the rest. Returns how long the rests were.
  func work(_ rest: @escaping (Int) throws -> Bool) throws -> [Duration] {
    let stop = StopSignal()
    var rests: [Duration] = []
    var failure: (any Error)?
    let ways = DeliveryWork.Ways(
      stop: stop, clock: { self.now },
      rest: { duration in
        rests.append(duration)
        self.now = self.now + duration
        do { if try !rest(rests.count) { stop.raise() } } catch { failure = error }
        if failure != nil { stop.raise() }
      }, report: { self.reports.append($0) })
    var work = DeliveryWork(newsroom.ledger, ways: ways) { try self.newsroom.press($0.rfc3339) }
    work.run()
    if let failure { throw failure }
    return rests
  }
}
