internal import Text

/// Writes elements of a page as HTML again.
extension PageNodes {
  /// - Parameters:
  ///   - omitted: nodes that are left out with all their descendants.
  ///   - escaped: text, or the value of an attribute in double quotes, as HTML.
  package func html(
    _ index: Int, without omitted: Set<Int> = [], escaped: (String) -> String = { escapedHTML($0) }
  ) -> String {
    var html = ""
    var open: [(name: String, end: Int)] = []
    var position = index
    while position < all[index].end {
      while let last = open.last, last.end <= position { html += "</\(open.removeLast().name)>" }
      let node = all[position]
      if omitted.contains(position) {
        position = node.end
        continue
      }
      if node.isElement {
        html += node.tag(escaped: escaped)
        if !PageNode.empty.contains(node.name) { open.append((node.name, node.end)) }
      } else {
        html += escaped(node.text)
      }
      position += 1
    }
    return open.reversed().reduce(html) { $0 + "</\($1.name)>" }
  }
}

extension PageNode {
  /// The start tag of the element.
  package func tag(escaped: (String) -> String) -> String {
    "<" + name + attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined() + ">"
  }

  /// Elements without content and end tag.
  fileprivate static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
}
