import Model
import Testing
import Time

struct ReadingTimeTests {
  @Test(arguments: [
    (0, 0, 0, 0), (1, 0, 0, 1), (180, 0, 0, 1), (181, 0, 0, 2), (540, 0, 0, 3), (0, 150, 0, 1), (0, 151, 0, 2),
    (0, 0, 400, 1), (0, 0, 401, 2), (90, 75, 0, 1), (60, 50, 134, 2),
  ])
  func minutesAreRoundedUpOnce(_ words: Int, _ arabic: Int, _ ideographs: Int, _ expected: Int) {
    #expect(ReadingTime.minutes(ofWords: words, arabicWords: arabic, ideographs: ideographs) == expected)
  }

  @Test(arguments: [
    ("", [0, 0, 0]), ("<p>Two words</p>", [2, 0, 0]), ("<p>One</p><p>two</p>", [2, 0, 0]),
    ("<p title=\"not these words\">a<br>b</p>", [2, 0, 0]), ("<p>well-known – “yes”, 3.5 %</p>", [3, 0, 0]),
    ("<p>don’t</p>\n", [1, 0, 0]), ("<p>été à l’île</p>", [3, 0, 0]), ("<p>التصلب المتعدد، MS</p>", [1, 2, 0]),
    ("<p>日本語です。</p>", [0, 0, 5]), ("<p>GFAP の 値</p>", [1, 0, 2]), ("<p>한국어 글</p>", [2, 0, 0]),
    ("<p>never closed", [2, 0, 0]), ("<p never closed", [0, 0, 0]), ("<p>a&nbsp;&amp; b</p>", [2, 0, 0]),
    ("— … · 。 &", [0, 0, 0]),
  ])
  func wordsAndIdeographsOfTheTextAreCounted(_ body: String, _ expected: [Int]) {
    let time = ReadingTime(ofHTML: body)
    #expect([time.words, time.arabicWords, time.ideographs] == expected)
  }

  @Test func anArticleTakesAsLongAsItsBody() {
    var article = Article(id: .init("a"), title: "A", published: .init(seconds: 0), link: "https://r.example/a/")
    #expect(article.readingTime.minutes == 0)
    article.body = "<p>" + String(repeating: "word ", count: 361) + "</p>"
    #expect(article.readingTime.minutes == 3)
  }

  @Test func aKnownTimeNeedsNoBody() {
    var article = Article(id: .init("a"), title: "A", published: .init(seconds: 0), link: "https://r.example/a/")
    #expect(article.readingMinutes == 0)
    article.minutes = 4
    #expect(article.readingMinutes == 4)
  }
}
