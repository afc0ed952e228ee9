internal import Languages
internal import Settings

/// `[words]`: the site's own strings in place of built-in words of its language, by key.
func ownWords(in schedule: SettingReader, language tag: String) -> [String: String] {
  guard let section = schedule.table("words") else { return [:] }
  let language = Language(tag)
  language.keys.forEach(section.known)
  var words: [String: String] = [:]
  for key in section.table.entries.map(\.key) where language.word(key) != nil {
    guard let text = section.string(key) else { continue }
    if let fault = language.fault(in: text, for: key) {
      section.report(key, fault)
    } else {
      words[key] = text
    }
  }
  return words
}
