import CourantTesting
import Model
import Testing
import Themes

@testable import Digests
@testable import Templates

/// Editions are put together from cells; what readers get is what rendering the whole at once would give.
struct IssueEditionsTests {
  /// The built-in templates with each article in place of its cell.
  private static let unshared = [
    "digest.html": TemplateSet.builtInSource("digest.html").text.replacing(
      "{{{cell}}}\n",
      with: """
        {{#is_lead}}
        {{> mail-lead}}
        {{/is_lead}}
        {{^is_lead}}
        {{> mail-article}}
        {{/is_lead}}

        """),
    "digest.text": TemplateSet.builtInSource("digest.text").text.replacing("{{cell}}\n", with: "{{> mail-article}}\n"),
  ]

  @Test(arguments: TemplateSet.builtInThemes)
  func anEditionIsWhatRenderingItWholeWouldGive(_ theme: String) throws {
    var numbers = SeededNumbers(seed: UInt64.random(in: 0...UInt64.max))
    let seed = "seed \(numbers.seed)"
    for _ in 0..<3 {
      let issue = randomIssue(&numbers)
      let related = RelatedArticles(shelf: (0..<9).map { randomArticle(100 + $0, &numbers) }, notIn: issue)
      let editions = try editionRenderer(related: related, theme: theme).editions(of: issue)
      let whole = try editionRenderer(related: related, theme: theme, Self.unshared)
      for _ in 0..<6 {
        let feeds = issue.sections.map(\.feed).filter { _ in Bool.random(using: &numbers) }
        let frozen = try editions.edition(following: feeds)
        #expect(frozen?.whole == (try whole.edition(of: issue, following: feeds)), "\(seed)")
        #expect(frozen.map { $0.cells.count >= 3 && $0.html.utf8.count < 12_000 } ?? feeds.isEmpty, "\(seed)")
      }
    }
  }

  @Test(arguments: [
    ("digest.html", "<p title=\"{{{cell}}}\">"), ("digest.html", "<p>{{{cell}}} and more"),
    ("digest.html", "<{{{cell}}}"),
    ("digest.text", "{{cell}} at the end"), ("digest.text", "{{cell}}\n===\n"),
    ("digest.text", "\n\n\n{{cell}}\n\n\n\n"),
    ("mail-article.html", "<p class=\"title\">{{title}}</p><i title=\""),
    ("mail-article.html", "p class=\"text\">{{title}}<"),
    ("mail-article.text", "---\n{{title}}\n"), ("mail-article.text", "===\n"), ("mail-article.text", "\n\n\n"),
    ("mail-article.text", "\n\n{{title}}\n\n\n"), ("mail-article.text", "{{title}}"), ("mail-article.html", ""),
  ])
  func aCellReadsAsIfRenderedInPlace(_ name: String, _ text: String) throws {
    let foot = "{{unsubscribe_url}} {{site.publisher}}"
    let list = "{{#sections}}\n{{#articles}}\nCELL{{/articles}}\n{{/sections}}\n"
    let (cell, article) = name.hasPrefix("digest") ? (text, "{{title}}\n") : ("{{{cell}}}\n", text)
    let isHTML = name.hasSuffix(".html")
    let ending = isHTML ? "html" : "text"
    let head = isHTML ? "<style>\n{{{theme.style}}}</style>\n<p class=\"text\">" : "Heading\n"
    func edition(_ cell: String) throws -> Edition? {
      let digest = head + list.replacing("CELL", with: cell) + foot
      var files = ["digest.\(ending)": digest, "mail-article.\(ending)": article]
      if isHTML { files["mail-lead.html"] = article }
      let issue = editionIssue([(ms, [editionArticle("a", "A title"), editionArticle("b", "Another")])])
      return try editionRenderer(files).edition(of: issue, following: [ms])
    }
    // A partial alone on its line takes the line end after it; a cell's own last one is left out instead.
    let inline = article.hasSuffix("\n") ? String(article.dropLast()) : article
    let expected = cell.replacing("{{{cell}}}", with: inline).replacing("{{cell}}", with: inline)
    #expect(try edition(isHTML ? cell : cell.replacing("{{{cell}}}", with: "{{cell}}")) == edition(expected))
  }

  @Test func anArticleIsKeptOnceForAllWhoGetIt() throws {
    let articles = ["a", "b", "c"].map { editionArticle($0, "Title \($0)") }
    let issue = editionIssue([(ms, Array(articles[..<2])), (all, [articles[2]])])
    let editions = try editionRenderer().editions(of: issue)
    let cells = try [[ms, all], [ms]].map { try editions.edition(following: $0)!.cells }
    #expect(Set(cells[1]).isSubset(of: cells[0]))
    // The style; each article in HTML; each in text.
    #expect((cells[0].count, cells[1].count) == (7, 5))
  }
}

extension IssueEditionsTests {
  private func randomIssue(_ numbers: inout SeededNumbers) -> Model.Issue {
    let articles = (0..<Int.random(in: 1...50, using: &numbers)).map { randomArticle($0, &numbers) }
    let sections = (0..<8).compactMap { number -> (Feed.Name, [Article])? in
      let its = articles.filter { _ in Int.random(in: 0..<4, using: &numbers) == 0 }
      return its.isEmpty ? nil : (Feed.Name("feed-\(number)")!, its)
    }
    return editionIssue(sections.isEmpty ? [(ms, articles)] : sections)
  }

  private func randomArticle(_ number: Int, _ numbers: inout SeededNumbers) -> Article {
    let words = ["cooling", "日本語", "été", "<b>", "&", "barrier", "😀", "===", "---", "{{x}}", "עברית", "a-long-word"]
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &numbers)).map { _ in words.randomElement(using: &numbers)! }
        .joined(separator: " ")
    }
    var article = editionArticle("\(number)", "Title \(number). " + text(12), summary: text(300))
    article.summaryIsExcerpt = Bool.random(using: &numbers)
    if Bool.random(using: &numbers) { article.credibility = Rating(tenths: 35) }
    if Bool.random(using: &numbers) { article.authors = ["Ana", "Bo"] }
    if Bool.random(using: &numbers) { article.image = .init(url: "https://r.example/\(number).png", alt: text(3)) }
    article.topics = (0..<Int.random(in: 0...4, using: &numbers)).map { Topic("topic \($0)") }
    article.body = "<p>The \(text(30).replacing("<", with: "&lt;")) body.</p>"
    return article
  }
}
