/// `text` without the characters that Courant never publishes: control characters other than tab and newline (C0 and
/// DEL), and noncharacters, which HTML forbids (XML 1.0 also forbids U+FFFE and U+FFFF). Line endings become `\n`, and
/// C1 controls become the characters they were meant to be.
package func cleanText(_ text: String) -> String {
  var text = text
  return text.withUTF8 { unsafe isClean($0) } ? text : filtered(text)
}

/// Searches for the few bytes that can begin a character to clean; ordinary text takes one fast pass without copying.
@unsafe private func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = unsafe nextSuspect(bytes, from: 0)
  while index < bytes.count {
    let byte = unsafe bytes[index]
    if byte < 0x20 {
      guard byte == 0x0A || byte == 0x09 else { return false }
    } else if byte == 0x7F {
      return false
    } else if byte == 0xC2 {  // U+0080–U+00BF
      guard unsafe bytes[index + 1] >= 0xA0 else { return false }
    } else if unsafe bytes.noncharacter(at: index) != nil {
      return false
    }
    index = unsafe nextSuspect(bytes, from: index + 1)
  }
  return true
}

/// The next C0 control or DEL, or the next byte that begins a C1 control or a noncharacter.
@unsafe private func nextSuspect(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  unsafe bytes.firstIndex(from: start) { $0.below(0x20) | $0.equal(to: 0x7F) | $0.beginsControlOrNoncharacter }
}

private func filtered(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0D: result.append("\n")
    case 0x0A: if previous != "\r" { result.append("\n") }
    case 0x09: result.append(scalar)
    case 0x00..<0x20, 0x7F: break
    case 0x80..<0xA0: if let meant = meaning(ofC1: scalar) { result.append(meant) }
    default: if !scalar.properties.isNoncharacterCodePoint { result.append(scalar) }
    }
    previous = scalar
  }
  return String(result)
}

/// Text on one line as its author wrote it, for programs that return it unchanged: like ``oneLine(_:)``, but with every
/// character that XML 1.0 allows (§2.2), so that it survives in a feed. The only C1 control among these is U+0085,
/// Unicode's next line, which XML does not discourage; the others become the characters they were meant to be. Code
/// that shows the text to people drops DEL and replaces U+0085 with "…".
package func faithfulLine(_ text: String) -> String {
  var text = text
  if text.withUTF8({ unsafe isOneLine($0) }) { return text }
  let scalars = text.unicodeScalars.lazy.filter { !isForbiddenInXML($0) }.compactMap {
    $0 == "\u{85}" ? $0 : meaning(ofC1: $0)
  }
  return folded(scalars) { $0.value <= 0x20 }
}

/// Excludes white space, which is folded.
private func isForbiddenInXML(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 && !("\t\n\r".unicodeScalars.contains(scalar)) || scalar.value & ~1 == 0xFFFE
}

/// Clean text on one line: every run of spaces, tabs and line endings becomes one space, without white space at either
/// end. Other spaces between words stay: French puts a no-break space before "?".
package func oneLine(_ text: String) -> String {
  var text = text
  return text.withUTF8({ unsafe isOneLine($0) }) ? text : folded(text)
}

/// Applies ``cleanText(_:)`` and folds the white space.
package func folded(_ text: String) -> String { folded(cleanText(text).unicodeScalars, isFolded) }

private func folded(_ scalars: some Sequence<Unicode.Scalar>, _ isFolded: (Unicode.Scalar) -> Bool) -> String {
  var result = String.UnicodeScalarView()
  for scalar in scalars {
    if !isFolded(scalar) {
      if !result.isEmpty || !scalar.properties.isWhitespace { result.append(scalar) }
    } else if let last = result.last, last != " " {
      result.append(" ")
    }
  }
  while result.last?.properties.isWhitespace == true { result.removeLast() }
  return String(result)
}

/// Whether ``oneLine(_:)`` certainly leaves the text unchanged; ordinary text takes one pass without copying.
@unsafe private func isOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = unsafe bytes.first, let last = unsafe bytes.last else { return false }
  guard isVisibleASCII(first), isVisibleASCII(last) else { return false }
  var previous: UInt8 = 0
  for index in bytes.indices {
    let byte = unsafe bytes[index]
    // C2: C1 controls; E2 80 A8 and A9: separators; EF and the ends of planes: noncharacters.
    guard byte > 0x20 || byte == 0x20 && previous != 0x20, byte != 0x7F else { return false }
    if byte == 0xC2 || byte == 0xEF { return false }
    if byte >= 0xF0, unsafe bytes.noncharacter(at: index) != nil { return false }
    if byte == 0xE2, unsafe bytes[index + 1] == 0x80, unsafe bytes[index + 2] | 1 == 0xA9 { return false }
    previous = byte
  }
  return true
}

/// `!` to `~`.
private func isVisibleASCII(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

/// Whether a scalar is not allowed in a line: a control character, or Unicode's line or paragraph separator.
package func isControlOrLineEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

/// ASCII white space, and Unicode's line and paragraph separators.
private func isFolded(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value <= 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029
}
