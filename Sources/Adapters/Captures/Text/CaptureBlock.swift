internal import Text

/// A heading, a paragraph or an item of a list.
struct CaptureBlock: Hashable {
  enum Kind: Hashable { case heading, paragraph, item, numberedItem }

  let kind: Kind
  /// Without the sign of an item.
  let text: String
  let line: Int

  private static let bullets: [String] = ["• ", "◦ ", "▪ ", "‣ ", "● ", "- ", "* ", "– ", "· "]

  static func isItem(_ line: String) -> Bool { bullets.contains(where: line.hasPrefix) || number(of: line) != nil }

  /// `1. ` or `1) `: the rest of the line.
  private static func number(of line: String) -> String? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...2).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
    return String(rest.dropFirst(2)).trimmed
  }

  /// The blocks of a part of an article.
  static func blocks(of lines: [CaptureLine]) -> [CaptureBlock] {
    lines.enumerated().map { index, line in
      if let bullet = bullets.first(where: line.text.hasPrefix) {
        return CaptureBlock(kind: .item, text: String(line.text.dropFirst(bullet.count)).trimmed, line: line.number)
      }
      if isHeading(line, before: index + 1 < lines.count ? lines[index + 1] : nil) {
        return CaptureBlock(kind: .heading, text: withoutColon(line.text), line: line.number)
      }
      if let rest = number(of: line.text) {
        return CaptureBlock(kind: .numberedItem, text: rest, line: line.number)
      }
      return CaptureBlock(kind: .paragraph, text: line.text, line: line.number)
    }
  }

  /// A short line that does not end like a sentence, with text below it.
  static func isHeading(_ line: CaptureLine, before next: CaptureLine?) -> Bool {
    guard let next, isShort(line.text), CaptureLabel(line.text) == nil, CaptureLabel(next.text) == nil,
      CaptureLabel.beginning(next.text) == nil
    else { return false }
    return isText(next.text) && next.text.count > line.text.count || isItem(next.text)
  }

  /// Whether a line is a paragraph, rather than a heading, a name or a date.
  static func isText(_ line: String) -> Bool { line.count >= 80 || line.endsSentence && line.contains(" ") }

  private static func isShort(_ line: String) -> Bool {
    guard line.count <= 80, line.split(separator: " ").count <= 10, !isItem(line) else { return false }
    guard let last = line.last, !".!,;…。".contains(last) else { return false }
    let first = line.first { $0.isLetter || $0.isNumber }
    return first.map { !$0.isLowercase } ?? false
  }

  private static func withoutColon(_ line: String) -> String {
    line.hasSuffix(":") ? String(line.dropLast()).trimmed : line
  }
}

extension [CaptureBlock] {
  /// Headings are of the second level: the first is the title.
  var html: String {
    var html = ""
    var list: CaptureBlock.Kind?
    for block in self {
      let isItem = block.kind == .item || block.kind == .numberedItem
      if let open = list, open != block.kind {
        html += open == .item ? "</ul>" : "</ol>"
        list = nil
      }
      if isItem, list == nil {
        html += block.kind == .item ? "<ul>" : "<ol>"
        list = block.kind
      }
      let tag = isItem ? "li" : block.kind == .heading ? "h2" : "p"
      html += "<\(tag)>\(escapedHTML(block.text))</\(tag)>"
    }
    if let list { html += list == .item ? "</ul>" : "</ol>" }
    return html
  }
}
