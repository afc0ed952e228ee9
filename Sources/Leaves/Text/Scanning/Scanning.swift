extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte, from `start` on, in the set of `matches`; the end if there is none.
  @inlinable @inline(__always)
  package func firstIndex(from start: Int, _ matches: (EightBytes) -> UInt64) -> Int {
    var index = start
    while index + 8 <= count {
      let found = matches(unsafe eightBytes(at: index))
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    guard index < count else { return count }
    // Marks beyond the last byte count as the end.
    return Swift.min(index + matches(unsafe lastBytes(from: index)).trailingZeroBitCount >> 3, count)
  }

  @inlinable @inline(__always)
  @unsafe func eightBytes(at index: Int) -> EightBytes {
    EightBytes(UInt64(littleEndian: unsafe UnsafeRawPointer(baseAddress! + index).loadUnaligned(as: UInt64.self)))
  }

  /// Fewer than eight bytes, padded with zeros.
  @inlinable
  @unsafe func lastBytes(from index: Int) -> EightBytes {
    let missing = 8 - (count - index)
    if count >= 8 { return EightBytes(unsafe eightBytes(at: count - 8).word >> UInt64(8 * missing)) }
    var word: UInt64 = 0
    for place in stride(from: count - 1, through: index, by: -1) { word = word << 8 | UInt64(unsafe self[place]) }
    return EightBytes(word)
  }
}

extension String {
  /// Whether a byte of the text is in the set of `matches`.
  @inlinable @inline(__always)
  package func holds(_ matches: (EightBytes) -> UInt64) -> Bool {
    var text = self
    return text.withUTF8 { unsafe $0.firstIndex(from: 0, matches) < $0.count }
  }

  /// Whether all characters are ASCII.
  package var isASCII: Bool { !holds(\.high) }

  /// Whether the bytes of `part` occur in the text. Unlike `contains`, it takes no account of combining marks, so where a
  /// character matters it can only rule out. `part` is not empty.
  package func holds(bytesOf part: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      part.withUTF8Buffer { part in
        guard part.count <= bytes.count else { return false }
        return (0...bytes.count - part.count).contains { start in
          unsafe bytes[start] == part[0] && bytes[start..<start + part.count].elementsEqual(part)
        }
      }
    }
  }
}
