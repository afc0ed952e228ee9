internal import Text

extension Language {
  /// Why a string cannot replace the phrase `key`, as a sentence; nil if it can.
  ///
  /// The string must be one line with exactly the placeholders of the built-in phrase. Only a form for a single number
  /// may omit `{count}` (`an article`).
  package func fault(in text: String, for key: String) -> String? {
    guard let builtIn = builtIn(key), let allowed = Phrase(builtIn)?.places.union(counts(key) ? ["count"] : [])
    else { return nil }
    if text.isEmpty { return Self.optional.contains(key) ? nil : "`\(key)` must not be empty" }
    if text.unicodeScalars.contains(where: isControlOrLineEnd) {
      return "`\(key)` must be one line without control characters"
    }
    guard let places = Phrase(text)?.places else {
      return "`\(key)` has a brace too many or too few; \(Self.rule(allowed))"
    }
    if text.contains(/<\/?[A-Za-z!]|&#?[A-Za-z0-9]+;/) {
      return "`\(key)` must be plain text: HTML would be shown as it is written"
    }
    let required = allowed.subtracting(counts(key, one: true) ? ["count"] : [])
    let missing = required.subtracting(places).sorted().map { "`{\($0)}` is missing" }
    let unknown = places.subtracting(allowed).sorted().map { "`{\($0)}` has no meaning here" }
    let what = unknown.prefix(1) + missing.prefix(1)
    if what.isEmpty { return nil }
    return "`\(key)`: \(what.joined(separator: ", and ")); \(Self.rule(allowed))"
  }

  /// Why a key such as `articles_few` has no meaning, as a sentence; nil if the language has the plural form, or if the key is
  /// not that of a counted phrase.
  package func faultOfForm(_ key: String) -> String? {
    guard word(key) == nil, let name = Self.countedName(key) else { return nil }
    let own = forms.plurals.forms.map { "`\(name)_\($0.rawValue)`" }.joined(separator: ", ")
    return "`\(tag)` has no plural form for `\(key)`; write \(own)"
  }

  /// Labels that a site may leave empty: an empty string omits the label and its colon.
  package static let optional: Set<String> = ["key_takeaway", "no_tracking", "promise", "tagged_links"]

  private static func rule(_ places: Set<String>) -> String {
    places.isEmpty
      ? "it has no placeholders and must have no braces"
      : "its placeholders are " + places.sorted().map { "{\($0)}" }.joined(separator: ", ")
  }

  /// Whether the key is a form of a counted phrase; with `one`, whether that form is for a single number.
  private func counts(_ key: String, one: Bool = false) -> Bool {
    guard Self.countedName(key) != nil else { return false }
    return forms.plurals.forms.contains { form in
      key.hasSuffix("_\(form.rawValue)") && (!one || forms.plurals.isOfOneNumber(form))
    }
  }
}
