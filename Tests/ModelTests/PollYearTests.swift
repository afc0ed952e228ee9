import CourantTesting
import Model
import Testing
import Time

/// A year of polling, by a cron line that runs every few minutes and machines that stop, of a server that misbehaves in every
/// way: no source is polled more often than its rule allows, or abandoned.
@Suite struct PollYearTests {
  private static let year: Int64 = 366 * 86_400

  /// The result of a request: no poll before `until`.
  private struct Promise {
    var until: Instant
    var why: String
  }

  private struct Polled {
    var source: PolledSource
    let every: Int64
    var promise: Promise?
    var lastDocument: Instant?
  }

  @Test func noHostIsAskedMoreOftenThanItsRule() throws {
    var numbers = SeededNumbers()
    var sources = (0..<6).map { number in
      let every: Int64 = [3600, 3600, 7200, 86_400, 1800, 3600][number]
      return Polled(source: PolledSource(name: "source-\(number)", every: .seconds(every)), every: every)
    }
    var waits: [HostWait] = []
    var hostPromise = Promise(until: polls, why: "nothing")
    var now = polls
    var asked = 0
    while (now - polls).components.seconds < Self.year {
      now = now + .seconds(Int64.random(in: 1...1800, using: &numbers))
      for index in sources.indices {
        var polled = sources[index]
        polled.source.now = now
        polled.source.waits = waits
        let rule = polled.source.rule
        guard rule.due(polled.source.state, waits: waits, at: now) == .now else { continue }
        if let promise = polled.promise {
          try #require(now >= promise.until, "source \(index) at \(now.rfc3339): \(promise.why)")
        }
        try #require(now >= hostPromise.until, "the host at \(now.rfc3339): \(hostPromise.why)")
        asked += 1
        // A run that is killed between the request and its record still holds its promise.
        polled.source.state = rule.asking(polled.source.state, at: now)
        if Int.random(in: 0..<20, using: &numbers) == 0 {
          polled.promise = Promise(until: now + .seconds(polled.every - 30), why: "killed")
          sources[index] = polled
          continue
        }
        let state = polled.source.state
        let answer = Self.answer(state, at: now, using: &numbers)
        polled.source.poll { _ in answer }
        waits = polled.source.waits
        polled.promise = Self.promise(polled, answer, before: state, at: now)
        if case .status(429) = answer.0.result {
          let pause = min(answer.0.retryAfter ?? .seconds(3600), .seconds(7 * 86_400))
          hostPromise = Promise(until: now + pause, why: "429")
        }
        if case .document = answer.1 { polled.lastDocument = now }
        sources[index] = polled
      }
    }
    for polled in sources where !polled.source.state.isEnded {
      let last = try #require(polled.lastDocument)
      #expect(now - last < .seconds(60 * 86_400))
    }
    #expect(asked > 1000)
  }

  /// One answer in two is good; the others are every kind of bad one.
  private static func answer(
    _ state: PollState, at now: Instant, using numbers: inout SeededNumbers
  ) -> (FetchAnswer, PollReading) {
    var answer = FetchAnswer(.document([]), url: "https://journal.example.org/feed")
    switch Int.random(in: 0..<24, using: &numbers) {
    case 0: answer.result = .status(404)
    case 1: answer.result = .status(500)
    case 2: answer.result = .failed(FetchFailure(.timedOut, "no complete answer within 30 s"))
    case 3:
      answer.result = .status(429)
      let most: Int64 = Int.random(in: 0..<10, using: &numbers) == 0 ? 900_000 : 20_000
      if Bool.random(using: &numbers) { answer.retryAfter = .seconds(Int64.random(in: 0...most, using: &numbers)) }
    case 4: answer.result = .unchanged
    case 5: return (answer, .unreadable("a web page came instead of a feed"))
    case 6: answer.redirects = [.init(status: 301, target: "https://journal.example.org/moved")]
    case 7: answer.result = .failed(FetchFailure(.certificate, "expired"))
    case 8 where Int.random(in: 0..<4, using: &numbers) == 0: answer.result = .status(410)
    case 9: return (answer, .same)
    default: break
    }
    guard case .document = answer.result else { return (answer, .nothing) }
    if Bool.random(using: &numbers) { answer.validators.etag = "\"\(UInt8.random(in: 0...9, using: &numbers))\"" }
    if Int.random(in: 0..<3, using: &numbers) == 0 {
      answer.freshFor = .seconds(Int64.random(in: 0...1_000_000, using: &numbers))
    }
    var document = PollReading.Document(hash: "\(UInt64.random(in: 0...9, using: &numbers))")
    document.isComplete = Int.random(in: 0..<5, using: &numbers) > 0
    document.hasKnownItem = Bool.random(using: &numbers)
    document.hasNews = Bool.random(using: &numbers)
    return (answer, .document(document))
  }

  /// The rules again, in other words than those of the code.
  private static func promise(
    _ polled: Polled, _ answer: (FetchAnswer, PollReading), before: PollState, at now: Instant
  ) -> Promise {
    let after = polled.source.state
    switch (answer.0.result, answer.1) {
    case (.status(410), _) where after.isEnded: return Promise(until: now + .seconds(year * 2), why: "ended")
    case (.status(410), _) where before.goneSince == nil: return Promise(until: now + .seconds(86_400), why: "gone")
    case (.status(429), _): return Promise(until: now + .seconds(polled.every), why: "429")
    case (.document, .document), (.document, .same),
      (.unchanged, _) where after.failures == 0:
      let fresh = min(answer.0.freshFor?.components.seconds ?? 0, 86_400)
      let floor: Int64 = after.hasOfferedValidators ? 0 : 6 * 3600
      return Promise(until: now + .seconds(max(polled.every, fresh, floor) - 30), why: "well")
    default:
      let hours = [1, 2, 4, 8, 16, 24][min(before.failures, 5)]
      return Promise(until: now + .seconds(max(polled.every, Int64(hours) * 3600)), why: "failed")
    }
  }
}
