internal import Markdown
internal import Model
internal import XML

/// The body of an article as it is published.
struct Body {
  /// Sanitised HTML with absolute addresses.
  let html: String
  /// The first paragraph, cut to at most 300 characters.
  let summary: String
  private let unrunTags: [UnrunTag]

  /// Addresses are resolved against `base`; those within the text (`#notes`) lead to `link`.
  init(_ markdown: String, base: String, link: String) throws(MarkdownError) {
    var document = try MarkdownDocument(markdown)
    document.resolveLinks { written in
      // A link without an address is what remains of a Liquid tag.
      written.isEmpty ? nil : resolve(written, against: written.hasPrefix("#") ? link : base)
    }
    let rendered = document.html()
    // Without the author's own HTML, what cmark writes is what the sanitiser would leave.
    html = document.containsRawHTML ? cleanText(HTMLSanitizer(base: base).sanitize(rendered)) : rendered
    summary = cut(document.firstParagraph, to: 300)
    unrunTags = document.unrunTags
  }

  /// `firstLine` is the number of the body's first line in the file.
  func advice(path: String, firstLine: Int) -> [Finding] {
    unrunTags.map { tag in
      let sentence =
        switch tag.kind {
        case .tag(let name): "Liquid tag `{% \(name) … %}` is not run; it is left out."
        case .output(let words): "Liquid output `{{ \(cut(words, to: 60)) }}` is not filled in; it stays as it is."
        }
      return Finding(path, line: tag.line + firstLine - 1, column: tag.column, sentence, weight: .advice)
    }
  }
}

extension MarkdownError {
  func finding(path: String, firstLine: Int) -> Finding {
    switch self {
    case .tooLong:
      Finding(path, UnreadableFile.tooLong.sentence)
    case .tooDeep(let line):
      Finding(
        path, line: line + firstLine - 1,
        "lists, quotations or emphasis are nested deeper than \(MarkdownDocument.maxDepth) levels.")
    }
  }
}

/// At most `limit` characters, ending at a word with "…" if something is left out.
func cut(_ text: String, to limit: Int) -> String {
  guard text.count > limit else { return text }
  let start = text.prefix(limit - 1)
  let isWhole = text[start.endIndex].isWhitespace
  let words = isWhole ? start : start.prefix(upTo: start.lastIndex(of: " ") ?? start.endIndex)
  return String(words.reversed().drop { $0.isWhitespace || ",;:–—-".contains($0) }.reversed()) + "…"
}
