/// All phrases of a language as `languages/TAG.toml`: those that it has, and as comments the English ones to translate.
package struct WordList {
  private let language: Language

  package init(_ tag: String) { language = Language(tag) }

  /// Whether CLDR knows the language; otherwise dates and plural forms are those of English.
  package var isKnown: Bool { !language.borrowsDates }

  package var text: String {
    let words = language.keys.filter { language.forms.words[$0] == nil }
    let forms = language.keys.filter { language.forms.words[$0] != nil }
    return [
      heading, examples, words.map(line).joined(separator: "\n"), formsHeading, forms.map(line).joined(separator: "\n"),
    ]
    .joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    """
    # Phrases for languages/\(language.tag).toml. To translate one, remove its `# ` and write it in your language.
    # Keep every {placeholder}: it is filled in later, and never inflected. A phrase is plain text in one line.
    # Delete the lines that you do not change; they follow the next version of Courant.
    """
  }

  /// Also read by the check by another program.
  private var examples: String {
    let counts = language.forms.plurals.forms.map { form in
      let numbers = (0...200).filter { language.forms.plurals.form(of: $0) == form }
      let shown = numbers.prefix(8).map(String.init).joined(separator: ", ")
      return "# \(form.rawValue): \(shown)\(numbers.count > 8 ? " …" : "")"
    }
    return
      (["# Plural forms, and the first numbers for which each is used:"] + counts + [
        "# Dates: \(language.date(day: 1, month: 1, year: 2026)); \(language.date(day: 23, month: 11, year: 2026))",
        "# A number: \(language.decimal(tenths: 45)). Names: \(language.enumerated(["Ana", "Bo", "Cy"])).",
      ]).joined(separator: "\n")
  }

  private var formsHeading: String {
    "# Dates, numbers, lists and quotation marks, as CLDR has them. Change a line only if your readers expect something else."
  }

  private func line(_ key: String) -> String {
    let isOwn = language.wording?.words[key] != nil
    let line = "\(key) = \(Self.quoted(language.word(key) ?? ""))"
    return isOwn ? line : "# " + line
  }

  /// A basic string of TOML.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
