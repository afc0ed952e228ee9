/// An HTML fragment as multi-line plain text, for the text part of an email: an empty line between blocks, lists with
/// dashes or numbers, quotations with `>`, the URLs of links after their text.
package func readableText(ofHTML fragment: String) -> String {
  var text = ReadableText()
  HTMLTree(fragment: fragment).visit(&text)
  return text.finished
}

private struct ReadableText: HTMLVisitor {
  private var lines: [String] = []
  /// The current line, without its prefix.
  private var line = ""
  private var owesSpace = false
  private var owesBlank = false
  private var open: [Element] = []

  private struct Element {
    let name: String
    /// The URL of a link.
    var address = ""
    /// Where the element's text begins in `line`, in characters.
    var start = 0
    /// For a list: how many items have begun.
    var items = 0
    /// For an item: the text before its first line, until that is written.
    var bullet = ""
  }

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    let value = { (wanted: String) in attributes.first { $0.name == wanted }?.value ?? "" }
    switch name {
    case "script", "style", "title", "template", "head": return false
    case "br": endLine()
    case "hr":
      endBlock()
      line = "* * *"
      endBlock()
    case "img": if !value("alt").isEmpty { text("[\(value("alt"))]") }
    default: beginElement(name, value)
    }
    if ["br", "hr", "img"].contains(name) { open.append(Element(name: name)) }
    return true
  }

  private mutating func beginElement(_ name: String, _ value: (String) -> String) {
    if Self.blocks.contains(name) { endBlock(isTight: name == "tr" || name == "li" || isInItem) }
    var element = Element(name: name)
    switch name {
    case "a":
      element.address = value("href")
      if owesSpace, !line.isEmpty { line += " " }
      owesSpace = false
    case "ol": element.items = (Int(value("start")) ?? 1) - 1
    case "li": element.bullet = nextBullet()
    case "td", "th": if !line.isEmpty { line += " | " }
    case "sup": line += "^"
    default: break
    }
    element.start = line.count
    open.append(element)
  }

  mutating func end() {
    guard let element = open.popLast() else { return }
    if element.name == "a" { endLink(element) }
    if element.name == "sup", line.hasSuffix("^") { line.removeLast() }
    if Self.blocks.contains(element.name) {
      if element.name == "li" {
        open.append(element)
        endLine()
        _ = open.popLast()
      }
      endBlock(
        isTight: element.name == "li" || element.name == "tr" || isInItem)
    }
  }

  /// Writes the URL, unless it equals the link's text or leads to a place in the text itself.
  private mutating func endLink(_ link: Element) {
    let words = line.dropFirst(link.start)
    guard !link.address.isEmpty, !link.address.hasPrefix("#"), words != link.address,
      link.address != "mailto:" + words
    else { return }
    line += words.isEmpty ? link.address : " (\(link.address))"
  }

  mutating func text(_ text: String) {
    if open.contains(where: { $0.name == "pre" }) { return preformatted(text) }
    for character in text {
      if character.isWhitespace, character != "\u{A0}", character != "\u{202F}" {
        owesSpace = true
      } else {
        if owesSpace, !line.isEmpty { line += " " }
        owesSpace = false
        line.append(character)
      }
    }
  }

  private mutating func preformatted(_ text: String) {
    for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { endLine(keepsEmpty: true) }
      line += part
    }
  }

  var finished: String {
    var text = self
    text.endBlock()
    return text.lines.joined(separator: "\n")
  }
}

extension ReadableText {
  private static let blocks: Set<String> = [
    "p", "div", "blockquote", "figure", "figcaption", "details", "summary", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "tr", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  private var isInItem: Bool { open.contains { $0.name == "li" } }

  private mutating func nextBullet() -> String {
    guard let list = open.lastIndex(where: { $0.name == "ul" || $0.name == "ol" }) else { return "- " }
    open[list].items += 1
    return open[list].name == "ol" ? "\(open[list].items). " : "- "
  }

  /// - Parameter isTight: whether the next block follows without an empty line.
  private mutating func endBlock(isTight: Bool = false) {
    endLine()
    if !isTight, !lines.isEmpty { owesBlank = true }
  }

  private mutating func endLine(keepsEmpty: Bool = false) {
    let isEmpty = line.allSatisfy(\.isWhitespace)
    if !isEmpty || (keepsEmpty && lines.last?.isEmpty == false) {
      if owesBlank { lines.append("") }
      owesBlank = false
      lines.append(isEmpty ? "" : beginning() + line)
    }
    line = ""
    owesSpace = false
  }

  /// The prefix of a line: quotation characters, and for each item its bullet or number on the first line
  /// and spaces on the others.
  private mutating func beginning() -> String {
    var beginning = ""
    for index in open.indices {
      switch open[index].name {
      case "blockquote": beginning += "> "
      case "pre": beginning += "    "
      case "li" where !open[index].bullet.isEmpty:
        beginning += open[index].bullet
        open[index].bullet = ""
        open[index].start = beginning.count
      case "li": beginning += "  "
      default: break
      }
    }
    return beginning
  }
}
