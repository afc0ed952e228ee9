internal import Files
internal import Foundation
internal import Model
internal import Settings
internal import Text

/// `authors.toml`: a table for each author, named as articles name them. The file may be missing.
func readAuthors(in folder: String, _ findings: inout [Finding]) -> [Author] {
  let path = "authors.toml"
  guard FileManager.default.fileExists(atPath: folder + "/" + path),
    let file = SettingsFile(path, in: folder, &findings)
  else { return [] }
  let authors = Author.all(in: file.reader)
  findings += file.finish()
  return authors
}

extension Author {
  /// Mistakes are reported.
  static func all(in file: SettingReader) -> [Author] {
    var authors: [Author] = []
    for entry in file.table.entries {
      guard let section = file.table(entry.key) else { continue }
      let author = Author(entry.key, section)
      if author.slug.text.isEmpty {
        file.report(at: entry.keyPosition, "`\(entry.key)` is not a name; write it as articles do")
      } else if let other = authors.first(where: { $0.slug == author.slug }) {
        file.report(at: entry.keyPosition, "`\(entry.key)` and `\(other.name)` are one name; remove one of them")
      } else {
        authors.append(author)
      }
    }
    return authors
  }

  private init(_ name: String, _ section: SettingReader) {
    self.init(name: name)
    role = section.line("role")
    conflicts = section.line("conflicts")
    url = section.pageAddress("url")
  }
}
