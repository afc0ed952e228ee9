import Curl
import Model
import Time

/// The conversations of one run.
final class FetchRound {
  typealias Ended = (Int, any Conversation) throws -> Void

  private let loop: HTTPLoop
  private let pause: Duration
  private let now: () -> Instant
  private let deadline: ContinuousClock.Instant
  /// Shortly before ``deadline``: no request begins that has no time for an answer.
  private let lastStart: ContinuousClock.Instant
  /// By host (``WebOrigin/site``).
  private var lanes: [String: Lane]
  /// The hosts with requests that wait, in the order in which they came.
  private var waiting: [String] = []
  private var running: [ObjectIdentifier: Talk] = [:]

  private static let mostHosts = 16
  /// A conversation ends after this many requests in a row that cannot be sent.
  private static let mostRefusals = 1000

  init(
    _ loop: HTTPLoop, pause: Duration, limit: Duration, now: @escaping () -> Instant,
    opens: [String: ContinuousClock.Instant]
  ) {
    self.loop = loop
    self.pause = pause
    self.now = now
    deadline = .now + limit
    lastStart = deadline - .milliseconds(20)
    lanes = opens.mapValues { Lane(opens: $0) }
  }

  var opens: [String: ContinuousClock.Instant] { lanes.mapValues(\.opens) }

  func run(_ conversations: [any Conversation], _ ended: Ended) throws {
    for (position, conversation) in conversations.enumerated() {
      try proceed(Talk(position, conversation), after: nil, ended)
    }
    while !waiting.isEmpty || !running.isEmpty {
      if ContinuousClock.now >= lastStart { try refuseAll(ended) }
      try startWaiting(ended)
      for transfer in try loop.run(limit: patience) { try note(transfer, ended) }
    }
  }

  /// How long nothing is to be done, unless a transfer ends.
  private var patience: Duration {
    let now = ContinuousClock.now
    guard running.count < Self.mostHosts else { return .seconds(1) }
    let next = waiting.compactMap { lanes[$0] }.filter { !$0.isBusy }.map { $0.opens }.min() ?? now + .seconds(1)
    let end = waiting.isEmpty ? deadline : lastStart
    return max(.milliseconds(1), min(next, end, now + .seconds(1)) - now)
  }
}

extension FetchRound {
  /// Asks the conversation for its next request, and lets it wait for its host.
  private func proceed(_ talk: Talk, after answer: FetchAnswer?, _ ended: Ended) throws {
    var answer = answer
    var refusals = 0
    while refusals < Self.mostRefusals, let request = talk.conversation.next(after: answer) {
      refusals += 1
      do throws(FetchFailure) {
        guard ContinuousClock.now < lastStart else { throw Self.tooLate }
        let chain = try RedirectChain(request)
        talk.chain = chain
        talk.transfer = nil
        wait(talk, chain, isNext: false)
        return
      } catch {
        answer = FetchAnswer(.failed(error), url: request.url)
      }
    }
    try ended(talk.position, talk.conversation)
  }

  private func wait(_ talk: Talk, _ chain: RedirectChain, isNext: Bool) {
    let site = chain.site
    lanes[site, default: Lane(opens: .now)].append(talk, isNext: isNext)
    if !waiting.contains(site) { waiting.append(site) }
  }

  private func startWaiting(_ ended: Ended) throws {
    let now = ContinuousClock.now
    for site in waiting where running.count < Self.mostHosts {
      while let talk = lanes[site]?.take(at: now) {
        if let failure = lanes[site]?.closed {
          try refuse(talk, failure, ended)
        } else {
          try start(talk, site, ended)
        }
      }
    }
    waiting.removeAll { lanes[$0]?.isEmpty ?? true }
  }

  private func start(_ talk: Talk, _ site: String, _ ended: Ended) throws {
    guard let chain = talk.chain else { return }
    do throws(HTTPFailure) {
      let hop = chain.hop(limit: deadline - .now)
      let transfer: HTTPTransfer
      if let used = talk.transfer {
        transfer = used
        try transfer.follow(hop)
      } else {
        transfer = try HTTPTransfer(hop)
        talk.transfer = transfer
      }
      try loop.start(transfer)
      talk.began = .now
      running[ObjectIdentifier(transfer)] = talk
      lanes[site]?.begin()
    } catch {
      try refuse(talk, FetchFailure(error), ended)
    }
  }

  private func note(_ transfer: HTTPTransfer, _ ended: Ended) throws {
    guard let talk = running.removeValue(forKey: ObjectIdentifier(transfer)), var chain = talk.chain,
      let result = transfer.result
    else { return }
    let time = ContinuousClock.now
    lanes[chain.site]?.end(at: time, pause: pause)
    lanes[chain.site]?.note(result)
    if let answer = chain.follow(result, took: time - talk.began, now: now()) {
      try proceed(talk, after: answer, ended)
    } else {
      talk.chain = chain
      wait(talk, chain, isNext: true)
    }
  }

  private func refuse(_ talk: Talk, _ failure: FetchFailure, _ ended: Ended) throws {
    try proceed(talk, after: talk.chain?.failed(failure), ended)
  }

  /// Called at the end of the step. Requests in progress end by their own timeouts, which are not later.
  private func refuseAll(_ ended: Ended) throws {
    for site in waiting {
      for talk in lanes[site]?.takeAll() ?? [] {
        let hasBegun = talk.chain?.hasBegun ?? false
        try refuse(talk, hasBegun ? talk.chain?.late ?? Self.tooLate : Self.tooLate, ended)
      }
    }
    waiting = []
  }

  private static let tooLate = FetchFailure(.notStarted, "there was no time left to ask")
}

extension RedirectChain {
  /// The ``Lane`` in which it waits.
  fileprivate var site: String { WebOrigin(place.text)?.site ?? place.host }
}
