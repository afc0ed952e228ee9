internal import Gathering
internal import Model

/// Which file owns which id and page, so that no two files have the same.
struct Places {
  private var ids: [Article.ID: String] = [:]
  private var pages: [String: String] = [:]

  init(_ known: [KnownArticle], without open: Set<FilePlace>) {
    for article in known where article.presence == .shelved && !open.contains(article.place) {
      add(article.id, article.page, article.place.path)
    }
  }

  private mutating func add(_ id: Article.ID, _ page: String, _ path: String) {
    ids[id] = path
    pages[page] = path
  }

  struct Admitted {
    var article: Article?
    var findings: [Finding]
    var isDuplicate = false
  }

  /// The article of a reading if its id and page are free; otherwise a finding that names the file that has them.
  mutating func admit(_ reading: Reading, path: String) -> Admitted {
    switch reading {
    case .draft(let warnings): return Admitted(article: nil, findings: warnings)
    case .fault(let findings): return Admitted(article: nil, findings: findings)
    case .unreadable(let finding): return Admitted(article: nil, findings: [finding])
    case .article(let article, let warnings):
      if let owner = ids[article.id] ?? pages[article.page] {
        let what = ids[article.id] != nil ? "id `\(article.id)`" : "page \(article.page)"
        let sentence = "\(owner) has the same \(what); give one of them another `id`"
        return Admitted(article: nil, findings: warnings + [Finding(path, sentence)], isDuplicate: true)
      }
      add(article.id, article.page, path)
      return Admitted(article: article, findings: warnings)
    }
  }
}
