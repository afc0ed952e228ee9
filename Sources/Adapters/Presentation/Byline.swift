internal import Languages
package import Model
package import Templates
internal import Text

extension Article {
  /// The names of its authors as HTML, each with a link to the author's page; nil if none of them has one.
  package func byline(in site: Site) -> String? {
    guard site.hasPages, authors.contains(where: { site.author(named: $0) != nil }) else { return nil }
    var rest = site.speech.enumerated(authors)[...]
    var html = ""
    for name in authors {
      guard let place = rest.firstRange(of: name) else { continue }
      html += escapedHTML(String(rest[..<place.lowerBound])) + linked(name, in: site)
      rest = rest[place.upperBound...]
    }
    return html + escapedHTML(String(rest))
  }

  /// Its authors whose role or interests are stated.
  package func writers(in site: Site) -> [TemplateValue] {
    guard site.hasPages else { return [] }
    let known = authors.compactMap { site.author(named: $0) }
    return known.filter { $0.role != nil || $0.conflicts != nil }.map { author in
      .record([
        "name": .text(author.name), "url": .text(site.address(PagePath.author(author))),
        "role": TemplateValue(author.role), "conflicts": TemplateValue(author.conflicts),
      ])
    }
  }

  private func linked(_ name: String, in site: Site) -> String {
    guard let author = site.author(named: name) else { return escapedHTML(name) }
    return "<a href=\"\(escapedHTML(site.address(PagePath.author(author))))\" rel=\"author\">\(escapedHTML(name))</a>"
  }
}
