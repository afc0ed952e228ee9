/// The values a template can use: a tree of strings, numbers, lists and records.
///
/// In a section (`{{#x}}…{{/x}}`) `absent`, `false`, 0, an empty string and an empty list count as false.
package enum TemplateValue: Sendable, Hashable {
  /// Plain text from any source; escaped in HTML, even in `{{{x}}}`.
  case text(String)
  /// Courant's own text, such as a date: on a site whose language has no phrases, English and framed.
  case words(String)
  /// Markup that Courant produced or sanitised: unchanged in `{{{x}}}`, escaped in `{{x}}`, rejected by text templates.
  case html(String)
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case record(TemplateRecord)
  /// Known to templates, but without a value in this case. An unknown name, by contrast, is an error.
  case absent

  /// A string, or `absent` if it is nil or empty.
  package init(_ text: String?) {
    self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .absent
  }
}

extension TemplateValue {
  var isTruthy: Bool {
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
    case .text, .words: "a string"
    case .html: "markup"
    case .number: "a number"
    case .flag: "a yes or no"
    case .list: "a list"
    case .record: "a record"
    case .absent: "absent"
    }
  }
}
