/// A value of JSON from outside.
package enum JSONValue: Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  /// As written.
  case number(String)
  case boolean(Bool)
  case null

  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// A string, or a number as written.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .number(let text): text
    default: nil
    }
  }

  /// The elements of an array; another value as the only one.
  package var values: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }
}

/// Reads JSON (RFC 8259) that may be broken or hostile, value by value. Bytes must be UTF-8.
package struct JSONScanner {
  package struct Broken: Error {
    package init() {}
  }
  private static let mostLevels = 64
  /// The maximum number of elements in an array; later ones are skipped.
  private static let mostValues = 10_000

  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var line: Int { bytes[..<min(position, bytes.count)].count { $0 == 0xA } + 1 }

  /// Takes the next byte that is not white space if it is this one.
  package mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  package mutating func value(_ level: Int = 0) throws(Broken) -> JSONValue {
    skipSpaces()
    guard position < bytes.count, level < Self.mostLevels else { throw Broken() }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(level)
    case UInt8(ascii: "["): return try array(level)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  /// A value of which, if it is an object, only these members are kept.
  package mutating func value(keeping keys: Set<String>) throws(Broken) -> JSONValue {
    guard take("{") else { return try value() }
    var members: [String: JSONValue] = [:]
    try readMembers { scanner, key throws(Broken) in
      guard keys.contains(key), members[key] == nil else { return try scanner.skipValue(1) }
      members[key] = try scanner.value(1)
    }
    return .object(members)
  }

  /// Reads over a value.
  package mutating func skipValue(_ level: Int = 0) throws(Broken) {
    skipSpaces()
    guard position < bytes.count, level < Self.mostLevels else { throw Broken() }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      position += 1
      try readMembers { scanner, _ throws(Broken) in try scanner.skipValue(level + 1) }
    case UInt8(ascii: "["):
      position += 1
      while !take("]") {
        try skipValue(level + 1)
        guard take(",") || isNext("]") else { throw Broken() }
      }
    case UInt8(ascii: "\""): _ = try string()
    default: _ = try value(level)
    }
  }

  package mutating func string() throws(Broken) -> String {
    guard take("\"") else { throw Broken() }
    var text: [UInt8] = []
    while position < bytes.count {
      let end = bytes[position...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") } ?? bytes.count
      text += bytes[position..<end]
      position = end + 1
      guard end < bytes.count else { break }
      if bytes[end] == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      try escape(&text)
    }
    throw Broken()
  }
}

extension JSONScanner {
  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func object(_ level: Int) throws(Broken) -> JSONValue {
    position += 1
    var members: [String: JSONValue] = [:]
    try readMembers { scanner, key throws(Broken) in
      let value = try scanner.value(level + 1)
      if members[key] == nil { members[key] = value }
    }
    return .object(members)
  }

  /// Reads up to the `}` of an object whose `{` was taken.
  private mutating func readMembers(
    _ read: (inout JSONScanner, _ key: String) throws(Broken) -> Void
  ) throws(Broken) {
    while !take("}") {
      let key = try string()
      guard take(":") else { throw Broken() }
      try read(&self, key)
      guard take(",") || isNext("}") else { throw Broken() }
    }
  }

  private mutating func array(_ level: Int) throws(Broken) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    while !take("]") {
      if values.count < Self.mostValues { values.append(try value(level + 1)) } else { try skipValue(level + 1) }
      guard take(",") || isNext("]") else { throw Broken() }
    }
    return .array(values)
  }

  private mutating func isNext(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    return position < bytes.count && bytes[position] == UInt8(ascii: sign)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Broken) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw Broken() }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(Broken) -> JSONValue {
    let start = position
    while position < bytes.count, Self.isInNumber(bytes[position]) { position += 1 }
    guard (1...64).contains(position - start) else { throw Broken() }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private static func isInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: byte | 0x20 == UInt8(ascii: "e")
    }
  }

  /// The position is after the backslash.
  private mutating func escape(_ text: inout [UInt8]) throws(Broken) {
    guard position < bytes.count else { throw Broken() }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0xA)
    case UInt8(ascii: "t"): text.append(0x9)
    case UInt8(ascii: "r"): text.append(0xD)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"): text += Array(String(try character()).utf8)
    default: text.append(byte)
    }
  }

  private mutating func character() throws(Broken) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // The second half of a surrogate pair.
    guard first < 0xDC00, bytes[min(position, bytes.count)...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
    let start = position
    position += 2
    let second = try unit()
    if (0xDC00..<0xE000).contains(second) {
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    position = start
    return "\u{FFFD}"
  }

  private mutating func unit() throws(Broken) -> UInt32 {
    guard position + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw Broken() }
    position += 4
    return unit
  }
}
