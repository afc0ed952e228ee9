internal import Languages
internal import Model
internal import Settings

extension Site {
  /// The phrases of digests in other languages than the site's. Warns about languages without phrases.
  mutating func readWordsOfDigests(
    in schedule: SettingReader, _ languages: inout LanguageFiles, _ findings: inout [Finding]
  ) {
    for digest in digests {
      guard let tag = digest.language, tag != language else { continue }
      if wordsOfLanguages[tag] == nil { wordsOfLanguages[tag] = languages.words(of: tag, &findings) }
      let missing = Language(tag, own: wordsOfLanguages[tag] ?? [:]).borrowedKeys
      guard let first = missing.first else { continue }
      let others = missing.count > 1 ? " and \(missing.count - 1) more are" : " is"
      schedule.warn(
        at: position(ofLanguageOf: digest, in: schedule),
        "there are no built-in phrases for `\(tag)`, so `\(first)`\(others) in English; add yours to languages/\(tag).toml, "
          + "which `courant words \(tag)` prints for you to fill in")
    }
  }

  private func position(ofLanguageOf digest: Digest, in schedule: SettingReader) -> TextPosition {
    guard case .table(let digests)? = schedule.setting("digest")?.value,
      case .table(let section)? = digests[digest.name]?.value
    else { return TextPosition(line: 1, column: 1) }
    return section["language"]?.position ?? section.position
  }
}
