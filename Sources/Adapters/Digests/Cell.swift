internal import Themes

/// A fragment that many editions share, ready to be inserted.
final class Cell {
  /// As rendered, unstyled.
  let raw: String
  /// HTML with its styles, or wrapped lines of text, without an empty line at either end.
  let content: String
  let facts: DocumentFacts
  /// Whether it renders the same regardless of its surroundings.
  let standsAlone: Bool
  /// For the text part: the empty lines around it, and the lines that a following `===` would underline.
  let lines: (before: Int, after: Int, heading: [String])

  init(style: String) {
    raw = style
    content = style
    facts = DocumentFacts(style)
    standsAlone = true
    lines = (0, 0, [])
  }

  /// - Parameter rendered: ends with a line ending, since the enclosing template adds one after the cell.
  init(html rendered: String, _ inlining: inout Inlining) {
    raw = rendered.withoutLastLineEnd
    content = inlining.inlined(raw)
    facts = DocumentFacts(content)
    standsAlone = inlining.isSelfContained
    lines = (0, 0, [])
  }

  init(text rendered: String) {
    raw = rendered.withoutLastLineEnd
    var text = MailText()
    text.append(raw)
    let (body, before, after) = text.body
    content = body.joined(separator: "\n")
    facts = DocumentFacts(content)
    lines = (before, after, text.heading)
    standsAlone = !body.isEmpty && !text.beginsWithUnderline
  }
}

extension String {
  fileprivate var withoutLastLineEnd: String { utf8.last == 0x0A ? String(Substring(utf8.dropLast())) : self }
}
