/// A position in a source: line and column, 1-based; columns count UTF-8 bytes, as in compilers. A byte
/// order mark is not counted.
package struct TextPosition: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: TextPosition, b: TextPosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A value written in TOML or YAML, with its position.
package struct Setting: Sendable {
  package indirect enum Value: Sendable {
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    /// A TOML date, time or date-time, as written in the source.
    case date(String)
    case array([Setting])
    case table(SettingTable)
    /// YAML only: an empty value, `~` or `null`.
    case null
  }

  package let value: Value
  /// Where the value begins: at its opening quote or bracket; for a table, at the `[` of its header,
  /// otherwise at its first key.
  package let position: TextPosition
  /// Position of a string's first byte, if the source has the string verbatim (no escapes, one line).
  private let textPosition: TextPosition?

  package init(_ value: Value, at position: TextPosition, textAt textPosition: TextPosition? = nil) {
    self.value = value
    self.position = position
    self.textPosition = textPosition
  }

  /// Position of the string's byte number `offset` (0-based), or of the whole value if escapes make that unclear.
  package func position(ofByte offset: Int) -> TextPosition {
    textPosition.map { TextPosition(line: $0.line, column: $0.column + offset) } ?? position
  }

  package var string: String? {
    if case .string(let text) = value { text } else { nil }
  }
}

extension Setting {
  /// With its article, for messages.
  package var kind: String {
    switch value {
    case .string: "a string"
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean(let isTrue): "\(isTrue)"
    case .date: "a date"
    case .array: "a list"
    case .table: "a table"
    case .null: "empty"
    }
  }

  /// Itself, or every string in it, at any depth.
  fileprivate var strings: [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.strings)
    case .table(let table): table.strings
    default: []
    }
  }
}

/// Keys and their values in the order of the source; each key once.
package struct SettingTable: Sendable {
  package enum Syntax: Sendable { case toml, yaml }

  package struct Entry: Sendable {
    package let key: String
    package let keyPosition: TextPosition
    package let setting: Setting

    package init(key: String, keyPosition: TextPosition, setting: Setting) {
      self.key = key
      self.keyPosition = keyPosition
      self.setting = setting
    }
  }

  package let syntax: Syntax
  package let position: TextPosition
  package let entries: [Entry]
  /// The index of each key's entry; nil for a table so small that a linear search is faster.
  private let places: [String: Int]?

  package init(_ syntax: Syntax, at position: TextPosition, entries: [Entry]) {
    self.syntax = syntax
    self.position = position
    self.entries = entries
    let keys = entries.enumerated().map { ($1.key, $0) }
    places = entries.count > 16 ? Dictionary(keys) { first, _ in first } : nil
  }

  package func entry(_ key: String) -> Entry? {
    guard let places else { return entries.first { $0.key == key } }
    return places[key].map { entries[$0] }
  }
  package subscript(key: String) -> Setting? { entry(key)?.setting }

  /// Every string in it, at any depth, in the order of the source.
  package var strings: [String] { entries.flatMap(\.setting.strings) }
}

/// Why a source could not be read as TOML or YAML.
package struct SettingError: Error, Hashable {
  /// Nil when the error is about the whole source.
  package let position: TextPosition?
  package let sentence: String

  package init(at position: TextPosition?, _ sentence: String) {
    self.position = position
    self.sentence = sentence
  }
}

/// The deepest nesting of tables and lists; a deeper document is an attack or a mistake.
let deepestNesting = 32
