internal import Gathering
internal import Model

/// Which file owns which id and page, so that no two files have the same.
struct Places {
  private var ids: [Article.ID: FilePlace] = [:]
  private var pages: [String: FilePlace] = [:]

  init(_ known: [KnownArticle], without open: Set<FilePlace>) {
    for article in known where article.presence == .shelved && !open.contains(article.place) {
      add(article.id, article.page, article.place)
    }
  }

  private mutating func add(_ id: Article.ID, _ page: String, _ place: FilePlace) {
    ids[id] = place
    pages[page] = place
  }

  /// Keeps the id and the page of a known article for the file in which it was found, so that a new file that would
  /// have the same id does not take it, whichever of the two is read first. What another file has stays with that file.
  mutating func reserve(_ article: Article, for place: FilePlace) {
    if ids[article.id] == nil { ids[article.id] = place }
    if pages[article.page] == nil { pages[article.page] = place }
  }

  struct Admitted {
    var article: Article?
    var findings: [Finding]
    var isDuplicate = false
  }

  /// The article of a reading if its id and page are free; otherwise a finding that names the file that has them.
  mutating func admit(_ reading: Reading, at place: FilePlace) -> Admitted {
    switch reading {
    case .draft(let warnings): return Admitted(article: nil, findings: warnings)
    case .fault(let findings): return Admitted(article: nil, findings: findings)
    case .unreadable(let finding): return Admitted(article: nil, findings: [finding])
    case .article(let article, let warnings):
      if let sentence = conflict(of: article, at: place) {
        return Admitted(article: nil, findings: warnings + [Finding(place.path, sentence)], isDuplicate: true)
      }
      add(article.id, article.page, place)
      return Admitted(article: article, findings: warnings)
    }
  }

  private func conflict(of article: Article, at place: FilePlace) -> String? {
    if let owner = ids[article.id], owner != place { return sentence(owner, "id `\(article.id)`") }
    if let owner = pages[article.page], owner != place { return sentence(owner, "page \(article.page)") }
    return nil
  }

  private func sentence(_ owner: FilePlace, _ what: String) -> String {
    "\(owner.path) has the same \(what); give one of them another `id`\(what.hasPrefix("page") ? " or `permalink`" : "")"
  }
}
