internal import Languages
internal import Model
internal import Settings

/// The language of an article, and what it is a translation of.
extension FrontMatter {
  /// Hugo and others call it `language`, where it may also be the language of a program: then it is ignored unless it is
  /// a tag.
  func readLanguage() -> String? {
    if let written = text("lang", reader).map(plain), !written.isEmpty {
      guard let fault = faultInLanguageTag(written, under: "lang") else { return written }
      reader.report("lang", fault)
      return nil
    }
    guard let other = reader.setting("language")?.string.map(plain) else { return nil }
    return faultInLanguageTag(other, under: "language") == nil ? other : nil
  }

  /// `translation_key`; Hugo's `translationKey`.
  func readTranslationKey() -> String? {
    let key = reader.setting("translation_key") != nil ? "translation_key" : "translationKey"
    guard let written = text(key, reader).map(plain), !written.isEmpty else { return nil }
    return fitting(written, FieldLimit.line, key, reader)
  }
}

extension Site {
  /// The language that the name of an article states, as in `news.de` on a site with German articles, and the name without
  /// it, which the translations have in common; nil on a site of one language.
  func translation(named stem: String) -> (language: String, key: String)? {
    guard !otherLanguages.isEmpty else { return nil }
    guard let dot = stem.lastIndex(of: "."), !stem[dot...].contains("/") else { return (language, "path:" + stem) }
    let ending = stem[dot...].dropFirst().lowercased()
    guard let tag = ([language] + otherLanguages).first(where: { $0.lowercased() == ending }) else {
      return (language, "path:" + stem)
    }
    return (tag, "path:" + stem[..<dot])
  }

  /// Nil for the site's own language.
  func otherLanguage(_ tag: String?) -> String? {
    guard let tag, tag.lowercased() != language.lowercased() else { return nil }
    // As the operator writes it, so that it is the same language everywhere.
    return otherLanguages.first { $0.lowercased() == tag.lowercased() } ?? tag
  }
}
