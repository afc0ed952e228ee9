package import Model
package import Templates

/// A site's own markup in every page that is published: `head-extra.html` at the end of `<head>`, `body-end.html` before
/// `</body>`. Their only value is `site`.
///
/// It is put into finished pages, so a site's own templates need not include it, and the pages of past issues have it too.
/// Emails and the pages of `courant serve` do not: their addresses contain readers' tokens, which no other server may see.
package struct PageHooks: Sendable {
  package static let headName = "head-extra.html"
  package static let endName = "body-end.html"
  package static let names = [headName, endName]

  private let head: [UInt8]
  private let end: [UInt8]

  package init(_ site: Site, _ templates: TemplateSet) throws(TemplateError) {
    let own = templates.markup(of: templates.use(of: Self.names).templates)
    if let open = own.lazy.compactMap(\.openMarkup).first { throw open }
    head = Array(try site.note(Self.headName, from: templates).utf8)
    end = Array(try site.note(Self.endName, from: templates).utf8)
  }

  package var isEmpty: Bool { head.isEmpty && end.isEmpty }

  /// A page with the markup; one without `</head>` or `</body>` stays as it is there.
  package func inserted(into page: [UInt8]) -> [UInt8] {
    var page = page
    // The last one: a script in the page may name it.
    if !end.isEmpty, let place = page.lastPlace(of: "</body") { page.insert(contentsOf: end + [0x0A], at: place) }
    if !head.isEmpty, let place = page.firstPlace(of: "</head") { page.insert(contentsOf: head + [0x0A], at: place) }
    return page
  }
}

extension [UInt8] {
  /// - Parameter tag: in lower case, beginning with `<`.
  fileprivate func firstPlace(of tag: StaticString) -> Int? { indices.first { isTag(tag, at: $0) } }

  fileprivate func lastPlace(of tag: StaticString) -> Int? { indices.last { isTag(tag, at: $0) } }

  private func isTag(_ tag: StaticString, at place: Int) -> Bool {
    guard self[place] == UInt8(ascii: "<"), place + tag.utf8CodeUnitCount < count else { return false }
    let written = self[place..<(place + tag.utf8CodeUnitCount)]
    guard written.elementsEqual(tag.description.utf8, by: { ($0 | 0x20) == ($1 | 0x20) }) else { return false }
    let next = self[place + tag.utf8CodeUnitCount]
    return next == UInt8(ascii: ">") || next <= 0x20
  }
}
