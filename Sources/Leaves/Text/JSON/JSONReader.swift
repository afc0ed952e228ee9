/// Reads the JSON that ``JSONWriter`` writes in compact layout: objects with known keys, without white space.
///
/// Reading fails at the first value of an unexpected type: from then on every result is nil and ``isAtEnd`` stays
/// false. So the caller can continue reading and check once, at the end.
package struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var isInObject = false

  package init(_ text: String) { bytes = Array(text.utf8) }

  package var isAtEnd: Bool { position == bytes.count }

  /// Makes reading fail.
  package mutating func giveUp() { position = bytes.count + 1 }

  /// The key of the next member of the object that begins or continues here; nil at its end.
  package mutating func nextKey() -> String? {
    if isInObject {
      if skip("}") {
        isInObject = false
        return nil
      }
      guard skip(",") else { return fail() }
    } else {
      guard skip("{") else { return fail() }
      if skip("}") { return nil }
      isInObject = true
    }
    guard let key = text(), skip(":") else { return fail() }
    return key
  }

  /// Reads an object nested in the current one.
  package mutating func object(_ member: (_ key: String, inout JSONReader) -> Void) {
    isInObject = false
    while let key = nextKey() { member(key, &self) }
    isInObject = true
  }

  /// Reads a list of values nested in the current object.
  package mutating func list(_ value: (inout JSONReader) -> Void) {
    guard skip("[") else { return giveUp() }
    if skip("]") { return }
    repeat { value(&self) } while skip(",")
    if !skip("]") { giveUp() }
  }

  package mutating func text() -> String? {
    guard skip("\"") else { return fail() }
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
      case UInt8(ascii: "\\"): return textWithEscapes(from: start)
      default: position += 1
      }
    }
    return fail()
  }

  package mutating func strings() -> [String]? {
    guard skip("[") else { return fail() }
    var strings: [String] = []
    if skip("]") { return strings }
    repeat {
      guard let text = text() else { return nil }
      strings.append(text)
    } while skip(",")
    return skip("]") ? strings : fail()
  }

  package mutating func number() -> Int64? {
    let isNegative = skip("-")
    var value: Int64 = 0
    var digits = 0
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
      guard digits < 18 else { return fail() }
      value = value * 10 + Int64(digit)
      digits += 1
      position += 1
    }
    return digits > 0 ? (isNegative ? -value : value) : fail()
  }

  /// Reads `true`; no other value is allowed.
  package mutating func truth() -> Bool? {
    for byte in "true".utf8 {
      guard position < bytes.count, bytes[position] == byte else { return fail() }
      position += 1
    }
    return true
  }
}

extension JSONReader {
  private mutating func textWithEscapes(from start: Int) -> String? {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard position < bytes.count, let character = Self.escaped(bytes[position]) else { return fail() }
      text.append(character)
      position += 1
    }
    return fail()
  }

  /// Long escapes are not supported: the writer uses them only for control characters, which few strings contain.
  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "n"): 0xA
    case UInt8(ascii: "t"): 0x9
    default: nil
    }
  }

  private mutating func fail<Value>() -> Value? {
    giveUp()
    return nil
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }
}
