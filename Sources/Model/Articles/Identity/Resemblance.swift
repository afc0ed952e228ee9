/// How similar a file is to an article.
extension Identities {
  /// The share of a text that remains after an edit, wherever the file is.
  static let shareOfEdit = 0.75
  /// A file with a smaller share of the text, and neither title nor date of the article, is another article.
  static let shareOfRewriting = 0.25

  /// Whether a file still contains its article, edited, and not another one: at least one of title, date and text
  /// remains. Of a short text all words must remain, since few words can easily occur in another one too.
  func isEdit(_ file: FoundArticle, of article: KnownArticle, _ likeness: Likeness) rethrows -> Bool {
    guard let traits = article.traits else { return true }
    if traits.published == file.traits.published || traits.wording == file.traits.wording { return true }
    if hasTitle(file, article) { return true }
    guard file.isLong else { return false }
    guard let share = try likeness(file, article) else { return article.presence != .departed }
    return share >= Self.shareOfRewriting
  }

  /// Whether a file has some of an article's text: if not, a file moved elsewhere may be a better match.
  func resembles(_ article: KnownArticle, _ file: FoundArticle, _ likeness: Likeness) rethrows -> Bool {
    guard let traits = article.traits, traits.wording != file.traits.wording else { return true }
    guard file.isLong else { return hasTitle(file, article) }
    return try likeness(file, article) ?? 1 >= Self.shareOfRewriting
  }

  /// Whether a file is so similar to its article that the same bytes elsewhere are a copy of the article.
  func remains(_ article: KnownArticle, in file: FoundArticle, _ likeness: Likeness) rethrows -> Bool {
    guard let traits = article.traits else { return false }
    let isDated = traits.published == file.traits.published
    let isRepeated = traits.wording == file.traits.wording
    if isRepeated { return file.isLong || isDated || hasTitle(file, article) }
    guard file.isLong else { return traits.heading == file.traits.heading }
    guard let share = try likeness(file, article) else { return false }
    if share >= Self.shareOfEdit { return true }
    return share >= Self.shareOfRewriting && (isDated || hasTitle(file, article))
  }

  /// Whether a file is an article whose file was at any place.
  func isAlike(_ file: FoundArticle, _ article: KnownArticle, _ likeness: Likeness) rethrows -> Bool {
    guard let traits = article.traits else { return false }
    let isRepeated = traits.wording == file.traits.wording
    let isTitled = hasTitle(file, article)
    if isRepeated, file.isLong, isTitled || traits.published == file.traits.published { return true }
    guard isTitled else { return false }
    let isNear = abs(traits.published - file.traits.published) < ArticleTraits.secondsOfDay
    if isNear, isRepeated { return true }
    let isDated = traits.heading == file.traits.heading
    // A few words can all change in an edit; mailing an article twice is worse.
    if isDated, !file.isLong { return true }
    guard let share = try likeness(file, article) else { return isDated }
    return share >= Self.shareOfEdit && (isNear || file.isLong)
  }
}
