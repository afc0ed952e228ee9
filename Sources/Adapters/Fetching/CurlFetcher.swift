internal import Curl
package import Model
package import Time

/// Fetches over libcurl, on the thread that calls it.
///
/// At most 16 hosts are contacted at once, each for one document at a time, with a pause after each request, including
/// redirects. A host that cannot be reached or asks to be left alone (429, or 503 with `Retry-After`) is not contacted again in
/// this run. Conversations begin in order; those that can wait come last.
package final class CurlFetcher: Fetcher {
  private let pause: Duration
  private let now: () -> Instant
  /// When each host may be contacted again.
  private var opens: [String: ContinuousClock.Instant] = [:]

  /// - Parameters:
  ///   - pause: between the end of one request and the next to the same host.
  ///   - now: the system's time, for dates from servers that do not state theirs.
  package init(pause: Duration = .seconds(2), now: @escaping () -> Instant) {
    self.pause = pause
    self.now = now
  }

  package func run(
    _ conversations: [any Conversation], limit: Duration, ended: (Int, any Conversation) throws -> Void
  ) throws {
    let round = FetchRound(try HTTPLoop(), pause: pause, limit: limit, now: now, opens: opens)
    defer { opens = round.opens }
    try round.run(conversations, ended)
  }
}
