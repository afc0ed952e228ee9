internal import FeedReading
internal import Model
internal import Text
package import Time

/// A paper as a database describes it.
package struct Paper: Hashable, Sendable {
  /// Text on one line.
  package var title: String
  package var journal: String?
  /// In lower case, without a resolver.
  package var doi: String?
  package var pmid: String?
  /// Where people read it.
  package var url: String?
  /// When it appeared: a year, a month or a day, as in `2026-11`.
  package var published: String?
  /// When it came into the database, which is never in the future.
  package var entered: Instant?
  /// `Given Family`
  package var authors: [String] = []
  /// Sanitised HTML; empty if there is none.
  package var abstract = ""
  var topics: [String] = []
  /// DOIs of its other versions: of a preprint that in the journal, and the other way round.
  var versions: [String] = []
  /// What its readers must know: `is retracted`.
  package var warning: String?
  /// Whether its record is longer than the limit.
  var isCut = false

  init(title: String) { self.title = title }
}

extension Paper {
  /// Its keys across sources.
  var keys: [String] {
    PaperKey.distinct(
      (doi.map(PaperKey.keys(doi:)) ?? []) + (pmid.flatMap(PaperKey.pmid).map { [$0] } ?? [])
        + versions.flatMap(PaperKey.keys(doi:)))
  }

  var item: UpstreamItem {
    var item = UpstreamItem(title: title)
    item.guid = pmid.map { "pubmed:" + $0 } ?? doi.map { "doi:" + $0 }
    item.link = url
    item.body = abstract
    item.published = entered
    item.categories = topics
    item.authors = authors
    item.papers = keys
    item.citation = Article.Citation(title: title, journal: journal, doi: doi, url: url, published: published)
    item.makeTextsInert()
    return item
  }

  /// Sentences about ``warning`` and ``isCut``.
  var remarks: [String] {
    let cut = isCut ? "has a record longer than 1 MB, of which only the beginning is used" : nil
    return [warning, cut].compactMap(\.self).map { "“\(title.cut(to: 80))” (\(keys.first ?? "no key")) \($0)" }
  }
}

extension UpstreamDocument {
  /// Adds a paper, once.
  mutating func add(_ paper: Paper) {
    items.append(paper.item)
    if remarks.count < 50 { remarks += paper.remarks }
  }
}

/// `2026`, `2026-11` or `2026-11-30`; nil for anything else. A month may be a name.
func partialDate(year: String?, month: String?, day: String?) -> String? {
  guard let year = year?.trimmed, year.wholeMatch(of: /[12][0-9]{3}/) != nil else { return nil }
  guard let month = month.flatMap(monthNumber) else { return year }
  let twoDigits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
  let start = "\(year)-\(twoDigits(month))"
  guard let day = day.flatMap({ Int($0.trimmed) }), let number = Int(year), CivilTime(number, month, day).isValid else {
    return start
  }
  return "\(start)-\(twoDigits(day))"
}

private func monthNumber(_ text: String) -> Int? {
  let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  let text = text.trimmed.lowercased()
  return Int(text).flatMap { (1...12).contains($0) ? $0 : nil }
    ?? names.firstIndex(of: String(text.prefix(3))).map { $0 + 1 }
}
