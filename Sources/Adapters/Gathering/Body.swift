internal import Markdown
internal import Model
internal import Text
internal import XML

/// The body of an article, ready to publish.
struct Body {
  /// Sanitised HTML with absolute URLs. Urgent parts come first.
  let html: String
  /// Longer HTML, in bytes, is refused: it is copied to pages, feeds and the ledger.
  static let maxHTMLBytes = 10_000_000
  /// The first words that are not urgent, cut to at most 300 characters.
  let summary: String
  /// Whole minutes that it takes to read; nil if there is nothing to read.
  let minutes: Int?
  private let unsupported: [UnsupportedMark]
  private let elements: [RawElement]
  private let deadLinks: [DeadLink]

  /// Data about the article that its body depends on.
  struct Place {
    /// The base for URLs.
    let base: String
    /// The URL where the article is read: URLs within the text (`#notes`) lead there.
    let link: String
    let title: String
    let site: Site
    /// The text in the article's front matter, by key.
    var values: [String: String] = [:]
    /// The settings of the source's generator, if it has one.
    var generated: GeneratorSite?
  }

  init(_ markdown: String, at place: Place, links: LinkNotes) throws(MarkdownError) {
    var document = try MarkdownDocument(
      markdown, finding: HTMLSanitizer.missed.union(HTMLSanitizer.linked), in: place.surroundings(links))
    document.resolveLinks { written in
      // A link without a URL is the remainder of a tag.
      if written.isEmpty { return nil }
      if written.hasPrefix("#") { return resolve(plainID(written), against: place.link) }
      return resolve(links.address(of: written) ?? written, against: place.base)
    }
    let rendered = document.html()
    guard !document.containsRawHTML || !HTMLSanitizer.hasTooManyAttributes(rendered) else { throw .tooManyAttributes }
    // If the author wrote no HTML, the sanitiser would not change cmark's output.
    let sanitizer = HTMLSanitizer(base: place.base, page: place.link, find: links.address(of:))
    let sanitized =
      document.containsRawHTML ? cleanText(sanitizer.sanitized(rendered, most: Self.maxHTMLBytes).html) : rendered
    let (urgent, rest) = parted(urgentIn: withoutHeading(sanitized, of: place.title))
    html = urgent + rest
    guard html.utf8.count <= Self.maxHTMLBytes else { throw .tooMuchHTML }
    summary = excerpt(ofHTML: rest).cut(to: 300)
    let minutes = ReadingTime(ofHTML: html).minutes
    self.minutes = minutes > 0 ? minutes : nil
    unsupported = document.unsupported
    elements = document.foundElements
    deadLinks = links.dead(in: markdown)
  }

  /// `firstLine` is the number of the body's first line in the file.
  func warnings(path: String, firstLine: Int) -> [Finding] {
    let links = deadLinks.map { link in
      Finding(path, line: link.line.map { $0 + firstLine - 1 }, column: nil, link.warning, weight: .notice)
    }
    let marks = unsupported.map { mark in
      Finding(path, line: mark.line + firstLine - 1, column: mark.column, mark.warning, weight: .notice)
    }
    return links + marks
      + elements.map { element in
        Finding(path, line: element.line + firstLine - 1, column: element.column, element.warning, weight: .warning)
      }
  }
}

extension UnsupportedMark {
  fileprivate var warning: String {
    let mark = "`\(mark.cut(to: 60))`"
    return switch outcome {
    case .omitted: "\(mark) is not supported; it is omitted"
    case .unwrapped: "\(mark) is not supported; it is omitted, and its content is shown"
    case .shown: "\(mark) is not supported; it is shown unchanged"
    case .omittedAsComment:
      "`\(self.mark.cut(to: 40))` is an Obsidian comment, omitted up to the next %%; write \\%% to show it"
    case .omittedAsLine:
      "`\(self.mark.cut(to: 40))` is a MyST comment, so the line is omitted; write \\% to show it"
    case .leadsNowhere: "\(mark) leads to nothing that is published; its words are shown without a link"
    }
  }
}

extension RawElement {
  fileprivate var warning: String {
    let isLinked = hasAddress && HTMLSanitizer.linked.contains(name)
    return isLinked
      ? "`<\(name)>` is published as a link to its URL" : "`<\(name)>` is not published; link to it instead"
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
          "lists, quotations or emphasis are nested deeper than \(MarkdownDocument.maxDepth) levels; use fewer levels")
      ]
    case .tooManyCells(let line):
      [Finding(path, line: line + firstLine - 1, "this table has too many cells; publish it as a file and link to it")]
    case .tooCostly(let line):
      [
        Finding(
          path, line: line + firstLine - 1,
          "too many brackets, bars or images up to here; publish them as a file and link to it")
      ]
    case .tooManyReferences(let line):
      [
        Finding(
          path, line: line + firstLine - 1,
          "references repeat this URL or title so often that the page would be too long; shorten it")
      ]
    case .tooManyAttributes:
      [Finding(path, "an HTML tag in this article has too many attributes; remove some")]
    case .tooMuchHTML:
      [Finding(path, "as HTML this article is longer than \(Body.maxHTMLBytes / 1_000_000) MB; split it")]
    case .unclear(let marks):
      marks.map { Finding(path, line: $0.line + firstLine - 1, column: $0.column, $0.question) }
    }
  }
}

extension UnclearMark {
  fileprivate var question: String {
    let mark = "`\(mark.cut(to: 40))`"
    return switch kind {
    case .condition:
      "\(mark) could hide the text that belongs to it; remove the mark to publish the text, or the text to hide it"
    case .neverEnds: "\(mark) begins hidden text that never ends; end it, or remove it"
    case .isShown:
      "\(mark) would be shown as text, although it hides what follows; close the code before it, or remove it"
    }
  }
}
