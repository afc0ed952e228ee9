internal import Model
internal import Pages
internal import Presentation

/// The pages of authors in `authors.toml`.
extension PublicView {
  func authorFiles(_ renderer: PageRenderer) -> [PublicFile] {
    AuthorShelf(visible.lazy.map(\.article), on: site).entries.flatMap { pages(of: $0, renderer) }
  }

  private func pages(of entry: AuthorShelf.Entry, _ renderer: PageRenderer) -> [PublicFile] {
    let path = PagePath.author(entry.author)
    let count = entry.positions.count
    let paging = Paging(count: count, size: PageRenderer.Limits.topicPage)
    return paging.all.map { number, range in
      let articles = entry.positions[range].map { visible[$0] }
      let page = ListPage(number, of: paging)
      let file = (number.map(path.page) ?? path).file
      return PublicFile(file, "author", listing: articles, also: ["\(count)", page.key]) { _ in
        try renderer.author(entry.author, count: count, page: page, articles: articles.map(\.article))
      }
    }
  }
}
