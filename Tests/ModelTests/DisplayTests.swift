import Model
import Testing

@Suite struct DisplayTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("Jörg 東京 שלום", "Jörg 東京 שלום"), ("a\r\nb\tc", "a\u{FFFD}\u{FFFD}b c"),
    ("\u{1B}[31m", "\u{FFFD}[31m"), ("\u{9B}1A\u{85}", "\u{FFFD}1A\u{FFFD}"), ("a\u{7F}\u{0}b", "a\u{FFFD}\u{FFFD}b"),
    ("\u{202A}\u{202E}\u{2066}\u{2069}\u{200E}\u{61C}", String(repeating: "\u{FFFD}", count: 4)),
    ("\"\u{2068}עברית\u{2069}\"", "\"עברית\""),
    ("a\u{2028}b\u{2029}c", "a\u{FFFD}b\u{FFFD}c"), ("\u{FEFF}\u{200B}\u{E0041}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("👩\u{200D}🔬 می\u{200C}خواهم", "👩\u{200D}🔬 می\u{200C}خواهم"), ("", ""),
  ])
  func nothingCommandsATerminal(_ text: String, _ shown: String) {
    #expect(forDisplay(text) == shown)
  }

  @Test func longTextIsCut() {
    #expect(forDisplay("abcdef", atMost: 6) == "abcdef")
    #expect(forDisplay("abcdefg", atMost: 6) == "abcde…")
  }
}
