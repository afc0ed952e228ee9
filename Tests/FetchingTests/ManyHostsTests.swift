import CourantTesting
import Fetching
import Model
import Synchronization
import Testing

/// H16, H26: many hosts at once, each in peace.
@Suite struct ManyHostsTests {
  /// When requests began and ended, by the server's clock.
  private final class Log: Sendable {
    let spans = Mutex<[(began: ContinuousClock.Instant, ended: ContinuousClock.Instant)]>([])
    let open = Mutex((now: 0, most: 0))
  }

  private func recording(_ log: Log, milliseconds: Int32) throws -> HTTPServer {
    try HTTPServer { _ in
      var script = HTTPScript(text: "x")
      script.delay = milliseconds
      return .response(script)
    }
  }

  @Test func aHostIsAskedForOneDocumentAtATimeWithAPause() throws {
    let log = Log()
    let server = try HTTPServer { _ in
      log.spans.withLock { $0.append((.now, .now)) }
      var script = HTTPScript(text: "x")
      script.delay = 30
      return .response(script)
    }
    defer { server.stop() }
    let lists = (0..<3).map { [FetchRequest.local(server.origin + "/\($0)"), .local(server.origin + "/\($0)/2")] }
    let ended = try fetch(lists, pause: .milliseconds(50))
    #expect(ended.map(\.position).sorted() == [0, 1, 2])
    #expect(ended.allSatisfy { $0.answers.map(\.text) == ["x", "x"] })
    // Alternating: no conversation waits for another to end.
    #expect(server.requests.map { $0.path } == ["/0", "/1", "/2", "/0/2", "/1/2", "/2/2"])
    let starts = log.spans.withLock { $0.map(\.began) }
    #expect(zip(starts.dropFirst(), starts).allSatisfy { $0 - $1 >= .milliseconds(78) })
  }

  /// Also after a redirect, and in the next run of one fetcher.
  @Test func thePauseHoldsForRedirectsAndLaterRuns() throws {
    let log = Log()
    let server = try HTTPServer { request in
      log.spans.withLock { $0.append((.now, .now)) }
      return request.path == "/old" ? .elsewhere(301, "/new") : .response(HTTPScript(text: "x"))
    }
    defer { server.stop() }
    let fetcher = CurlFetcher(pause: .milliseconds(50)) { start }
    for _ in 0..<2 {
      try fetcher.run([Script([.local(server.origin + "/old")])], limit: .seconds(9)) { _, _ in }
    }
    let starts = log.spans.withLock { $0.map(\.began) }
    #expect(starts.count == 4)
    #expect(zip(starts.dropFirst(), starts).allSatisfy { $0 - $1 >= .milliseconds(49) })
  }

  @Test func sixteenHostsAreAskedAtOnceAndNoMore() throws {
    let open = Mutex((now: 0, most: 0))
    let servers = try (0..<40).map { _ in
      try HTTPServer { _ in
        open.withLock {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
        var script = HTTPScript(text: "x")
        script.delay = 20
        return .response(script)
      }
    }
    defer { for server in servers { server.stop() } }
    // A client that has its response makes room for another; until then the server counts it as open.
    var ended: [Int] = []
    let fetcher = CurlFetcher(pause: .zero) { start }
    try fetcher.run(servers.map { Script([.local($0.origin + "/")]) }, limit: .seconds(30)) { position, _ in
      open.withLock { $0.now -= 1 }
      ended.append(position)
    }
    #expect(ended.sorted() == Array(0..<40))
    #expect(open.withLock { $0.most } == 16)
  }

  @Test func aSilentHostDelaysNobody() throws {
    let silent = try HTTPServer { _ in .silence }
    let quick = try server(["/": HTTPScript(text: "x")])
    defer {
      silent.stop()
      quick.stop()
    }
    var request = FetchRequest.local(silent.origin + "/")
    request.timeout = .seconds(1)
    let began = ContinuousClock.now
    var first: ContinuousClock.Instant?
    let fetcher = CurlFetcher(pause: .zero) { start }
    let conversations = [Script([request])] + (0..<5).map { _ in Script([.local(quick.origin + "/")]) }
    var order: [Int] = []
    try fetcher.run(conversations, limit: .seconds(30)) { position, _ in
      order.append(position)
      first = first ?? .now
    }
    #expect(order == [1, 2, 3, 4, 5, 0])
    #expect(try #require(first) - began < .milliseconds(500))
  }

  @Test func theWholeStepEnds() throws {
    let server = try HTTPServer { _ in .silence }
    defer { server.stop() }
    let lists = (0..<3).map { _ in [FetchRequest.local(server.origin + "/"), .local(server.origin + "/2")] }
    let began = ContinuousClock.now
    let ended = try fetch(lists, limit: .milliseconds(200))
    #expect(ContinuousClock.now - began < .seconds(2))
    let kinds = ended.sorted { $0.position < $1.position }.map { $0.answers.map { $0.failure?.kind } }
    #expect(kinds == [[.timedOut, .notStarted], [.notStarted, .notStarted], [.notStarted, .notStarted]])
    #expect(server.requests.count == 1)
  }

  /// A host that cannot be reached, or asks to be left alone, is tried only once.
  @Test func aClosedHostIsNotAskedForItsOtherSources() throws {
    let busy = try server(["/0": HTTPScript(429), "/1": HTTPScript(text: "x")])
    let full = try server(["/0": HTTPScript(503, [("Retry-After", "60")]), "/1": HTTPScript(text: "x")])
    let broken = try server(["/0": HTTPScript(503), "/1": HTTPScript(text: "x")])
    let gone = try server([:])
    defer { for server in [busy, full, broken] { server.stop() } }
    gone.stop()
    let lists = [busy, full, broken, gone].map { [FetchRequest.local($0.origin + "/0"), .local($0.origin + "/1")] }
    let ended = try fetch(lists).sorted { $0.position < $1.position }.map { $0.answers.map(\.result) }
    let left = FetchAnswer.Result.failed(FetchFailure(.notStarted, "its host asked to be left alone"))
    let away = FetchAnswer.Result.failed(FetchFailure(.unreachable, "cannot connect: Connection refused"))
    #expect(
      ended == [
        [.status(429), left], [.status(503), left], [.status(503), .document([UInt8(ascii: "x")])], [away, away],
      ])
  }

  @Test func anErrorOfTheCallerEndsTheRun() throws {
    struct Stop: Error {}
    let server = try HTTPServer { _ in .silence }
    let quick = try self.recording(Log(), milliseconds: 0)
    defer {
      server.stop()
      quick.stop()
    }
    let fetcher = CurlFetcher(pause: .zero) { start }
    #expect(throws: Stop.self) {
      try fetcher.run(
        [Script([.local(server.origin + "/")]), Script([.local(quick.origin + "/")])], limit: .seconds(30)
      ) { _, _ in throw Stop() }
    }
  }

  @Test func aConversationWithoutRequestsEndsAtOnce() throws {
    #expect(try fetch([[], []]).map(\.position) == [0, 1])
  }
}
