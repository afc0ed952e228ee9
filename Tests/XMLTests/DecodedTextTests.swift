import Testing
import XML

/// Bytes of files and documents are read as they were meant.
@Suite struct DecodedTextTests {
  private static let unlabelled: [([UInt8], String, String)] = [
    (Array("é\r\nb".utf8), "é\nb", "utf-8"), ([0xEF, 0xBB, 0xBF, 0x61], "a", "utf-8"),
    ([0xFF, 0xFE, 0xE9, 0x00, 0x61], "é", "utf-16le"), ([0xFE, 0xFF, 0x00, 0xE9], "é", "utf-16be"), ([], "", "utf-8"),
    ([0xFF, 0xFE], "", "utf-16le"), (Array("a\u{FEFF}b".utf8), "ab", "utf-8"),
  ]

  @Test(arguments: unlabelled)
  func bytesWithoutALabelAreUTF8OrUTF16(_ bytes: [UInt8], _ text: String, _ encoding: String) {
    let decoded = DecodedText(bytes)
    #expect(decoded.text == text)
    #expect(decoded.encoding == encoding)
    #expect(!decoded.isDoubtful)
  }

  @Test(
    arguments: [
      ([0xE9, 0x20, 0x80, 0x93, 0x00], "é €“"), ([0xED, 0xA0, 0x80], "í\u{A0}€"),
      (Array("üö".utf8) + [0x93], "üö“"),
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8AreWindows1252(_ bytes: [UInt8], _ text: String) {
    let decoded = DecodedText(bytes)
    #expect(decoded.text == text)
    #expect(decoded.isDoubtful)
  }

  @Test(
    arguments: [
      ("iso-8859-1", [0xE9, 0x93], "é“", "windows-1252"), ("UTF8", Array("é".utf8), "é", "utf-8"),
      ("latin1", Array("é".utf8), "é", "utf-8"), ("gbk", [0xC4, 0xE3], "你", "gb18030"),
    ] as [(String, [UInt8], String, String)])
  func aLabelCountsUnlessTheBytesContradictIt(_ charset: String, _ bytes: [UInt8], _ text: String, _ encoding: String) {
    let decoded = DecodedText(bytes, charset: charset)
    #expect(decoded.text == text)
    #expect(decoded.encoding == encoding)
  }
}

/// Which bytes begin a character of UTF-8, beside the standard library.
@Suite struct MixedTextTests {
  @Test func charactersAreFoundAsTheStandardLibraryFindsThem() {
    let ends: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF]
    for first in UInt8(0x80)...0xFF {
      for second in ends {
        for third in ends {
          for fourth in ends {
            let bytes = [first, second, third, fourth]
            let length = (1...4).first { String(validating: bytes.prefix($0), as: UTF8.self) != nil }
            // Enough valid characters that invalid bytes are the exception.
            let text = DecodedText(Array("ééééé".utf8) + bytes).bytes.dropFirst(10)
            let isKept = length.map { text.starts(with: bytes.prefix($0)) } ?? !text.starts(with: bytes)
            #expect(isKept, "\(bytes)")
          }
        }
      }
    }
  }
}
