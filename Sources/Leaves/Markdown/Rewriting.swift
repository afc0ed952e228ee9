internal import CCmarkGFM
internal import Text
internal import XML

extension Node {
  /// The visible text, without images and footnote numbers.
  var words: String {
    var words = ""
    var image: Int?
    for (node, depth) in subtree {
      if let inside = image, depth > inside { continue }
      image = node.kind == CMARK_NODE_IMAGE ? depth : nil
      switch node.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: words += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words += " "
      default: break
      }
    }
    return words
  }

  /// Replaces the node with its children; one that the parent must not contain becomes its words.
  ///
  /// Nodes below it may be freed, so a list of nodes is unwrapped from its end.
  func unwrap() {
    for child in children where !child.insert(before: self) {
      let text = Node(CMARK_NODE_TEXT)
      text.literal = plainText(ofHTML: String(decoding: child.html(options: CMARK_OPT_UNSAFE), as: UTF8.self))
      text.insert(before: self)
    }
    free()
  }

  /// Turns an autolinked URL inside the words of a link into plain words, because HTML allows no links within links.
  func unwrapLinksInLinks() {
    var outer: Int?
    var inner: [Node] = []
    for (node, depth) in subtree {
      if let inside = outer, depth <= inside { outer = nil }
      guard node.kind == CMARK_NODE_LINK else { continue }
      if outer == nil { outer = depth } else { inner.append(node) }
    }
    for node in inner.reversed() { node.unwrap() }
  }

  /// Turns task list boxes, which cmark renders as `<input>`, into characters.
  func replaceTaskBoxes() {
    for (item, _) in subtree {
      guard let isDone = item.isTaskDone else { continue }
      item.forgetTask()
      guard let paragraph = item.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH else { continue }
      let box = Node(CMARK_NODE_TEXT)
      box.literal = isDone ? "☑ " : "☐ "
      paragraph.prepend(box)
    }
  }
}
