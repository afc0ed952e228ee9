package import Languages
package import Templates

extension Language {
  /// A string with an element to itself, such as the title of a site or feed: the string as `NAME`, the element's `dir`
  /// as `NAME_dir`, and as `NAME_is_foreign` whether its direction differs from that of the language. All are false or
  /// absent if there is no string.
  package func standalone(_ name: String, _ text: String?) -> TemplateRecord {
    guard let text, !text.isEmpty else {
      return [name: .absent, name + "_dir": .absent, name + "_is_foreign": .flag(false)]
    }
    let ofText = WritingDirection(of: text, usual: direction)
    let isFound = ofText == direction && WritingDirection(ofFirstLetterIn: text) == direction
    return [
      name: .text(text),
      name + "_dir": .text(isFound ? "auto" : ofText.rawValue),
      name + "_is_foreign": .flag(ofText != direction),
    ]
  }
}
