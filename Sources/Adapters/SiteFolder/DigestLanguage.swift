internal import Languages
internal import Settings

extension SettingReader {
  /// The language of a digest. Warns about one without phrases.
  func digestLanguage(_ key: String) -> String? {
    guard let tag = language(key) else { return nil }
    let missing = Language(tag).borrowedKeys
    if !missing.isEmpty {
      warn(
        at: position(of: key),
        "there are no built-in phrases for `\(tag)`, so those of this digest are in English; choose another language, or none"
      )
    }
    return tag
  }
}
