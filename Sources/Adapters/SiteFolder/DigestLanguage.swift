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
      if wordsOfLanguages[tag] == nil { readWords(ofDigestsIn: tag, &languages, &findings) }
      guard let sentence = Language(tag, own: wordsOfLanguages[tag] ?? [:]).lack else { continue }
      schedule.warn(at: position(ofLanguageOf: digest, in: schedule), sentence)
    }
  }

  /// A broken file of a language that only digests have keeps only them from being mailed.
  private mutating func readWords(
    ofDigestsIn tag: String, _ languages: inout LanguageFiles, _ findings: inout [Finding]
  ) {
    var found: [Finding] = []
    wordsOfLanguages[tag] = languages.words(of: tag, &found)
    let isOfPages = (otherLanguages + feeds.compactMap(\.language)).contains(tag)
    let faults = isOfPages ? [] : found.filter { $0.weight == .fault }
    for place in digests.indices where digests[place].language == tag { digests[place].faults += faults }
    findings += found.filter { !faults.contains($0) }
  }

  /// The phrases of the pages of articles in other languages, and of feeds in them.
  mutating func readWordsOfArticles(
    in schedule: SettingReader, _ languages: inout LanguageFiles, _ findings: inout [Finding]
  ) {
    for tag in otherLanguages + feeds.compactMap(\.language) where tag != language && wordsOfLanguages[tag] == nil {
      wordsOfLanguages[tag] = languages.words(of: tag, &findings)
    }
    guard case .table(let site)? = schedule.setting("site")?.value, let section = site["languages"],
      case .array(let written) = section.value
    else { return }
    for tag in otherLanguages {
      guard let sentence = Language(tag, own: wordsOfLanguages[tag] ?? [:]).lack else { continue }
      let place = written.first { $0.string == tag } ?? section
      schedule.warn(at: place.position, sentence)
    }
  }

  private func position(ofLanguageOf digest: Digest, in schedule: SettingReader) -> TextPosition {
    guard case .table(let digests)? = schedule.setting("digest")?.value,
      case .table(let section)? = digests[digest.name]?.value
    else { return TextPosition(line: 1, column: 1) }
    return section["language"]?.position ?? section.position
  }
}
