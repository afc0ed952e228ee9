/// One rendering under way: which tag has which key, and what went wrong so far.
final class Reading {
  let tags: [String: Tag]
  private(set) var faults: [TemplateError] = []

  init(tags: [String: Tag]) { self.tags = tags }

  /// The text that stands in the document: escaped, unless it is markup in `{{{ }}}`, or the file is plain text.
  func text(of value: TemplateValue, for tag: Tag) -> String {
    switch value {
    case .text(let text):
      let escaped = tag.source.isHTML ? text.htmlEscaped : text
      return tag.isolation?.applied(to: text, escaped: escaped) ?? escaped
    case .html(let html) where tag.source.isHTML: return tag.kind == .raw ? html : html.htmlEscaped
    case .number(let number): return "\(number)"
    case .absent: return ""
    case .html: return report(tag, "`\(tag.expression)` is markup, which plain text cannot show.")
    case .flag, .list, .record:
      return report(tag, "`\(tag.expression)` is \(value.kind): open it with `{{#\(tag.expression)}}`.")
    }
  }

  /// A tag that no frame knows.
  func miss(_ tag: Tag) -> String {
    switch tag.wanted {
    case .place: report(tag, "`\(tag.expression)` stands in no list.")
    default: report(tag, "the variable `\(tag.expression)` is unknown here.")
    }
  }

  /// Remembers what went wrong and answers a text for the place, which nobody will see.
  func report(_ tag: Tag, _ sentence: String) -> String {
    faults.append(tag.fault(sentence))
    return ""
  }
}
