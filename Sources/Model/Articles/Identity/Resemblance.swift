/// How near a file is to an article.
extension Identities {
  /// An edit leaves so much of a text, wherever its file is.
  static let shareOfEdit = 0.75
  /// A file with less of a text, and neither its title nor its date, is another article.
  static let shareOfRewriting = 0.25

  /// Whether a file that had an article has it still, edited, and does not hold another one: one of title, date and text is
  /// left. Of a short text all words must be, since few words are soon in another one too.
  func isEdit(_ file: FoundArticle, of article: KnownArticle, _ likeness: Likeness) rethrows -> Bool {
    guard let traits = article.traits else { return true }
    if traits.published == file.traits.published || traits.wording == file.traits.wording { return true }
    if hasTitle(file, article) { return true }
    guard file.isLong else { return false }
    guard let share = try likeness(file, article) else { return article.presence != .departed }
    return share >= Self.shareOfRewriting
  }

  /// Whether a file has some of an article's text: if not, what moved elsewhere may be nearer to it.
  func resembles(_ article: KnownArticle, _ file: FoundArticle, _ likeness: Likeness) rethrows -> Bool {
    guard let traits = article.traits, traits.wording != file.traits.wording else { return true }
    guard file.isLong else { return hasTitle(file, article) }
    return try likeness(file, article) ?? 1 >= Self.shareOfRewriting
  }

  /// Whether a file is so near to the article which it held that the same bytes elsewhere are a copy of it.
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

  /// Whether a file is an article that lay anywhere.
  func isAlike(_ file: FoundArticle, _ article: KnownArticle, _ likeness: Likeness) rethrows -> Bool {
    guard let traits = article.traits else { return false }
    let isRepeated = traits.wording == file.traits.wording
    let isTitled = hasTitle(file, article)
    if isRepeated, file.isLong, isTitled || traits.published == file.traits.published { return true }
    guard isTitled else { return false }
    let isNear = abs(traits.published - file.traits.published) < ArticleTraits.secondsOfDay
    if isNear, isRepeated { return true }
    let isDated = traits.heading == file.traits.heading
    // Few words are soon others; a second mail is worse.
    if isDated, !file.isLong { return true }
    guard let share = try likeness(file, article) else { return isDated }
    return share >= Self.shareOfEdit && (isNear || file.isLong)
  }
}
