internal import Glibc

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

  /// Offsets, ascending. Jumps from line feed to line feed with memchr: 30 kB take a few microseconds.
  private static func lineInitialDots(_ message: [UInt8]) -> [Int] {
    unsafe message.withUnsafeBytes { octets in
      guard let base = octets.baseAddress else { return [] }
      var found: [Int] = []
      var start = 0
      while start < octets.count {
        if unsafe octets[start] == dot { found.append(start) }
        guard let feed = unsafe memchr(base + start, 0x0A, octets.count - start) else { break }
        start = unsafe base.distance(to: UnsafeRawPointer(feed)) + 1
      }
      return found
    }
  }
}
