/// What a template can see: a tree of texts, numbers, lists and records.
///
/// In a section (`{{#x}}…{{/x}}`) `absent`, `false`, 0, an empty text and an empty list count as no.
package enum TemplateValue: Sendable, Hashable {
  /// Plain text from anywhere; escaped wherever it lands in HTML, in `{{{x}}}` too.
  case text(String)
  /// A text that Courant itself says, such as a date: in a site whose language has no words it is English, and framed.
  case words(String)
  /// Markup we made or sanitised ourselves: as it is in `{{{x}}}`, escaped in `{{x}}`, refused by text templates.
  case html(String)
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case record(TemplateRecord)
  /// Known to templates, but there is none this time. Unlike an unknown name, which is an error.
  case absent

  /// A text, or `absent` if there is none or it is empty.
  package init(_ text: String?) {
    self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .absent
  }
}

extension TemplateValue {
  var isYes: Bool {
    switch self {
    case .text(let text), .words(let text), .html(let text): !text.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .record: true
    case .absent: false
    }
  }

  var kind: String {
    switch self {
    case .text, .words: "a text"
    case .html: "markup"
    case .number: "a number"
    case .flag: "a yes or no"
    case .list: "a list"
    case .record: "a record"
    case .absent: "absent"
    }
  }
}
