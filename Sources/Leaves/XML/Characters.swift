/// `text` without the scalars that XML 1.0 forbids (§2.2, `Char`): C0 controls other than tab, line feed and carriage
/// return, and U+FFFE, U+FFFF. They cannot be escaped, and libxml2's writer does not remove them.
package func droppingForbiddenCharacters(_ text: String) -> String {
  guard holdsForbiddenCharacters(text) else { return text }
  var kept = String.UnicodeScalarView()
  kept.append(contentsOf: text.unicodeScalars.lazy.filter { !isForbidden($0) })
  return String(kept)
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xA, 0xD: false
  case 0..<0x20, 0xFFFE, 0xFFFF: true
  default: false
  }
}

private func holdsForbiddenCharacters(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    unsafe isSuspicious(bytes)
      && bytes.indices.contains { index in
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        unsafe isForbiddenControl(bytes[index])
          || bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
      }
  }
}

/// A fast check without an early exit, so that the compiler can vectorise it.
private func isSuspicious(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var isSuspicious: UInt8 = 0
  for index in 0..<bytes.count {
    let byte = unsafe bytes[index]
    isSuspicious |= byte < 0x9 ? 1 : 0
    isSuspicious |= byte &- 0xB < 2 ? 1 : 0
    isSuspicious |= byte &- 0xE < 0x12 ? 1 : 0
    isSuspicious |= byte == 0xEF ? 1 : 0
  }
  return isSuspicious != 0
}

private func isForbiddenControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x9 && byte != 0xA && byte != 0xD }
