internal import Languages
internal import Model
internal import Presentation
internal import Templates

/// What an edition shows about its articles before the first of them: in the inbox, and under its masthead.
struct EditionOverview {
  private let articles: [Article]
  private let site: Site
  /// Of all articles together; nil if one of them is read elsewhere.
  private let minutes: Int?

  /// In characters.
  private static let longestTitle = 60
  private static let longestPreheader = 200
  /// How many titles are listed.
  private static let mostTitles = 12

  /// - Parameter minutes: the reading times of the articles, see ``readingMinutes(of:in:)``.
  init(of articles: [Article], in site: Site, minutes: [Article.ID: Int]) {
    self.articles = articles
    self.site = site
    let known = articles.compactMap { minutes[$0.id] }
    self.minutes = known.count == articles.count ? known.reduce(0, +) : nil
  }

  private var speech: Language { site.speech }

  /// By article, except for those read elsewhere.
  static func readingMinutes(of issue: Issue, in site: Site) -> [Article.ID: Int] {
    Dictionary(
      issue.articles.compactMap { article in article.readingMinutes(in: site).map { (article.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// `contents` is empty for a single article: it follows immediately.
  ///
  /// - Parameter shown: how many articles the edition shows; the others do not fit.
  func fields(showing shown: Int) -> TemplateRecord {
    let listed = shown > 1 ? articles.prefix(min(shown, Self.mostTitles)) : []
    let left = listed.isEmpty ? 0 : articles.count - listed.count
    return [
      "preheader": TemplateValue(preheader(showing: shown)),
      "contents": .list(listed.map(contents)),
      "has_contents": .flag(!listed.isEmpty),
      "contents_more": left > 0 ? speech.shown("and_more", left) : .absent,
      "about_minutes": minutes.map { speech.shown("about_minutes", Self.rounded($0)) } ?? .absent,
    ]
  }

  private func contents(_ article: Article) -> TemplateValue {
    let title = article.briefTitle.abridged(to: Self.longestTitle)
    let direction = WritingDirection(of: title, usual: speech.direction)
    let lang = article.foreignLanguage(in: site)
    return .record(["title": .text(title), "title_dir": .text(direction.rawValue), "lang": TemplateValue(lang)])
  }

  /// The text that inboxes show after the subject: the titles that the subject leaves out, or the only takeaway.
  private func preheader(showing shown: Int) -> String {
    let others = articles.prefix(shown).dropFirst().map { speech.isolated($0.briefTitle) }
    guard !others.isEmpty else { return articles.first?.summary.abridged(to: Self.longestPreheader) ?? "" }
    let label = speech.framedWord("also") + speech.colonAndSpace
    return label + others.joined(separator: " · ").abridged(to: Self.longestPreheader - label.count)
  }

  /// To a multiple of 5 from 10 minutes on: more would feign precision.
  static func rounded(_ minutes: Int) -> Int { minutes < 10 ? minutes : (minutes + 2) / 5 * 5 }
}

extension Article {
  /// The title where there is little room: in subjects and lists of contents.
  var briefTitle: String { (shortTitle ?? title).listed }
}
