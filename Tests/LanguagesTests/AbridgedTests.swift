import CourantTesting
import Testing

@testable import Languages

struct AbridgedTests {
  @Test(arguments: [
    ("One two three.", 20, "One two three."), ("One two three.", 14, "One two three."),
    ("One two three.", 13, "One two…"), ("One two three", 8, "One two…"), ("one, two three", 8, "one…"),
    ("One,  two\n three", 10, "One, two…"), ("One – two", 6, "One…"), ("One – two", 5, "One…"), ("  a  ", 1, "a"),
    ("  a\n\n b ", 9, "a b"), ("abcdef", 4, "abc…"), ("", 4, ""), ("ab", 1, "…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…"),
    // A word that has no end near the limit is cut, rather than all before it shown alone.
    ("A abcdefghijklmnop", 10, "A abcdefg…"), ("aaaa жжжжжжжжжжжж", 10, "aaaa жжжж…"),
  ])
  func aTextIsCutAfterAWord(text: String, limit: Int, expected: String) {
    #expect(text.abridged(to: limit) == expected)
    #expect(text.abridgedByCharacters(to: limit) == expected)
  }

  /// Chinese and Japanese have no spaces; Korean has; Thai has none either, and no place to break that shows.
  @Test(arguments: [
    ("COVID-19 患者跟着节拍行走可以走得更远", 16, "COVID-19 患者跟着节拍…"),
    ("A 字字字字字字字字字字", 8, "A 字字字字字…"), ("字字字字字字字字", 5, "字字字字…"),
    ("四十名患者（包括儿童）的研究", 11, "四十名患者（包括儿…"), ("四十名患者（包括儿童）的研究", 7, "四十名患者…"),
    ("走得更远。一项研究", 6, "走得更远…"), ("走得更远，一项研究", 5, "走得更…"), ("「パーキンソン」病", 6, "「パーキン…"),
    ("きゃきゅきょきゃ", 4, "きゃ…"), ("か\u{3099}か\u{3099}か\u{3099}か\u{3099}", 3, "か\u{3099}か\u{3099}…"),
    ("운동 전 냉각 요법은 도움이", 9, "운동 전 냉각…"), ("การเดินตามจังหวะช่วย", 8, "การเดินต…"),
    ("abcdefgh)ij", 9, "abcdefg…"), ("abcdef (ghijkl", 9, "abcdef…"),
  ])
  func aTextWithoutSpacesIsCutNearTheLimit(text: String, limit: Int, expected: String) {
    #expect(text.abridged(to: limit) == expected)
    #expect(text.abridgedByCharacters(to: limit) == expected)
  }

  /// For any text: the result is a beginning of it, short enough and not much shorter, with its last character whole.
  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func aCutTextIsABeginningNearTheLimit(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let characters = ["a", "é", "漢", "字", "か", "ゃ", "（", "）", "「", "」", " ", "한", "e\u{301}", "👩‍🔬", "ش", "อำ"]
    for _ in 0..<2_000 {
      let text = (0..<80).map { _ in characters.randomElement(using: &random)! }.joined()
      let line = Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      let limit = Int.random(in: 20...50, using: &random)
      let cut = Array(text.abridged(to: limit))
      #expect(cut.count <= limit && cut.last == "…", "seed \(seed): \(text.debugDescription)")
      #expect(line.starts(with: cut.dropLast()), "seed \(seed): \(text.debugDescription)")
      #expect(cut.count >= limit / 2, "seed \(seed), \(limit): \(text.debugDescription)")
      #expect(!"（「".contains(cut.dropLast().last ?? "（"), "seed \(seed), \(limit): \(text.debugDescription)")
    }
  }

  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func bytesAndCharactersGiveTheSame(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let characters = [
      "a", "b", "a", "é", "ж", "漢", "か", " ", " ", "  ", "\n", "\r\n", "\t", ",", ".", "–", "—", "-", "…", "’",
      "\u{A0}",
      "\u{2028}", "\u{301}", "\u{200D}", "👩‍🔬", "©\u{FE0F}", "ก", "อำ", "\u{600}", "ش", "\u{AD}", "€", "1",
    ]
    for _ in 0..<3_000 {
      // Mostly from the front, so that much of the text is plain.
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        characters[Int.random(in: 0...Int.random(in: 5..<characters.count, using: &random), using: &random)]
      }.joined()
      let limit = Int.random(in: 1...12, using: &random)
      let expected = text.abridgedByCharacters(to: limit)
      #expect(text.abridged(to: limit) == expected, "seed \(seed): \(text.debugDescription)")
    }
  }
}
