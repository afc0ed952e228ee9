internal import Foundation
internal import Text
internal import Time

/// Facts that the person who imports knows.
package struct CaptureSettings: Sendable {
  /// Topics by which a line of topics is split.
  package var topics = KnownTopics([String]())
  /// Whether `M/D/YYYY` is read as a date even if no date on the page proves it.
  package var readsUSDates = false
  /// The address of the page, for its relative links; nil if only the page itself names one.
  package var base: String?
  /// By the name of the field.
  package var selectors: [CaptureField: FieldSelector] = [:]
  /// Whether a page is still read if a selector matches nothing on it.
  package var mayMiss = false

  package init() {}
}

/// Reads the visible text of a page, as a person copies it from a browser.
///
/// Labels of the page ("Key Takeaway", "Article Topics:", "You May Also Like") introduce the parts. The article's sections are
/// recognised by their shape: a short line above a paragraph.
struct TextCapture {
  private(set) var article = CapturedArticle()
  private let parts: CaptureParts
  private let settings: CaptureSettings

  /// The text must be clean.
  init(_ text: String, _ settings: CaptureSettings) {
    self.settings = settings
    parts = CaptureParts(CaptureLines(text).all)
    readHeader()
    readTakeaway()
    readTopics()
    readRelated()
    readSource()
    readBody()
    tellWhatIsLeftOut()
  }

  private func note(_ sentence: String, _ line: Int?, mustConfirm: Bool = true) -> CaptureNote {
    CaptureNote(sentence, line: line, mustConfirm: mustConfirm)
  }

  private mutating func readTakeaway() {
    guard let line = parts.takeaway else {
      article.notes.append(note("no key takeaway was found; write `summary`", nil))
      return
    }
    article.summary = Found(line.text, "the paragraph after the label of the takeaway", line: line.number)
  }

  private mutating func readBody() {
    let blocks = CaptureBlock.blocks(of: parts.body)
    guard let first = blocks.first else { return }
    let sections = blocks.filter { $0.kind == .heading }.map { "\"\($0.text)\"" }
    let origin =
      sections.isEmpty ? "the paragraphs, without headings" : "the sections \(sections.joined(separator: ", "))"
    article.body = Found(blocks.html, origin, line: first.line)
  }
}

// MARK: - Above the takeaway

extension TextCapture {
  private mutating func readHeader() {
    let lines = parts.header
    guard let title = titleLine(lines) else { return }
    let repeated = lines.first { $0.text == title.text && $0 != title }
    let isInWindow = title != lines.first && repeated == nil
    let origin =
      repeated.map { "this line, repeated in line \($0.number)" }
      ?? (isInWindow ? "this line, with which the title of the window begins" : "the first line")
    article.title = Found(title.text, origin, line: title.number)
    if repeated == nil, !isInWindow {
      article.notes.append(note("the title is not repeated as on other pages; confirm it", title.number))
    }
    var rest = lines.filter { $0.text != title.text && !$0.text.hasPrefix(title.text + " ") }
    readRatings(&rest)
    rest.removeAll { readFact($0) }
    for line in rest.prefix(20) {
      article.notes.append(note("left out: \"\(line.text.cut(to: 60))\"; it is above the takeaway", line.number))
    }
    if rest.count > 20, let last = rest.last {
      article.notes.append(note("left out: \(rest.count - 20) more lines above the takeaway", last.number))
    }
  }

  /// The first line, unless a later one is repeated, or the first one is the title of the browser's window.
  private func titleLine(_ lines: [CaptureLine]) -> CaptureLine? {
    let few = lines.prefix(40)
    let repeated = few.first { line in
      line.text.count >= 8 && CaptureLabel(line.text) == nil && few.contains { $0.text == line.text && $0 != line }
    }
    guard let first = few.first, repeated != first else { return repeated }
    let heading = few.dropFirst().first { line in
      [" | ", " - ", " – ", " — ", " · "].contains { first.text.hasPrefix(line.text + $0) }
    }
    return repeated ?? heading ?? first
  }

  private mutating func readRatings(_ lines: inout [CaptureLine]) {
    for label in [CaptureLabel.credibility, .interest] {
      let key = label == .credibility ? "credibility" : "interest"
      guard let place = lines.firstIndex(where: { CaptureLabel($0.text) == label || labelled($0.text, label) != nil })
      else { continue }
      let line = lines.remove(at: place)
      let inline = labelled(line.text, label)
      let value = inline ?? (place < lines.count ? lines[place].text : nil)
      guard let value, let rating = WrittenRating(value) else {
        article.notes.append(note("`\(key)` is shown as a picture, which text does not have; add it", line.number))
        continue
      }
      if inline == nil { lines.remove(at: place) }
      let found = Found(rating.text, "the line with its label", line: line.number)
      if label == .credibility { article.credibility = found } else { article.interest = found }
    }
  }

  private func labelled(_ line: String, _ label: CaptureLabel) -> String? {
    guard let (found, rest) = CaptureLabel.beginning(line), found == label else { return nil }
    return rest
  }

