internal import Text
internal import XML

/// The visible text of a page by lines, as a person would copy it.
struct PageLines {
  private let nodes: PageNodes

  init(_ nodes: PageNodes) { self.nodes = nodes }

  func lines(of index: Int) -> [CaptureLine] {
    var lines: [CaptureLine] = []
    var text = ""
    var number = nodes[index].line
    var ends: [Int] = []
    func finish() {
      let line = oneLine(text)
      if !line.isEmpty { lines.append(CaptureLine(number: number, text: line, followsBlank: true)) }
      text = ""
    }
    var position = index
    while position < nodes[index].end {
      while let end = ends.last, end <= position {
        ends.removeLast()
        finish()
      }
      let node = nodes[position]
      if PageNodes.isSilent(node.name) {
        position = node.end
        continue
      }
      if node.isElement, PageNodes.separatesWords(node.name) {
        finish()
        ends.append(node.end)
      }
      if text.isEmpty { number = node.line }
      text += node.text
      position += 1
    }
    finish()
    return lines
  }
}
