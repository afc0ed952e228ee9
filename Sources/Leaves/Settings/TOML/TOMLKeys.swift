/// One part of a dotted key, with its position.
struct TOMLKey {
  let name: String
  let start: Int

  var shown: String { shownInSentence(name) }
}

extension TOMLSource {
  /// `a . "b" . 'c'`, including the space around it.
  mutating func keyPath() throws(SettingError) -> [TOMLKey] {
    var path: [TOMLKey] = []
    repeat {
      // Deeper keys are never accepted, so the rest need not be read.
      guard path.count <= deepestNesting else { throw tooDeep(at: offset) }
      skipSpace()
      path.append(try key())
      skipSpace()
    } while take(".")
    return path
  }

  func tooDeep(at offset: Int) -> SettingError {
    error(at: offset, "this is nested deeper than \(deepestNesting) levels; use fewer levels")
  }

  private mutating func key() throws(SettingError) -> TOMLKey {
    let start = offset
    if isAtTripleQuote {
      throw error(at: start, "a key cannot be a string of several lines; put it in one pair of quotes")
    }
    if isAtString { return TOMLKey(name: try oneLineString().text, start: start) }
    while let byte = peek, isBareKeyByte(byte) { offset += 1 }
    guard offset > start else {
      try refuseControlCharacter()
      throw missingKey()
    }
    return TOMLKey(name: String(decoding: bytes[start..<offset], as: UTF8.self), start: start)
  }

  private func missingKey() -> SettingError {
    guard let byte = peek, !isAtLineEnd, byte != UInt8(ascii: "#") else {
      return error(at: offset, "a key is missing here; write one, such as title")
    }
    switch byte {
    case UInt8(ascii: "="): return error(at: offset, "there is no key before the =; write one, such as title")
    case UInt8(ascii: "."):
      return error(at: offset, "there is no key before the dot; write one, or put the dot in quotes")
    case UInt8(ascii: "]"): return error(at: offset, "there is no name before the ]; write one, such as [site]")
    default: return error(at: offset, "\(shownCharacter) cannot be part of a key; put the key in quotes")
    }
  }

  private func isBareKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
