internal import Markdown
internal import Model
internal import Text
internal import Time
internal import XML

/// Writes the fields that were found, and reports where each came from.
struct ArticleDraft {
  private let article: CapturedArticle
  private let dates: ImportedFile.Dates
  private(set) var notes: [CaptureNote]
  /// Required parts of an article that the file lacks.
  private(set) var missing: [String] = []
  private(set) var text: String?
  private var matter = FrontMatterText()

  init(_ article: CapturedArticle, _ dates: ImportedFile.Dates) {
    self.article = article
    self.dates = dates
    notes = article.notes
  }

  mutating func write() {
    let title = article.title.flatMap { $0.value.isEmpty || $0.value.utf8.count > 5_000 ? nil : $0 }
    if let title {
      matter.add("title", text: title.value)
      report("title", "\"\(title.value.cut(to: 80))\"", title.origin, title.line)
      if holdsHiddenText(title.value) {
        confirm("the title contains marks that hide text, such as {%; change it", title.line)
      }
    } else {
      missing.append("no title was found; an article must have one")
    }
    let hasDate = writeDates()
    matter.add("draft", plain: "true")
    writeTopics()
    writeSummary()
    writeRatings()
    writeOthers()
    let body = markdown()
    guard title != nil, hasDate, let body else { return }
    text = matter.text + "\n" + body
    confirm("`draft: true` hides the article; remove it when everything is confirmed", nil)
  }

  private mutating func report(_ key: String, _ value: String, _ origin: String, _ line: Int?) {
    notes.append(CaptureNote("`\(key)` is \(value), from \(origin)", line: line, mustConfirm: false))
  }

  private mutating func confirm(_ sentence: String, _ line: Int?) { notes.append(CaptureNote(sentence, line: line)) }

  private mutating func markdown() -> String? {
    let isTooLong = article.body.map { $0.value.utf8.count > MarkdownDocument.maxBytes } ?? false
    if isTooLong {
      missing.append("the text is longer than 2 MB; name a part of it with --select body=SELECTOR")
      return nil
    }
    let written = article.body.map { WrittenMarkdown(ofHTML: $0.value) }
    guard let written, let body = article.body, !written.text.isEmpty else {
      missing.append("no text of an article was found; for a page, name its element with --select body=SELECTOR")
      return nil
    }
    notes.append(CaptureNote("the body is \(body.origin)", line: body.line, mustConfirm: false))
    if !written.isFaithful { confirm("the body may read differently in Markdown; compare it", body.line) }
    return written.text
  }
}

// MARK: - Fields

extension ArticleDraft {
  /// False if there is no date at all.
  private mutating func writeDates() -> Bool {
    if let written = dates.written {
      matter.add("date", plain: Self.text(of: written))
      report("date", Self.text(of: written), "--date", nil)
    } else if let date = article.date {
      matter.add("date", plain: Self.text(of: date.value))
      report("date", Self.text(of: date.value), date.origin, date.line)
      if date.value.civil.isoDate > dates.today.isoDate {
        confirm("`date` is in the future, so it is an embargo; confirm it", date.line)
      }
    } else if let modified = dates.modified {
      matter.add("date", plain: modified.isoDate)
      confirm(
        "`date` is \(modified.isoDate), when the file was last changed, because the page has no date; correct it, or use --date",
        nil)
    } else {
      missing.append("no date was found; use --date")
      return false
    }
    if let updated = article.updated, let date = article.date, dates.written == nil,
      updated.value.civil.isoDate > date.value.civil.isoDate
    {
      matter.add("updated", plain: Self.text(of: updated.value))
      report("updated", Self.text(of: updated.value), updated.origin, updated.line)
    }
    return true
  }

  /// With its time and zone, if it has them.
  private static func text(of date: WrittenDate) -> String {
    guard date.hasTime else { return date.civil.isoDate }
    guard let offset = date.offset else { return date.civil.iso8601.replacing("T", with: " ") }
    let minutes = abs(offset) / 60
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return offset == 0
      ? date.civil.iso8601 + "Z" : date.civil.iso8601 + (offset < 0 ? "-" : "+") + parts.joined(separator: ":")
  }

  private mutating func writeTopics() {
    let labels = article.topics.map(\.value).filter { !holdsHiddenText($0) && $0.unicodeScalars.count <= 200 }
    guard let first = article.topics.first, !labels.isEmpty else { return }
    matter.add("topics", list: labels)
    report("topics", "\(labels.map { "\"\($0.cut(to: 60))\"" }.joined(separator: ", "))", first.origin, first.line)
  }

  private mutating func writeSummary() {
    guard let summary = article.summary else { return }
    guard !holdsHiddenText(summary.value) else {
      return confirm("the summary contains marks that hide text, such as {%; it is left out", summary.line)
    }
    let text = summary.value.cut(toScalars: 5_000)
    matter.add("summary", text: text)
    report("summary", "\"\(text.cut(to: 80))\"", summary.origin, summary.line)
  }

  private mutating func writeRatings() {
    for (key, rating) in [("credibility", article.credibility), ("interest", article.interest)] {
      guard let rating else { continue }
      matter.add(key, plain: rating.value)
      report(key, rating.value, rating.origin, rating.line)
    }
  }

  private mutating func writeOthers() {
    let authors = article.authors.filter { !holdsHiddenText($0.value) && $0.value.count <= 1_000 }
    if let first = authors.first {
      matter.add("authors", list: authors.map(\.value))
      report("authors", authors.map(\.value).joined(separator: ", "), first.origin, first.line)
    }
    if let image = article.image, image.value.url.utf8.count <= 2_000, image.value.alt.utf8.count <= 1_000 {
      matter.add("image", table: [("url", image.value.url), ("alt", image.value.alt.isEmpty ? nil : image.value.alt)])
      report("image", image.value.url, image.origin, image.line)
    }
    writeSource()
    writeRelated()
    if let address = article.address, address.origin != "--base" {
      notes.append(
        CaptureNote(
          "the page's own address is \(address.value); write it under `link` if the article is to be read there",
          line: address.line))
    }
  }

  private mutating func writeSource() {
    let source = article.source
    let fields = [
      ("title", source.title), ("journal", source.journal), ("doi", source.doi), ("url", source.url),
      ("published", source.published),
    ]
    let isLong = fields.contains { ($0.1?.value.utf8.count ?? 0) > 1_000 }
    guard !isLong else { return confirm("what the page says of the paper is too long; add `source`", nil) }
    matter.add("source", table: fields.map { (key: $0.0, text: $0.1?.value) })
    for (key, found) in fields {
      if let found { report("source.\(key)", "\"\(found.value.cut(to: 80))\"", found.origin, found.line) }
    }
  }

  /// Kept as the page has it. Courant finds related articles itself.
  private mutating func writeRelated() {
    guard let first = article.related.first, let last = article.related.last else { return }
    matter.add(
      "related",
      tables: article.related.map { teaser in
        [
          (key: "title", text: teaser.title), (key: "date", text: teaser.day?.isoDate ?? teaser.date),
          (key: "summary", text: teaser.text.isEmpty ? nil : teaser.text),
        ]
      })
    let count = article.related.count == 1 ? "1 article" : "\(article.related.count) articles"
    notes.append(
      CaptureNote(
        "`related` is \(count), up to line \(last.line ?? 0), from the list below the text; pages show Courant's own choice",
        line: first.line, mustConfirm: false))
    for teaser in article.related {
      guard let day = teaser.day, day.isoDate > dates.today.isoDate else { continue }
      confirm("\(day.isoDate), the date of a related article, is in the future; confirm it", teaser.line)
    }
  }
}
