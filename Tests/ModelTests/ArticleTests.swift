import CourantTesting
import Foundation
import Model
import Testing
import Time

@Suite struct ArticleTests {
  private let article = Article(
    id: Article.ID("a"), title: "A", published: Instant(seconds: 0), link: "https://site.example/a/")

  @Test(arguments: [true, false])
  func whetherTheSummaryIsAnExcerptIsStored(_ isExcerpt: Bool) throws {
    var stored = article
    stored.summaryIsExcerpt = isExcerpt
    let read = try JSONDecoder().decode(Article.self, from: try JSONEncoder().encode(stored))
    #expect(read == stored)
    #expect(read.summaryIsExcerpt == isExcerpt)
  }

  @Test func articlesStoredBeforeThereWereExcerptsCanBeRead() throws {
    var reset = article
    reset.summaryIsExcerpt = true
    reset.summaryIsExcerpt = false
    #expect(reset == article)
    let json = String(decoding: try JSONEncoder().encode(reset), as: UTF8.self)
    #expect(!json.lowercased().contains("excerpt"))
  }
}
