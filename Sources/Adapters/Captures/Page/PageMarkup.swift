internal import Text
internal import XML

/// Facts in the visible elements of a page.
struct PageMarkup {
  private(set) var microdata = PageFacts()
  private(set) var plain = PageFacts()
  let titleElement: Found<String>?
  /// The text of each heading of the first level.
  let headings: [Found<String>]

  init(_ nodes: PageNodes) {
    headings = nodes.elements(["h1"]).prefix(50).map { Found(nodes.words($0), "<h1>", line: nodes[$0].line) }
    titleElement = nodes.elements(["title"]).first.map {
      Found(nodes.rawText($0).trimmedWords, "<title>", line: nodes[$0].line)
    }
    for index in nodes.all.indices where nodes[index].isElement {
      if let name = nodes[index]["itemprop"] { readProperty(name, index, nodes) }
      readPlain(index, nodes)
    }
    if headings.count == 1, let heading = headings.first {
      plain.add(.title, heading.value, "<h1>", line: heading.line)
    }
  }

  private mutating func readProperty(_ name: String, _ index: Int, _ nodes: PageNodes) {
    let node = nodes[index]
    guard let field = Self.properties[name], !isInside(["nav", "aside", "footer"], index, nodes) else { return }
    let owner = nodes.ancestors(index).lazy.compactMap { nodes[$0]["itemtype"] }.first ?? ""
    // The name of a person or a publisher is not the title.
    guard field == .authors || owner.isEmpty || owner.contains("Article") || owner.contains("Posting") else { return }
    let value = node["content"] ?? node["datetime"] ?? (field == .image ? node["src"] ?? node["href"] : nil)
    let text = value ?? nodes.words(index)
    let parts = field == .topics ? text.split { ",;".contains($0) }.map(String.init) : [text]
    for part in parts where field == .topics || field == .authors || microdata[field].isEmpty {
      microdata.add(field, part, "itemprop \(name)", line: node.line)
    }
  }

  private mutating func readPlain(_ index: Int, _ nodes: PageNodes) {
    let node = nodes[index]
    let words = { nodes.words(index) }
    if node.name == "time", let date = node["datetime"], plain[.date].isEmpty,
      !isInside(["nav", "aside", "footer"], index, nodes)
    {
      plain.add(.date, date, "<time datetime>", line: node.line)
    }
    let relations = (node["rel"] ?? "").lowercased().split(separator: " ")
    if relations.contains("author"), node.name == "a" { plain.add(.authors, words(), "rel=author", line: node.line) }
    guard node.name == "a", !isInside(["nav", "aside", "footer"], index, nodes) else { return }
    if relations.contains("tag") || relations.contains("category") {
      plain.add(.topics, words(), "rel=tag", line: node.line)
    } else if nodes.ancestors(index).prefix(2).contains(where: {
      nodes[$0].classes.contains { Self.lists.contains($0) }
    }) {
      plain.add(.topics, words(), "the links in its list of topics", line: node.line)
    }
  }

  private func isInside(_ names: Set<String>, _ index: Int, _ nodes: PageNodes) -> Bool {
    nodes.ancestors(index).contains { names.contains(nodes[$0].name) }
  }

  /// Classes of lists of topics.
  private static let lists: Set<Substring> = ["tags", "topics", "post-tags", "article-tags", "entry-tags", "tag-list"]

  private static let properties: [String: CaptureField] = [
    "headline": .title, "name": .title, "datePublished": .date, "dateModified": .updated, "author": .authors,
    "description": .summary, "keywords": .topics, "articleSection": .topics, "image": .image,
  ]
}
