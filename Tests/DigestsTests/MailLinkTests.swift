import Testing

@testable import Digests

/// The URLs in an email's HTML.
@Suite struct MailLinkTests {
  @Test(
    arguments: [
      ("https://a.example/", "https"), ("HTTP:x", "HTTP"), ("mailto:a@b.example", "mailto"), ("a+b.c-d1:", "a+b.c-d1"),
      ("tel:1", "tel"), ("", nil), (":x", nil), ("1a:x", nil), ("/a:b", nil), ("a/b:c", nil), ("a b:c", nil),
      ("#a:b", nil),
      ("é:x", nil), ("aé:x", nil), ("relative", nil), ("?a:b", nil), ("+a:b", nil), ("a_b:c", nil), ("@a:b", nil),
      ("`a:b", nil), ("[a:b", nil), ("{a:b", nil),
    ] as [(String, String?)])
  func aSchemeIsLettersBeforeTheFirstColon(_ link: String, _ scheme: String?) {
    #expect(MailLinks.scheme(of: link).map(String.init) == scheme)
  }
}
