/// A word that readers may not know, and what it means (`glossary.toml`).
package struct GlossaryTerm: Hashable, Sendable {
  /// As the list of words shows it.
  package let name: String
  /// One line of plain text.
  package let explanation: String
  /// Other forms under which it is found in articles, such as its plural.
  package let aliases: [String]

  package init(name: String, explanation: String, aliases: [String] = []) {
    self.name = name
    self.explanation = explanation
    self.aliases = aliases
  }

  /// All forms under which it is found.
  package var forms: [String] { [name] + aliases }
}
