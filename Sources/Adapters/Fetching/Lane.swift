import Curl
import Model

/// A conversation and its progress.
final class Talk {
  let position: Int
  var conversation: any Conversation
  /// The redirects of the request that is waiting or in progress.
  var chain: RedirectChain?
  /// Nil before the first request of the chain.
  var transfer: HTTPTransfer?
  var began = ContinuousClock.now

  init(_ position: Int, _ conversation: any Conversation) {
    self.position = position
    self.conversation = conversation
  }
}

/// The requests that wait for one host.
struct Lane {
  private var queue: [Talk] = []
  /// Whether a request is under way.
  private(set) var isBusy = false
  /// No request before this.
  private(set) var opens: ContinuousClock.Instant
  /// Why the host is not contacted any more in this run.
  private(set) var closed: FetchFailure?

  init(opens: ContinuousClock.Instant) { self.opens = opens }

  var isEmpty: Bool { queue.isEmpty }

  /// - Parameter isNext: a redirect comes before requests that have not begun.
  mutating func append(_ talk: Talk, isNext: Bool) {
    if isNext { queue.insert(talk, at: 0) } else { queue.append(talk) }
  }

  /// The next one that may be requested or, if the host is closed, refused.
  mutating func take(at now: ContinuousClock.Instant) -> Talk? {
    guard !queue.isEmpty, closed != nil || (!isBusy && opens <= now) else { return nil }
    return queue.removeFirst()
  }

  mutating func takeAll() -> [Talk] {
    defer { queue = [] }
    return queue
  }

  mutating func begin() { isBusy = true }

  mutating func end(at now: ContinuousClock.Instant, pause: Duration) {
    isBusy = false
    opens = now + pause
  }

  /// A host that asks to be left alone, or cannot be reached, is not contacted for its other sources either.
  mutating func note(_ result: Result<HTTPResponse, HTTPFailure>) {
    switch result {
    case .success(let response):
      let isPlea = response.status == 429 || (response.status == 503 && response.first("retry-after") != nil)
      if isPlea { closed = FetchFailure(.notStarted, "its host asked to be left alone") }
    case .failure(let failure):
      if failure.kind == .unreachable { closed = FetchFailure(failure) }
    }
  }
}
