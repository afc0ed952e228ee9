import Gathering
import Model
import Testing

/// Missing summaries are made from published text; a heading that repeats the title is omitted.
@Suite struct ExcerptTests {
  private func article(_ body: String) throws -> Article {
    guard case .article(let article, _) = try reading("---\ntitle: Same title\ndate: 2026-11-01\n---\n\(body)\n") else {
      throw NotRead()
    }
    return article
  }

  private struct NotRead: Error {}

  @Test(arguments: [
    ("10<sup>6</sup> cells", "10⁶ cells"), ("H<sub>2</sub>O", "H₂O"), ("A<br>B", "A B"), ("A  \nB", "A B"),
    ("<p>In a paragraph</p>", "In a paragraph"), ("<script>x()</script>\n\nWords", "Words"),
    ("<style>p { color: red }</style>\n\nWords", "Words"), ("<!-- no -->\n\nWords", "Words"),
    ("*Two* [links](https://example.org/)", "Two links"), ("![a picture](p.png)\n\nWords", "Words"),
  ])
  func anExcerptIsWhatReadersSee(_ body: String, _ summary: String) throws {
    let article = try article(body)
    #expect(article.summary == summary)
    #expect(article.summaryIsExcerpt)
  }

  @Test(arguments: [
    ("# Same title\n\nWords", "<p>Words</p>\n"), ("Same title\n===\n\nWords", "<p>Words</p>\n"),
    ("# same  Title\n\nWords", "<p>Words</p>\n"),
  ])
  func aHeadingThatRepeatsTheTitleIsLeftOut(_ body: String, _ html: String) throws {
    #expect(try article(body).body == html)
  }

  @Test func anotherHeadingStays() throws {
    let body = try article("# Another title\n\nWords").body
    #expect(body == "<h1 id=\"another-title\">Another title</h1>\n<p>Words</p>\n")
  }
}
