internal import XML

/// Writes a table in GitHub's form, if it can be written so: a head of one row, rows of the same length, and cells
/// without blocks.
struct TableWriter {
  private let writer: BlockWriter
  private var nodes: PageNodes { writer.nodes }

  init(_ writer: BlockWriter) { self.writer = writer }

  /// Nil for any other table.
  func table(_ index: Int) -> BlockWriter.Block? {
    let rows = nodes.subtree(index).filter { nodes[$0].name == "tr" }.map(cells(ofRow:))
    guard let head = rows.first, !head.isEmpty, rows.allSatisfy({ $0.count == head.count }), isSimple(index),
      head.allSatisfy({ nodes[$0].name == "th" }),
      rows.dropFirst().joined().allSatisfy({ nodes[$0].name == "td" })
    else { return nil }
    let columns = head.indices.map { column in rule(rows.compactMap { nodes[$0[column]]["align"] }) }
    let lines = rows.map { row in line(row.map(text(ofCell:))) }
    let all = [lines[0], line(columns)] + lines.dropFirst()
    return BlockWriter.Block(text: all.joined(separator: "\n"), nodes: [index])
  }

  private func cells(ofRow row: Int) -> [Int] { nodes.children(row).filter { nodes[$0].isElement } }

  private func isSimple(_ index: Int) -> Bool {
    nodes.subtree(index).dropFirst().allSatisfy { place in
      let node = nodes[place]
      switch node.name {
      case "thead", "tbody", "tfoot", "tr", "br": return true
      case "td", "th": return node["colspan"] == nil && node["rowspan"] == nil
      case "": return true
      default: return !PageNodes.separatesWords(node.name)
      }
    }
  }

  /// Only if the whole column agrees.
  private func rule(_ alignments: [String]) -> String {
    guard let first = alignments.first, alignments.allSatisfy({ $0 == first }) else { return "---" }
    return ["left": ":--", "right": "--:", "center": ":-:"][first] ?? "---"
  }

  private func text(ofCell cell: Int) -> String { writer.inline(nodes.children(cell), .cell) }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
