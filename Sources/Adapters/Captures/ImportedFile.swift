internal import Markdown
package import Model
internal import Text
package import Time
internal import XML

/// An article as a file of Markdown, made from a captured file. The same bytes and settings give the same file.
package struct ImportedFile: Sendable {
  /// The whole file; nil if something is missing that an article must have.
  package let text: String?
  /// The name for the file, without its extension, from the title.
  package let name: String
  package let title: String
  /// Titles of related articles, with their lines in the captured file.
  package let related: [CapturedTeaser]
  /// Where each field came from, what must be confirmed and what is missing, in the order of lines.
  package let findings: [Finding]

  /// Values that a person may set in place of the file's.
  package struct Dates: Sendable {
    /// From the command line.
    package var written: WrittenDate?
    /// The day on which the file was last changed.
    package var modified: CivilTime?
    package var today: CivilTime

    package init(written: WrittenDate?, modified: CivilTime?, today: CivilTime) {
      self.written = written
      self.modified = modified
      self.today = today
    }
  }

  /// In bytes; longer files are refused.
  package static let maxBytes = HTMLPage.maxBytes

  /// - Parameter path: the file's name in findings.
  package init(_ bytes: [UInt8], path: String, settings: CaptureSettings, dates: Dates) throws(PageRefusal) {
    let article = try Self.article(bytes, settings)
    var draft = ArticleDraft(article, dates)
    draft.write()
    text = draft.text
    title = article.title?.value ?? ""
    related = article.related
    name = Self.name(title)
    let notes = draft.notes.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    findings =
      notes.map { Finding(path, line: $0.line, $0.sentence, weight: $0.mustConfirm ? .warning : .notice) }
      + draft.missing.map { Finding(path, $0) }
  }

  private static func article(_ bytes: [UInt8], _ settings: CaptureSettings) throws(PageRefusal) -> CapturedArticle {
    let decoded = DecodedText(bytes)
    let text = decoded.text
    if isPage(text) {
      if let excess = HTMLPage.excess(of: bytes) { throw PageRefusal(sentence: "this page " + excess) }
      return try PageCapture(bytes, settings).article
    }
    guard !text.hasPrefix("---\n"), !text.hasPrefix("+++\n") else {
      throw PageRefusal(sentence: "this file has front matter already; copy it into the folder of articles")
    }
    guard !text.hasPrefix("%PDF-"), !decoded.bytes.prefix(4_096).contains(0) else {
      throw PageRefusal(sentence: "this is neither plain text nor an HTML page; save the page as one of them")
    }
    var article = TextCapture(text, settings).article
    if decoded.isDoubtful {
      article.notes.append(
        CaptureNote("the text is not UTF-8; other bytes are read as windows-1252, so look at quotes and accents"))
    }
    return article
  }

  /// Whether a string begins with an HTML tag.
  private static func isPage(_ text: String) -> Bool {
    let beginning = text.prefix(2_000).trimmed.lowercased()
    let tags = [
      "<!doctype", "<html", "<?xml", "<!--", "<head", "<body", "<meta", "<title", "<article", "<main", "<div", "<p>",
      "<h1", "<section",
    ]
    return tags.contains(where: beginning.hasPrefix)
  }

  /// Words of the title in lower case, joined by dashes, at most 60 characters.
  static func name(_ title: String) -> String {
    var words: [String] = [""]
    for character in withoutAccents(title.lowercased()) {
      if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if !"'’‘".contains(character), words.last != "" {
        words.append("")
      }
    }
    var name = ""
    for word in words where !word.isEmpty {
      let longer = name.isEmpty ? String(word.prefix(60)) : name + "-" + word
      guard longer.count <= 60, longer.utf8.count <= 200 else { break }
      name = longer
    }
    let others: Set<String> = ["", "index", "readme", "license", "changelog", "draft", "drafts", "private", "hidden"]
    // A number at the beginning could be read as a date.
    return others.contains(name) || name.first?.isNumber == true ? ("article-" + name).trimmingDashes : name
  }
}

extension String {
  fileprivate var trimmingDashes: String { hasSuffix("-") ? String(dropLast()) : self }
}
