/// Whether a language (BCP 47) has two letters i, `İ i` and `I ı`, as Turkish and Azerbaijani do.
package func hasDotlessI(_ language: String) -> Bool {
  ["tr", "az", "crh", "gag"].contains(language.prefix { $0 != "-" }.lowercased())
}

extension String {
  /// The text with a capital first letter, in a language: `İyi` for the Turkish `iyi`.
  package func capitalized(in language: String) -> String {
    let first = first == "i" && hasDotlessI(language) ? "İ" : prefix(1).uppercased()
    return first + dropFirst()
  }
}
