internal import Foundation
internal import Languages
internal import Model
internal import Settings

/// `[words]`: the site's own strings in place of built-in words of its language, by key.
func ownWords(in schedule: SettingReader, language tag: String) -> [String: String] {
  schedule.table("words").map { words(in: $0, of: Language(tag)) } ?? [:]
}

/// The files of `languages/`.
struct LanguageFiles {
  private let folder: String
  private let names: [String]
  private var used: Set<String> = []

  init(in folder: String) {
    self.folder = folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/languages")) ?? []
    self.names = names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
  }

  /// `languages/TAG.toml`: phrases of a language, and what it writes otherwise than CLDR says, by key. Empty if there is no
  /// file for the language or a more general tag.
  mutating func words(of tag: String, _ findings: inout [Finding]) -> [String: String] {
    let ranges = Language.ranges(of: tag)
    let names = names
    let name = ranges.lazy.compactMap { range in names.first { $0.lowercased() == range + ".toml" } }.first
    used.formUnion(names.filter { ranges.contains($0.dropLast(5).lowercased()) })
    guard let name, let file = SettingsFile("languages/" + name, in: folder, &findings) else { return [:] }
    let found = SiteFolder.words(in: file.reader, of: Language(tag))
    findings += file.finish()
    return found
  }

  /// Warnings about files of languages that neither the site nor a feed or digest has.
  var unused: [Finding] {
    names.filter { !used.contains($0) }.map { name in
      let sentence =
        "no setting `language` or `languages` names this language, so the file is not used; rename it or delete it"
      return Finding("languages/" + name, sentence, weight: .warning)
    }
  }
}

private func words(in section: SettingReader, of language: Language) -> [String: String] {
  language.keys.forEach(section.known)
  for entry in section.table.entries where language.word(entry.key) == nil {
    guard let fault = language.faultOfForm(entry.key) else { continue }
    section.known(entry.key)
    section.report(at: entry.keyPosition, fault)
  }
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

extension Language {
  private static let mostListed = 20

  /// Which phrases are missing, as a warning; nil if there is one for every key.
  var lack: String? {
    guard let first = borrowedKeys.first else { return nil }
    let isShort = borrowedKeys.count <= Self.mostListed
    let listed = isShort ? borrowedKeys.map { "`\($0)`" }.joined(separator: ", ") : "`\(first)`"
    let others = isShort ? "" : " and \(borrowedKeys.count - 1) more"
    let verb = borrowedKeys.count > 1 ? "are" : "is"
    return "there are no built-in phrases for `\(tag)`, so \(listed)\(others) \(verb) in English; add yours to "
      + "languages/\(tag).toml, which `courant words \(tag)` prints for you to fill in"
  }
}
