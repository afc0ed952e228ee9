internal import CCmarkGFM

/// Definition lists of kramdown, PHP Markdown Extra and Goldmark: a line with a term, then lines that begin with `: `.
extension Node {
  func makeDefinitionLists() {
    let paragraphs = subtree.map(\.node).filter { $0.kind == CMARK_NODE_PARAGRAPH }
    var last: Node?
    for paragraph in paragraphs {
      guard let parts = paragraph.definitionParts else { continue }
      paragraph.copyTexts()
      var list = paragraph.previous.flatMap { previous in last.flatMap { $0.isSame(as: previous) ? $0 : nil } }
      let term = parts.first.flatMap { $0.isDefinition ? paragraph.previous : nil }
      guard list != nil || term.map({ $0.kind == CMARK_NODE_PARAGRAPH }) ?? true else { continue }
      if list == nil {
        let new = Node(custom: "<dl>\n", "</dl>\n")
        new.insert(before: paragraph)
        if let term { new.append(term.asDefinition("dt")) }
        list = new
      }
      for part in parts {
        let item = part.isDefinition ? Node(custom: "<dd>", "</dd>\n") : Node(custom: "<dt>", "</dt>\n")
        for node in part.nodes { item.append(node) }
        list?.append(item)
      }
      paragraph.free()
      last = list
    }
  }

  /// The text and the URLs of nodes are in the buffer of their paragraph until cmark copies them, when they are first read.
  /// Uncopied, they must not outlive the paragraph.
  private func copyTexts() {
    for (node, _) in subtree {
      _ = node.literal
      _ = node.url
      _ = node.title
    }
  }

  private func asDefinition(_ name: String) -> Node {
    let item = Node(custom: "<\(name)>", "</\(name)>\n")
    copyTexts()
    for child in children { item.append(child) }
    free()
    return item
  }

  /// The lines of a paragraph, if any of them begins with `: `.
  private var definitionParts: [(isDefinition: Bool, nodes: [Node])]? {
    var parts: [(isDefinition: Bool, nodes: [Node])] = []
    var isAtStart = true
    var found = false
    for child in children {
      let begins = isAtStart && child.kind == CMARK_NODE_TEXT && (child.literal.hasPrefix(": ") || child.literal == ":")
      if begins {
        found = true
        parts.append((true, [child]))
      } else if parts.isEmpty || isAtStart && parts.last?.isDefinition == false {
        parts.append((false, [child]))
      } else {
        parts[parts.count - 1].nodes.append(child)
      }
      isAtStart = child.kind == CMARK_NODE_SOFTBREAK || child.kind == CMARK_NODE_LINEBREAK
    }
    guard found, parts.first?.isDefinition == true || parts.count > 1 else { return nil }
    return parts.map(Self.withoutSigns)
  }

  private static func withoutSigns(_ part: (isDefinition: Bool, nodes: [Node])) -> (isDefinition: Bool, nodes: [Node]) {
    var nodes = part.nodes
    if part.isDefinition, let first = nodes.first {
      first.literal = String(first.literal.dropFirst().drop { $0 == " " })
    }
    if let last = nodes.last, last.kind == CMARK_NODE_SOFTBREAK || last.kind == CMARK_NODE_LINEBREAK {
      nodes.removeLast()
    }
    return (part.isDefinition, nodes)
  }
}
