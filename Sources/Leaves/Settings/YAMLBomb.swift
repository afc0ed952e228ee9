/// The position at which parsing a YAML text could grow without bound; nil if it cannot.
///
/// Yams replaces an alias with its node before returning it, which costs nothing, but it hashes every key: an alias as
/// a key over ten levels takes minutes. Growth needs many aliases, so more than eight words that look like an alias
/// (`*name`) of something that looks like an anchor (`&name`) are rejected before parsing. Up to eight aliases multiply
/// a document at most eighteenfold; they are rejected after parsing, where nodes identify them exactly.
func firstAliasOfABomb(_ bytes: [UInt8]) -> Int? {
  let ampersands = words(after: UInt8(ascii: "&"), in: bytes)
  guard !ampersands.isEmpty else { return nil }
  let anchors = Set(ampersands.map(\.name))
  let aliases = words(after: UInt8(ascii: "*"), in: bytes).filter { anchors.contains($0.name) }
  return aliases.count > 8 ? aliases[0].offset : nil
}

/// The position of the first directive if more than eight lines begin with `%`. libyaml compares each directive with
/// all previous ones, so a large number takes hours.
func firstOfManyDirectives(_ bytes: [UInt8]) -> Int? {
  let directives = bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "%") && isLineStart($0, bytes) }
  return directives.dropFirst(8).first == nil ? nil : directives.first
}

/// The position at which more than 64 brackets are open at once. libyaml checks each of them for every value
/// inside, so a thousand take minutes. Documents nested this deep are rejected anyway, and no prose leaves
/// this many brackets open.
func firstOfManyOpenBrackets(_ bytes: [UInt8]) -> Int? {
  var open = 0
  for (offset, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
    default: continue
    }
    if open > 2 * deepestNesting { return offset }
  }
  return nil
}

private func words(after sign: UInt8, in bytes: [UInt8]) -> [(offset: Int, name: ArraySlice<UInt8>)] {
  bytes.indices.filter { bytes[$0] == sign }.compactMap { offset in
    let name = bytes[(offset + 1)...].prefix(while: isNameByte)
    return name.isEmpty ? nil : (offset, name)
  }
}

/// `[0-9A-Za-z_-]`, the characters of an anchor's name in libyaml.
private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
  default: false
  }
}

/// At the beginning, after a control character, or after a part of a character outside ASCII; this
/// covers all line endings.
private func isLineStart(_ offset: Int, _ bytes: [UInt8]) -> Bool {
  offset == 0 || bytes[offset - 1] < 0x20 || bytes[offset - 1] > 0x7F
}
