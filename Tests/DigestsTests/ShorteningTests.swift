import CourantTesting
import Foundation
import Model
import Templates
import Testing
import Themes

@testable import Digests

struct ShorteningTests {
  /// Each letter an article: W whole, t title and takeaway, - title only, c a cut title, . left out.
  @Test(
    arguments: [
      (0, "WWW", true), (1, "WWt", true), (2, "Wtt", true), (3, "Wt-", true), (4, "W--", true), (5, "t--", true),
      (6, "---", true), (7, "---", false), (8, "--c", false), (9, "-cc", false), (10, "ccc", false),
      (11, "cc.", false), (12, "c..", false),
    ])
  func laterArticlesAreCutFirstAndTheLeadLast(_ step: Int, _ expected: String, _ showsRelated: Bool) {
    let shortening = Shortening(step: step)
    let letters = (0..<3).map { place in
      switch shortening.measure(at: place, of: 3) {
      case .whole: "W"
      case .takeaway: "t"
      case .title: "-"
      case .cutTitle: "c"
      case .omitted: "."
      }
    }
    #expect(letters.joined() == expected)
    #expect(shortening.showsRelated(of: 3) == showsRelated)
    #expect(shortening.omitted(of: 3) == letters.count { $0 == "." })
    #expect(Shortening.steps(articles: 3) == 0...12)
  }

  @Test(arguments: [0, 1, 3, 7])
  func nothingIsCutThatFits(_ enough: Int) {
    #expect(Shortening.least(articles: 3) { $0.step >= enough } == Shortening(step: enough))
  }

  @Test func anEditionThatNeverFitsIsShortenedAsFarAsPossible() {
    #expect(Shortening.least(articles: 3) { _ in false } == Shortening(step: 12))
  }

  @Test(arguments: TemplateSet.builtInThemes)
  func everyEditionKeepsAllTitlesAndItsFootWithinTheLimit(_ theme: String) throws {
    var numbers = SeededNumbers(seed: UInt64.random(in: 0...UInt64.max))
    let seed = "seed \(numbers.seed)"
    for _ in 0..<3 {
      let articles = (0..<Int.random(in: 1...60, using: &numbers)).map { randomArticle($0, &numbers) }
      let half = articles.count / 2
      let sections = half == 0 ? [(ms, articles)] : [(ms, Array(articles[..<half])), (all, Array(articles[half...]))]
      let renderer = try editionRenderer(theme: theme)
      let edition = try #require(try renderer.edition(of: editionIssue(sections), following: [ms, all]), "\(seed)")
      #expect(DocumentFacts(edition.html).bytes <= MailSize.comfortableHTML, "\(seed)")
      for article in articles {
        #expect(count(article.link, in: edition.html) >= 1, "\(seed), \(article.id)")
        #expect(count(article.link, in: edition.text) == 1, "\(seed), \(article.id)")
      }
      #expect(order(of: articles, in: edition.html) == articles.map(\.title), "\(seed)")
      #expect(order(of: articles, in: edition.text) == articles.map(\.title), "\(seed)")
      #expect(edition.html.hasSuffix(try foot(of: edition.html)), "\(seed)")
    }
  }

  @Test func theTextIsShortenedWithTheHTML() throws {
    let long = String(repeating: "word ", count: 800)
    let articles = (0..<40).map { editionArticle("\($0)", "Title \($0).", summary: long) }
    let edition = try #require(try editionRenderer().edition(of: editionIssue([(ms, articles)]), following: [ms]))
    let takeaways = count(String(repeating: "word ", count: 799), in: edition.html)
    #expect(takeaways == 15)
    // The lead's begins with a label.
    #expect(count("\n\nword word", in: edition.text) == takeaways - 1)
    #expect(count(">Key takeaway", in: edition.html) == 1)
    #expect(count("\nKey takeaway: ", in: edition.text) == 1)
    #expect(edition.text.contains("This mail was shortened; read the whole issue in your browser:\n"))
  }

