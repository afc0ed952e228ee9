import Testing
import Text

@Suite struct ResolveTests {
  /// RFC 3986 §5.4; `g:h` and `http:g` apart, which Courant refuses.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
  ])
  func referencesResolveAsInTheTableOfRFC3986(_ reference: String, _ address: String) {
    #expect(resolve(reference, against: "http://a/b/c/d;p?q") == address)
  }

  @Test(arguments: [
    "g:h", "http:g", "http:///x", "https://", "https://:80/", "https://user@/x", "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", " java\tscr\nipt:alert(1)", "java script:x", "\u{1}javascript:x", "java\u{0}script:x",
    "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://a/b", "tel:+1", "mailto:", "mailto://a", "mailto:/a",
    "https://a\\b/c", "https://a b/",
    "http://[::1", "http://::1]", "http://[]/", "http://[x:y]/", "http://[::1]x/", "http://a[::1]/", "http://a[b]/",
  ])
  func anythingButAWebOrMailURIIsRefused(_ reference: String) {
    #expect(resolve(reference, against: "https://site.example/a/") == nil)
  }

  @Test(arguments: [
    ("HTTPS://Example.org", "https://Example.org"),
    ("  img/a b.png\n", "https://site.example/a/img/a%20b.png"),
    ("Äpfel?q=日&r=[1]", "https://site.example/a/%C3%84pfel?q=%E6%97%A5&r=%5B1%5D"),
    ("100%25/100%", "https://site.example/a/100%25/100%25"),
    ("\"><b>", "https://site.example/a/%22%3E%3Cb%3E"),
    ("mailto:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y"),
    ("//cdn.example:8080/x", "https://cdn.example:8080/x"),
    ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x"), ("http://u@[::1]:80/", "http://u@[::1]:80/"),
    ("http://müller.example/ü", "http://müller.example/%C3%BC"),
  ])
  func addressesHoldOnlyWhatAnAddressMay(_ reference: String, _ address: String) {
    #expect(resolve(reference, against: "https://site.example/a/") == address)
    #expect(resolve(address, against: "https://elsewhere.example/") == address)
  }

  @Test func aBaseWithoutAPathIsARoot() {
    #expect(resolve("a.png", against: "https://site.example") == "https://site.example/a.png")
    #expect(resolve("a.png", against: "not an address") == nil)
  }

  @Test func pathsKeepOnlyUnreservedBytesAndSlashes() {
    #expect(percentEncodedPath("a/b c%é\u{0}~.md") == "a/b%20c%25%C3%A9%00~.md")
  }
}