  /// A date or an author.
  private mutating func readFact(_ line: CaptureLine) -> Bool {
    let labels = [
      "published on ", "published: ", "published ", "posted on ", "posted: ", "date: ", "updated: ", "updated on ",
    ]
    let lower = line.text.lowercased()
    let label = labels.first(where: lower.hasPrefix)
    let written = label.map { String(line.text.dropFirst($0.count)).trimmed } ?? line.text
    let order = dateOrder(with: written)
    if let date = WrittenDate(foreign: written, isUS: order == .monthFirst) {
      let found = Found(date, "the line above the takeaway", line: line.number)
      if label?.hasPrefix("updated") == true { article.updated = found } else { article.date = article.date ?? found }
      return true
    }
    guard lower.hasPrefix("by ") || lower.hasPrefix("author: ") || lower.hasPrefix("written by ") else { return false }
    let name =
      line.text.split(separator: " ", maxSplits: lower.hasPrefix("written") ? 2 : 1).last.map(String.init) ?? ""
    guard name.count <= 80, !name.endsSentence else { return false }
    article.authors = [Found(name, "the line that begins with \"By\"", line: line.number)]
    return true
  }

  private func dateOrder(with date: String) -> DateOrder {
    let order = DateOrder([date] + RelatedList(parts.related).teasers.compactMap(\.date))
    return order == .unknown && settings.readsUSDates ? .monthFirst : order
  }
}

/// A rating as text: `4.5`, `4/5`, `3 out of 5`, `★★★★☆`.
struct WrittenRating {
  let text: String

  init?(_ written: String) {
    let stars = written.filter { !$0.isWhitespace }
    if stars.count == 5, stars.allSatisfy({ "★☆".contains($0) }) {
      text = "\(stars.count { $0 == "★" })"
      return
    }
    let pattern = /([0-5](?:[.,][0-9])?)(?:\s*(?:\/|out of|of|von|sur|de)\s*5)?/.ignoresCase()
    guard let found = written.wholeMatch(of: pattern) else { return nil }
    let number = String(found.output.1).replacing(",", with: ".")
    guard let value = Double(number), value <= 5 else { return nil }
    text = number
  }
}

// MARK: - Below the text

extension TextCapture {
  private mutating func readTopics() {
    guard let first = parts.topics.first else {
      article.notes.append(note("no topics were found; add `topics`", nil))
      return
    }
    let reading = TopicReading(parts.topics.map { ($0.text, $0.number) }, known: settings.topics)
    article.topics = reading.topics
    article.notes += reading.notes
    if article.topics.isEmpty { article.notes.append(note("no topics were found; add `topics`", first.number)) }
  }

  private mutating func readRelated() {
    var teasers = RelatedList(parts.related).teasers
    let order = DateOrder(teasers.compactMap(\.date))
    let known = order == .unknown && settings.readsUSDates ? .monthFirst : order
    for index in teasers.indices {
      guard let date = teasers[index].date else { continue }
      teasers[index].day = known.day(date)
      if teasers[index].day == nil {
        article.notes.append(
          note("\"\(date)\" could be two days; write the date in `related` as 2026-11-23", teasers[index].line))
      }
    }
    article.related = teasers
  }

  private mutating func readSource() {
    for line in parts.details { readDetail(line) }
    let all = parts.rest + parts.details + parts.related + parts.topics
    for line in all where article.source.journal == nil {
      guard let mention = JournalMention(line.text) else { continue }
      article.source.journal = Found(
        mention.name, "the sentence \"journals like … often\" about the site", line: line.number)
      article.notes.append(
        note("the journal is all that the page says of the paper; add its title and its DOI to `source`", line.number))
    }
    if article.source.journal == nil, article.source.doi == nil, article.source.url == nil {
      article.notes.append(note("the page does not name the paper; add `source`", nil))
    }
  }

  private mutating func readDetail(_ line: CaptureLine) {
    let origin = "the details of the study"
    if article.source.doi == nil, let doi = DOI(in: line.text) {
      article.source.doi = Found(doi.text, origin, line: line.number)
    } else if line.text.lowercased().hasPrefix("journal: ") {
      article.source.journal = Found(String(line.text.dropFirst(9)).trimmed, origin, line: line.number)
    } else if line.text.lowercased().hasPrefix("title: ") {
      article.source.title = Found(String(line.text.dropFirst(7)).trimmed, origin, line: line.number)
    } else if article.source.url == nil, line.text.hasPrefix("https://") || line.text.hasPrefix("http://"),
      !line.text.contains(" ")
    {
      article.source.url = Found(line.text, origin, line: line.number)
    } else {
      article.notes.append(note("left out: \"\(line.text.cut(to: 60))\"; it is among the details", line.number))
    }
  }

  private mutating func tellWhatIsLeftOut() {
    guard let first = parts.rest.first, let last = parts.rest.last else { return }
    article.notes.append(
      note(
        "left out up to line \(last.number): the text about the site, which ends each of its pages", first.number,
        mustConfirm: false))
  }
}
