import Languages
import Testing

struct WrappingTests {
  @Test(arguments: [
    ("", ""),
    ("one two three", "one two\nthree"),
    ("  one two three", "  one two\n  three"),
    ("exactly10c", "exactly10c"),
    ("exactly 10 c", "exactly 10\nc"),
    ("see https://example.org/a/long/path now", "see\nhttps://example.org/a/long/path\nnow"),
    ("a  b   \n\n c\r\nd", "a  b\n\n c\nd"),
    ("\u{1}unsubscribe_url\u{1} x", "\u{1}unsubscribe_url\u{1}\nx"),
    ("👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧", "👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧\n👩‍👩‍👧"),
    (
      "e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} x",
      "e\u{301}e\u{301}e\u{301} e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}\nx"
    ),
    ("un mot\u{A0}: deux", "un mot\u{A0}:\ndeux"),
    ("日本語の文章です", "日本語の文\n章です"),
    ("日本語文章。です", "日本語文\n章。です"),
    ("日本語文（章）", "日本語文\n（章）"),
    ("日本語のチャット", "日本語の\nチャット"),
    ("  日本語の文章", "  日本語の\n  文章"),
    ("日本語 MRI検査です", "日本語 MRI\n検査です"),
    ("한국어 문장입니다 예", "한국어\n문장입니다\n예"),
    ("詳細https://例え.jp/日本語/日本語です", "詳細\nhttps://例え.jp/日本語/日本語です"),
    ("日本語文\u{2060}章で", "日本語文\u{2060}章\nで"),
    ("ไทยไม่มีช่องว่างเลย", "ไทยไม่มีช่องว่างเลย"),
    // An isolate ends with its line.
    ("א \u{2066}one two three\u{2069} ב", "א \u{2066}one two\u{2069}\n\u{2066}three\u{2069} ב"),
    (
      "\u{2066}one \u{2068}two abcdefgh\u{2069} four\u{2069}",
      "\u{2066}one \u{2068}two\u{2069}\u{2069}\n\u{2066}\u{2068}abcdefgh\u{2069}\u{2069}\n\u{2066}four\u{2069}"
    ),
  ])
  func linesBreakWhereTheyMay(_ text: String, _ expected: String) {
    #expect(wrapped(text, columns: 10) == expected)
  }

  @Test func noLineOfWordsIsTooWideAndNothingIsLost() {
    let words = ["a", "word", "日本語", "語。", "（括弧）", "😀", "🇩🇪", "e\u{301}té", "한국어", "مرحبا", "“q”", "x\u{A0}y"]
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    for _ in 0..<200 {
      let text = (0..<40).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let lines = wrapped(text, columns: 24).split(separator: "\n")
      #expect(lines.allSatisfy { columns(of: $0) <= 24 }, "seed \(seed)")
      let isSpace = { (c: Character) in c == " " || c == "\n" }
      #expect(
        lines.joined().filter { !isSpace($0) }.elementsEqual(text.filter { !isSpace($0) }), "seed \(seed)")
    }
  }
}

/// SplitMix64, so that a seed repeats a run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
