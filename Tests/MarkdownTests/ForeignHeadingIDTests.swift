import Markdown
import Testing

/// The ids are those that the programs print for these headings.
@Suite struct ForeignHeadingIDTests {
  @Test(arguments: [
    ("Contributors to 1.31.0", "contributors-to-1310", ["contributors-to-1-31-0", "contributors-to-1.31.0"]),
    ("1. Introduction", "1-introduction", ["introduction", "_1-introduction"]),
    ("What's new?", "whats-new", ["what-s-new"]), ("C++ & Swift", "c--swift", ["c-swift"]),
    ("foo_bar", "foo_bar", ["foo-bar", "foobar"]), ("Über uns", "über-uns", ["uber-uns", "ber-uns"]),
    ("Straße 3", "straße-3", ["strasse-3", "strae-3"]), ("3 C’s", "3-cs", ["3-c-s", "cs", "_3-c-s"]),
    ("Привет, мир!", "привет-мир", []), ("日本語 2.0", "日本語-20", ["日本語-2.0", "20", "日本語-2-0"]),
    ("Getting Started", "getting-started", []), ("?!", "section", []), ("", "section", []),
    // The number of a repeated heading
    ("1. Introduction", "1-introduction-2", ["introduction-2", "_1-introduction-2"]),
    // The author's own ids
    ("1. Introduction", "intro", []), ("1. Introduction", "1-introduction-x", []),
  ])
  func programsDifferInTheIDOfAHeading(_ words: String, _ id: String, _ expected: [String]) throws {
    #expect(foreignHeadingIDs(of: words, named: id) == expected)
  }

  /// A heading may be anything; an id must fit between quotes.
  @Test(arguments: ["\"><script>", "a\" onclick=\"x", "\u{202E}a: b", "a\u{0}b", String(repeating: "9. é", count: 900)])
  func aHostileHeadingHasPlainIDs(_ words: String) throws {
    let html = try MarkdownDocument("# \(words)").html()
    let own = try #require(html.firstMatch(of: /id="([^"]*)"/)).1
    for id in foreignHeadingIDs(of: words, named: String(own)) {
      #expect(id.wholeMatch(of: /[\p{L}\p{N}_.-]+/) != nil, "\(id)")
    }
  }
}
