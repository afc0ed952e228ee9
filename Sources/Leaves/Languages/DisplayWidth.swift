/// The number of columns of a string in a fixed-width font, as in terminals and the text view of mail programs.
///
/// UAX 11: wide and fullwidth characters have two columns, combining marks and invisible characters none. An emoji has
/// two columns, however many scalars form it (UTS 51: joined, flag, keycap, with a skin tone).
package func columns(of text: some StringProtocol) -> Int {
  if let count = asciiColumns(text) { return count }
  return text.reduce(0) { $0 + columns(of: $1) }
}

package func columns(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if scalars.count > 1, isEmojiSequence(first, scalars.dropFirst()) { return 2 }
  return scalars.reduce(0) { $0 + columns(of: $1) }
}

/// Nil if the text contains anything but printable ASCII.
private func asciiColumns(_ text: some StringProtocol) -> Int? {
  var count = 0
  for byte in text.utf8 {
    guard (0x20...0x7E).contains(byte) else { return nil }
    count += 1
  }
  return count
}

private func isEmojiSequence(_ first: Unicode.Scalar, _ rest: Substring.UnicodeScalarView) -> Bool {
  if rest.contains("\u{20E3}") { return first.properties.isEmoji }  // a keycap: 1️⃣
  guard first.properties.isEmoji, !first.isASCII else { return false }
  return rest.contains { $0 == "\u{FE0F}" || $0 == "\u{200D}" || $0.properties.isEmojiModifier || isFlagLetter($0) }
}

/// Two of these form a flag.
private func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

private func columns(of scalar: Unicode.Scalar) -> Int {
  if (0x20...0x7E).contains(scalar.value) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .control: return 0
  default: break
  }
  // Vowels and final consonants of Hangul are drawn in the square of the first consonant.
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
  if scalar.properties.isDefaultIgnorableCodePoint { return 0 }
  return isWide(scalar) ? 2 : 1
}

/// A character shown as an emoji by default is wide by definition (UAX 11 §5). The standard library identifies these,
/// so the table does not grow with every new emoji.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x1100 { return false }
  if scalar.properties.isEmojiPresentation { return !isFlagLetter(scalar) }
  return wideRanges.contains { $0.contains(scalar.value) }
}

/// Classes W and F of EastAsianWidth.txt of Unicode 16, without emoji. Unassigned code points between two ranges of a
/// block count as wide.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
  0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
  0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FF1, 0x17000...0x18D08, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376,
  0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
]
