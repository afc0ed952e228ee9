internal import Text

/// An element or a text node of a page.
package struct PageNode: Hashable, Sendable {
  /// In lower case; empty for a text node.
  package let name: String
  package let attributes: [HTMLAttribute]
  /// The characters of a text node, with references resolved; empty for an element.
  package let text: String
  /// Nil for the root.
  package let parent: Int?
  /// The number after that of its last descendant.
  package internal(set) var end: Int
  /// 1-based, in the page; 65,535 for all later lines.
  package let line: Int

  package var isElement: Bool { !name.isEmpty }

  /// The value of an attribute; nil without it.
  package subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The words of its attribute `class`.
  package var classes: [Substring] { (self["class"] ?? "").split { $0.isWhitespace } }
}

/// The elements and text nodes of a parsed page, as values, numbered in document order. The root is 0.
package struct PageNodes: Sendable {
  package internal(set) var all: [PageNode] = []

  package subscript(_ index: Int) -> PageNode { all[index] }

  /// A node and all its descendants.
  package func subtree(_ index: Int) -> Range<Int> { index..<all[index].end }

  package func children(_ index: Int) -> [Int] {
    var found: [Int] = []
    var child = index + 1
    while child < all[index].end {
      found.append(child)
      child = all[child].end
    }
    return found
  }

  /// The elements of one of these names, in document order.
  package func elements(_ names: Set<String>) -> [Int] { all.indices.filter { names.contains(all[$0].name) } }

  /// The parent, its parent, and so on.
  package func ancestors(_ index: Int) -> [Int] {
    Array(sequence(first: index) { all[$0].parent }.dropFirst())
  }

  /// The text of a node and its descendants, exactly as parsed: for scripts.
  package func rawText(_ index: Int) -> String { subtree(index).map { all[$0].text }.joined() }

  /// The text of a node and its descendants on one line; blocks and line breaks separate words.
  package func words(_ index: Int, without excluded: Set<Int> = []) -> String {
    var text = ""
    var endsOfBlocks: [Int] = []
    var position = index
    while position < all[index].end {
      while let end = endsOfBlocks.last, end <= position {
        endsOfBlocks.removeLast()
        text += " "
      }
      let node = all[position]
      if excluded.contains(position) || Self.isSilent(node.name) {
        position = node.end
        continue
      }
      if node.isElement, Self.separatesWords(node.name) {
        text += " "
        endsOfBlocks.append(node.end)
      }
      text += node.text
      position += 1
    }
    return oneLine(text)
  }

  /// Elements without text of the page.
  package static func isSilent(_ name: String) -> Bool {
    ["script", "style", "template", "head", "title", "noscript", "svg", "object", "button", "select", "textarea"]
      .contains(name)
  }

  /// Whether words on both sides of the element's tags are separate.
  package static func separatesWords(_ name: String) -> Bool {
    switch HTMLElement.policy(of: name) {
    case .kept(let element): element.role != .inline && element.role != .picture
    case .linked: true
    case .unwrapped, .dropped, .checkBox: name == "tr" || name == "option" || name == "button" || name == "body"
    }
  }
}
