internal import Model

/// A place in a JSON text without white space. Everything is nil for what is not what was asked for, and then for the rest.
struct HeadReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var isInObject = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// The key of the next member of the object that begins or goes on here; nil at its end.
  mutating func nextKey() -> String? {
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

  mutating func text() -> String? {
    guard skip("\"") else { return fail() }
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<(position - 1)]), as: UTF8.self)
      case UInt8(ascii: "\\"): return textWithEscapes(from: start)
      default: position += 1
      }
    }
    return fail()
  }

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

  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "n"): 0xA
    case UInt8(ascii: "t"): 0x9
    default: nil
    }
  }

  mutating func number() -> Int64? {
    let isNegative = skip("-")
    var (value, digits) = (Int64(0), 0)
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
      guard digits < 18 else { return fail() }
      value = value * 10 + Int64(digit)
      (digits, position) = (digits + 1, position + 1)
    }
    return digits > 0 ? (isNegative ? -value : value) : fail()
  }

  mutating func truth() -> Bool? {
    for byte in "true".utf8 {
      guard position < bytes.count, bytes[position] == byte else { return fail() }
      position += 1
    }
    return true
  }

  mutating func texts() -> [String]? {
    guard skip("[") else { return fail() }
    var texts: [String] = []
    if skip("]") { return texts }
    repeat {
      guard let text = text() else { return nil }
      texts.append(text)
    } while skip(",")
    return skip("]") ? texts : fail()
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func fail<Value>() -> Value? {
    position = bytes.count + 1
    return nil
  }
}

extension HeadReader {
  mutating func rating() -> Rating? { number().flatMap { Rating(tenths: Int($0)) } }

  mutating func citation() -> Article.Citation? {
    var citation = Article.Citation()
    let isRead = object { key, reader in
      switch key {
      case "doi": citation.doi = reader.text()
      case "journal": citation.journal = reader.text()
      case "published": citation.published = reader.text()
      case "title": citation.title = reader.text()
      case "url": citation.url = reader.text()
      default: let _: String? = reader.fail()
      }
    }
    return isRead ? citation : nil
  }

  mutating func picture() -> Article.Picture? {
    var picture = Article.Picture(url: "", alt: "")
    let isRead = object { key, reader in
      switch key {
      case "alt": picture.alt = reader.text() ?? ""
      case "url": picture.url = reader.text() ?? ""
      default: let _: String? = reader.fail()
      }
    }
    return isRead ? picture : nil
  }

  /// An object within the one that is being read.
  private mutating func object(_ member: (String, inout HeadReader) -> Void) -> Bool {
    isInObject = false
    while let key = nextKey() { member(key, &self) }
    isInObject = true
    return position <= bytes.count
  }
}
