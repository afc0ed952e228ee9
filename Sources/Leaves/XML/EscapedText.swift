internal import Text

/// A buffer for a piece of escaped XML text, allocated once and reused for each piece.
///
/// Escapes byte by byte, which is safe in UTF-8: markup is ASCII, so no combining character can hide it.
/// Characters that XML 1.0 forbids (§2.2, `Char`) are dropped: C0 controls other than tab, line feed and carriage
/// return, U+FFFE and U+FFFF.
@safe struct EscapedText: ~Copyable {
  /// Bytes of text per piece.
  private static let pieceLength = 4096

  /// The longest escape, `&quot;`, has six bytes.
  private let room: UnsafeMutablePointer<UInt8>
  private var count = 0

  init() { unsafe room = .allocate(capacity: 6 * Self.pieceLength) }

  deinit { unsafe room.deallocate() }

  /// Calls `write` with each escaped piece of `text` until it returns a negative number; once for an empty string.
  ///
  /// - Parameter isAttribute: whether the text is a quoted value, where XML turns tabs and line
  ///   endings into spaces (§3.3.3).
  /// - Returns: the last result of `write`.
  mutating func pieces(
    of text: String, isAttribute: Bool, write: (UnsafePointer<UInt8>, Int32) -> Int32
  ) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      var result = Int32(0)
      repeat {
        start = unsafe fill(from: bytes, start, isAttribute)
        result = unsafe write(room, Int32(count))
      } while result >= 0 && start < bytes.count
      return result
    }
  }
}

extension EscapedText {
  /// - Returns: where the next piece starts.
  private mutating func fill(from bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isAttribute: Bool) -> Int {
    let end = min(start + Self.pieceLength, bytes.count)
    var index = start
    count = 0
    // A dropped character may extend beyond the piece.
    while index < end {
      let special = unsafe nextSpecial(UnsafeBufferPointer(rebasing: bytes[..<end]), from: index)
      unsafe (room + count).update(from: bytes.baseAddress! + index, count: special - index)
      count += special - index
      index = special
      guard index < end else { break }
      let byte = unsafe bytes[index]
      index += 1
      if byte == 0xEF, unsafe bytes[index] == 0xBF && bytes[index + 1] >= 0xBE {
        index += 2
      } else {
        put(byte, isAttribute)
      }
    }
    return index
  }

  private mutating func put(_ byte: UInt8, _ isAttribute: Bool) {
    switch byte {
    case UInt8(ascii: "&"): put("&amp;")
    case UInt8(ascii: "<"): put("&lt;")
    case UInt8(ascii: ">"): put("&gt;")
    case UInt8(ascii: "\""): put("&quot;")
    case 0xD: put("&#13;")
    case 0xA where isAttribute: put("&#10;")
    case 0x9 where isAttribute: put("&#9;")
    case 0..<0x20 where byte != 0xA && byte != 0x9: break
    default:
      unsafe room[count] = byte
      count += 1
    }
  }

  private mutating func put(_ escape: StaticString) {
    unsafe (room + count).update(from: escape.utf8Start, count: escape.utf8CodeUnitCount)
    count += escape.utf8CodeUnitCount
  }
}

/// The next control character, `"`, `&`, `<` or `>`, or the next byte that begins U+F000–U+FFFF.
@unsafe private func nextSpecial(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  unsafe bytes.firstIndex(from: start) { word in
    word.below(0x20) | word.equal(to: UInt8(ascii: "&"), with: 0x04) | word.equal(to: UInt8(ascii: ">"), with: 0x02)
      | word.equal(to: 0xEF)
  }
}