  /// For any issue: an email shows its first articles, in order, the same in both parts, and the others are counted.
  @Test(arguments: TemplateSet.builtInThemes)
  func anEditionOfAnySizeFits(_ theme: String) throws {
    var numbers = SeededNumbers(seed: UInt64.random(in: 0...UInt64.max))
    let seed = "seed \(numbers.seed)"
    for most in [5, 60, 200] {
      let articles = (0..<Int.random(in: 1...most, using: &numbers)).map { oversized($0, &numbers) }
      let cut = Int.random(in: 0...articles.count, using: &numbers)
      let sections = [(ms, Array(articles[..<cut])), (all, Array(articles[cut...]))].filter { !$0.1.isEmpty }
      let issue = editionIssue(sections)
      let edition = try #require(try editionRenderer(theme: theme).edition(of: issue, following: [ms, all]), "\(seed)")
      #expect(DocumentFacts(edition.html).bytes <= MailSize.comfortableHTML, "\(seed)")
      let shown = articles.filter { edition.html.contains($0.link + "\"") }
      #expect(!shown.isEmpty && shown == Array(articles[..<shown.count]), "\(seed)")
      #expect(articles.filter { edition.text.contains($0.link + "\n") } == shown, "\(seed)")
      #expect(order(of: articles, in: edition.html) == shown.map(\.title), "\(seed)")
      #expect(order(of: articles, in: edition.text) == shown.map(\.title), "\(seed)")
      let omitted = articles.count - shown.count
      #expect(count(">… and \(omitted) more</a>", in: edition.html) == omitted.signum(), "\(seed)")
      #expect(count("\n… and \(omitted) more:\n", in: edition.text) == omitted.signum(), "\(seed)")
      #expect(count("Feed all", in: edition.html) == (cut > 0 && shown.count > cut ? 1 : 0), "\(seed)")
      #expect(edition.html.hasSuffix(try foot(of: edition.html)), "\(seed)")
    }
  }

  @Test func aCutTitleEndsWithAWord() throws {
    let articles = (0..<60).map { editionArticle("\($0)", "Title \($0). " + String(repeating: "long ", count: 999)) }
    let edition = try #require(try editionRenderer().edition(of: editionIssue([(ms, articles)]), following: [ms]))
    #expect(count(" long long…</a>", in: edition.html) > 40)
    #expect(
      edition.text.split(separator: "\n").count { $0.hasSuffix(" long long…") && !$0.hasPrefix("- ") }
        == count("long…</a>", in: edition.html))
    #expect(
      count(String(repeating: "long ", count: 998), in: edition.html) == 60 - count("long…</a>", in: edition.html))
    #expect(!edition.html.contains("… and "))
  }

  /// One of the site's own templates that is too long by itself.
  @Test func aTextThatCannotBeCutIsAnError() throws {
    let frame = String(repeating: "x", count: 110_000) + "{{unsubscribe_url}} {{site.publisher}}"
    let error = #expect(throws: EditionError.self) {
      try editionRenderer(["digest.html": frame]).edition(
        of: editionIssue([(ms, [editionArticle("a")])]), following: [ms])
    }
    guard case .htmlTooLong = error else { return #expect(Bool(false), "\(error as Any)") }
  }
}

extension ShorteningTests {
  private func randomArticle(_ number: Int, _ numbers: inout SeededNumbers) -> Article {
    let words = ["cooling", "日本語", "été", "<b>", "&", "barrier", "😀", "a-long-word"]
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &numbers)).map { _ in words.randomElement(using: &numbers)! }
        .joined(separator: " ")
    }
    var article = editionArticle("\(number)", "Title \(number). " + text(12), summary: text(700))
    article.summaryIsExcerpt = Bool.random(using: &numbers)
    if Bool.random(using: &numbers) { article.credibility = Rating(tenths: 35) }
    article.topics = (0..<Int.random(in: 0...4, using: &numbers)).map { Topic("topic \($0)") }
    article.body = "<p>The body.</p>"
    return article
  }

  /// Each of its fields may be empty, or longer than an email may be.
  private func oversized(_ number: Int, _ numbers: inout SeededNumbers) -> Article {
    func text(_ sizes: [Int]) -> String {
      String(repeating: Bool.random(using: &numbers) ? "word " : "日本語", count: sizes.randomElement(using: &numbers)!)
    }
    var article = randomArticle(number, &numbers)
    article.title = "Title \(number). " + text([0, 0, 1, 5, 40, 1000])
    article.summary = text([0, 1, 50, 500, 500, 500])
    return article
  }

  private func count(_ text: String, in document: String) -> Int {
    document.components(separatedBy: text).count - 1
  }

  /// The titles in the order in which their first words appear in the document, whole or cut.
  private func order(of articles: [Article], in document: String) -> [String] {
    articles.compactMap { article in
      let places = ["Title \(article.id).", "Title \(article.id)…"].compactMap { document.range(of: $0)?.lowerBound }
      return places.min().map { ($0, article.title) }
    }
    .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The ending of every email, in full.
  private func foot(of html: String) throws -> String {
    let start = try #require(html.range(of: "\u{1}signed_up\u{1}")?.lowerBound)
    let foot = String(html[start...])
    for what in [
      "\u{1}reader_address\u{1}", "\u{1}unsubscribe_url\u{1}", "Trust &amp; Co, 1 High Street",
      "\"https://r.example/archive/weekly/12/\"",
    ] { #expect(foot.contains(what), "\(what)") }
    #expect(foot.hasSuffix("</body>\n</html>\n"))
    return foot
  }
}
