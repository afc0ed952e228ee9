/// RFC 2047 encoded words, `=?utf-8?Q?…?=`: at most 75 characters, each readable on its own.
enum EncodedWord {
  case q, b

  /// `=?utf-8?Q?` and `?=`.
  static let frame = 12
  static let maxPayload = 75 - frame

  /// The shorter encoding for `text`; B also if Q would have to split a character that B can keep whole.
  init(shorterFor text: some StringProtocol) {
    let breaksCharacter = text.contains { EncodedWord.q.length(of: $0.utf8) > EncodedWord.maxPayload }
    let isLonger = EncodedWord.q.length(of: text.utf8) > EncodedWord.b.length(of: text.utf8)
    self = breaksCharacter || isLonger ? .b : .q
  }

  /// The length of the payload, without the frame.
  func length(of bytes: some Collection<UInt8>) -> Int {
    switch self {
    case .q: bytes.reduce(0) { $0 + (isLiteralInQ($1) || $1 == 0x20 ? 1 : 3) }
    case .b: (bytes.count + 2) / 3 * 4
    }
  }

  func word(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .q: Array("=?utf-8?Q?".utf8) + bytes.flatMap(qEncoded) + Array("?=".utf8)
    case .b: Array("=?utf-8?B?".utf8) + base64(bytes) + Array("?=".utf8)
    }
  }
}

extension HeaderLine {
  /// Adds `text` as encoded words. A word ends between characters (grapheme clusters), or between scalars if one
  /// character is too long for a word, or if the first character does not fit after the field's name, where the line
  /// must not end. Text that fits on the next line as one word is not split to fill this line.
  mutating func putEncoded(_ text: some StringProtocol) {
    let encoding = EncodedWord(shorterFor: text)
    let length = encoding.length(of: text.utf8)
    if !isFresh, length + EncodedWord.frame > room, length <= EncodedWord.maxPayload { fold() }
    var pending: [UInt8] = []
    for character in text {
      let most =
        isFresh && pending.isEmpty ? min(room - EncodedWord.frame, EncodedWord.maxPayload) : EncodedWord.maxPayload
      for unit in encoding.units(of: character, most) {
        if encoding.length(of: pending + unit) + EncodedWord.frame > room {
          if !pending.isEmpty { put(encoding.word(pending)) }
          pending = []
          fold()
        }
        pending += unit
      }
    }
    put(encoding.word(pending))
  }
}

extension EncodedWord {
  /// The units that must not be split: the character, or its scalars if a payload of `most` cannot hold it.
  fileprivate func units(of character: Character, _ most: Int) -> [[UInt8]] {
    let whole = Array(character.utf8)
    return length(of: whole) <= most ? [whole] : character.unicodeScalars.map { Array($0.utf8) }
  }
}

/// The characters that need no encoding even in the name before an address (RFC 2047 §5 rule 3).
private func isLiteralInQ(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == 0x21 || byte == 0x2A || byte == 0x2B || byte == 0x2D || byte == 0x2F  // ! * + - /
}

private func qEncoded(_ byte: UInt8) -> [UInt8] {
  if byte == 0x20 { return [UInt8(ascii: "_")] }
  return isLiteralInQ(byte) ? [byte] : [UInt8(ascii: "=")] + upperHex(byte)
}
