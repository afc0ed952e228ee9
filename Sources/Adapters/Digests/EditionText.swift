internal import Languages
internal import Model

/// The text part as readers get it: lines of at most `most` columns, underlined headings, no trailing debris.
///
/// A line of `===` or `---` right below text becomes an underline as long as what it underlines. There are never more
/// than two blank lines together, and none at the end but one.
func mailText(_ rendered: String, columns most: Int = 72) -> String {
  var text = MailText(columns: most)
  text.append(rendered)
  return text.finished
}

/// The text part as it grows.
struct MailText {
  private let most: Int
  private var lines: [String] = []
  /// The lines that the last rendered line became.
  private(set) var heading: [String] = []
  /// Whether the very first line would be an underline if there were something above it.
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

  /// The mark of a cell in the cell's place; empty lines around it are the document's.
  mutating func append(_ cell: Cell, mark: String) {
    for _ in 0..<cell.lines.before { appendBlank() }
    lines.append(mark)
    for _ in 0..<cell.lines.after { appendBlank() }
    heading = cell.lines.heading
  }

  var finished: String {
    lines[..<(lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)].joined(separator: "\n") + "\n"
  }

  /// Without the empty lines before and after it.
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

/// The lines that a line becomes; none for a blank one.
private func folded(_ line: Substring, columns most: Int) -> [String] {
  // Most lines, and much quicker: no character takes more columns than bytes.
  if line.utf8.count <= most, line.utf8.last != 0x20, !line.unicodeScalars.contains(where: breaksLines) {
    return line.isEmpty ? [] : [String(line)]
  }
  let shown = line.unicodeScalars.compactMap { $0 == "\u{85}" ? "…" : isControl($0) ? nil : $0 }
  return wrapped(String(String.UnicodeScalarView(shown)), columns: most).utf8.split(separator: UInt8(ascii: "\n")).map {
    String(Substring($0))
  }
}

private func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || isControl(scalar) || scalar == "\u{2028}" || scalar == "\u{2029}"
}

/// DEL, C1 and noncharacters, which no mail should show.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x7F: false
  case 0x7F...0x9F, 0xFDD0...0xFDEF: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}
