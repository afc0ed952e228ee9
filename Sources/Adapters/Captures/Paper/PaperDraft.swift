internal import Markdown
internal import Model
internal import Text
package import Time

/// A database's record of a paper.
package struct CapturedPaper: Sendable {
  package var title: String
  package var journal: String?
  package var doi: String?
  package var url: String?
  /// A year, a month or a day.
  package var published: String?
  package var authors: [String] = []
  /// Sanitised HTML; empty if there is none.
  package var abstract = ""
  /// For example `is retracted`.
  package var warning: String?
  /// The database, in words.
  package var origin: String

  package init(title: String, origin: String) {
    self.title = title
    self.origin = origin
  }
}

extension ImportedFile {
  /// The draft of an article about a paper. Its text is the abstract, in a comment, which no reader sees.
  ///
  /// - Parameters:
  ///   - name: how the paper was named, in findings.
  ///   - date: of the article; without it, the draft has none.
  package init(_ paper: CapturedPaper, name: String, date: WrittenDate?) {
    var draft = PaperDraft(paper)
    draft.write(date)
    text = draft.text
    title = paper.title
    related = []
    self.name = Self.name(paper.title)
    findings = draft.notes.map { Finding(name, $0.sentence, weight: $0.mustConfirm ? .warning : .notice) }
  }
}

private struct PaperDraft {
  private let paper: CapturedPaper
  private(set) var notes: [CaptureNote] = []
  private(set) var text: String?
  private var matter = FrontMatterText()

  init(_ paper: CapturedPaper) { self.paper = paper }

  mutating func write(_ date: WrittenDate?) {
    matter.add("title", text: paper.title)
    report("title", "\"\(paper.title.cut(to: 80))\"")
    confirm("`title` is that of the paper; write that of your article")
    if let date {
      matter.add("date", plain: date.civil.isoDate)
    } else {
      confirm("there is no `date`; add it when you publish the article, or use --date")
    }
    matter.add("draft", plain: "true")
    writeAuthors()
    writeSource()
    if let warning = paper.warning { confirm("the paper \(warning)") }
    confirm("`draft: true` hides the article; remove it when everything is confirmed")
    text = matter.text + "\n" + abstract()
  }

  private mutating func report(_ key: String, _ value: String) {
    notes.append(CaptureNote("`\(key)` is \(value), from \(paper.origin)", mustConfirm: false))
  }

  private mutating func confirm(_ sentence: String) { notes.append(CaptureNote(sentence)) }

  private mutating func writeAuthors() {
    let authors = paper.authors.filter { !holdsHiddenText($0) && $0.count <= 1_000 }
    guard !authors.isEmpty else { return }
    matter.add("authors", list: authors)
    report("authors", authors.joined(separator: ", ").cut(to: 200))
    confirm("`authors` are those of the paper; write those of your article")
  }

  private mutating func writeSource() {
    let fields = [
      ("title", paper.title), ("journal", paper.journal), ("doi", paper.doi), ("url", paper.url),
      ("published", paper.published),
    ]
    matter.add("source", table: fields.map { (key: $0.0, text: $0.1) })
    for (key, value) in fields {
      if let value { report("source.\(key)", "\"\(value.cut(to: 80))\"") }
    }
  }

  private mutating func abstract() -> String {
    let abstract = WrittenMarkdown(ofHTML: paper.abstract).text.trimmed
    guard !abstract.isEmpty else {
      notes.append(CaptureNote("\(paper.origin) has no abstract of the paper", mustConfirm: false))
      return ""
    }
    notes.append(
      CaptureNote("the abstract is in a comment, which readers do not see, from \(paper.origin)", mustConfirm: false))
    // Nothing in it may end the comment.
    let text = abstract.replacing("-->", with: "-- >").replacing("--!>", with: "-- !>")
    return "<!--\nThe abstract, from \(paper.origin):\n\n\(text)\n-->\n"
  }
}
