import Model
import Testing
import Time

struct TopicSpellingTests {
  /// Each written `id: topic, topic`, newest first.
  private func articles(_ written: [String]) -> [Article] {
    written.enumerated().map { index, text in
      let parts = text.split(separator: ": ")
      var article = Article(
        id: .init(String(parts[0])), title: "T", published: Instant(seconds: Int64(-index)), link: "https://x.example/")
      article.topics = parts[1].split(separator: ", ").map { Topic(String($0)) }
      return article
    }
  }

  private func site(_ aliases: [String: String] = [:], groups: [TopicGroup] = []) -> Site {
    var site = Site(title: "S", url: "https://x.example", language: "en", zone: .utc, publisher: "")
    site.aliases = Dictionary(uniqueKeysWithValues: aliases.map { (TopicSlug($0), Topic($1)) })
    site.topicGroups = groups
    return site
  }

  private func spelled(_ written: [String], on site: Site) -> [String] {
    let articles = articles(written)
    let spelling = TopicSpelling(articles.map(\.topics), on: site)
    return articles.map { "\($0.id): " + spelling.spelled($0).topics.map(\.label).joined(separator: ", ") }
  }

  @Test func theOldestSpellingIsThatOfAll() {
    #expect(
      spelled(["c: P–glycoprotein, MS", "b: p-glycoprotein", "a: P-glycoprotein, sleep"], on: site())
        == ["c: P-glycoprotein, MS", "b: P-glycoprotein", "a: P-glycoprotein, sleep"])
  }

  @Test func theOperatorsSpellingWins() {
    let site = site(
      ["PGP": "P–Glycoprotein"], groups: [TopicGroup(title: "Living", topics: [Topic("Sleep"), Topic("Pain")])])
    #expect(
      spelled(["b: P-glycoprotein, sleep", "a: p-glycoprotein, pain, rest"], on: site)
        == ["b: P–Glycoprotein, Sleep", "a: P–Glycoprotein, Pain, rest"])
  }

  /// So that exactly the files that show it are rendered again.
  @Test func onlyAnArticleOfAnotherSpellingHasOtherFingerprints() {
    let articles = articles(["b: P–glycoprotein", "a: P-glycoprotein"])
    let shelved = articles.map {
      ShelvedArticle(article: $0, outline: Fingerprint(bits: 1), content: Fingerprint(bits: 2))
    }
    let spelling = TopicSpelling(articles.map(\.topics), on: site())
    let other = spelling.spelled(shelved[0])
    #expect(other.article.topics.map(\.label) == ["P-glycoprotein"])
    #expect(other.outline != shelved[0].outline && other.content != shelved[0].content)
    #expect(spelling.spelled(shelved[1]) == shelved[1])
    let third = TopicSpelling(articles.map(\.topics), on: site(["x": "P-Glycoprotein"])).spelled(shelved[0])
    #expect(third.outline != other.outline)
  }

  @Test(arguments: [
    ("multiple sclerosis", "Multiple sclerosis"), ("élan vital", "Élan vital"), ("ALS", "ALS"), ("mRNA", "mRNA"),
    ("pH", "pH"), ("p53", "p53"), ("c-Myc", "c-Myc"), ("β-blockers", "β-blockers"), ("tau", "Tau"),
    ("рассеянный склероз", "Рассеянный склероз"), ("التصلب", "التصلب"), ("多発性硬化症", "多発性硬化症"),
    ("3D printing", "3D printing"),
    ("vitamin D", "Vitamin D"), ("iPSC", "iPSC"), ("", ""),
  ])
  func aHeadingBeginsWithACapitalUnlessItsSmallLetterIsAName(_ label: String, _ heading: String) {
    #expect(Topic(label).heading(in: "en") == heading)
  }

  @Test(arguments: [("tr", "İlaç tedavisi"), ("az-Latn", "İlaç tedavisi"), ("de", "Ilaç tedavisi")])
  func theCapitalOfAnIIsThatOfTheLanguage(_ language: String, _ heading: String) {
    #expect(Topic("ilaç tedavisi").heading(in: language) == heading)
  }
}
