internal import CCmarkGFM

/// Turns footnotes into a numbered list under a line, with links from each reference to its note and back.
extension Node {
  /// cmark has moved the definitions to the end, in the order of their first references.
  func replaceFootnotes() {
    let definitions = children.filter { $0.kind == CMARK_NODE_FOOTNOTE_DEFINITION }
    let counts = replaceReferences()
    guard !definitions.isEmpty else { return }
    let list = Node(custom: "<ol>\n", "</ol>\n")
    for (index, definition) in definitions.enumerated() {
      let number = "\(index + 1)"
      let item = Node(custom: "<li id=\"fn-\(number)\">\n", "</li>\n")
      for child in definition.children { item.append(child) }
      item.appendWaysBack(number, counts[number] ?? 0)
      list.append(item)
      definition.free()
    }
    append(Node(CMARK_NODE_THEMATIC_BREAK))
    append(list)
  }

  /// How often each note is referred to, by its number.
  private func replaceReferences() -> [String: Int] {
    var counts: [String: Int] = [:]
    for (reference, isInLink) in footnoteReferences {
      let number = reference.literal.filter(\.isNumber)
      let id = referenceID(number, counts[number, default: 0] + 1)
      let sign = Node(custom: "<sup id=\"\(id)\">", "</sup>", isInline: true)
      // HTML allows no links within links (WHATWG HTML §4.5.1).
      sign.append(isInLink ? Node(text: number) : Node(link: "#fn-\(number)", number))
      if sign.insert(before: reference) {
        counts[number, default: 0] += 1
      } else {
        // In a table there is no link back.
        sign.free()
        let words = superscript(number)
        (isInLink ? Node(text: words) : Node(link: "#fn-\(number)", words)).insert(before: reference)
      }
      reference.free()
    }
    return counts
  }

  /// In the order of the text, each with whether it is within a link.
  private var footnoteReferences: [(reference: Node, isInLink: Bool)] {
    var references: [(reference: Node, isInLink: Bool)] = []
    var depthOfLink: Int?
    for (node, depth) in subtree {
      if let open = depthOfLink, depth <= open { depthOfLink = nil }
      if node.kind == CMARK_NODE_LINK, depthOfLink == nil { depthOfLink = depth }
      if node.kind == CMARK_NODE_FOOTNOTE_REFERENCE { references.append((node, depthOfLink != nil)) }
    }
    return references
  }

  /// At the end of the last paragraph; a note without one, such as a list, gets a paragraph for them.
  private func appendWaysBack(_ number: String, _ count: Int) {
    guard count > 0 else { return }
    let paragraph = children.last { $0.kind == CMARK_NODE_PARAGRAPH } ?? appendedParagraph()
    // A note that is referenced thousands of times has links back only to the first few references.
    for reference in 1...min(count, 20) {
      if !paragraph.children.isEmpty { paragraph.append(Node(text: " ")) }
      paragraph.append(Node(link: "#" + referenceID(number, reference), "↩\u{FE0E}"))
    }
  }

  private func appendedParagraph() -> Node {
    let paragraph = Node(CMARK_NODE_PARAGRAPH)
    append(paragraph)
    return paragraph
  }

  private init(link address: String, _ words: String) {
    self.init(CMARK_NODE_LINK)
    url = address
    append(Node(text: words))
  }

  private init(text words: String) {
    self.init(CMARK_NODE_TEXT)
    literal = words
  }
}

/// The id of the `count`th reference to a note.
private func referenceID(_ number: String, _ count: Int) -> String {
  count == 1 ? "fnref-\(number)" : "fnref-\(number)-\(count)"
}

private func superscript(_ number: String) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return String(number.compactMap { $0.wholeNumberValue }.map { digits[$0] })
}
