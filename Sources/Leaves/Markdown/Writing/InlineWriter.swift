internal import XML

/// Writes text with its emphasis, links and images as one paragraph, heading or cell.
struct InlineWriter {
  /// The place of the text.
  enum Place { case paragraph, heading, cell }

  /// Something that encloses text.
  enum Span: Equatable {
    /// `*`, `**` or `~~`, and the element for it.
    case marks(String, tag: String)
    case link(to: String)
    /// An element that Markdown has no marks for.
    case element(String, start: String)

    var isMarks: Bool { if case .marks = self { true } else { false } }
  }

  enum Token {
    case text(String)
    /// Already Markdown.
    case finished(String)
    case lineBreak
    case begin(Int)
    case end(Int)
  }

  private let nodes: PageNodes
  let style: EscapingStyle
  let place: Place
  private(set) var tokens: [Token] = []
  private(set) var spans: [Span] = []
  private var owesSpace = false

  init(_ nodes: PageNodes, _ style: EscapingStyle, _ place: Place) {
    self.nodes = nodes
    self.style = style
    self.place = place
  }

  /// Adds a node with its descendants; `open` are the spans around it.
  mutating func add(_ index: Int, in open: [Span] = []) {
    let node = nodes[index]
    switch node.name {
    case "": add(text: node.text)
    case "br": lineBreak()
    case "img": picture(node, isInLink: open.contains(where: \.isLink))
    case "code", "samp", "tt": add(code: folded(nodes.rawText(index)))
    default:
      guard let span = span(node), !open.contains(span) else {
        for child in nodes.children(index) { add(child, in: open) }
        return
      }
      if case .link = span, open.contains(where: \.isLink) {
        for child in nodes.children(index) { add(child, in: open) }
        return
      }
      let number = spans.count
      spans.append(span)
      tokens.append(.begin(number))
      for child in nodes.children(index) { add(child, in: open + [span]) }
      close(number)
    }
  }

  private func span(_ node: PageNode) -> Span? {
    switch node.name {
    case "em", "i", "cite", "var", "dfn": .marks("*", tag: "em")
    case "strong", "b": .marks("**", tag: "strong")
    case "del", "s": .marks("~~", tag: "del")
    case "a": node["href"].map { .link(to: $0) }
    case "sub", "sup", "kbd", "mark", "ins", "u", "q", "ruby", "rt", "rp", "bdo":
      .element(node.name, start: RawHTML(nodes, style).tag(node))
    case "abbr": node["title"] != nil ? .element("abbr", start: RawHTML(nodes, style).tag(node)) : nil
    default: nil
    }
  }

  /// A span without content is left out.
  private mutating func close(_ number: Int) {
    if case .begin(number)? = tokens.last {
      tokens.removeLast()
    } else {
      tokens.append(.end(number))
    }
  }
}

extension InlineWriter.Span {
  var isLink: Bool { if case .link = self { true } else { false } }
}

// MARK: - Content

extension InlineWriter {
  private mutating func add(text: String) {
    let words = folded(text)
    if text.unicodeScalars.first.map(isSpace) == true { owesSpace = true }
    if !words.isEmpty {
      paySpace()
      tokens.append(.text(words))
    }
    if text.unicodeScalars.last.map(isSpace) == true { owesSpace = true }
  }

  /// Spaces are outside of emphasis and links, where marks would not work inside.
  private mutating func paySpace() {
    guard owesSpace else { return }
    owesSpace = false
    var position = tokens.count
    while position > 0, case .begin = tokens[position - 1] { position -= 1 }
    guard position > 0 else { return }
    if case .lineBreak = tokens[position - 1] { return }
    tokens.insert(.text(" "), at: position)
  }

  private mutating func lineBreak() {
    owesSpace = false
    switch place {
    case .paragraph: tokens.append(.lineBreak)
    case .heading: owesSpace = true
    case .cell: tokens.append(.finished("<br>"))
    }
  }

  private mutating func add(code: String) {
    guard !code.isEmpty else { return }
    paySpace()
    // The backticks of two pieces of code in a row would be one fence.
    if case .finished(let previous)? = tokens.last, previous.hasSuffix("`") {
      return tokens.append(.finished("<code>" + RawHTML(nodes, .careful).escaped(code) + "</code>"))
    }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: code) + 1)
    let pad = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    let inside = place == .cell ? code.replacing("|", with: "\\|") : code
    tokens.append(.finished(fence + pad + inside + pad + fence))
  }

  private mutating func picture(_ node: PageNode, isInLink: Bool) {
    guard let source = node["src"] else { return }
    paySpace()
    let escapes = TextEscapes(style: style, isInLink: true)
    let alt = escapes.escaped(folded(node["alt"] ?? ""), after: "[", before: "]")
    tokens.append(.finished("![\(alt)](\(destination(source)))"))
  }

  /// Spaces other than HTML's are kept: French puts a no-break space before "?".
  private func folded(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: isSpace).map { String($0) }.joined(separator: " ")
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 }
}
