internal import CLibXML2
internal import Text

/// References; the position is at their `&`.
extension XMLRepair {
  /// No name of HTML or XML is longer.
  private static let longestName = 32

  mutating func reference() {
    if position + 1 < input.count, input[position + 1] == UInt8(ascii: "#") { return number() }
    if let character = takePredefined() { return write(Unicode.Scalar(character)) }
    let limit = min(position + 2 + Self.longestName, input.count)
    let end = input[(position + 1)..<limit].firstIndex { !isNameStart($0) && !(0x30...0x39).contains($0) }
    guard let end, input[end] == UInt8(ascii: ";"), end > position + 1 else { return ampersand() }
    let name = input[(position + 1)..<end]
    if !entities.isEmpty, let own = entities[String(decoding: name, as: UTF8.self)], own.count <= entityRoom {
      countPiece()
      entityRoom -= own.count
      if isInValue { piece.markup += escapedHTML(String(decoding: own, as: UTF8.self)).utf8 } else { write(text: own) }
    } else if let found = character(name) {
      if !found.isUpper { fault(.undeclaredName) }
      write(found.scalar)
    } else {
      return ampersand()
    }
    position = end + 1
  }

  private static let upper: [String: Unicode.Scalar] = ["AMP": "&", "LT": "<", "GT": ">", "QUOT": "\""]

  /// Moves past `&lt;`, `&gt;`, `&amp;`, `&quot;` or `&apos;`, which are most references of a feed. Nil for any other.
  private mutating func takePredefined() -> UInt8? {
    guard position + 3 < input.count else { return nil }
    let first = input[position + 1]
    let found: UInt8
    let rest: StaticString
    switch first {
    case UInt8(ascii: "l"): (found, rest) = (UInt8(ascii: "<"), "t;")
    case UInt8(ascii: "g"): (found, rest) = (UInt8(ascii: ">"), "t;")
    case UInt8(ascii: "q"): (found, rest) = (UInt8(ascii: "\""), "uot;")
    case UInt8(ascii: "a") where input[position + 2] == UInt8(ascii: "m"): (found, rest) = (UInt8(ascii: "&"), "mp;")
    case UInt8(ascii: "a"): (found, rest) = (UInt8(ascii: "'"), "pos;")
    default: return nil
    }
    let length = rest.utf8CodeUnitCount
    guard position + 2 + length <= input.count else { return nil }
    for offset in 0..<length where unsafe input[position + 2 + offset] != rest.utf8Start[offset] { return nil }
    position += 2 + length
    return found
  }

  /// Cached by the letters, because libxml2 compares each name with hundreds. No name of HTML 4 has more than eight.
  private mutating func character(_ name: ArraySlice<UInt8>) -> NamedCharacter? {
    guard name.count <= 8 else { return nil }
    let letters = name.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    if let known = characters[letters] { return known }
    let text = String(decoding: name, as: UTF8.self)
    let upper = Self.upper[text].map { NamedCharacter(scalar: $0, isUpper: true) }
    let found = upper ?? htmlCharacter(text).map { NamedCharacter(scalar: $0, isUpper: false) }
    if characters.count < Self.mostNames { characters[letters] = .some(found) }
    return found
  }

  private static let mostNames = 1_000

  private mutating func ampersand() {
    fault(.bareAmpersand)
    countPiece()
    write("&")
    position += 1
  }

  private mutating func number() {
    let isHex = position + 2 < input.count && lower(input[position + 2]) == UInt8(ascii: "x")
    let start = position + (isHex ? 3 : 2)
    let limit = min(start + 10, input.count)
    let end = input[min(start, limit)..<limit].firstIndex { !isDigit($0, isHex: isHex) } ?? limit
    let digits = String(decoding: input[min(start, end)..<end], as: UTF8.self)
    guard let value = UInt32(digits, radix: isHex ? 16 : 10) else { return ampersand() }
    if let scalar = Unicode.Scalar(value).flatMap(meaning(ofC1:)), isAllowed(scalar) {
      write(scalar)
    } else {
      fault(.forbiddenCharacter)
    }
    position = end
    if position < input.count, input[position] == UInt8(ascii: ";") { position += 1 } else { fault(.bareAmpersand) }
  }

  private func isDigit(_ byte: UInt8, isHex: Bool) -> Bool {
    (0x30...0x39).contains(byte) || isHex && (0x61...0x66).contains(lower(byte))
  }

  /// XML 1.0 §2.2, `Char`.
  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Writes a character as text, or into a value in double quotes.
  private mutating func write(_ scalar: Unicode.Scalar) {
    if isInValue {
      piece.markup += escaped(scalar)
    } else if scalar.isASCII {
      write(text: UInt8(scalar.value))
    } else {
      write(text: String(scalar).utf8)
    }
  }

  private func escaped(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar {
    case "<": Array("&lt;".utf8)
    case "&": Array("&amp;".utf8)
    case "\"": Array("&quot;".utf8)
    case "\t", "\n", "\r": Array("&#\(scalar.value);".utf8)
    default: Array(String(scalar).utf8)
    }
  }
}

/// The character that a name after `&` represents.
struct NamedCharacter {
  let scalar: Unicode.Scalar
  /// Whether it is `&AMP;` or another of XML's, in capitals.
  let isUpper: Bool
}

/// The character that HTML 4 calls `name`.
func htmlCharacter(_ name: String) -> Unicode.Scalar? {
  let entity = unsafe name.withCString {
    unsafe htmlEntityLookup(UnsafeRawPointer($0).assumingMemoryBound(to: xmlChar.self))
  }
  return unsafe entity.flatMap { unsafe Unicode.Scalar($0.pointee.value) }
}
