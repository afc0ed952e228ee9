internal import Text
internal import XML

/// Writes elements as HTML on one line, for what Markdown has no marks for.
struct RawHTML {
  let nodes: PageNodes
  let style: EscapingStyle

  init(_ nodes: PageNodes, _ style: EscapingStyle) {
    self.nodes = nodes
    self.style = style
  }

  func text(_ index: Int) -> String { nodes.html(index, escaped: escaped) }

  func tag(_ node: PageNode) -> String { node.tag(escaped: escaped) }

  /// An empty line would end the block of HTML, and the marks of other programs also work in HTML.
  func escaped(_ text: String) -> String {
    if text.allSatisfy(\.isWhitespace) { return text.isEmpty ? "" : " " }
    var escaped = ""
    for scalar in escapedHTML(text).unicodeScalars {
      let isMark = "\n{}\\`%".unicodeScalars.contains(scalar) || style != .light && Self.isSign(scalar)
      if isMark { escaped += "&#\(scalar.value);" } else { escaped.unicodeScalars.append(scalar) }
    }
    return escaped
  }

  /// Except for those of the references themselves.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    TextEscapes.isSign(scalar) && !"&#;".unicodeScalars.contains(scalar)
  }
}
