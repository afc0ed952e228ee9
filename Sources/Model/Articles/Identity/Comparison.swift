/// Compares files with articles, each pair once.
struct Comparison {
  /// The smallest share of the words that an edit leaves unchanged.
  private static let shareOfEdit = 0.75
  /// The same for a rewrite of a long text, and of a short one.
  private static let shareOfRewriting = 0.25
  private static let shareOfShortRewriting = 0.5

  private struct Pair: Hashable {
    let place: FilePlace
    let article: Article.ID
  }

  private let texts: any ComparedTexts
  private var evidence: [Pair: Evidence] = [:]
  private var mailed: [Article.ID: Bool] = [:]

  init(_ texts: any ComparedTexts) { self.texts = texts }

  /// Nil if the ledger has no record of the article's content.
  mutating func evidence(_ file: FoundArticle, _ article: KnownArticle) throws -> Evidence? {
    guard let traits = article.traits else { return nil }
    let pair = Pair(place: file.place, article: article.id)
    if let known = evidence[pair] { return known }
    var found = Evidence(
      text: try text(file, article, traits), isLong: file.isLong, hasTitle: texts.hasTitle(file, article),
      hasDate: traits.published == file.traits.published,
      isNear: abs(traits.published - file.traits.published) < ArticleTraits.secondsOfDay)
    found.isMoment = found.hasDate && traits.hasTime
    found.isRecent = article.presence == .shelved
    found.isHidden = article.presence == .hidden
    evidence[pair] = found
    return found
  }

  private func text(_ file: FoundArticle, _ article: KnownArticle, _ traits: ArticleTraits) throws -> Evidence.Text {
    if traits.wording == file.traits.wording { return .same }
    guard let share = try texts.share(file, article) else { return .unknown }
    if share >= Self.shareOfEdit { return .near }
    return share >= (file.isLong ? Self.shareOfRewriting : Self.shareOfShortRewriting) ? .some : .other
  }

  /// Whether the article was in an issue.
  mutating func wasMailed(_ article: KnownArticle) throws -> Bool {
    if let known = mailed[article.id] { return known }
    let found = try texts.wasMailed(article)
    mailed[article.id] = found
    return found
  }

  func hasTitle(_ file: FoundArticle, _ article: KnownArticle) -> Bool { texts.hasTitle(file, article) }

  /// Whether two articles with the same title and date are so similar that they count as one.
  func repeats(_ file: FoundArticle, _ article: KnownArticle) throws -> Bool {
    try texts.share(file, article) ?? 0 >= Self.shareOfEdit
  }
}

/// The contents of the files being read and of the articles in the ledger.
package protocol ComparedTexts {
  /// Whether a file has the title of an article, regardless of their dates.
  func hasTitle(_ file: FoundArticle, _ article: KnownArticle) -> Bool
  /// The share of a file's text that also occurs in an article, from 0 to 1; nil if the article's text is not recorded.
  func share(_ file: FoundArticle, _ article: KnownArticle) throws -> Double?
  /// Whether any issue contains the article.
  func wasMailed(_ article: KnownArticle) throws -> Bool
}
