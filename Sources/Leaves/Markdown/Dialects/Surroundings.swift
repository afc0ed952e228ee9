/// External values that an article may refer to.
package struct Surroundings {
  /// Returns the URL of the article named in Jekyll's `{% post_url name %}`; nil if there is none.
  package var postAddress: (String) -> String? = { _ in nil }
  /// Returns the URL of a file or article given by its path or name; nil if there is none.
  package var fileAddress: (String) -> String? = { _ in nil }
  /// The values of `{{ page.title }}` and similar, by name; those of Hugo's `{{< param x >}}` as `param.x`.
  package var values: [String: String] = [:]
  /// The path in front of all paths of the site from which the text comes: `{{ site.baseurl }}`. Empty, or for example
  /// `/blog`.
  package var root = ""
  /// The names of the kinds of notes, by ``NoteKind``'s raw value, and other phrases in the page's language.
  package var words: [String: String] = [:]

  package init() {}

  func word(_ kind: NoteKind) -> String { words[kind.rawValue] ?? kind.english }
}

/// The kind of a note, in any of its forms: `> [!TIP]`, `:::tip`, `!!! tip`, `{{< tip >}}`.
package enum NoteKind: String, CaseIterable, Sendable {
  case note, tip, important, warning, caution, danger, info, example, question, summary, success, failure, quote, todo
  case details
  /// What cannot wait, such as a reason to call for help the same day.
  case urgent

  var english: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// A warning sign before the title of what is urgent: as text rather than as an emoji, with a no-break space.
  var sign: String { self == .urgent ? "\u{26A0}\u{FE0E}\u{A0}" : "" }

  /// The start tag of such a note.
  var quotation: String { self == .urgent ? UrgentQuotation.start : "<blockquote>" }

  /// Accepts all names that programs use for a kind; nil for any other word.
  init?(name: String) {
    guard let kind = Self.names[name.lowercased()] else { return nil }
    self = kind
  }

  private static let names: [String: NoteKind] = {
    var names: [String: NoteKind] = [
      "hint": .tip, "attention": .warning, "error": .danger, "bug": .failure, "fail": .failure, "missing": .failure,
      "abstract": .summary, "tldr": .summary, "check": .success, "done": .success, "faq": .question, "help": .question,
      "cite": .quote, "seealso": .info, "information": .info, "warn": .warning, "secondary": .note, "primary": .note,
      "default": .note, "alert": .warning, "details-block": .details, "aside": .note, "remark": .note,
      "spoiler": .details,
      "collapse": .details,
    ]
    for kind in Self.allCases { names[kind.rawValue] = kind }
    return names
  }()
}
