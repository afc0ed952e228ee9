internal import Captures
internal import Model
internal import Text
internal import XML

/// The articles that a page names, by selectors or by its markup.
struct ListPage {
  private(set) var teasers: [Teaser] = []
  private(set) var title = ""
  private let nodes: PageNodes
  private let selectors: Selectors
  private let base: String
  /// The nodes that each selector found on the whole page, with the values of attributes.
  private var matches: [Selectors.Part: [PageMatch]] = [:]
  private var links: Set<String> = []
  /// Selectors that found something in an item.
  private var used: Set<Selectors.Part> = []

  /// Remarks about parts that were not read.
  private(set) var remarks: [String] = []

  private static let mostItems = 1_000
  /// Limit on the text of one article.
  private static let mostBytes = 1_000_000

  /// - Parameter url: of the page.
  init(_ bytes: [UInt8], at url: String, _ selectors: Selectors) throws(UpstreamFailure) {
    if let excess = HTMLPage.excess(of: bytes) { throw UpstreamFailure(sentence: "its page " + excess) }
    let page = HTMLPage(bytes)
    let nodes = page.nodes
    self.nodes = nodes
    self.selectors = selectors
    base = nodes.base(at: url)
    title = nodes.title
    for (part, selector) in selectors.compiled {
      do throws(HTMLPage.TooCostly) {
        matches[part] = try page.matches(selector)
      } catch {
        throw UpstreamFailure(
          sentence: "`\(selectors.text(part))`, its selector `\(part.rawValue)`, takes too long on its page; "
            + "write a simpler one")
      }
    }
    for item in try items(url) { add(item) }
    try checkSelectors(url)
  }

  /// The elements of the articles, each with its link if its markup must have one.
  private func items(_ url: String) throws(UpstreamFailure) -> [Int] {
    guard selectors.written.items != nil else {
      let marked = markedItems
      guard !marked.isEmpty else {
        throw UpstreamFailure(
          sentence: "no articles with links and dates are marked on \(url); name them with the selector `items`")
      }
      return marked
    }
    let found = outermost((matches[.items] ?? []).map(\.node))
    guard !found.isEmpty else { throw selectors.unmatched(.items, on: url) }
    return found
  }

  private func checkSelectors(_ url: String) throws(UpstreamFailure) {
    for part in [Selectors.Part.link, .title, .date] where selectors.compiled[part] != nil && !used.contains(part) {
      throw selectors.unmatched(part, on: url)
    }
    let isWhole = teasers.allSatisfy { $0.link == nil }
    if isWhole, selectors.compiled[.body] != nil, !used.contains(.body) { throw selectors.unmatched(.body, on: url) }
  }
}

// MARK: - Items that markup names

