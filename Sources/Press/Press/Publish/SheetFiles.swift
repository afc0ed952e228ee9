internal import Model
internal import Pages
internal import Presentation

/// Sheets for appointments, each below the page of its article.
extension PublicView {
  /// Where they are: an article with questions has one, unless another page has its place.
  func sheets() -> [Article.ID: PagePath] {
    let asking = visible.map(\.article).filter { !$0.questions.isEmpty }
    if asking.isEmpty { return [:] }
    let taken = Set(visible.map(\.article.page) + withdrawals.map(\.page))
    var sheets: [Article.ID: PagePath] = [:]
    for article in asking {
      guard let path = PagePath.sheet(ofPage: article.page), !taken.contains(path.file) else { continue }
      sheets[article.id] = path
    }
    return sheets
  }

  func sheetFiles(_ renderer: PageRenderer, at sheets: [Article.ID: PagePath]) -> [PublicFile] {
    if sheets.isEmpty { return [] }
    return visible.compactMap { article in
      guard let path = sheets[article.id] else { return nil }
      return PublicFile(path.file, "sheet", reading: [article]) { [spelling] in
        try renderer.sheet(of: spelling.spelled($0[0]))
      }
    }
  }
}
