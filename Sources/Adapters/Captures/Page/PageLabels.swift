internal import Text
internal import XML

/// The labelled parts of a page ("Key Takeaway", "Article Topics:", "You May Also Like"), as in a captured text.
struct PageLabels {
  private(set) var summary: Found<String>?
  private(set) var topics: [(text: String, line: Int?)] = []
  private(set) var ratings: [CaptureLabel: Found<String>] = [:]
  private(set) var related: [CapturedTeaser] = []
  private(set) var journal: Found<String>?
  /// Elements that must not be part of the body again.
  private(set) var omitted = Set<Int>()
  private let nodes: PageNodes
  private let weights: TextWeights

  /// In bytes; a longer element is not a label.
  private static let maxLabel = 80
  /// An element with more nodes than this is not a label.
  private static let maxNodes = 60
  /// Searching a sentence is costly.
  private static let maxSentences = 50

  init(_ nodes: PageNodes, _ weights: TextWeights) {
    self.nodes = nodes
    self.weights = weights
    var seen = Set<CaptureLabel>()
    var index = nodes.elements(["body"]).first ?? 0
    while index < nodes.all.count {
      let node = nodes[index]
      index += 1
      guard node.isElement, weights.text[index - 1] > 0, weights.text[index - 1] <= Self.maxLabel,
        nodes.subtree(index - 1).count <= Self.maxNodes,
        let label = CaptureLabel(nodes.words(index - 1)), label != .more, !isLink(index - 1)
      else { continue }
      if seen.insert(label).inserted { read(label, index - 1) }
      index = node.end
    }
    readJournal()
  }

  /// "Related" in the menu of a page is not a label.
  private func isLink(_ index: Int) -> Bool {
    nodes[index].name == "a" || nodes.ancestors(index).contains { ["a", "nav", "footer"].contains(nodes[$0].name) }
      || nodes.subtree(index).contains { nodes[$0].name == "a" }
  }

  private mutating func read(_ label: CaptureLabel, _ index: Int) {
    switch label {
    case .takeaway:
      guard let next = following(index).first(where: { weights.text[$0] > 0 }) else { return }
      let paragraph = nodes.subtree(next).first { nodes[$0].name == "p" && weights.text[$0] > 0 } ?? next
      summary = Found(nodes.words(paragraph), "the paragraph after its label", line: nodes[paragraph].line)
      omitted.formUnion([index, paragraph])
    case .topics:
      let list = following(index).prefix { !isHeading($0) }
      topics = list.flatMap(leaves).map { (nodes.words($0), nodes[$0].line) }
      omitted.formUnion([index] + list)
    case .credibility, .interest: readRating(label, index)
    case .related:
      let list = following(index)
      related = RelatedList(list.flatMap(PageLines(nodes).lines(of:))).teasers
      omitAll(from: index)
    case .boilerplate: omitAll(from: index)
    case .details, .more: break
    }
  }

  private func isHeading(_ index: Int) -> Bool {
    nodes.subtree(index).contains { ["h1", "h2", "h3", "h4", "h5", "h6", "p"].contains(nodes[$0].name) }
      && weights.paragraphs[index] > 2 * Self.maxLabel
      || ["h1", "h2", "h3", "h4", "h5", "h6"].contains(nodes[index].name)
  }

  /// The siblings after an element; if it has none with text, those after its parent.
  private func following(_ index: Int) -> [Int] {
    var current = index
    for _ in 0..<4 {
      guard let parent = nodes[current].parent else { return [] }
      let later = nodes.children(parent).filter { $0 > current }
      if later.contains(where: { weights.text[$0] > 0 }) { return later }
      current = parent
    }
    return []
  }

  /// The innermost elements with text.
  private func leaves(_ index: Int) -> [Int] {
    let places = nodes.subtree(index).filter { !nodes[$0].isElement && weights.text[$0] > 0 }
    return places.compactMap { nodes[$0].isElement ? nil : $0 }
  }

  private mutating func omitAll(from index: Int) {
    omitted.insert(index)
    for place in [index] + nodes.ancestors(index) {
      guard let parent = nodes[place].parent, nodes[place].name != "body" else { break }
      omitted.formUnion(nodes.children(parent).filter { $0 > place })
    }
  }

  private mutating func readJournal() {
    var sentences = 0
    for index in nodes.elements(["p", "div", "li"]) where weights.text[index] < 3_000 && journal == nil {
      // The same text is in the element within.
      guard !nodes.children(index).contains(where: { weights.text[$0] == weights.text[index] && nodes[$0].isElement })
      else { continue }
      let words = nodes.words(index)
      guard words.contains("journals") else { continue }
      sentences += 1
      guard sentences <= Self.maxSentences else { return }
      guard let mention = JournalMention(words) else { continue }
      journal = Found(mention.name, "the sentence \"journals like … often\" about the site", line: nodes[index].line)
    }
  }
}

// MARK: - Ratings

extension PageLabels {
  /// A rating is shown as text, as an image with a description, or as a bar with a width.
  private mutating func readRating(_ label: CaptureLabel, _ index: Int) {
    omitted.insert(index)
    // A label may be next to its image, or around it.
    let near = nodes[index].parent.flatMap { weights.text[$0] <= 3 * Self.maxLabel ? $0 : nil }
    let parent = near ?? index
    let places = nodes.subtree(parent).filter { $0 >= index }
    // The next label has its own rating.
    let end = places.first { place in
      place >= nodes[index].end && nodes[place].isElement && weights.text[place] <= Self.maxLabel
        && CaptureLabel(nodes.words(place)) != nil
    }
    for place in places where place < end ?? .max {
      let node = nodes[place]
      let labels = [node["aria-label"], node["title"], node["alt"], node["data-rating"], node["data-score"]]
      let written = (labels.compactMap(\.self) + (place >= nodes[index].end ? [node.text] : [])).map(\.trimmedWords)
      if let rating = written.lazy.compactMap(Self.rating).first {
        ratings[label] = Found(rating, "the description of its picture", line: node.line)
      } else if let share = Self.width(node["style"]) {
        ratings[label] = Found(share, "the width of its bar", line: node.line)
      }
      guard ratings[label] == nil else { break }
    }
    omitted.formUnion(nodes.children(parent).filter { $0 > index && $0 < end ?? .max && weights.text[$0] <= 20 })
  }

  private static func rating(_ text: String) -> String? {
    if let rating = WrittenRating(text) { return rating.text }
    guard let found = text.firstMatch(of: /\b([0-5](?:\.[0-9])?)\s*(?:\/|out of|of)\s*5\b/) else { return nil }
    return WrittenRating(String(found.output.1))?.text
  }

  /// `width: 70%` is 3.5 of 5.
  private static func width(_ style: String?) -> String? {
    guard let found = style?.firstMatch(of: /width:\s*([0-9]{1,3})(?:\.[0-9]+)?%/), let percent = Int(found.output.1),
      (1...100).contains(percent)
    else { return nil }
    let tenths = (percent + 1) / 2
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
