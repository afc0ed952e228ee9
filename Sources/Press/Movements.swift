internal import Model

/// Articles that were found in other files than before, for one line each.
struct Movements {
  private var moved: [(from: FilePlace, to: FilePlace, id: Article.ID)] = []

  /// At most so many are named one by one.
  private static let most = 10

  mutating func add(_ known: KnownArticle, to place: FilePlace, as article: Article) {
    // One that is only composed otherwise has the same name for whoever reads it.
    let isElsewhere = known.place.path != place.path || known.place.source != place.source
    if isElsewhere { moved.append((known.place, place, known.id)) }
  }

  var lines: [String] {
    if moved.count <= Self.most { return moved.map(line) }
    let first = moved[0]
    return [
      "\(moved.count) articles are in other files now, such as \(name(first.from, besides: first.to)) in "
        + "\(first.to.path); they keep their ids and pages"
    ]
  }

  private func line(_ from: FilePlace, _ to: FilePlace, _ id: Article.ID) -> String {
    "\(to.path): holds the article that was in \(name(from, besides: to)); it keeps its id `\(id)` and its page"
  }

  private func name(_ from: FilePlace, besides to: FilePlace) -> String {
    from.path == to.path ? "the source `\(from.source)`" : from.path
  }
}
