import Delivery
import Foundation
import Glibc
import Press

extension StopSignal {
  /// Raised by SIGTERM, SIGINT and SIGHUP (a closed terminal); the second of them ends the process at
  /// once, as `kill -9` would. Call it before any other thread starts: threads inherit the mask that
  /// leaves these signals to one thread.
  static func ofThisProcess() -> StopSignal {
    let stop = StopSignal()
    var signals = awaitedSignals()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let thread = Thread { waitForSignals(stop) }
    thread.name = "courant signals"
    thread.start()
    return stop
  }

  /// A thread that sleeps in `sigwait`. A Dispatch source for this has a polling thread, which was once observed to
  /// poll two million times in a run with nothing to do.
  private static func waitForSignals(_ stop: StopSignal) {
    var signals = awaitedSignals()
    var number: Int32 = 0
    while sigwait(&signals, &number) == 0 {
      guard !stop.isRaised else { _exit(128 + number) }
      stop.raise()
    }
  }

  /// Ignored signals stay ignored, as `nohup` requires.
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
