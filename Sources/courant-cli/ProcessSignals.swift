import Dispatch
import Glibc
import Press

extension StopSignal {
  /// Raised by SIGTERM, SIGINT and SIGHUP (a terminal that is closed); the second of them ends the process at once, as `kill -9` would.
  static func ofThisProcess() -> StopSignal {
    let stop = StopSignal()
    for number in [SIGTERM, SIGINT, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard !stop.isRaised else { _exit(128 + number) }
        stop.raise()
        withExtendedLifetime(source) {}  // the handler keeps its source
      }
      source.activate()
    }
    return stop
  }
}
