/// Writes JSON (RFC 8259) in UTF-8, with keys in the given order.
package struct JSONWriter {
  package enum Layout: Sendable {
    /// One member or value per line, and a line break at the end.
    case lines
    /// No white space.
    case compact
  }

  private let layout: Layout
  private let escaping: JSONEscaping
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the next member or value is the first of its object or array.
  private var isFirst = true
  /// Whether a key was written and its value is still to come.
  private var hasKey = false

  package init(_ layout: Layout, _ escaping: JSONEscaping) {
    self.layout = layout
    self.escaping = escaping
    bytes.reserveCapacity(256)
  }

  package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows { try nest("{", members, "}") }

  package mutating func array(_ values: (inout JSONWriter) throws -> Void) rethrows { try nest("[", values, "]") }

  package mutating func member(_ key: StaticString, _ value: (inout JSONWriter) throws -> Void) rethrows {
    startEntry()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    append(layout == .lines ? "\": " : "\":")
    hasKey = true
    try value(&self)
  }

  package mutating func member(_ key: StaticString, _ text: String) { member(key) { $0.string(text) } }

  package mutating func string(_ text: String) {
    startValue()
    bytes.append(UInt8(ascii: "\""))
    escaping.write(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes one string, given in parts.
  package mutating func string(_ parts: [String]) {
    startValue()
    bytes.append(UInt8(ascii: "\""))
    for part in parts { escaping.write(part, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// - Parameter literal: a number in JSON syntax.
  package mutating func number(_ literal: String) {
    startValue()
    append(literal)
  }

  package mutating func boolean(_ isTrue: Bool) {
    startValue()
    append(isTrue ? "true" : "false")
  }

  /// Writes a value that is already JSON.
  package mutating func written(_ value: [UInt8]) {
    startValue()
    bytes += value
  }

  package mutating func finish() -> [UInt8] {
    if layout == .lines { bytes.append(0xA) }
    return bytes
  }

  /// Returns the bytes written so far, so that a long document need not be in memory as a whole.
  package mutating func drain() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.count)
    return taken
  }

  /// How many bytes ``take()`` would return.
  package var count: Int { bytes.count }
}

extension JSONWriter {
  private mutating func nest(
    _ opening: String, _ content: (inout JSONWriter) throws -> Void, _ closing: String
  ) rethrows {
    startValue()
    append(opening)
    depth += 1
    isFirst = true
    try content(&self)
    depth -= 1
    if !isFirst { indent() }
    append(closing)
    isFirst = false
  }

  private mutating func startValue() {
    if hasKey || depth == 0 { hasKey = false } else { startEntry() }
  }

  private mutating func startEntry() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    indent()
  }

  private mutating func indent() {
    if layout == .compact { return }
    bytes.append(0xA)
    for _ in 0..<(2 * depth) { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
