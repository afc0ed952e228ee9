/// A template as instructions over UTF-8.
struct CompiledTemplate: Sendable {
  let nodes: [Node]

  indirect enum Node: Sendable {
    case text([UInt8])
    case value(Tag)
    case section(Tag, [Node])
    case inverted(Tag, [Node])
    /// Content that an including template may replace.
    case block(String, indentation: [UInt8], [Node])
    /// Another template, with some of its blocks replaced.
    case partial(String, indentation: [UInt8], blocks: [String: [Node]])
  }

  init(nodes: [Node]) { self.nodes = nodes }

  /// - Parameter pieces: every section among them must be closed.
  init(_ pieces: [Piece]) {
    var rest = placed(pieces)[...]
    nodes = Self.nodes(&rest)
  }

  private static func nodes(_ pieces: inout ArraySlice<PlacedPiece>) -> [Node] {
    var nodes: [Node] = []
    while let next = pieces.popFirst() {
      switch next.piece {
      case .text(let text): if !text.isEmpty { nodes.append(.text(text)) }
      case .value(let tag): nodes.append(.value(tag))
      case .section(let tag): nodes.append(.section(tag, self.nodes(&pieces)))
      case .inverted(let tag): nodes.append(.inverted(tag, self.nodes(&pieces)))
      case .block(let name): nodes.append(.block(name, indentation: next.indentation ?? [], self.nodes(&pieces)))
      case .partial(let name): nodes.append(.partial(name, indentation: next.indentation ?? [], blocks: [:]))
      case .parent(let name):
        let blocks = blocks(in: self.nodes(&pieces))
        nodes.append(.partial(name, indentation: next.indentation ?? [], blocks: blocks))
      case .comment: break
      case .close: return nodes
      }
    }
    return nodes
  }

  /// Anything between the blocks is left out.
  private static func blocks(in nodes: [Node]) -> [String: [Node]] {
    var blocks: [String: [Node]] = [:]
    for case .block(let name, _, let content) in nodes where blocks[name] == nil { blocks[name] = outdented(content) }
    return blocks
  }

  /// Removes the indentation of the first line from every line, because a block gets the indentation of the
  /// place where it is inserted.
  private static func outdented(_ nodes: [Node]) -> [Node] {
    guard case .text(let first)? = nodes.first else { return nodes }
    let margin = first.prefix(while: isBlank).count
    guard margin > 0 else { return nodes }
    var isAtLineStart = true
    return nodes.map { outdented($0, by: margin, &isAtLineStart) }
  }

  private static func outdented(_ node: Node, by margin: Int, _ isAtLineStart: inout Bool) -> Node {
    switch node {
    case .text(let text):
      var lines: [UInt8] = []
      for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        if !lines.isEmpty || line.startIndex > 0 { lines.append(UInt8(ascii: "\n")) }
        let isWhole = isAtLineStart || line.startIndex > 0
        lines += line.dropFirst(isWhole ? line.prefix(margin).prefix(while: isBlank).count : 0)
      }
      isAtLineStart = text.last == UInt8(ascii: "\n")
      return .text(lines)
    case .section(let tag, let nodes): return .section(tag, nodes.map { outdented($0, by: margin, &isAtLineStart) })
    case .inverted(let tag, let nodes): return .inverted(tag, nodes.map { outdented($0, by: margin, &isAtLineStart) })
    case .value, .partial, .block:
      isAtLineStart = false
      return node
    }
  }
}
