import FeedReading
import Testing
import Time

/// F4, F5: which characters the bytes are.
@Suite struct EncodingTests {
  private func title(_ bytes: [UInt8], type: String? = nil) throws -> String {
    var context = FeedContext()
    context.type = type
    return try #require(try readFeed(bytes, context).items.first).title
  }

  /// A feed whose only title is these bytes.
  private func feed(_ title: [UInt8], declared: String = "") -> [UInt8] {
    let declaration = declared.isEmpty ? "" : "<?xml version=\"1.0\" encoding=\"\(declared)\"?>"
    return Array("\(declaration)<rss><channel><item><title>".utf8) + title
      + Array("</title></item></channel></rss>".utf8)
  }

  @Test(
    arguments: [
      ("iso-8859-1", [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94], "“café”"), ("windows-1251", [0xCC, 0xE8, 0xF0], "Мир"),
      ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"), ("gb2312", [0xD6, 0xD0, 0xCE, 0xC4], "中文"), ("big5", [0xA4, 0xA4], "中"),
      ("shift_jis", [0x93, 0xFA], "日"), ("euc-jp", [0xC6, 0xFC], "日"), ("euc-kr", [0xC7, 0xD1], "한"),
      ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"), ("iso-8859-9", [0xFD], "ı"),
      ("UTF-8", [0xC3, 0xA9], "é"), ("us-ascii", [0xC3, 0xA9], "é"), ("iso-8859-1", [0xC3, 0xA9], "é"),
      ("no-such-encoding", [0xC3, 0xA9], "é"), ("utf-16", [0xC3, 0xA9], "é"),
    ] as [(String, [UInt8], String)])
  func theDeclarationNamesTheEncoding(_ declared: String, _ bytes: [UInt8], _ title: String) throws {
    #expect(try self.title(feed(bytes, declared: declared)) == title)
  }

  @Test func theServersCharsetCountsMoreThanTheDeclaration() throws {
    #expect(
      try title(feed([0xCC, 0xE8, 0xF0], declared: "utf-8"), type: "text/xml; charset=\"Windows-1251\"") == "Мир")
    #expect(try title(feed([0xC3, 0xA9]), type: "text/xml") == "é")
    // East Asian text that happens to be valid UTF-8 is read as declared.
    #expect(try title(feed([0xC2, 0xBD], declared: "gb2312")) == "陆")
  }

  @Test func aByteOrderMarkCountsMost() throws {
    #expect(try title([0xEF, 0xBB, 0xBF] + feed([0xC3, 0xA9], declared: "windows-1251")) == "é")
  }

  @Test(arguments: [true, false], [true, false])
  func wideTextIsReadWithAndWithoutAMark(_ isLittle: Bool, _ hasMark: Bool) throws {
    let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><channel><item><title>é𝄞</title></item></channel></rss>"
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isLittle ? pair.reversed() : pair
    }
    #expect(try title(bytes) == "é𝄞")
    let wide = (hasMark ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)
    let wideBytes = wide.flatMap { scalar -> [UInt8] in
      let four = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar >> $0) }
      return isLittle ? four.reversed() : four
    }
    #expect(try title(wideBytes) == "é𝄞")
  }

  @Test func bytesThatAreNotUTF8AreWindows1252() throws {
    #expect(try title(feed([0xC3, 0xA9, 0x20, 0xC3, 0xBC, 0x20, 0x93, 0x61, 0x94])) == "é ü “a”")
    #expect(try title(feed([0xC3, 0xA9, 0x20, 0xE9, 0x93])) == "Ã© é“")
    var context = FeedContext()
    context.base = "https://a.example/"
    let document = try readFeed(feed([0xE9]), context)
    #expect(document.remarks.first?.sentence.contains("not in the encoding") == true)
  }
}
