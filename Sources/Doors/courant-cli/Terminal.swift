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
func printError(_ line: String) {
  let bytes = Array((forDisplay(line) + "\n").utf8)
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
