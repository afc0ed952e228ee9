import Testing
import Text

@Suite struct TrimmingTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), (" a\t", "a"), ("\r\n a b \u{85}", "a b"), ("\u{A0}a\u{2003}", "a"), ("\u{2028} \n", ""),
    ("\u{301}a ", "\u{301}a"), ("a \u{301}", "a \u{301}"), ("\u{200B}a", "\u{200B}a"), ("é ", "é"),
  ])
  func whiteSpaceAtTheEndsIsRemoved(_ text: String, _ trimmed: String) {
    #expect(Array(text.trimmed.unicodeScalars) == Array(trimmed.unicodeScalars))
    #expect(Array(text[...].trimmed.unicodeScalars) == Array(trimmed.unicodeScalars))
  }

  @Test(arguments: [
    ("a &lt;b&gt; &quot;c&quot; &#39;d&#39; &amp;", "a <b> \"c\" 'd' &"), ("&amp;lt;", "&lt;"), ("&nbsp;&", "&nbsp;&"),
    ("a", "a"), ("", ""),
  ])
  func referencesBecomeCharacters(_ html: String, _ text: String) { #expect(unescapedHTML(html) == text) }

  @Test(arguments: [
    ("https://u:p@a.example:81/x?y#z", "a.example:81"), ("http://a.example", "a.example"),
    ("//a.example?q", "a.example"),
    ("https://a.example?x@y", "a.example"), ("http://[::1]:8/", "[::1]:8"), ("https:///x", ""), ("mailto:a@b", nil),
    ("/x", nil), ("", nil),
  ])
  func theHostIsFound(_ address: String, _ host: String?) { #expect(hostAndPort(of: address) == host) }

  @Test(arguments: [
    ("https://a/b c", "https%3A%2F%2Fa%2Fb%20c"), ("ä", "%C3%A4"), ("%41", "%2541"), ("a-._~9", "a-._~9"), ("", ""),
  ])
  func allButUnreservedBytesAreEncoded(_ text: String, _ encoded: String) { #expect(percentEncoded(text) == encoded) }
}
