import Foundation
import Glibc
import Press

extension StopSignal {
  /// Raised by SIGTERM, SIGINT and SIGHUP (a terminal that is closed); the second of them ends the process at once, as `kill -9`
  /// would. Called before there are other threads: they inherit that these signals wait for the one that takes them.
  static func ofThisProcess() -> StopSignal {
    let stop = StopSignal()
    var signals = awaitedSignals()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let thread = Thread { takeSignals(stop) }
    thread.name = "courant signals"
    thread.start()
    return stop
  }

  /// A thread that sleeps in `sigwait`. A source of Dispatch for this has a thread that polls, and was once seen to poll
  /// two million times in a run with nothing to do.
  private static func takeSignals(_ stop: StopSignal) {
    var signals = awaitedSignals()
    var number: Int32 = 0
    while sigwait(&signals, &number) == 0 {
      guard !stop.isRaised else { _exit(128 + number) }
      stop.raise()
    }
  }

  /// What is ignored stays so: `nohup` means it.
  private static func awaitedSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGTERM, SIGINT, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    return signals
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0, let handler = action.__sigaction_handler.sa_handler else {
      return false
    }
    return unsafeBitCast(handler, to: Int.self) == 1  // SIG_IGN
  }
}
