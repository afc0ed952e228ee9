import Model
import Testing

@testable import Digests

struct EditionTextTests {
  @Test func theBuiltInTextPartContainsEverything() throws {
    var first = editionArticle(
      "a", "A title that is rather long, so long that it does not fit on one line", summary: "It works.")
    (first.credibility, first.interest) = (Rating(4.1), Rating(3.0))
    (first.authors, first.topics) = (["Ana", "Bo"], [Topic("MS"), Topic("fatigue")])
    first.citation = .init(title: "Trial", journal: "Ill. J.", doi: "10.1/x", published: "2026")
    first.body = "<h2>What was asked</h2><p>We asked <em>40</em> people &amp; more.</p><p>Second.</p>"
    var second = editionArticle("b", "B", summary: "How it begins…")
    second.summaryIsExcerpt = true
    let issue = editionIssue([(ms, [first, second]), (rare, [editionArticle("c", "C")])])
    var old = editionArticle("old", "Old")
    old.topics = [Topic("MS")]
    let related = RelatedArticles([old, first], besides: issue)
    let renderer = try editionRenderer(related: related, ["note.text": "Ask your doctor.\n"])
    #expect(
      try renderer.edition(of: issue, following: [ms, rare])?.text == """
        Research
        ========
        Issue 12 · 23 November 2026 · 3 articles

        View in browser:
        https://r.example/archive/weekly/12/
        https://r.example/


        Feed ms
        =======

        A title that is rather long, so long that it does not fit on one line
        ---------------------------------------------------------------------

        Key takeaway: It works.

        We asked 40 people & more.

        Evidence: well supported
        20 November 2026 · by Ana and Bo
        Topics: MS, fatigue
        Source: Trial, Ill. J., 2026, doi:10.1/x
        https://doi.org/10.1/x

        Read more:
        https://r.example/articles/a/


        B
        ---

        How it begins…

        20 November 2026

        Read more:
        https://r.example/articles/b/


        Feed rare
        =========

        C
        ---

        20 November 2026

        Read more:
        https://r.example/articles/c/


        You may also like
        =================

        Old
        20 November 2026
        https://r.example/articles/old/


        * * *

        Ask your doctor.


        * * *

        You get this mail because this address is subscribed to the weekly
        digest of Research:
        \u{1}reader_address\u{1}

        Unsubscribe from these mails:
        \u{1}unsubscribe_url\u{1}

        Trust & Co, 1 High Street

        """)
  }

  @Test(
    arguments: [
      ("A\n===\n", "A\n===\n"), ("Heading\n---\nx", "Heading\n-------\nx\n"), ("日本 😀\n===", "日本 😀\n=======\n"),
      ("one more\n===", "one\nmore\n====\n"), ("\n---\na", "\n---\na\n"), ("A\n----\n", "A\n----\n"),
      ("a\n\n\n\n\nb\n\n\n", "a\n\n\nb\n"), ("a  \n  \nb", "a\n\nb\n"), ("Ab\n\n===", "Ab\n\n===\n"),
      ("a\r\nb\u{2028}c", "a\nb\nc\n"), ("日本日本", "日本日\n本\n"), ("a\u{7F}b\u{85}c\u{9B}d", "ab…cd\n"),
    ])
  func headingsAreUnderlinedAndDebrisIsSweptAway(_ rendered: String, _ expected: String) {
    #expect(mailText(rendered, columns: 7) == expected)
  }

  @Test func noncharactersAndControlsDoNotShow() {
    for scalar in [0x7F, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFE, 0x10FFFF].compactMap(Unicode.Scalar.init) {
      #expect(mailText("a\(scalar)b\n\(scalar)\n\u{1F7FF}\n") == "ab\n\n\u{1F7FF}\n")
    }
  }

  /// Every word that the HTML shows is also in the text.
  @Test func theTextPartContainsWhatTheHTMLContains() throws {
    var article = editionArticle("a", "Alpha & <beta>", summary: "Gamma delta.")
    (article.credibility, article.interest) = (Rating(2.0), Rating(5.0))
    (article.authors, article.topics) = (["Ana", "Bo"], [Topic("MS")])
    article.citation = .init(title: "Trial", url: "https://paper.example/")
    var excerpted = editionArticle("b", "Epsilon", summary: "Zeta eta.")
    excerpted.summaryIsExcerpt = true
    let issue = editionIssue([(ms, [article, excerpted])])
    let edition = try #require(try editionRenderer().edition(of: issue, following: [ms]))
    let body = try #require(edition.html.split(separator: "<body", maxSplits: 1).last?.drop { $0 != ">" }.dropFirst())
    let shown = body.replacing(/<[^>]*>/, with: " ").replacing("&middot;", with: "·").replacing("&amp;", with: "&")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&nbsp;", with: " ")
    let said = Set(edition.text.split(whereSeparator: \.isWhitespace).map { $0.trimmingPrefix("(") })
    let missing = shown.split(whereSeparator: \.isWhitespace).filter { word in
      !said.contains { $0 == word.trimmingPrefix("(") || $0 == word + ":" }
    }
    #expect(missing.map(String.init) == [])
  }
}
