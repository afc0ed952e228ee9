internal import Model
internal import SiteFolder

/// Values that were never changed since `courant init`.
extension PressRun {
  func placeholders(_ articles: [Article]) throws -> [Finding] {
    let settings = SiteFolder.placeholders(folder: folder)
    let welcome = articles.filter { $0.title == Scaffold.welcome && $0.isVisible(at: now) }
    if welcome.isEmpty { return settings }
    let paths = try articlePaths()
    return settings
      + welcome.map { article in
        let sentence = "is the first article that `courant init` wrote; delete it, or write your own"
        return Finding(paths[article.id] ?? "\(article.id)", sentence, weight: .warning)
      }
  }
}
