internal import XML

/// The element of a page that contains the article's text, and the parts of it that do not belong to the text.
struct PageBody {
  let element: Int
  let origin: String
  /// Nodes that are left out with their descendants.
  let omitted: Set<Int>
  /// The part of the page's text that it holds, 0 to 1.
  let share: Double
  /// The part of its text that is in links, 0 to 1.
  let linkDensity: Double

  /// The origin of an element that nothing names.
  static let guess = "the element with the most text"

  /// - Parameter chosen: the element that the person selected, or that holds the `articleBody` of JSON-LD.
  init?(_ nodes: PageNodes, chosen: (element: Int, origin: String)?, without removed: Set<Int>) {
    guard !nodes.all.isEmpty else { return nil }
    let weights = TextWeights(nodes)
    let body = nodes.elements(["body"]).first ?? 0
    let all = max(1, weights.paragraphs[body])
    let named = chosen ?? Self.named(nodes, weights, atLeast: all * 2 / 5)
    guard let (element, origin) = named ?? Self.scored(nodes, weights), weights.text[element] > 0 else { return nil }
    self.element = element
    self.origin = origin
    omitted = removed.union(chosen == nil || removed.isEmpty ? Self.surroundings(nodes, element, weights) : [])
    share = min(1, Double(weights.paragraphs[element]) / Double(all))
    linkDensity = Double(weights.links[element]) / Double(weights.text[element])
  }

  /// The outermost element of a kind that holds articles, if it holds enough.
  private static func named(
    _ nodes: PageNodes, _ weights: TextWeights, atLeast least: Int
  ) -> (element: Int, origin: String)? {
    let tests: [(origin: String, test: (PageNode) -> Bool)] = [
      ("itemprop=articleBody", { $0["itemprop"] == "articleBody" }),
      ("the class of the body", { $0.classes.contains { bodyClasses.contains($0.lowercased()) } }),
      ("<article>", { $0.name == "article" }), ("<main>", { $0.name == "main" || $0["role"] == "main" }),
    ]
    for (origin, test) in tests {
      let found = nodes.all.indices.filter { nodes[$0].isElement && test(nodes[$0]) }
      guard let best = found.max(by: { weights.paragraphs[$0] < weights.paragraphs[$1] }) else { continue }
      // If there are several, each may be a teaser.
      let isOnly = found.count == 1 && nodes[best].name == "article"
      if weights.paragraphs[best] >= (isOnly ? 1 : max(1, least)) { return (best, origin) }
    }
    return nil
  }

  private static let bodyClasses: Set<String> = [
    "entry-content", "post-content", "article-content", "article-body", "post-body", "articlebody", "td-post-content",
    "story-body", "post__content", "article__body", "e-content", "gh-content", "blog-post-content",
  ]

  /// The element around the most paragraphs, then its parents while they add text rather than links.
  private static func scored(_ nodes: PageNodes, _ weights: TextWeights) -> (element: Int, origin: String)? {
    var scores: [Int: Double] = [:]
    for index in nodes.elements(["p", "pre", "blockquote", "li"]) where weights.text[index] >= 25 {
      let length = Double(weights.text[index])
      let score = 1 + Double(weights.commas[index]) + min(length / 100, 3)
      let parents = nodes.ancestors(index).prefix(2)
      for (generation, parent) in parents.enumerated() { scores[parent, default: 0] += score / Double(generation + 1) }
    }
    let adjusted = scores.mapValues { $0 }.map { index, score in
      (index: index, score: score * (1 - Double(weights.links[index]) / Double(max(1, weights.text[index]))))
    }
    guard var top = adjusted.max(by: { ($0.score, $1.index) < ($1.score, $0.index) })?.index else { return nil }
    // Advertisements cut bodies into several containers.
    while let parent = nodes[top].parent, !["body", "html"].contains(nodes[parent].name) {
      let grows = weights.paragraphs[parent] * 5 >= weights.paragraphs[top] * 6
      let density = Double(weights.links[parent]) / Double(max(1, weights.text[parent]))
      guard grows, density < 0.3 else { break }
      top = parent
    }
    return (top, guess)
  }
}

// MARK: - What does not belong to the text

extension PageBody {
  private static func surroundings(_ nodes: PageNodes, _ element: Int, _ weights: TextWeights) -> Set<Int> {
    let half = weights.text[element] / 2
    var omitted = Set<Int>()
    for index in nodes.subtree(element).dropFirst() where nodes[index].isElement {
      let node = nodes[index]
      let isSmall = weights.text[index] < half
      let isHeader = node.name == "header" && nodes.subtree(index).contains { nodes[$0].name == "h1" }
      if outside.contains(node.name) || isHeader || hasNameOfOther(node), isSmall { omitted.insert(index) }
    }
    return omitted
  }

  private static let outside: Set<String> = ["nav", "aside", "form", "footer", "button", "iframe", "dialog"]

  /// Whether a class or an id names something next to the text.
  private static func hasNameOfOther(_ node: PageNode) -> Bool {
    let names = node.classes.map { $0.lowercased() } + [node["id"] ?? ""].map { $0.lowercased() }
    return names.contains { name in
      name.split { !$0.isLetter }.contains { words.contains(String($0)) }
    }
  }

  private static let words: Set<String> = [
    "share", "sharing", "social", "related", "promo", "newsletter", "comment", "comments", "cookie", "cookies",
    "subscribe", "advert", "advertisement", "ad", "ads", "breadcrumb", "breadcrumbs", "pagination", "sidebar", "toc",
    "recommended", "popup", "modal", "banner", "tags", "topics", "byline", "categories",
  ]
}

/// How much text each node holds, in characters, with all that is below it.
struct TextWeights {
  private(set) var text: [Int]
  /// In paragraphs, quotations, items and code only.
  private(set) var paragraphs: [Int]
  private(set) var links: [Int]
  private(set) var commas: [Int]

  init(_ nodes: PageNodes) {
    let zeros = Array(repeating: 0, count: nodes.all.count)
    text = zeros
    paragraphs = zeros
    links = zeros
    commas = zeros
    var isParagraph = Array(repeating: false, count: nodes.all.count)
    var isLink = isParagraph
    var isSilent = isParagraph
    for index in nodes.all.indices {
      let node = nodes[index]
      let parent = node.parent
      isParagraph[index] =
        ["p", "pre", "blockquote", "li", "dd"].contains(node.name) || parent.map { isParagraph[$0] } == true
      isLink[index] = node.name == "a" || parent.map { isLink[$0] } == true
      isSilent[index] = PageNodes.isSilent(node.name) || parent.map { isSilent[$0] } == true
      guard !node.isElement, !isSilent[index] else { continue }
      let words = node.text.split(whereSeparator: \.isWhitespace)
      text[index] = words.reduce(0) { $0 + $1.utf8.count + 1 }
      if isParagraph[index] { paragraphs[index] = text[index] }
      if isLink[index] { links[index] = text[index] }
      commas[index] = node.text.count { $0 == "," }
    }
    for index in nodes.all.indices.reversed() {
      guard let parent = nodes[index].parent else { continue }
      text[parent] += text[index]
      paragraphs[parent] += paragraphs[index]
      links[parent] += links[index]
      commas[parent] += commas[index]
    }
  }
}
