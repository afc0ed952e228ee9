package import Model
package import Templates

/// What every page has around its own content: the site, its feeds for autodiscovery, its note, and what the page is.
package struct PageFrame {
  private let title: String
  private let description: String
  private let canonical: String

  /// - Parameter canonical: the absolute address at which the content is at home.
  package init(title: String, description: String = "", canonical: String) {
    (self.title, self.description, self.canonical) = (title, description.abridged(to: 160), canonical)
  }

  /// The context of a page: `site`, `feeds`, `has_feeds`, `note`, `page`, and its own `content`.
  package func record(
    of content: [String: TemplateValue], on site: Site, from templates: TemplateSet
  ) throws(TemplateError) -> TemplateValue {
    let note = try site.note("note.html", from: templates)
    let frame: [String: TemplateValue] = [
      "site": site.record,
      "feeds": .list(site.feeds.map { $0.record(in: site) }),
      "has_feeds": .flag(!site.feeds.isEmpty),
      "note": note.isEmpty ? .absent : .html(note),
      "page": .record([
        "title": .text(title), "description": TemplateValue(description), "canonical": .text(canonical),
      ]),
    ]
    return .record(frame.merging(content) { $1 })
  }
}
