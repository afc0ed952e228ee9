internal import Text

/// Writes front matter as in the articles of this repository: YAML, with as few quotation marks as possible.
struct FrontMatterText {
  private(set) var lines = ["---"]

  /// Lines are at most as long as people write them.
  private static let width = 116

  /// A long text is folded over several lines.
  mutating func add(_ key: String, text: String) {
    let line = "\(key): \(Self.scalar(text))"
    guard line.count > Self.width, !text.hasPrefix(" ") else { return lines.append(line) }
    lines.append("\(key): >-")
    var row = " "
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if row.count > 1, row.count + 1 + word.count > Self.width {
        lines.append(row)
        row = " "
      }
      row += " " + word
    }
    lines.append(row)
  }

  /// Already in the form of YAML: a number, a date, `true`.
  mutating func add(_ key: String, plain: String) { lines.append("\(key): \(plain)") }

  mutating func add(_ key: String, list: [String]) {
    lines.append("\(key): [\(list.map { Self.scalar($0, isInList: true) }.joined(separator: ", "))]")
  }

  /// A table of strings; those that are nil are left out.
  mutating func add(_ key: String, table: [(key: String, text: String?)]) {
    let entries = table.filter { $0.text != nil }
    guard !entries.isEmpty else { return }
    lines.append("\(key):")
    for entry in entries { lines.append("  \(entry.key): \(Self.scalar(entry.text ?? ""))") }
  }

  mutating func add(_ key: String, tables: [[(key: String, text: String?)]]) {
    guard !tables.isEmpty else { return }
    lines.append("\(key):")
    for table in tables {
      var sign = "- "
      for entry in table where entry.text != nil {
        lines.append("  \(sign)\(entry.key): \(Self.scalar(entry.text ?? ""))")
        sign = "  "
      }
    }
  }

  var text: String { (lines + ["---"]).joined(separator: "\n") + "\n" }

  /// Plain if YAML reads it as this text, otherwise in double quotes.
  static func scalar(_ text: String, isInList: Bool = false) -> String {
    if isPlain(text, isInList) || isDay(text) { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }

  /// Whether a string begins with a letter and is not one of YAML's words.
  private static func isPlain(_ text: String, _ isInList: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || "“«„‘".unicodeScalars.contains(first),
      !reserved.contains(text.lowercased()), !text.contains(": "), !text.contains(" #"), !text.hasSuffix(":"),
      !text.hasSuffix(" "), !text.contains("\t")
    else { return false }
    return !isInList || !text.contains { ",[]{}:\"'#&*!|>%@`".contains($0) }
  }

  private static func isDay(_ text: String) -> Bool { text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil }

  private static let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
}
