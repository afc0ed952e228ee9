import Testing
import Text

@Suite struct DecodedTextTests {
  private static let bytesAreReadAsTheyWereMeantCases: [([UInt8], String, TextEncoding)] = [
    (Array("é\r\nb".utf8), "é\nb", TextEncoding.utf8), ([0xEF, 0xBB, 0xBF, 0x61], "a", .utf8),
    ([0xFF, 0xFE, 0xE9, 0x00, 0x61], "é", .utf16), ([0xFE, 0xFF, 0x00, 0xE9], "é", .utf16),
    ([0xE9, 0x20, 0x80, 0x93, 0x00], "é €“", .windows1252), ([], "", .utf8), ([0xFF, 0xFE], "", .utf16),
    (Array("a\u{FEFF}b".utf8), "ab", .utf8), ([0xED, 0xA0, 0x80], "í\u{A0}€", .windows1252),
  ]

  @Test(arguments: bytesAreReadAsTheyWereMeantCases)
  func bytesAreReadAsTheyWereMeant(_ bytes: [UInt8], _ text: String, _ encoding: TextEncoding) {
    let decoded = decodedText(bytes)
    #expect(decoded.text == text)
    #expect(decoded.encoding == encoding)
  }
}
