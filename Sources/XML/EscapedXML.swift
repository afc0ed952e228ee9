extension [UInt8] {
  /// Appends a text as the content of an element, as libxml2 would write it, without what XML 1.0 forbids (see
  /// ``droppingForbiddenCharacters(_:)``).
  mutating func appendXML(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = unsafe nextSpecial(in: bytes, from: 0)
      while index < bytes.count {
        if let (escape, length) = unsafe escape(bytes, at: index) {
          unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
          append(contentsOf: escape.utf8)
          start = index + length
        }
        index = unsafe nextSpecial(in: bytes, from: index + 1)
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

/// How the character at a byte is written, and how many bytes it has; nil if as it is.
@unsafe private func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, length: Int)? {
  switch unsafe bytes[index] {
  case UInt8(ascii: "<"): ("&lt;", 1)
  case UInt8(ascii: ">"): ("&gt;", 1)
  case UInt8(ascii: "&"): ("&amp;", 1)
  case UInt8(ascii: "\""): ("&quot;", 1)
  case 0xD: ("&#13;", 1)
  case 0x9, 0xA: nil
  case 0..<0x20: ("", 1)
  // U+FFFE and U+FFFF.
  case 0xEF: unsafe bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? ("", 3) : nil
  default: nil
  }
}

/// The next byte that may have to be written otherwise, eight at a time; the end if there is none.
@unsafe private func nextSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  while index < bytes.count {
    let end = min(index + 8, bytes.count)
    let isWord = end - index == 8
    if unsafe isWord && !holdsSpecial(UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)) {
      index = end
      continue
    }
    while index < end {
      if unsafe isSpecial(bytes[index]) { return index }
      index += 1
    }
  }
  return index
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x9, 0xA: false
  case 0..<0x20, 0xEF, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""): true
  default: false
  }
}

/// False only if none of eight bytes is special or a control character (after Sean Anderson, "Bit Twiddling Hacks": a byte
/// that is less than n).
private func holdsSpecial(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let isBelow = (word &- ones &* 0x20) & ~word
  // `"` and `&` differ in one bit, `<` and `>` too.
  let quote = (word & ~(ones &* 0x04)) ^ ones &* 0x22
  let angle = (word & ~(ones &* 0x02)) ^ ones &* 0x3C
  let last = word ^ ones &* 0xEF
  let isZero = (quote &- ones) & ~quote | (angle &- ones) & ~angle | (last &- ones) & ~last
  return (isBelow | isZero) & (ones &* 0x80) != 0
}
