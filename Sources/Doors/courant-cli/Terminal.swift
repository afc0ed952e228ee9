import ArgumentParser
import Foundation
import Model

// Whatever a command prints goes through here. What comes from outside (a reader's name, a server's words, a title, a
// file's name) must neither move a terminal's cursor nor pose as a line of ours.

/// One line for people.
func print(_ line: String) { Swift.print(forDisplay(line)) }

/// One line of a problem or a notice, to standard error at once.
func printError(_ line: String) {
  let bytes = Array((forDisplay(line) + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// For programs: CSV and JSON, to a file or a pipe byte for byte. Only on a terminal are its lines like any other.
func printExactly(_ text: String) {
  guard isatty(STDOUT_FILENO) == 1 else { return Swift.print(text, terminator: "") }
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
    $0.split(separator: "\r\n", omittingEmptySubsequences: false)
  }
  if lines.last?.isEmpty == true { lines.removeLast() }
  for line in lines { print(String(line)) }
}

/// One JSON object, its keys sorted; docs/json.md says what the fields mean.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  printExactly(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
}

/// What the help says of `--json`, wherever there is one.
enum JSONHelp {
  static var text: ArgumentHelp { "Print one JSON object for a script; docs/json.md names its fields." }
}
