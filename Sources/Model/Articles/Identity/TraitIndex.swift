/// An index of articles by their traits.
struct TraitIndex {
  private(set) var bytes: [Fingerprint: [Article.ID]] = [:]
  private(set) var heading: [Fingerprint: [Article.ID]] = [:]
  private(set) var wording: [Fingerprint: [Article.ID]] = [:]
  private(set) var path: [String: [Article.ID]] = [:]
  /// By days since 1970.
  private(set) var day: [Int64: [Article.ID]] = [:]
  private(set) var articlesByHeading: [Fingerprint: [KnownArticle]] = [:]
  private(set) var ids: [FilePlace: Article.ID] = [:]
  private(set) var places: [Article.ID: FilePlace] = [:]
  private(set) var placesByBytes: [Fingerprint: [FilePlace]] = [:]
  private(set) var placesByContent: [Content: [FilePlace]] = [:]

  mutating func add(_ article: KnownArticle) {
    path[article.place.path, default: []].append(article.id)
    ids[article.place] = article.id
    places[article.id] = article.place
    guard let traits = article.traits else { return }
    heading[traits.heading, default: []].append(article.id)
    wording[traits.wording, default: []].append(article.id)
    day[traits.day, default: []].append(article.id)
    articlesByHeading[traits.heading, default: []].append(article)
    placesByContent[Content(traits), default: []].append(article.place)
    guard let fingerprint = traits.bytes else { return }
    bytes[fingerprint, default: []].append(article.id)
    placesByBytes[fingerprint, default: []].append(article.place)
  }

  /// Title, date and text.
  struct Content: Hashable {
    let heading: Fingerprint
    let wording: Fingerprint

    init(_ traits: ArticleTraits) {
      heading = traits.heading
      wording = traits.wording
    }
  }
}
