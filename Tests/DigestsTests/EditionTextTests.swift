import CourantTesting
import Model
import Testing

@testable import Digests

struct EditionTextTests {
  @Test func theBuiltInTextPartContainsEverything() throws {
    var first = editionArticle(
      "a", "A title that is rather long, so long that it does not fit on one line", summary: "It works.")
    first.credibility = Rating(4.1)
    first.topics = [Topic("MS")]
    first.citation = .init(title: "Trial", journal: "Ill. J.", doi: "10.1/x", published: "2026")
    first.body =
      "<h2>What was asked</h2><p>We asked <em>40</em> people &amp; more.</p><p>\(String(repeating: "a ", count: 360))</p>"
    var second = editionArticle("b", "B", summary: "How it begins…")
    second.summaryIsExcerpt = true
    second.body = "<p>How it begins, and ends.</p>"
    var third = editionArticle("c", "C")
    third.body = "<p>Third.</p>"
    let issue = editionIssue([(ms, [first, second]), (rare, [third])])
    var old = editionArticle("old", "Old")
    old.topics = [Topic("MS")]
    let related = RelatedArticles(shelf: [old, first], notIn: editionIssue([(ms, [first])]))
    var site = editionSite()
    site.mail = MailSettings(from: try #require(Mailbox("a@r.example")), smtp: .init(host: "127.0.0.1", port: 25))
    site.mail?.replyTo = Mailbox("editors@r.example")
    let renderer = try editionRenderer(site: site, related: related, ["note.text": "Ask your doctor.\n"])
    #expect(
      try renderer.edition(of: issue, following: [ms, rare])?.text == """
        Research
        ========
        Weekly · 23 November 2026 · issue 12

        In this issue: 3 articles, about 5 minutes
        - A title that is rather long, so long that it does not fit…
        - B
        - C

        View in browser: https://r.example/archive/weekly/12/
        https://r.example/


        Feed ms
        =======

        * A title that is rather long, so long that it does not fit on one line

        Key takeaway: It works.

        We asked 40 people & more.

        Evidence: well supported · 3\u{A0}min
        Ill. J.: https://doi.org/10.1/x
        Read this article: https://r.example/articles/a/


        * B

        How it begins…

        1\u{A0}min
        https://r.example/articles/b/


        Feed rare
        =========

        * C

        1\u{A0}min
        https://r.example/articles/c/


        * * *

        Ask your doctor.

        That was all the news in this issue.


        You may also like
        =================

        Old
        20 November 2026
        https://r.example/articles/old/


        * * *

        \u{1}signed_up\u{1}
        \u{1}reader_address\u{1}

        Unsubscribe from these mails:
        \u{1}unsubscribe_url\u{1}

        Replies to this email reach our editors.
        We cannot see whether you open this email or what you click.

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
    article.credibility = Rating(2.0)
    article.citation = .init(journal: "Ill. J.", url: "https://paper.example/")
    article.body = "<p>Delta epsilon.</p>"
    var excerpted = editionArticle("b", "Epsilon", summary: "Zeta eta.")
    excerpted.summaryIsExcerpt = true
    let issue = editionIssue([(ms, [article, excerpted])])
    let edition = try #require(try editionRenderer().edition(of: issue, following: [ms]))
    let body = try #require(edition.html.split(separator: "<body", maxSplits: 1).last?.drop { $0 != ">" }.dropFirst())
    let visible = body.replacing(/<div style="display: none[^<]*<\/div>/, with: "")
    let shown = visible.replacing(/<[^>]*>/, with: " ").replacing("&middot;", with: "·").replacing("&amp;", with: "&")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&nbsp;", with: " ")
    let said = Set(edition.text.split(whereSeparator: \.isWhitespace).map { $0.trimmingPrefix("(") })
    let missing = shown.split(whereSeparator: \.isWhitespace).filter { word in
      !said.contains { $0 == word.trimmingPrefix("(") || $0 == word + ":" }
    }
    #expect(missing.map(String.init) == [])
  }
}
