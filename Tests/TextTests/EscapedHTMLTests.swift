import Testing
import Text

@Suite struct EscapedHTMLTests {
  @Test(arguments: [
    ("5 < 6 & \"7\" > '8'", "5 &lt; 6 &amp; &quot;7&quot; &gt; '8'"),
    ("<\u{301}b>", "&lt;\u{301}b&gt;"),
    ("a\u{7F}b\u{85}c\u{80}d\u{9F}", "ab…cd"),
    ("é\u{A0}\u{FFFD}\u{FDF0}👩‍⚕️", "é\u{A0}\u{FFFD}\u{FDF0}👩‍⚕️"),
  ])
  func aPlainTextBecomesHTML(_ text: String, _ html: String) {
    #expect(Array(escapedHTML(text).unicodeScalars) == Array(html.unicodeScalars))
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0x1_FFFF, 0x10_FFFF] as [UInt32])
  func noncharactersAreNotInIt(_ value: UInt32) {
    #expect(escapedHTML("a\(Unicode.Scalar(value)!)b") == "ab")
  }
}
