internal import CCmarkGFM

/// The text of a parsed document that is shown and is not code: words, the author's HTML, URLs and titles of links,
/// descriptions of images. It must not contain any mark that hides, regardless of where the mark came from.
struct ShownText {
  private var bytes: [UInt8] = []
  /// Where the text of each block begins, with its line.
  private var places: [(start: Int, line: Int)] = [(0, 1)]
  /// URLs and titles in the current block.
  private var aside: [String] = []

  /// The first mark that hides text and would be shown.
  static func mark(in root: Node) -> UnclearMark? {
    var shown = ShownText()
    for (node, _) in root.subtree {
      if node.kind == CMARK_NODE_CODE_BLOCK, HidingWord.hides(directive: node.fenceInfo, node.literal) {
        return UnclearMark(kind: .condition, mark: node.fenceInfo, line: node.lines.lowerBound, column: 1)
      }
      shown.add(node)
    }
    shown.begin(root)
    guard HiddenText.mayHide(shown.bytes) else { return nil }
    var scan = HiddenScan(shown.bytes, isShown: true)
    scan.run()
    guard let (mark, position) = scan.firstFinding else { return nil }
    return UnclearMark(kind: .isShown, mark: mark, line: shown.line(at: position), column: 1)
  }

  private mutating func add(_ node: Node) {
    switch node.kind {
    case CMARK_NODE_TEXT: bytes += node.literal.utf8
    // Escapes have no meaning in HTML.
    case CMARK_NODE_HTML_INLINE: bytes += EscapedSigns.withoutSingle(node.literal)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(0x0A)
    // A character that cannot be part of a mark.
    case CMARK_NODE_CODE, CMARK_NODE_FOOTNOTE_REFERENCE: bytes.append(EscapedSigns.code)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: aside += [node.url, node.title].filter { !$0.isEmpty }
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: break
    case CMARK_NODE_HTML_BLOCK:
      begin(node)
      bytes += EscapedSigns.withoutSingle(node.literal)
    case CMARK_NODE_CODE_BLOCK:
      begin(node)
      bytes += node.fenceInfo.utf8
    default: if node.isBlock { begin(node) }
    }
  }

  private mutating func begin(_ node: Node) {
    for text in aside { bytes += "\n\n\(text)".utf8 }
    aside = []
    bytes += "\n\n".utf8
    places.append((bytes.count, node.lines.lowerBound))
  }

  private func line(at position: Int) -> Int {
    let place = places.last { $0.start <= position } ?? (0, 1)
    return max(place.line, 1) + bytes[place.start..<position].count { $0 == 0x0A }
  }
}
