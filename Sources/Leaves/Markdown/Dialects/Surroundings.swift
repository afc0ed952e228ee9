/// What a text may refer to outside itself.
package struct Surroundings {
  /// Where the article leads that Jekyll's `{% post_url name %}` names; nil if there is none.
  package var postAddress: (String) -> String? = { _ in nil }
  /// Where a file or article leads that a text names by its path or name; nil if there is none.
  package var fileAddress: (String) -> String? = { _ in nil }
  /// What `{{ page.title }}` and the like stand for, by their names.
  package var values: [String: String] = [:]
  /// What a kind of note is called, by ``NoteKind``'s raw value, and other words of the page's language.
  package var words: [String: String] = [:]

  package init() {}

  func word(_ kind: NoteKind) -> String { words[kind.rawValue] ?? kind.english }
}

/// What a note is, however it is marked: `> [!TIP]`, `:::tip`, `!!! tip`, `{{< tip >}}`.
package enum NoteKind: String, CaseIterable, Sendable {
  case note, tip, important, warning, caution, danger, info, example, question, summary, success, failure, quote, todo
  case details

  var english: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// By any of the names that programs have for it; nil for another word.
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
