import Languages
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc ~", 5), ("é", 1), ("e\u{301}", 1), ("ß…–“”", 5), ("日本語", 6), ("ひらがな", 8), ("ｶﾅ", 2), ("ＡＢ", 4),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("、。", 4), ("\u{3000}", 2), ("¥€", 2), ("￥", 2),
    ("مرحبا", 5), ("مَرْحَبًا", 5), ("שלום", 4), ("हिन्दी", 5), ("ไทย", 3), ("ที่", 1),
    ("a\u{200D}b\u{200B}c\u{FEFF}", 3), ("a\u{AD}b", 2), ("\u{2068}a\u{2069}", 1), ("\u{1}a\u{1}", 1),
    ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🏳️‍🌈", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("1️⃣", 2), ("#⃣", 2), ("❤️", 2), ("❤", 1),
    ("☺", 1), ("©", 1), ("⌚", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("●●●●○", 5), ("12", 2), ("𠀀", 2), ("𝒳", 1), ("\u{1FAE9}", 2),
  ])
  func aTextTakesItsColumns(_ text: String, _ expected: Int) {
    #expect(columns(of: text) == expected)
    #expect(columns(of: text[...]) == expected)
  }

  /// The first and last of each range that the table was written from, and their neighbours.
  @Test(
    arguments: [
      (0x1100, 2), (0x115E, 2), (0x2329, 2), (0x232B, 1), (0x2E7F, 1), (0x2E80, 2), (0x303E, 2), (0x303F, 1),
      (0x3041, 2),
      (0x3247, 2), (0x3248, 1), (0x324F, 1), (0x3250, 2), (0xA4C6, 2), (0xA4D0, 1), (0xAC00, 2), (0xD7A3, 2),
      (0xF900, 2), (0xFE30, 2), (0xFE6B, 2), (0xFE70, 1), (0xFF00, 1), (0xFF01, 2), (0xFF60, 2), (0xFF61, 1),
      (0xFFE6, 2),
      (0xFFE8, 1), (0x17000, 2), (0x1B000, 2), (0x1F1E6, 1), (0x1F200, 2), (0x20000, 2), (0x3FFFD, 2),
    ] as [(UInt32, Int)])
  func theTableHasItsEdges(_ value: UInt32, _ expected: Int) throws {
    #expect(columns(of: Character(try #require(Unicode.Scalar(value)))) == expected)
  }
}
