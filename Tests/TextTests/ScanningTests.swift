import Text
import Testing

@Suite struct ScanningTests {
  /// Every byte at every position in strings of up to three words, between bytes that differ from it by one bit or by
  /// one.
  @Test(arguments: [0x00, 0x09, 0x1F, 0x20, 0x22, 0x3C, 0x7F, 0x80, 0xC2, 0xEF, 0xFF] as [UInt8])
  func findsTheFirstByte(_ wanted: UInt8) {
    for filler in [wanted ^ 1, wanted ^ 0x80, wanted &+ 1, wanted &- 1] {
      for count in 0...24 {
        var bytes = [UInt8](repeating: filler, count: count)
        #expect(index(of: wanted, in: bytes) == count)
        for place in (0..<count).reversed() {
          bytes[place] = wanted
          #expect(index(of: wanted, in: bytes) == place)
        }
      }
    }
  }

  @Test func eachSetHasTheBytesItNames() {
    for byte in UInt8.min...UInt8.max {
      // Nothing but this byte can have been meant: the others are in none of the sets.
      let word = EightBytes(UInt64(byte) | 0x61_6161_6161_6161 << 8)
      #expect((word.below(0x20) & 0xFF != 0) == (byte < 0x20))
      #expect((word.below(0x80) & 0xFF != 0) == (byte < 0x80))
      #expect((word.high != 0) == (byte >= 0x80))
      #expect((word.equal(to: 0x27, with: 1) != 0) == (byte == 0x26 || byte == 0x27))
      #expect((word.equal(to: byte) & 0xFF) == 0x80)
    }
  }

  @Test func searchingStartsAtTheGivenPosition() {
    let bytes = Array("a<b<cdefghijklmn<o".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(
        (0...18).map { bytes.firstIndex(from: $0) { $0.equal(to: UInt8(ascii: "<")) } } == [1, 1, 3, 3]
          + Array(repeating: 16, count: 13) + [18, 18])
    }
  }

  @Test(arguments: ["", "a", "abcdefgh", "abcdefghi\u{7F}"]) func asciiIsASCII(_ text: String) {
    #expect(text.isASCII)
    #expect(!(text + "é").isASCII)
    #expect(!("é" + text).isASCII)
  }

  private func index(of byte: UInt8, in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { $0.firstIndex(from: 0) { $0.equal(to: byte) } }
  }
}
