internal import Foundation
internal import Model
internal import Settings
internal import Text

/// `glossary.toml`: words that readers may not know, each with its explanation, or with a table of `explanation` and
/// `aliases`. The file may be missing.
func readGlossary(in folder: String, _ findings: inout [Finding]) -> [GlossaryTerm] {
  let path = "glossary.toml"
  guard FileManager.default.fileExists(atPath: folder + "/" + path),
    let file = SettingsFile(path, in: folder, &findings)
  else { return [] }
  let terms = GlossaryTerm.all(in: file.reader)
  findings += file.finish()
  return terms
}

extension GlossaryTerm {
  /// Mistakes are reported.
  static func all(in file: SettingReader) -> [GlossaryTerm] {
    var terms: [GlossaryTerm] = []
    var owners: [TopicSlug: String] = [:]
    for entry in file.table.entries {
      guard let term = GlossaryTerm(entry.key, in: file, isTable: entry.isTable) else { continue }
      let names = term.forms.map { ($0, TopicSlug($0)) }
      if let nameless = names.first(where: { $0.1.text.isEmpty }) {
        file.report(at: entry.keyPosition, "`\(nameless.0)` has no letters; write a word as articles use it")
      } else if let taken = names.first(where: { owners[$0.1] != nil }) {
        let owner = owners[taken.1] ?? ""
        file.report(at: entry.keyPosition, "`\(taken.0)` is already explained under `\(owner)`; remove one of them")
      } else {
        for name in names { owners[name.1] = term.name }
        terms.append(term)
      }
    }
    return terms
  }

  private init?(_ name: String, in file: SettingReader, isTable: Bool) {
    guard isTable else {
      guard let explanation = file.line(name) else { return nil }
      self.init(name: name, explanation: explanation)
      return
    }
    guard let section = file.table(name) else { return nil }
    let example = #""What the word means.""#
    let aliases = section.strings("aliases") ?? []
    guard let explanation = section.required("explanation", example: example, section.line) else { return nil }
    self.init(name: name, explanation: explanation, aliases: aliases.map(\.text))
  }
}

extension SettingTable.Entry {
  fileprivate var isTable: Bool { if case .table = setting.value { true } else { false } }
}
