internal import Text
internal import XML

extension String {
  /// On one line, without spaces at the ends.
  var trimmedWords: String { oneLine(self).trimmed }
}

/// Facts in `<meta>` elements: those of Google Scholar and Dublin Core, and those of Open Graph and others.
struct PageMeta {
  private(set) var scholarly = PageFacts()
  private(set) var social = PageFacts()
  /// The page's own address, and the name of its site.
  private(set) var address: Found<String>?
  private(set) var siteName: String?

  init(_ nodes: PageNodes) {
    for index in nodes.elements(["meta", "link"]) {
      let node = nodes[index]
      if node.name == "link" {
        if node["rel"]?.lowercased() == "canonical", let url = node["href"], WebURL(url) != nil {
          address = Found(url, "the canonical link", line: node.line)
        }
        continue
      }
      guard let name = (node["property"] ?? node["name"])?.lowercased(), let content = node["content"] else { continue }
      read(name.replacing("dc:", with: "dc.").replacing("dcterms.", with: "dc."), content, node.line)
    }
  }

  private mutating func read(_ name: String, _ content: String, _ line: Int) {
    let origin = "<meta> \(name)"
    if let field = Self.scholarlyNames[name] {
      let isPlainDate = field != .date || content.contains { "-/".contains($0) }
      if isPlainDate { add(field, content, origin, line, to: &scholarly) }
      return
    }
    switch name {
    case "og:url" where WebURL(content) != nil: address = address ?? Found(content, origin, line: line)
    case "og:site_name", "application-name": siteName = siteName ?? content.trimmedWords
    // An author may also be the URL of a profile.
    case "article:author", "author":
      if WebURL(content) == nil { add(.authors, content, origin, line, to: &social) }
    default: if let field = Self.socialNames[name] { add(field, content, origin, line, to: &social) }
    }
  }

  private func add(_ field: CaptureField, _ content: String, _ origin: String, _ line: Int, to facts: inout PageFacts) {
    if field == .doi {
      if let doi = DOI(in: content) { facts.add(.doi, doi.text, origin, line: line) }
    } else if field == .topics, origin.hasSuffix("keywords") {
      for topic in content.split(whereSeparator: { ",;".contains($0) }) {
        facts.add(.topics, String(topic), origin, line: line)
      }
    } else if field == .topics || field == .authors || facts[field].isEmpty {
      facts.add(field, content, origin, line: line)
    }
  }

  private static let scholarlyNames: [String: CaptureField] = [
    "citation_title": .title, "citation_author": .authors, "citation_authors": .authors,
    "citation_journal_title": .journal, "citation_doi": .doi, "citation_publication_date": .date,
    "citation_online_date": .date, "citation_date": .date, "citation_keywords": .topics, "prism.doi": .doi,
    "prism.publicationname": .journal, "dc.title": .title, "dc.creator": .authors, "dc.date": .date,
    "dc.identifier": .doi, "dc.description": .summary, "dc.subject": .topics, "dc.modified": .updated,
  ]

  private static let socialNames: [String: CaptureField] = [
    "og:title": .title, "twitter:title": .title, "og:description": .summary, "twitter:description": .summary,
    "description": .summary, "article:published_time": .date, "article:modified_time": .updated,
    "og:updated_time": .updated, "article:tag": .topics, "keywords": .topics, "news_keywords": .topics,
    "og:image": .image, "twitter:image": .image, "date": .date, "last-modified": .updated,
  ]
}
