internal import Foundation
internal import Languages
internal import Model
internal import Settings

/// `[words]`: the site's own strings in place of built-in words of its language, by key.
func ownWords(in schedule: SettingReader, language tag: String) -> [String: String] {
  schedule.table("words").map { words(in: $0, of: Language(tag)) } ?? [:]
}

/// `languages/TAG.toml`: phrases of the site's language, and what it writes otherwise than CLDR says, by key. Empty if there
/// is no file for the language or a more general tag.
func readLanguageFile(_ tag: String, in folder: String, _ findings: inout [Finding]) -> [String: String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/languages")) ?? []
  let files = names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
  let ranges = Language.ranges(of: tag)
  let name = ranges.lazy.compactMap { range in files.first { $0.lowercased() == range + ".toml" } }.first
  for other in files where other != name && !ranges.contains(other.dropLast(5).lowercased()) {
    let sentence = "the site's language is `\(tag)`, so this file is not used; rename it or delete it"
    findings.append(Finding("languages/" + other, sentence, weight: .warning))
  }
  guard let name, let file = SettingsFile("languages/" + name, in: folder, &findings) else { return [:] }
  let found = words(in: file.reader, of: Language(tag))
  findings += file.finish()
  return found
}

private func words(in section: SettingReader, of language: Language) -> [String: String] {
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
