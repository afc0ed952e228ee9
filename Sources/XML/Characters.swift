/// `text` without the scalars that XML 1.0 forbids (§2.2, `Char`): C0 controls other than tab, line feed and carriage
/// return, and U+FFFE, U+FFFF. They cannot be escaped either; libxml2's writer lets them through.
package func droppingForbiddenCharacters(_ text: String) -> String {
  guard mayHoldForbiddenCharacters(text), text.unicodeScalars.contains(where: isForbidden) else { return text }
  var kept = String.UnicodeScalarView()
  kept.append(contentsOf: text.unicodeScalars.lazy.filter { !isForbidden($0) })
  return String(kept)
}

func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xA, 0xD: false
  case 0..<0x20, 0xFFFE, 0xFFFF: true
  default: false
  }
}

/// A look at the bytes alone, quick because it never stops early: a control character, or the byte with which the
/// UTF-8 forms of U+F000–U+FFFF begin.
private func mayHoldForbiddenCharacters(_ text: String) -> Bool {
  let bytes = text.utf8.span
  var isSuspicious = false
  for index in bytes.indices {
    let byte = bytes[index]
    let isControl = byte < 0x20 && byte != 0x9 && byte != 0xA && byte != 0xD
    isSuspicious = isSuspicious || isControl || byte == 0xEF
  }
  return isSuspicious
}
