internal import FeedReading
internal import Model

extension UpstreamItem {
  /// Makes its lines of text safe for programs that show them as HTML.
  mutating func makeTextsInert() {
    title = inertText(title)
    authors = authors.map(inertText)
    categories = categories.map(inertText)
    if let written = citation {
      citation = Article.Citation(
        title: written.title.map(inertText), journal: written.journal.map(inertText), doi: written.doi,
        url: written.url, published: written.published)
    }
    origin = origin.map { Origin(title: inertText($0.title), url: $0.url) }
  }
}
