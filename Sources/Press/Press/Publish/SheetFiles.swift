internal import Model
internal import Pages
internal import Presentation

/// Sheets for appointments, each below the page of its article.
extension PublicView {
  /// The pages below those of articles: an article with questions has a sheet, and one with an easy-to-read version
  /// that, unless another page has its place.
  func pagesBelow() -> [Article.ID: PagesBelow] {
    let owners = visible.filter { shelved in
      shelved.article.hasPage && (!shelved.article.questions.isEmpty || easy[shelved.id] != nil)
    }.map(\.article)
    if owners.isEmpty { return [:] }
    let taken = Set(visible.map(\.article.page) + withdrawals.map(\.page))
    let free = { (path: PagePath?) in path.flatMap { taken.contains($0.file) ? nil : $0 } }
    var pages: [Article.ID: PagesBelow] = [:]
    for article in owners {
      var below = PagesBelow()
      if !article.questions.isEmpty { below.sheet = free(PagePath.sheet(ofPage: article.page)) }
      if easy[article.id] != nil { below.easy = free(PagePath.easy(ofPage: article.page)) }
      pages[article.id] = below
    }
    return pages
  }

  func sheetFiles(_ renderers: PageRenderers, at pages: [Article.ID: PagesBelow]) -> [PublicFile] {
    if pages.isEmpty { return [] }
    return visible.compactMap { article in
      guard let path = pages[article.id]?.sheet else { return nil }
      let renderer = renderers.speaking(article.article.language)
      return PublicFile(path.file, "sheet", reading: [article]) { [spelling] in
        try renderer.sheet(of: spelling.spelled($0[0]))
      }
    }
  }
}
