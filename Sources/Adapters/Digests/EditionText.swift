internal import Languages
internal import Model

/// Formats the text part for readers: lines of at most `most` columns, underlined headings, no trailing white space.
///
/// A line of `===` or `---` directly below text becomes an underline of the same width. There are never more than two
/// blank lines in a row, and only one at the end.
func mailText(_ rendered: String, columns most: Int = 72) -> String {
  var text = MailText(columns: most)
  text.append(rendered)
  return text.finished
}

/// The text part while it is being built.
struct MailText {
  private let most: Int
  private var lines: [String] = []
  /// The output lines of the last rendered line.
  private(set) var heading: [String] = []
  /// Whether the first line would be an underline if there were text above it.
  private(set) var beginsWithUnderline = false

  init(columns most: Int = 72) { self.most = most }

  mutating func append(_ rendered: String) {
    for bytes in rendered.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      append(line: Substring(bytes))
    }
  }

  mutating func append(line: Substring) {
    let isUnderline = line == "===" || line == "---"
    if isUnderline, lines.isEmpty { beginsWithUnderline = true }
    if isUnderline, !heading.isEmpty { return underline(with: line.prefix(1)) }
    heading = folded(line, columns: most)
    if !heading.isEmpty { lines += heading } else { appendBlank() }
  }

  /// Inserts the placeholder of a cell; empty lines around the cell belong to the document.
  mutating func append(_ cell: Cell, mark: String) {
    for _ in 0..<cell.lines.before { appendBlank() }
    lines.append(mark)
    for _ in 0..<cell.lines.after { appendBlank() }
    heading = cell.lines.heading
  }

  var finished: String {
    lines[..<(lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)].joined(separator: "\n") + "\n"
  }

  /// The lines without the empty ones before and after.
  var body: (lines: ArraySlice<String>, before: Int, after: Int) {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return ([], lines.count, 0) }
    return (lines[first...last], first, lines.count - 1 - last)
  }

  private mutating func appendBlank() {
    if lines.suffix(2) != ["", ""] { lines.append("") }
  }

  private mutating func underline(with sign: Substring) {
    let width = heading.map { columns(of: $0) }.max() ?? 0
    lines.append(String(repeating: String(sign), count: max(3, min(width, most))))
    heading = []
  }
}

/// Wraps a line into output lines; none for a blank line.
private func folded(_ line: Substring, columns most: Int) -> [String] {
  // True for most lines, and much faster: no character has more columns than bytes.
  if line.utf8.count <= most, line.utf8.last != 0x20, !line.unicodeScalars.contains(where: breaksLines) {
    return line.isEmpty ? [] : [String(line)]
  }
  let shown = line.unicodeScalars.compactMap(shown)
  let lines = wrapped(String(String.UnicodeScalarView(shown)), columns: most)
  return lines.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
}

/// U+0085 is the `…` of windows-1252. Nil for other control characters.
private func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  if scalar == "\u{85}" { return "…" }
  return isControl(scalar) ? nil : scalar
}

private func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || isControl(scalar) || scalar == "\u{2028}" || scalar == "\u{2029}"
}

/// DEL, C1 and noncharacters, which no email should show.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x7F: false
  case 0x7F...0x9F, 0xFDD0...0xFDEF: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}
