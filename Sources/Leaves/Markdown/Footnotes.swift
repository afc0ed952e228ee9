internal import CCmarkGFM

/// Footnotes become a numbered list under a line, with links from each reference to its note and back.
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
    for (reference, _) in subtree where reference.kind == CMARK_NODE_FOOTNOTE_REFERENCE {
      let number = reference.literal.filter(\.isNumber)
      let id = referenceID(number, counts[number, default: 0] + 1)
      let sign = Node(custom: "<sup id=\"\(id)\">", "</sup>", isInline: true)
      sign.append(Node(link: "#fn-\(number)", number))
      if sign.insert(before: reference) {
        counts[number, default: 0] += 1
      } else {
        // In a table there is no link back.
        sign.free()
        Node(link: "#fn-\(number)", superscript(number)).insert(before: reference)
      }
      reference.free()
    }
    return counts
  }

  private func appendWaysBack(_ number: String, _ count: Int) {
    let paragraph = children.last { $0.kind == CMARK_NODE_PARAGRAPH }
    // A note that is referenced thousands of times has links back only to the first few references.
    for reference in 1...max(1, min(count, 20)) where count > 0 {
      let space = Node(CMARK_NODE_TEXT)
      space.literal = " "
      let link = Node(link: "#" + referenceID(number, reference), "↩\u{FE0E}")
      if let paragraph {
        paragraph.append(space)
        paragraph.append(link)
      }
    }
  }

  private init(link address: String, _ words: String) {
    self.init(CMARK_NODE_LINK)
    url = address
    let text = Node(CMARK_NODE_TEXT)
    text.literal = words
    append(text)
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
