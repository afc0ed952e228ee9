internal import Delivery
internal import Dispatch
internal import Foundation
internal import Model
internal import Synchronization

/// The calls of one run, each hub on a thread of its own. They go on while the run does other things.
final class HubRound: Sendable {
  /// What is to be told, by hub.
  let pings: [String: [Ping]]
  private let answers = Mutex<[String: HubCall]>([:])
  private let threads = DispatchGroup()
  /// A thread that hangs, say in the resolver, is left behind; longer than any caller should take.
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

  /// The calls that are over: all of them, unless time is up or the run is to end.
  func calls(unless stop: StopSignal) -> [String: HubCall] {
    while !stop.isRaised, DispatchTime.now() < deadline,
      threads.wait(timeout: min(deadline, .now() + .milliseconds(100))) == .timedOut
    {}
    return answers.withLock { $0 }
  }
}
