import CourantTesting
import Foundation
import Model
import Testing
import Time

@testable import LedgerSQL

struct ArticleHeadTests {
  /// The fields that every head has.
  private static let rest =
    #""authors":[],"body":"","id":"a","link":"l","page":"p","published":1,"summary":"","title":"t","topics":[]}"#

  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func aHeadIsWhatFoundationWrites(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var unset = unsetFields(of: Self.article(using: &random))
    for _ in 0..<300 {
      var article = Self.article(using: &random)
      unset.formIntersection(unsetFields(of: article))
      let head = ArticleHead.text(article)
      article.body = ""
      #expect(head == String(decoding: try encoder.encode(article), as: UTF8.self), "seed \(seed)")
      article.body = "<p>Body</p>"
      var heads = ArticleHeads()
      #expect(try heads.article(head, body: article.body) == article, "seed \(seed)")
    }
    #expect(unset == ["body"], "fill in every field of an article below; seed \(seed)")
  }

  @Test(arguments: [
    #"{"id":"a"}"#, "", "{", "{}", "[]", #"{"id":"a","title":"#, #"{"id":"a","id":"b",}"#,
    #"{"credibility":51,"# + Self.rest, #"{"testedIn":"mice","# + Self.rest, #"{"revisions":["today"],"# + Self.rest,
    "{" + Self.rest + " x", #"{"image":{"alt":5,"url":"u"},"# + Self.rest,
  ])
  func anInvalidHeadIsRefused(text: String) {
    var heads = ArticleHeads()
    #expect(throws: DecodingError.self) { try heads.article(text) }
  }

  @Test func othersSpellingsAreRead() throws {
    var heads = ArticleHeads()
    let head = #"{ "title":"\u0041\/", "id":"a","link":"l","published":-1,"authors":[],"body":"","page":"p","#
    let article = try heads.article(head + #""summary":"s\b","topics":["T"]}"#)
    var expected = Article(id: Article.ID("a"), title: "A/", published: Instant(seconds: -1), link: "l", page: "p")
    (expected.summary, expected.topics) = ("s\u{8}", [Topic("T")])
    #expect(article == expected)
  }

  private static func article(using random: inout SeededNumbers) -> Article {
    let characters = [
      "a", "é", "\"", "\\", "/", "\n", "\t", "\u{8}", "\u{1F}", "\u{7F}", "\u{2028}", "漢", " ", "{", ",",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in characters.randomElement(using: &random)! }.joined()
    }
    func perhaps<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    var article = Article(
      id: Article.ID(text()), title: text(),
      published: Instant(seconds: Int64.random(in: -5_000_000_000...5_000_000_000, using: &random)), link: text(),
      page: text())
    article.updated = perhaps(Instant(seconds: Int64.random(in: 0...5_000_000_000, using: &random)))
    article.expires = perhaps(Instant(seconds: Int64.random(in: -5_000_000_000...5_000_000_000, using: &random)))
    article.topics = (0..<Int.random(in: 0...3, using: &random)).map { _ in Topic(text()) }
    article.authors = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
    (article.summary, article.summaryIsExcerpt) = (text(), Bool.random(using: &random))
    article.credibility = perhaps(Rating(tenths: Int.random(in: 0...50, using: &random))!)
    article.interest = perhaps(Rating(tenths: Int.random(in: 0...50, using: &random))!)
    article.citation = perhaps(
      Article.Citation(
        title: perhaps(text()), journal: perhaps(text()), doi: perhaps(text()), url: perhaps(text()),
        published: perhaps(text())))
    article.shortTitle = perhaps(text())
    article.language = perhaps(text())
    article.translationKey = perhaps(text())
    article.layout = perhaps(text())
    article.credibilityReason = perhaps(text())
    article.testedIn = perhaps(Article.TestedIn.allCases.randomElement(using: &random)!)
    article.means = perhaps(text())
    article.mind = perhaps(text())
    article.formerPages = (0..<Int.random(in: 0...2, using: &random)).map { _ in text() }
    article.minutes = perhaps(Int.random(in: 1...90, using: &random))
    article.questions = (0..<Int.random(in: 0...2, using: &random)).map { _ in text() }
    article.changes = (0..<Int.random(in: 0...2, using: &random)).map { _ in .init(date: "2026-11-23", what: text()) }
    article.image = perhaps(Article.Picture(url: text(), alt: text()))
    article.audio = perhaps(Article.Sound(url: text()))
    article.audio?.duration = perhaps(Int.random(in: 1...9_000, using: &random))
    article.audio?.length = perhaps(Int64.random(in: 1...9_000_000, using: &random))
    article.audio?.episode = perhaps(Int.random(in: 1...900, using: &random))
    article.audio?.season = perhaps(Int.random(in: 1...9, using: &random))
    article.audio?.explicit = perhaps(Bool.random(using: &random))
    article.audio?.transcript = perhaps(text())
    article.attachments = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Model.Attachment(url: text(), length: Int64.random(in: 1...9_000_000, using: &random), title: perhaps(text()))
    }
    article.origin = perhaps(Article.Origin(title: text(), url: perhaps(text())))
    return article
  }
}
