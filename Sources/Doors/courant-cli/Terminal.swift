import ArgumentParser
import Foundation
import Model

// Everything a command prints goes through here. External text (a reader's name, a server's reply, a title, a file's
// name) must neither move a terminal's cursor nor look like a line of ours.

/// Prints one line for people.
func print(_ line: String) { Swift.print(forDisplay(line)) }

/// Prints lines for people with a single write, for long reports.
func print(lines: [String]) { Swift.print(lines.map { forDisplay($0) }.joined(separator: "\n")) }

/// Prints one line about a problem or a notice to standard error, unbuffered.
func printError(_ line: String) { writeError(forDisplay(line)) }

/// The same about a mistake in a template: in red on a terminal (ECMA-48 §8.3.117), unless `NO_COLOR` is set.
func printMistake(_ line: String) {
  let environment = ProcessInfo.processInfo.environment
  let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
  guard isatty(STDERR_FILENO) == 1, !isPlain else { return printError(line) }
  writeError("\u{1B}[31m" + forDisplay(line) + "\u{1B}[0m")
}

private func writeError(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Prints CSV and JSON for programs: byte for byte to a file or a pipe; on a terminal, cleaned like any other line.
func printExactly(_ text: String) {
  guard isatty(STDOUT_FILENO) == 1 else { return Swift.print(text, terminator: "") }
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
    $0.split(separator: "\r\n", omittingEmptySubsequences: false)
  }
  if lines.last?.isEmpty == true { lines.removeLast() }
  for line in lines { print(String(line)) }
}

/// Prints one JSON object with sorted keys; docs/json.md describes its fields.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  printExactly(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
}

/// The help text of `--json`, the same for all commands.
enum JSONHelp {
  static var text: ArgumentHelp { "Print one JSON object for scripts; docs/json.md lists its fields." }
}
