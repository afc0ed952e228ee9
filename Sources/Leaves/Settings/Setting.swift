/// A place in a text: line and column from 1, the column in UTF-8 bytes as compilers count. A byte order mark is not
/// counted.
package struct Mark: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  package static func < (a: Mark, b: Mark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A value that someone wrote in TOML or YAML, and where.
package struct Setting: Sendable {
  package indirect enum Value: Sendable {
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    /// A TOML date, time or date-time, as it is written in the source.
    case date(String)
    case array([Setting])
    case table(SettingTable)
    /// YAML only: nothing after the colon, `~` or `null`.
    case null
  }

  package let value: Value
  /// Where the value begins: its opening quote or bracket; for a table the `[` of its header, else its first key.
  package let mark: Mark
  /// Where the first byte of a text stands, if the source shows the text exactly as it is (no escapes, one line).
  private let textMark: Mark?

  package init(_ value: Value, at mark: Mark, textAt textMark: Mark? = nil) {
    (self.value, self.mark, self.textMark) = (value, mark, textMark)
  }

  /// Where the text's byte number `offset` (from 0) stands, or the whole value if escapes make that unclear.
  package func mark(ofByte offset: Int) -> Mark {
    textMark.map { Mark(line: $0.line, column: $0.column + offset) } ?? mark
  }

  package var string: String? {
    if case .string(let text) = value { text } else { nil }
  }
}

extension Setting {
  /// With its article, for sentences.
  package var kind: String {
    switch value {
    case .string: "a text"
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean(let isTrue): "\(isTrue)"
    case .date: "a date"
    case .array: "a list"
    case .table: "a table"
    case .null: "empty"
    }
  }
}

/// Keys and their values, in the order of the source; each key once.
package struct SettingTable: Sendable {
  package enum Syntax: Sendable { case toml, yaml }

  package struct Entry: Sendable {
    package let key: String
    package let keyMark: Mark
    package let setting: Setting

    package init(key: String, keyMark: Mark, setting: Setting) {
      (self.key, self.keyMark, self.setting) = (key, keyMark, setting)
    }
  }

  package let syntax: Syntax
  package let mark: Mark
  package let entries: [Entry]
  /// Where each key is among the entries; nil for a table so small that looking through it is quicker.
  private let places: [String: Int]?

  package init(_ syntax: Syntax, at mark: Mark, entries: [Entry]) {
    self.syntax = syntax
    self.mark = mark
    self.entries = entries
    let keys = entries.enumerated().map { ($1.key, $0) }
    places = entries.count > 16 ? Dictionary(keys) { first, _ in first } : nil
  }

  package func entry(_ key: String) -> Entry? {
    guard let places else { return entries.first { $0.key == key } }
    return places[key].map { entries[$0] }
  }
  package subscript(key: String) -> Setting? { entry(key)?.setting }
}

/// Why a text could not be read as TOML or YAML.
package struct SettingError: Error, Hashable {
  /// Nil when the whole text is meant.
  package let mark: Mark?
  package let sentence: String

  package init(at mark: Mark?, _ sentence: String) { (self.mark, self.sentence) = (mark, sentence) }
}

/// Tables and lists may be nested this deep; a document that goes deeper is an attack or a mistake.
let deepestNesting = 32
