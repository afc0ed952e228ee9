internal import Themes

/// A piece of a mail's part that stands in many editions, ready to be set in.
final class Cell {
  /// As rendered.
  let raw: String
  /// HTML with its styles, or wrapped lines of text, without an empty line at either end.
  let content: String
  let facts: DocumentFacts
  /// Whether what stands around it has no say in what it becomes.
  let standsAlone: Bool
  /// Of text: the empty lines around it, and what a line of `===` after it would underline.
  let lines: (before: Int, after: Int, heading: [String])

  init(style: String) {
    (raw, content, facts, standsAlone, lines) = (style, style, DocumentFacts(style), true, (0, 0, []))
  }

  /// - Parameter rendered: ends with a line end, as the template it stands in has one after it.
  init(html rendered: String, _ inlining: inout Inlining) {
    raw = rendered.withoutLastLineEnd
    content = inlining.inlined(raw)
    (facts, standsAlone, lines) = (DocumentFacts(content), inlining.isSelfContained, (0, 0, []))
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
