import CourantTesting
import Foundation
import Model
import PressTesting
import Testing
import Time
import Upstreams

/// A run that is killed while sources answer: a host's response still applies, and no host is contacted sooner than its rule
/// allows.
@Suite struct KilledPollTests {
  private static let beginning = Instant.at("2026-11-17T08:00:00Z")

  struct Case: Sendable {
    let answer: FetchAnswer.Result
    var retryAfter: Duration?
    /// Before the source is polled again.
    let hours: Int
  }

  @Test(arguments: [
    Case(answer: .status(429), retryAfter: .seconds(3 * 86_400), hours: 72), Case(answer: .status(429), hours: 1),
    Case(answer: .status(410), hours: 24), Case(answer: .status(404), hours: 1),
  ])
  func anAnswerThatCameHolds(_ one: Case) throws {
    var countKilledAfterAnswer = 0
    for write in 0..<12 {
      let room = try Room(one)
      room.kill(.after(write), at: Self.beginning)
      let asked = room.asked
      guard asked.contains("blog.example") else { continue }
      let isAnswered = asked.contains("journal.example")
      if isAnswered { countKilledAfterAnswer += 1 }
      let pause = try room.hoursUntilAskedAgain(from: Self.beginning)
      #expect(pause >= (isAnswered ? one.hours : 1), "killed after write \(write)")
      #expect(pause <= one.hours + 1)
    }
    #expect(countKilledAfterAnswer > 0, "some run was killed after the first answer")
  }

  /// Two sources that were never read; the first answers as the case states, the second is unreachable.
  private struct Room {
    let newsroom: Newsroom
    let fetcher = ScriptedFetcher()

    init(_ one: Case) throws {
      let site = try SampleSite()
      let sources = ["blog", "journal"].map { "[sources.\($0)]\nurl = \"https://\($0).example/feed\"\n" }
      let base = site.folder.text("schedule.conf") ?? ""
      try site.folder.write(base + "\n" + sources.joined(separator: "\n"), to: "schedule.conf")
      try FileManager.default.createDirectory(atPath: site.path + "/articles", withIntermediateDirectories: true)
      newsroom = try Newsroom(site)
      newsroom.fetcher = fetcher
      newsroom.upstreams = UpstreamKinds()
      fetcher.follow { request in
        guard request.url.contains("blog") else {
          return FetchAnswer(.failed(FetchFailure(.unreachable, "no connection")), url: request.url)
        }
        var answer = FetchAnswer(one.answer, url: request.url)
        answer.retryAfter = one.retryAfter
        return answer
      }
    }

    /// The hosts contacted so far.
    var asked: [String] { fetcher.requests.map { String($0.url.split(separator: "/")[1]) } }

    func kill(_ moment: StoppingLedger.Moment, at now: Instant) {
      // It ends with the error by which the ledger stops.
      _ = try? newsroom.run(now.rfc3339, on: StoppingLedger(newsroom.ledger, stopping: moment))
    }

    func hoursUntilAskedAgain(from start: Instant) throws -> Int {
      let before = asked.count { $0 == "blog.example" }
      for hour in 0..<200 {
        _ = try newsroom.run((start + .seconds(hour * 3600)).rfc3339)
        if asked.count(where: { $0 == "blog.example" }) > before { return hour }
      }
      return 200
    }
  }
}
