import Testing

@testable import Themes

/// Long words may break on narrow screens.
struct LongWordsTests {
  private static let gap = "\u{200B}"
  private static let long = "abcdefghijklmnopqrstuvwxyz"
  private static let parted = "abcdefghijkl\(gap)mnopqrstuvwx\(gap)yz"

  private static let cases: [(String, String)] = [
    ("<p>\(long)</p>", "<p>\(parted)</p>"),
    ("<p>a \(long)\n\(long) b</p>", "<p>a \(parted)\n\(parted) b</p>"),
    // About the width of a phone.
    ("<p>\(long.dropLast(2))</p>", "<p>\(long.dropLast(2))</p>"),
    // A tag splits a word in two, and attributes are unchanged.
    ("<p>abcdefghijklm<b>nopqrstuvwxyz</b></p>", "<p>abcdefghijklm<b>nopqrstuvwxyz</b></p>"),
    ("<a href=\"\(long)\">x</a> \(long)", "<a href=\"\(long)\">x</a> \(parted)"),
    ("<title>\(long)</title><style>\(long)</style>", "<title>\(long)</title><style>\(long)</style>"),
    ("<PRE>\(long)</PRE>", "<PRE>\(long)</PRE>"),
    ("<pre><b>\(long)</b></pre>\(long)", "<pre><b>\(long)</b></pre>\(parted)"),
    // A reference is one character.
    ("abcdefghijk&amp;\(long.dropFirst(12))", "abcdefghijk&amp;\(gap)mnopqrstuvwx\(gap)yz"),
    (String(repeating: "&amp;", count: 20), String(repeating: "&amp;", count: 20)),
    // So is a letter with a combining accent.
    ("abcdefghijke\u{301}\(long.dropFirst(12))", "abcdefghijke\u{301}\(gap)mnopqrstuvwx\(gap)yz"),
    // Placeholders, scripts without spaces, and words that may break already.
    ("\(long)\u{1}reader_address\u{1}", "\(long)\u{1}reader_address\u{1}"),
    (String(repeating: "漢", count: 40), String(repeating: "漢", count: 40)),
    ("\(long)\u{AD}\(long)", "\(long)\u{AD}\(long)"),
  ]

  @Test(arguments: cases) func longWordsMayBreak(_ html: String, _ expected: String) {
    #expect(LongWords.breakable(html) == expected)
    #expect(LongWords.breakable(expected) == expected)
  }
}
