internal import Dispatch
internal import Synchronization
package import Time

/// Whether mail can reach a domain, looked up in DNS while a reader waits. It never keeps anyone from signing up: a domain is
/// accepted if there is no answer in time.
package final class MailReach: Sendable {
  /// Looks up a domain. Blocks, and throws if there is no answer.
  package typealias LookUp = @Sendable (_ domain: String) throws -> Bool

  private struct State {
    /// Results by domain, and how long each is valid.
    var known: [String: (hasServer: Bool, until: Instant)] = [:]
    var pending = 0
    /// The end of the pause in look-ups after DNS did not answer.
    var silentUntil: Instant?
  }

  private let state = Mutex(State())
  private let patience: Duration
  private let clock: @Sendable () -> Instant
  private let lookUp: LookUp

  private static let memory = Duration.seconds(3600)
  private static let silence = Duration.seconds(60)
  private static let mostKnown = 10_000
  private static let mostPending = 8

  /// - Parameter patience: how long a reader waits.
  package init(
    patience: Duration = .seconds(2), clock: @escaping @Sendable () -> Instant, lookUp: @escaping LookUp
  ) {
    self.patience = patience
    self.clock = clock
    self.lookUp = lookUp
  }

  /// Whether mail cannot reach a domain. Also false if this is unknown.
  package func isOutOfReach(_ domain: String) async -> Bool {
    switch begin(domain) {
    case .known(let hasServer): return !hasServer
    case .notNow: return false
    case .ask: break
    }
    do {
      return try await !answer(for: domain)
    } catch {
      // There was no answer in time, which is not the reader's fault.
      return false
    }
  }
}

extension MailReach {
  private struct Late: Error {}

  private enum Beginning { case known(Bool), notNow, ask }

  private func begin(_ domain: String) -> Beginning {
    let now = clock()
    return state.withLock { state in
      if let known = state.known[domain], now < known.until { return .known(known.hasServer) }
      if let silent = state.silentUntil, now < silent { return .notNow }
      guard state.pending < Self.mostPending else { return .notNow }
      state.pending += 1
      return .ask
    }
  }

  private func answer(for domain: String) async throws -> Bool {
    try await withCheckedThrowingContinuation { continuation in
      let waiting = Waiting(continuation)
      DispatchQueue.global().async {
        let result = Result { try self.lookUp(domain) }
        self.note(result, of: domain)
        waiting.end(with: result)
      }
      DispatchQueue.global().asyncAfter(deadline: .now() + patience / .seconds(1)) {
        if waiting.end(with: .failure(Late())) { self.fallSilent() }
      }
    }
  }

  private func note(_ result: Result<Bool, any Error>, of domain: String) {
    let now = clock()
    state.withLock { state in
      state.pending -= 1
      switch result {
      case .success(let hasServer):
        if state.known.count >= Self.mostKnown { state.known = [:] }
        state.known[domain] = (hasServer, now + Self.memory)
      case .failure: state.silentUntil = now + Self.silence
      }
    }
  }

  private func fallSilent() {
    let until = clock() + Self.silence
    state.withLock { $0.silentUntil = until }
  }
}
