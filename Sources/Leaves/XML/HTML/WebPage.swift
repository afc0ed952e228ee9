internal import Text

/// What a web page says of itself, if it is one.
package struct WebPage {
  /// On one line; may be empty.
  package let title: String
  /// The absolute URLs of the feeds that it names.
  package let feeds: [String]

  /// Nil for bytes without an element of HTML. Only the beginning is read.
  package init?(_ bytes: [UInt8], base: String) {
    let text = String(decoding: bytes.prefix(200_000), as: UTF8.self)
    let start = text.prefix(2_000).lowercased()
    guard ["<html", "<!doctype html", "<head", "<body", "<title", "<div", "<p"].contains(where: start.contains) else {
      return nil
    }
    guard !HTMLSanitizer.hasTooManyAttributes(text) else {
      title = ""
      feeds = []
      return
    }
    var head = PageHead(base: base)
    HTMLTree(fragment: text).visit(&head)
    title = folded(head.title)
    feeds = head.feeds
  }
}

private struct PageHead: HTMLVisitor {
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
  ]
  private var base: String
  private var isInTitle = false
  private var isTitled = false
  private(set) var title = ""
  private(set) var feeds: [String] = []

  init(base: String) { self.base = base }

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    switch name {
    case "title" where !isTitled:
      isInTitle = true
      isTitled = true
    case "base": base = attributes.value(of: "href").flatMap { resolve($0, against: base) } ?? base
    case "link":
      let relations = attributes.value(of: "rel")?.lowercased().split(separator: " ") ?? []
      let type = attributes.value(of: "type")?.lowercased() ?? ""
      guard relations.contains("alternate"), Self.types.contains(type), feeds.count < 10 else { break }
      let address = attributes.value(of: "href").flatMap { resolve($0, against: base) ?? $0 }
      if let address, !feeds.contains(address) { feeds.append(address) }
    default: break
    }
    return true
  }

  mutating func end() { isInTitle = false }

  mutating func text(_ text: String) {
    if isInTitle, title.utf8.count < 1_000 { title += text }
  }
}
