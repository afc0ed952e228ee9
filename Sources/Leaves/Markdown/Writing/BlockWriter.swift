internal import XML

/// Writes the blocks of a sanitised fragment as Markdown.
struct BlockWriter {
  /// A block without empty lines around it.
  struct Block {
    var text: String
    /// The nodes from which it was written.
    let nodes: [Int]
    /// The sign of its items, if it is a list.
    var bullet: Character?
  }

  let nodes: PageNodes
  let style: EscapingStyle

  init(_ nodes: PageNodes, _ style: EscapingStyle) {
    self.nodes = nodes
    self.style = style
  }

  /// The blocks of an element's content. Text between blocks is a paragraph.
  func blocks(of parent: Int) -> [Block] {
    guard !nodes.all.isEmpty else { return [] }
    var blocks: [Block] = []
    var line: [Int] = []
    for child in nodes.children(parent) {
      if isInline(child) {
        line.append(child)
      } else {
        append(paragraph(line), to: &blocks)
        line = []
        for block in self.block(child, after: blocks.last) { append(block, to: &blocks) }
      }
    }
    append(paragraph(line), to: &blocks)
    return blocks
  }

  private func append(_ block: Block?, to blocks: inout [Block]) {
    if let block, !block.text.isEmpty { blocks.append(block) }
  }

  func isInline(_ index: Int) -> Bool {
    let name = nodes[index].name
    return name.isEmpty || name == "br" || !PageNodes.separatesWords(name)
  }

  private func block(_ index: Int, after previous: Block?) -> [Block] {
    let name = nodes[index].name
    if style == .html, Self.whole.contains(name) { return [raw(index)] }
    switch name {
    case "p": return [paragraph(nodes.children(index), of: index)].compactMap(\.self)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let words = inline(nodes.children(index), .heading)
      let level = Int(String(name.dropFirst())) ?? 1
      return words.isEmpty ? [] : [Block(text: String(repeating: "#", count: level) + " " + words, nodes: [index])]
    case "ul", "ol": return [list(index, after: previous)].compactMap(\.self)
    case "blockquote":
      let inside = text(of: blocks(of: index))
      return inside.isEmpty ? [] : [Block(text: prefixed(inside, first: "> ", rest: "> "), nodes: [index])]
    case "pre": return [Block(text: code(index), nodes: [index])]
    // `---` would be the beginning of front matter.
    case "hr": return [Block(text: "* * *", nodes: [index])]
    case "table": return [TableWriter(self).table(index) ?? raw(index)]
    case "dl", "details": return [raw(index)]
    default: return blocks(of: index)
    }
  }

  /// Elements that are one block, even in HTML.
  private static let whole: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table",
  ]

  /// - Parameter whole: the element that contains the pieces, if there is one.
  private func paragraph(_ pieces: [Int], of whole: Int? = nil) -> Block? {
    var text = inline(pieces, .paragraph)
    if style == .html, !text.isEmpty { text = "<p>" + pieces.map(RawHTML(nodes, style).text).joined() + "</p>" }
    return text.isEmpty ? nil : Block(text: text, nodes: whole.map { [$0] } ?? pieces)
  }

  func inline(_ pieces: [Int], _ place: InlineWriter.Place) -> String {
    var writer = InlineWriter(nodes, style, place)
    for piece in pieces { writer.add(piece) }
    return writer.text()
  }

  private func raw(_ index: Int) -> Block {
    Block(text: RawHTML(nodes, style).text(index), nodes: [index])
  }

  private func text(of blocks: [Block], isTight: Bool = false) -> String {
    blocks.map(\.text).joined(separator: isTight ? "\n" : "\n\n")
  }

  /// The first line begins with `first`, the others with `rest`; empty lines without the spaces at its end.
  private func prefixed(_ text: String, first: String, rest: String) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let whole = (lines.isEmpty ? first : rest) + line
      lines.append(line.isEmpty ? String(whole.reversed().drop { $0 == " " }.reversed()) : whole)
    }
    return lines.joined(separator: "\n")
  }
}

// MARK: - Lists and code

extension BlockWriter {
  private func list(_ index: Int, after previous: Block?) -> Block? {
    let isOrdered = nodes[index].name == "ol"
    let items = nodes.children(index).filter { nodes[$0].name == "li" }.map(blocks(of:))
    guard !items.isEmpty else { return nil }
    // Two lists in a row would be one.
    let bullets: [Character] = isOrdered ? [".", ")"] : ["-", "*"]
    let sign = previous?.bullet == bullets[0] ? bullets[1] : bullets[0]
    let isTight = items.allSatisfy { $0.count < 2 || $0.count == 2 && $0[0].bullet == nil && $0[1].bullet != nil }
    var number = nodes[index]["start"].flatMap { Int($0) }.flatMap { (0...99_999).contains($0) ? $0 : nil } ?? 1
    let entries = items.map { item in
      let mark = isOrdered ? "\(number)\(sign) " : "\(sign) "
      number += 1
      let inside = text(of: item, isTight: isTight)
      return prefixed(inside, first: mark, rest: String(repeating: " ", count: mark.count))
    }
    return Block(text: entries.joined(separator: isTight ? "\n" : "\n\n"), nodes: [index], bullet: sign)
  }

  /// In a fence that is longer than every run of backticks in it.
  private func code(_ index: Int) -> String {
    var text = nodes.rawText(index)
    if text.hasSuffix("\n") { text.removeLast() }
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    let language = nodes.subtree(index).lazy.flatMap { nodes[$0].classes }.first { $0.hasPrefix("language-") }
    return fence + (language.map { String($0.dropFirst("language-".count)) } ?? "") + "\n" + text + "\n" + fence
  }
}

func longestRun(of sign: Character, in text: String) -> Int {
  var longest = 0
  var run = 0
  for character in text {
    run = character == sign ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}