extension ListPage {
  /// Outermost elements of the first kind that occurs, those with a link and a date.
  private var markedItems: [Int] {
    let kinds: [(PageNode) -> Bool] = [
      { $0.classes.contains("h-entry") || $0.classes.contains("hentry") },
      { node in ["BlogPosting", "Article"].contains { node["itemtype"]?.hasSuffix($0) == true } },
      { $0.name == "article" },
    ]
    for isItem in kinds {
      let marked = outermost(nodes.all.indices.filter { nodes[$0].isElement && isItem(nodes[$0]) })
      let found = marked.filter { usualLink($0) != nil && usualDate($0) != nil }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Without nested ones, such as comments; at most 1,000.
  private func outermost(_ found: [Int]) -> [Int] {
    var kept: [Int] = []
    var end = 0
    for index in found where index >= end && kept.count < Self.mostItems {
      end = nodes[index].end
      kept.append(index)
    }
    return kept
  }

  private func first(_ item: Int, _ isMeant: (PageNode) -> Bool) -> Int? {
    nodes.subtree(item).first { nodes[$0].isElement && isMeant(nodes[$0]) }
  }

  private func heading(_ item: Int) -> Int? {
    first(item) { $0.classes.contains("p-name") || $0["itemprop"] == "headline" }
      ?? first(item) { ["h1", "h2", "h3", "h4", "h5", "h6"].contains($0.name) }
  }

  /// The permanent link, that of the heading, or the first.
  private func usualLink(_ item: Int) -> String? {
    let isLink = { (node: PageNode) in node.name == "a" && node["href"] != nil }
    let permanent = first(item) { node in
      isLink(node) && (node.classes.contains("u-url") || node["rel"]?.lowercased().contains("bookmark") == true)
    }
    let own = isLink(nodes[item]) ? item : nil
    let heading = heading(item)
    let inHeading = heading.flatMap { first($0, isLink) }
    let aroundHeading = heading.flatMap { nodes.ancestors($0).first { $0 > item && isLink(nodes[$0]) } }
    for candidate in [permanent, own, inHeading, aroundHeading] {
      if let url = candidate.flatMap(address) { return url }
    }
    let links = nodes.subtree(item).lazy.filter { isLink(nodes[$0]) }
    return links.compactMap(address).first
  }

  private func usualDate(_ item: Int) -> String? {
    let marked = first(item) { $0.classes.contains("dt-published") || $0["itemprop"] == "datePublished" }
    guard let found = marked ?? first(item, { $0.name == "time" }) else { return nil }
    return nonEmpty(nodes[found]["datetime"] ?? nodes[found]["content"] ?? nodes.words(found))
  }

  /// The URL that an element links to; nil for a place on the page itself.
  private func address(_ index: Int) -> String? {
    guard let written = nodes[index]["href"], !written.trimmed.hasPrefix("#") else { return nil }
    return resolve(written, against: base).flatMap { isWebURL($0) ? cleanedLink($0) : nil }
  }
}

// MARK: - One item

extension ListPage {
  private mutating func add(_ item: Int) {
    var teaser = Teaser()
    teaser.link = link(item)
    let heading = heading(item)
    let title = match(.title, item).map(text) ?? heading.map { nodes.words($0) } ?? ""
    teaser.title = title.isEmpty ? linkText(item, teaser.link) : title.cut(toScalars: 1_000)
    teaser.hasHeading = !title.isEmpty
    teaser.date = match(.date, item).map { $0.value ?? nodes[$0.node]["datetime"] ?? nodes.words($0.node) }
    if selectors.compiled[.date] == nil { teaser.date = usualDate(item) }
    teaser.summary = summary(item, teaser.title)
    teaser.body = body(item, hasLink: teaser.link != nil)
    teaser.image = picture(item)
    guard !teaser.title.isEmpty, teaser.link != nil || !teaser.body.isEmpty else { return }
    if let link = teaser.link, !links.insert(link).inserted { return }
    if teaser.body.utf8.count > Self.mostBytes, remarks.count < 20 {
      remarks.append("the text of “\(teaser.title.cut(to: 80))” is longer than 1 MB, so only its beginning is used")
    }
    teasers.append(teaser)
  }

  /// The first node of an item that a selector found.
  private mutating func match(_ part: Selectors.Part, _ item: Int) -> PageMatch? {
    guard let found = found(part, item).first else { return nil }
    used.insert(part)
    return found
  }

  /// A selector's matches in an item; the whole page was searched, in order.
  private func found(_ part: Selectors.Part, _ item: Int) -> ArraySlice<PageMatch> {
    let all = matches[part] ?? []
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].node < item { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { $0.node < nodes[item].end }
  }

  private func text(_ match: PageMatch) -> String { oneLine(match.value ?? nodes.words(match.node)) }

  private mutating func link(_ item: Int) -> String? {
    guard selectors.compiled[.link] != nil else { return usualLink(item) }
    guard let match = match(.link, item) else { return nil }
    if let value = match.value {
      return resolve(value, against: base).flatMap { isWebURL($0) ? cleanedLink($0) : nil }
    }
    let inner = nodes.subtree(match.node).first { nodes[$0].name == "a" && nodes[$0]["href"] != nil }
    return inner.flatMap(address)
  }

  private func linkText(_ item: Int, _ link: String?) -> String {
    let linked = nodes.subtree(item).first { nodes[$0].name == "a" && address($0) == link }
    return linked.map { nodes.words($0).cut(toScalars: 1_000) } ?? ""
  }

  private func summary(_ item: Int, _ title: String) -> String {
    let marked = first(item) { $0.classes.contains("p-summary") || $0["itemprop"] == "description" }
    if let marked { return nodes.words(marked).cut(toScalars: 5_000) }
    let paragraphs = nodes.subtree(item).lazy.filter { nodes[$0].name == "p" }.map { nodes.words($0) }
    return (paragraphs.first { !$0.isEmpty && $0 != title } ?? "").cut(toScalars: 5_000)
  }

  /// The part of the text that is in the list itself.
  private mutating func body(_ item: Int, hasLink: Bool) -> String {
    var elements: [Int] = []
    if selectors.compiled[.body] != nil {
      guard !hasLink else { return "" }
      elements = found(.body, item).map(\.node)
      if !elements.isEmpty { used.insert(.body) }
    } else if let marked = first(item, { $0.classes.contains("e-content") || $0["itemprop"] == "articleBody" }) {
      elements = [marked]
    }
    let removed = Set(found(.remove, item).map(\.node))
    let html = elements.map { nodes.html($0, without: removed) }.joined()
    return html.isEmpty ? "" : HTMLSanitizer(base: base).sanitized(html, most: Self.mostBytes).html
  }

  private func picture(_ item: Int) -> Article.Picture? {
    for index in nodes.subtree(item) where nodes[index].name == "img" {
      guard let source = nodes[index]["src"], let url = resolve(source, against: base), isWebURL(url) else { continue }
      let width = nodes[index]["width"].flatMap { Int($0) } ?? 200
      if width >= 200 { return Article.Picture(url: url, alt: oneLine(nodes[index]["alt"] ?? "")) }
    }
    return nil
  }
}

func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
