/// The text of a template, with its name and path.
struct TemplateSource: Sendable {
  let name: String
  let path: String
  let text: String

  var isHTML: Bool { name.hasSuffix(".html") }

  /// `.html` or `.text`; nil for anything else.
  static func ending(of name: String) -> String? {
    [".html", ".text"].first { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
  }

  /// An error at a byte of the text.
  func fault(at offset: Int, _ sentence: String) -> TemplateError {
    let before = text.utf8.prefix(offset)
    let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    let column = 1 + (before.reversed().firstIndex(of: UInt8(ascii: "\n")) ?? before.count)
    return TemplateError(name: name, path: path, line: line, column: column, sentence: sentence)
  }
}
