internal import Delivery
internal import Dispatch
internal import Foundation
internal import Model
internal import Synchronization

/// The calls of one run, each hub on its own thread, while the run does other things.
final class HubRound: Sendable {
  /// The pings to send, by hub.
  let pings: [String: [Ping]]
  private let answers = Mutex<[String: HubCall]>([:])
  private let threads = DispatchGroup()
  /// Longer than any call should take; a thread that hangs, for example in the resolver, is abandoned.
  private let deadline = DispatchTime.now() + .seconds(12)

  init(_ pings: [String: [Ping]], caller: any HubCaller) {
    self.pings = pings
    for (hub, pings) in pings {
      threads.enter()
      let thread = Thread { [self] in
        let call = caller.call(hub, about: pings.map(\.document))
        answers.withLock { $0[hub] = call }
        threads.leave()
      }
      thread.name = "courant hub"
      thread.start()
    }
  }

  /// The finished calls: all of them, unless time is up or the run is asked to end.
  func calls(unless stop: StopSignal) -> [String: HubCall] {
    while !stop.isRaised, DispatchTime.now() < deadline,
      threads.wait(timeout: min(deadline, .now() + .milliseconds(100))) == .timedOut
    {}
    return answers.withLock { $0 }
  }
}
