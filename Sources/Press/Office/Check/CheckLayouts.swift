internal import Model
internal import Press
internal import Templates
internal import Text

/// Layouts and who asks for them.
extension SiteCheck {
  /// Articles and pages whose layout resembles one of the site's, and layouts that nothing uses. Other names are those of
  /// another generator.
  func layoutFindings(_ articles: [Article]) throws -> [Finding] {
    let names = opened.templates.own(in: PageLayout.folder).compactMap { PageLayout(template: $0)?.name }
    if names.isEmpty { return [] }
    let paths = try articlePaths()
    let ofArticles = articles.compactMap { article in
      article.layout.map { (path: paths[article.id] ?? article.id.text, name: $0) }
    }
    let ofPages = site.standing.compactMap { page in page.layout.map { (path: page.file, name: $0.name) } }
    let asked = ofArticles + ofPages
    let misspelt = asked.filter { !names.contains($0.name) }.compactMap { path, name -> Finding? in
      let hint = suggestion(for: name, among: names)
      guard !hint.isEmpty else { return nil }
      return Finding(path, "there is no layout `\(name)`\(hint)", weight: .warning)
    }
    let used = Set(asked.map(\.name))
    let unused = names.filter { !used.contains($0) }.map { name in
      Finding(
        "templates/\(PageLayout.folder)/\(name).html", "is not used; no article or page has `layout: \(name)`",
        weight: .warning)
    }
    return misspelt + unused + emptyPages
  }

  private var emptyPages: [Finding] {
    site.standing.compactMap { page in
      guard let layout = page.layout, opened.templates.isOwn(layout.template),
        !opened.templates.use(of: [layout.template]).values.contains("standing")
      else { return nil }
      let sentence =
        "its layout `\(layout.name)` has no {{#standing}}…{{/standing}}, so the page is empty; add it to the layout"
      return Finding(page.file, sentence, weight: .warning)
    }
  }
}
