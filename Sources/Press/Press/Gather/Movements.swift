internal import Model

/// Articles found in other files than before, and new ones whose name another article has; one line each.
struct Movements {
  private var moved: [(from: FilePlace, to: FilePlace, id: Article.ID)] = []

  private var begun: [(place: FilePlace, name: String, taken: String)] = []

  /// At most this many are listed one by one.
  private static let most = 10

  mutating func add(_ known: KnownArticle, to place: FilePlace, as article: Article) {
    // A path that differs only in its Unicode form looks the same to people.
    let isElsewhere = known.place.path != place.path || known.place.source != place.source
    if isElsewhere { moved.append((known.place, place, known.id)) }
  }

  /// A new article that cannot have the name of its file.
  mutating func add(newIn place: FilePlace, as name: String, insteadOf taken: String) {
    begun.append((place, name, taken))
  }

  var lines: [String] { linesOfMoved + linesOfBegun }

  private var linesOfBegun: [String] {
    let lines = begun.prefix(Self.most).map { new in
      "\(new.place.path): contains a new article; its id is `\(new.name)`, since another article has `\(new.taken)`"
    }
    let rest = begun.count - lines.count
    return lines + (rest > 0 ? ["\(rest) more files contain new articles under the names of others"] : [])
  }

  private var linesOfMoved: [String] {
    if moved.count <= Self.most { return moved.map(line) }
    let first = moved[0]
    return [
      "\(moved.count) articles are now in other files, for example \(name(first.from, movedTo: first.to)) in "
        + "\(first.to.path); they keep their ids and pages"
    ]
  }

  private func line(_ from: FilePlace, _ to: FilePlace, _ id: Article.ID) -> String {
    "\(to.path): contains the article that was in \(name(from, movedTo: to)); it keeps its id `\(id)` and its page"
  }

  private func name(_ from: FilePlace, movedTo to: FilePlace) -> String {
    from.path == to.path ? "the source `\(from.source)`" : from.path
  }
}
