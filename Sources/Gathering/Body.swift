internal import Markdown
internal import Model
internal import XML

/// The body of an article as it is published.
struct Body {
  /// Sanitised HTML with absolute addresses.
  let html: String
  /// More HTML than this is refused: it stands in pages, feeds and the ledger.
  static let maxHTMLBytes = 10_000_000
  private let firstParagraph: String
  private let unrunTags: [UnrunTag]
  private let elements: [RawElement]

  /// The first paragraph, cut to at most 300 characters.
  var summary: String { cut(firstParagraph, to: 300) }

  /// Addresses are resolved against `base`; those within the text (`#notes`) lead to `link`.
  init(_ markdown: String, base: String, link: String, neighbours: Neighbours) throws(MarkdownError) {
    var document = try MarkdownDocument(
      markdown, finding: HTMLSanitizer.missed.union(HTMLSanitizer.linked), postAddress: neighbours.address(ofPost:))
    document.resolveLinks { written in
      // A link without an address is what remains of a Liquid tag.
      let address = neighbours.address(of: written) ?? written
      return written.isEmpty ? nil : resolve(address, against: written.hasPrefix("#") ? link : base)
    }
    let rendered = document.html()
    guard !document.containsRawHTML || !HTMLSanitizer.hasTooManyAttributes(rendered) else { throw .tooManyAttributes }
    // Without the author's own HTML, what cmark writes is what the sanitiser would leave.
    let sanitized =
      document.containsRawHTML
      ? HTMLSanitizer(base: base, page: link).sanitized(rendered, most: Self.maxHTMLBytes) : nil
    html = sanitized.map { cleanText($0.html) } ?? rendered
    guard html.utf8.count <= Self.maxHTMLBytes else { throw .tooMuchHTML }
    // Words that are left out of the body stand in no summary either.
    firstParagraph = sanitized?.leavesOut == true ? XML.firstParagraph(ofHTML: html) : document.firstParagraph
    (unrunTags, elements) = (document.unrunTags, document.foundElements)
  }

  /// `firstLine` is the number of the body's first line in the file.
  func advice(path: String, firstLine: Int) -> [Finding] {
    let tags = unrunTags.map { tag in
      Finding(path, line: tag.line + firstLine - 1, column: tag.column, tag.advice, weight: tag.weight)
    }
    return tags
      + elements.map { element in
        Finding(path, line: element.line + firstLine - 1, column: element.column, element.advice, weight: .advice)
      }
  }
}

extension UnrunTag {
  /// What may be words of the text is not lost without a word.
  fileprivate var weight: Finding.Weight {
    if case .comment = kind { .notice } else { .advice }
  }

  fileprivate var advice: String {
    switch kind {
    case .tag(let name): "Liquid tag `{% \(name) … %}` is not run; it is left out."
    case .comment(let words):
      "`\(cut(words, to: 40))` is an Obsidian comment: it is left out up to the next %%; write \\%% to show the signs"
    case .output(let words): "Liquid output `{{ \(cut(words, to: 60)) }}` is not filled in; it stays as it is."
    }
  }
}

extension RawElement {
  fileprivate var advice: String {
    let isLinked = hasAddress && HTMLSanitizer.linked.contains(name)
    return isLinked
      ? "`<\(name)>` is published as a link to its address." : "`<\(name)>` is not published; link to it instead."
  }
}

extension MarkdownError {
  func findings(path: String, firstLine: Int) -> [Finding] {
    switch self {
    case .tooLong:
      [Finding(path, UnreadableFile.tooLong.sentence)]
    case .tooDeep(let line):
      [
        Finding(
          path, line: line + firstLine - 1,
          "lists, quotations or emphasis are nested deeper than \(MarkdownDocument.maxDepth) levels.")
      ]
    case .tooManyCells(let line):
      [Finding(path, line: line + firstLine - 1, "this table has too many cells; publish it as a file and link to it.")]
    case .tooCostly(let line):
      [
        Finding(
          path, line: line + firstLine - 1,
          "so many brackets, bars or pictures up to here take too long to read; publish them as a file and link to it.")
      ]
    case .tooManyReferences(let line):
      [
        Finding(
          path, line: line + firstLine - 1,
          "references repeat this address or title so often that the page would be too long; shorten it.")
      ]
    case .tooManyAttributes:
      [Finding(path, "an HTML tag in this article has too many attributes; take them out.")]
    case .tooMuchHTML:
      [Finding(path, "as HTML this article is longer than \(Body.maxHTMLBytes / 1_000_000) MB; make several of it.")]
    case .unclear(let marks):
      marks.map { Finding(path, line: $0.line + firstLine - 1, column: $0.column, $0.question) }
    }
  }
}

extension UnclearMark {
  fileprivate var question: String {
    let mark = "`\(cut(mark, to: 40))`"
    return switch kind {
    case .condition:
      "\(mark) could hide the text that belongs to it; take out the mark to publish the text, or the text to hide it"
    case .neverEnds: "\(mark) begins hidden text that never ends; end it, or take it out"
    case .isShown:
      "\(mark) would be shown as text, though it hides what follows; close the code before it, or take it out"
    }
  }
}

/// At most `limit` characters, ending at a word with "…" if something is left out.
///
/// One character may have any number of marks, so it has at most four times as many code points.
func cut(_ text: String, to limit: Int) -> String {
  let scalars = text.unicodeScalars
  let most = scalars.index(scalars.startIndex, offsetBy: 4 * limit, limitedBy: scalars.endIndex) ?? scalars.endIndex
  if most < scalars.endIndex, text[..<most].count <= limit { return text[..<most] + "…" }
  guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex else {
    return text
  }
  let last = text.index(before: end)
  var words = text[..<last]
  if !text[last].isWhitespace { words = words.prefix(upTo: words.lastIndex(of: " ") ?? last) }
  while let sign = words.last, sign.isWhitespace || ",;:–—-".contains(sign) { words.removeLast() }
  return words + "…"
}
