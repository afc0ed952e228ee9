/// How likely a file is to be an article; the smaller, the likelier. Articles still public come first, then those with
/// the same path, source and file name.
struct Nearness: Comparable {
  private let ranks: [Int]
  private let place: FilePlace

  init(_ article: KnownArticle, _ file: FoundArticle) {
    place = article.place
    ranks = [
      article.presence == .shelved ? 0 : 1,
      article.place.path == file.place.path ? 0 : 1,
      article.place.source == file.place.source ? 0 : 1,
      Self.lastName(article.place.path) == Self.lastName(file.place.path) ? 0 : 1,
    ]
  }

  private static func lastName(_ path: String) -> Substring? { path.split(separator: "/").last }

  static func < (a: Nearness, b: Nearness) -> Bool {
    a.ranks != b.ranks ? a.ranks.lexicographicallyPrecedes(b.ranks) : a.place < b.place
  }
}
