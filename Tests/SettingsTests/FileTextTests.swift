import Settings
import Testing

struct FileTextTests {
  @Test(arguments: [
    ([UInt8](), ""), (Array("é\r\n\0".utf8), "é\r\n\0"), ([0xEF, 0xBB, 0xBF, 0x61], "a"),
    ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], "\u{FEFF}"),
  ])
  func aFileInUTF8IsReadWithoutItsByteOrderMark(bytes: [UInt8], text: String) throws {
    #expect(Array(try fileText(bytes).utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ([0xFF], 1, 1), ([0x61, 0x80], 1, 2), ([0x0A, 0xC3, 0xA9, 0xC3, 0x0A], 2, 3), ([0xC0, 0x80], 1, 1),
    ([0xED, 0xA0, 0x80], 1, 1), ([0xF5, 0x80, 0x80, 0x80], 1, 1), ([0xEF, 0xBB, 0xBF, 0xE9], 1, 1),
    ([0x61, 0xF0, 0x9F, 0x98], 1, 2),
  ])
  func aByteThatIsNotUTF8IsReportedAtItsPlace(bytes: [UInt8], line: Int, column: Int) {
    let expected = SettingError(
      at: TextPosition(line: line, column: column), "this is not UTF-8; save the file as UTF-8.")
    #expect(throws: expected) { try fileText(bytes) }
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61] as [UInt8]])
  func utf16IsNamed(bytes: [UInt8]) {
    let expected = SettingError(at: nil, "this file is written in UTF-16; save it as UTF-8.")
    #expect(throws: expected) { try fileText(bytes) }
  }
}
