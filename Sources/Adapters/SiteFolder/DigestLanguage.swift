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
      guard let sentence = Language(tag, own: wordsOfLanguages[tag] ?? [:]).lack else { continue }
      schedule.warn(at: position(ofLanguageOf: digest, in: schedule), sentence)
    }
  }

  private func position(ofLanguageOf digest: Digest, in schedule: SettingReader) -> TextPosition {
    guard case .table(let digests)? = schedule.setting("digest")?.value,
      case .table(let section)? = digests[digest.name]?.value
    else { return TextPosition(line: 1, column: 1) }
    return section["language"]?.position ?? section.position
  }
}
