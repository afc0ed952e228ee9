/// The transparency procedure of RFC 5321 §4.5.2.
package enum DotStuffing {
  /// The message with a second "." before each line that begins with one; the same array if no line does.
  package static func stuffed(_ message: [UInt8]) -> [UInt8] {
    let dots = lineInitialDots(message)
    guard !dots.isEmpty else { return message }
    var stuffed: [UInt8] = []
    stuffed.reserveCapacity(message.count + dots.count)
    var start = 0
    for dot in dots {
      stuffed += message[start...dot]
      start = dot
    }
    stuffed += message[start...]
    return stuffed
  }

  /// The octets that end this message's data (§4.1.1.4): the last line's CRLF is the first one of CRLF "." CRLF.
  package static func end(of message: [UInt8]) -> [UInt8] {
    // Not `==`, which would select the suffix of a sequence and read every element.
    let ownsLastLine = message.isEmpty || message.suffix(2).elementsEqual([0x0D, 0x0A])
    return Array((ownsLastLine ? ".\r\n" : "\r\n.\r\n").utf8)
  }

  private static let dot = UInt8(ascii: ".")

  /// Offsets, ascending. Few stretches have any, and a comparison of neighbours without a branch takes 16 octets at a time:
  /// 30 kB take a microsecond, where a search for each line feed took four.
  private static func lineInitialDots(_ message: [UInt8]) -> [Int] {
    unsafe message.withUnsafeBytes { octets in
      var found: [Int] = []
      if unsafe octets.first == dot { found.append(0) }
      for start in stride(from: 1, to: octets.count, by: stretch) {
        let end = min(start + stretch, octets.count)
        guard unsafe hasLineInitialDot(octets, start, end) else { continue }
        for index in start..<end where unsafe octets[index] == dot && octets[index - 1] == lineFeed {
          found.append(index)
        }
      }
      return found
    }
  }

  private static let stretch = 1024
  private static let lineFeed = UInt8(ascii: "\n")

  /// `start` must be positive.
  private static func hasLineInitialDot(_ octets: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    guard let base = octets.baseAddress else { return false }
    var found: UInt8 = 0
    for index in start..<end {
      // Zero exactly where both are equal.
      let differs =
        unsafe (base.load(fromByteOffset: index, as: UInt8.self) ^ dot)
        | (base.load(fromByteOffset: index - 1, as: UInt8.self) ^ lineFeed)
      found |= differs == 0 ? 1 : 0
    }
    return found != 0
  }
}
