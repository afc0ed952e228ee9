import CourantTesting
import Model
import Testing
import Time

@Suite struct EvidenceLevelTests {
  private func article(_ tenths: Int?, _ testedIn: Article.TestedIn? = nil) -> Article {
    var article = Article(id: Article.ID("a"), title: "T", published: Instant(seconds: 0), link: "l")
    article.credibility = tenths.flatMap { Rating(tenths: $0) }
    article.testedIn = testedIn
    return article
  }

  @Test func theWholePartOfTheRatingIsTheLevel() {
    let levels = (0...50).map { article($0).evidence?.number }
    let expected = (0...50).map { min(max($0 / 10, 1), 4) }
    #expect(levels == expected)
    #expect(article(nil, .cells).evidence == nil)
  }

  @Test(arguments: [Article.TestedIn.cells, .animals])
  func withoutTestsInPeopleEvidenceIsAtMostEarly(_ subject: Article.TestedIn) {
    let levels = [9, 19, 20, 29, 30, 50].map { article($0, subject).evidence }
    #expect(levels == [.veryEarly, .veryEarly, .early, .early, .early, .early])
    let capped = [29, 30, 50].map { article($0, subject).isEvidenceCapped }
    #expect(capped == [false, true, true])
    #expect(article(50, .people).evidence == .wellSupported)
    #expect(!article(50, .people).isEvidenceCapped)
  }
}
