import ArgumentParser
import Foundation
import Glibc
import Model
import Press
import Time

extension LogFormat: ExpressibleByArgument {}

/// The option of commands that write events.
struct LogOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Print one line per event, as logfmt or json (default: `format` of [log], or none).", valueName: "format"))
  var logFormat: LogFormat?

  /// Nil if no events are written.
  func log(of site: Site?) -> EventLog? { (logFormat ?? site?.log).map { EventLog(format: $0) } }
}

/// Writes events to standard output, for machines. What people should read goes to standard error as always.
struct EventLog: Sendable {
  let format: LogFormat

  func write(_ event: LogEvent) {
    let bytes = Array((event.line(format, at: Moment.clock) + "\n").utf8)
    // One call per line, so that lines of several threads do not mix. A log that cannot be written stops nothing.
    _ = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
