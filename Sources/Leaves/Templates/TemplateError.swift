/// One error in a template, with its position.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// For example `digest.html`.
  package let name: String
  /// Relative to the site folder, for example `templates/digest.html`; `built-in digest.html` for a built-in template.
  package let path: String
  /// 1-based.
  package let line: Int
  /// 1-based, in UTF-8 bytes; nil for the whole line.
  package let column: Int?
  package let sentence: String

  package init(name: String, path: String, line: Int, column: Int?, sentence: String) {
    self.name = name
    self.path = path
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  package var description: String {
    ([path, "\(line)"] + (column.map { ["\($0)"] } ?? [])).joined(separator: ":") + ": " + sentence
  }
}

/// All errors in a set of templates, at least one, in the order of files and lines.
package struct TemplateErrors: Error, Hashable, Sendable, CustomStringConvertible {
  package let all: [TemplateError]

  package init(all: [TemplateError]) { self.all = all }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}
