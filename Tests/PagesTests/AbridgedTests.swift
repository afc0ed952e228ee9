import CourantTesting
import Testing

@testable import Pages

struct AbridgedTests {
  @Test(arguments: [
    ("One two three.", 20, "One two three."), ("One two three.", 14, "One two three."),
    ("One two three.", 13, "One two…"),
    ("One,  two\n three", 10, "One, two…"), ("One – two", 6, "One…"), ("  a  ", 1, "a"), ("abcdef", 4, "abc…"),
    ("", 4, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func aTextIsCutAfterAWord(text: String, limit: Int, expected: String) {
    #expect(text.abridged(to: limit) == expected)
  }

  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func bytesAndCharactersGiveTheSame(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let signs = [
      "a", "b", "a", "é", "ж", "漢", "か", " ", " ", "  ", "\n", "\r\n", "\t", ",", ".", "–", "—", "-", "…", "’",
      "\u{A0}",
      "\u{2028}", "\u{301}", "\u{200D}", "👩‍🔬", "©\u{FE0F}", "ก", "อำ", "\u{600}", "ش", "\u{AD}", "€", "1",
    ]
    for _ in 0..<3_000 {
      // Mostly from the front, so that many texts are plain.
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        signs[Int.random(in: 0...Int.random(in: 5..<signs.count, using: &random), using: &random)]
      }.joined()
      let limit = Int.random(in: 1...12, using: &random)
      let expected = text.abridgedByCharacters(to: limit)
      #expect(text.abridged(to: limit) == expected, "seed \(seed): \(text.debugDescription)")
    }
  }
}
