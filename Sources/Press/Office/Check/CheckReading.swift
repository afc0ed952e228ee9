internal import Files
internal import Gathering
internal import Model
internal import Pages
internal import Press

/// What makes the newest articles hard to read: decision 0054.
extension SiteCheck {
  /// How many of the newest visible articles are judged: nobody mends old ones.
  private static let articlesJudged = 20

  /// At most one finding of each kind per article, and one about the order of the parts of all.
  func hardReading(_ articles: [Article]) throws -> [Finding] {
    guard site.judgesReadingEase else { return [] }
    let visible = articles.filter { $0.isVisible(at: now) }.sorted(by: Article.newestFirst)
    let newest = visible.prefix(Self.articlesJudged).map(\.id)
    let paths = try articlePaths()
    let words = ReadingWords.found(for: site.language)
    var findings: [Finding] = []
    var reversed: [(path: String, heading: String)] = []
    try ledger.eachArticle(newest) { article in
      let path = paths[article.id] ?? "\(article.id)"
      if let words { findings += advice(on: article, words).map { $0.finding(in: path, of: folder) } }
      if let heading = methodsBeforeMeaning(inBody: article.body, on: site) { reversed.append((path, heading)) }
    }
    return findings + orderAdvice(reversed)
  }

  private func advice(on article: Article, _ words: ReadingWords) -> [ReadingAdvice] {
    let explained = site.glossary.flatMap(\.forms) + article.topics.map(\.label)
    let parts = explained + explained.flatMap { $0.split(separator: " ").map(String.init) }
    let ease = ReadingEase(article.readingText, in: words, explained: Set(parts.map { $0.uppercased() }))
    return ease.advice
  }

  /// Tired readers stop early: what concerns them comes first.
  private func orderAdvice(_ reversed: [(path: String, heading: String)]) -> [Finding] {
    guard let (path, heading) = reversed.first else { return [] }
    let others = reversed.count - 1
    let more = others == 0 ? "" : ", like \(others) more \(others == 1 ? "article" : "articles")"
    let sentence =
      "says “\(heading)” before what it means for readers\(more); put that first, since tired readers stop early"
    return [Finding(path, line: line(ofText: heading, in: folder + "/" + path), sentence, weight: .warning)]
  }
}
