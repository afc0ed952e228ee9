internal import Foundation
internal import Markdown
internal import Settings
internal import Text

/// The header of an index in another markup language.
enum ForeignMatter {
  case table(SettingTable)
  /// It has no header, like an HTML page.
  case nothing
  /// It may have a header, which cannot be parsed.
  case unclear
}

/// Parses `#+DRAFT: true` (Org), `:draft: true` (AsciiDoc, reStructuredText), `.. status: draft` (Nikola) and the first
/// cell of a notebook. A generator's prefix is ignored, as in `:page-draft:` and `#+HUGO_DRAFT:`.
func foreignMatter(_ bytes: [UInt8], ending: String) -> ForeignMatter {
  guard let text = String(validating: bytes, as: UTF8.self) else { return .unclear }
  switch ending {
  case "html", "htm", "md", "markdown", "mkd", "mkdn", "mdown", "mdx", "qmd", "rmd", "pandoc", "pdc", "dj":
    return .nothing
  case "ipynb": return notebookMatter(bytes)
  case "org", "adoc", "asciidoc", "ad", "rst":
    return headMatter(text)
  default: return .unclear
  }
}

/// For a repeated key, such as `#+CAPTION:`, the first line counts, unless the key could hide.
private func headMatter(_ text: String) -> ForeignMatter {
  var keys = Set<String>()
  var lines: [String] = []
  for line in text.split(separator: "\n", maxSplits: 200).prefix(200).compactMap(keyLine) {
    if keys.insert(line.key).inserted {
      lines.append("\(line.key): \"\(line.value)\"")
    } else if HidingKeys.rows[comparable(key: line.key)] != nil, !lines.contains("\(line.key): \"\(line.value)\"") {
      return .unclear
    }
  }
  guard let table = try? readYAML(lines.joined(separator: "\n")) else { return .unclear }  // reported as a question
  return .table(table)
}

/// Nil for a line that is not a key with a value.
private func keyLine(_ line: Substring) -> (key: String, value: String)? {
  var rest = line[...]
  if rest.hasPrefix("#+") {
    rest = rest.dropFirst(2)
  } else if rest.hasPrefix(".. ") {
    rest = rest.dropFirst(3)
  } else if rest.hasPrefix(":") {
    rest = rest.dropFirst()
  } else {
    return nil
  }
  var key = rest.prefix { $0.isLetter || $0 == "_" || $0 == "-" }.lowercased()
  rest = rest.dropFirst(key.count)
  guard !key.isEmpty, rest.first == ":", rest.dropFirst().first != ":" else { return nil }
  for prefix in ["page-", "hugo_"] where key.hasPrefix(prefix) { key.removeFirst(prefix.count) }
  var value = oneLine(rest.dropFirst().filter { !"<>[]\"\\".contains($0) })
  // AsciiDoc sets an attribute by its name alone, and Org writes `t`.
  if value.isEmpty { value = "true" }
  return (key, value)
}

/// Quarto reads front matter from the first cell.
private func notebookMatter(_ bytes: [UInt8]) -> ForeignMatter {
  enum Lines: Decodable {
    case text(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let text = try? value.decode(String.self) {  // otherwise it is a list of lines
        self = .text(text)
      } else {
        self = .text(try value.decode([String].self).joined())
      }
    }
  }
  struct Notebook: Decodable {
    struct Cell: Decodable {
      let source: Lines
    }
    let cells: [Cell]
  }
  // The cause does not matter: the author is asked.
  guard let notebook = try? JSONDecoder().decode(Notebook.self, from: Data(bytes)) else { return .unclear }
  guard case .text(let first)? = notebook.cells.first?.source, first.hasPrefix("---") else { return .nothing }
  guard case .success(let text) = ArticleText.split(Array((first + "\n").utf8), path: "") else { return .unclear }
  return .table(text.settings)
}
