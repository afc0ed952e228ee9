internal import Text
internal import Time
internal import XML

/// Crossref's record of a paper (https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md).
struct CrossrefRecord {
  private let work: JSONValue

  init(_ work: JSONValue) { self.work = work }

  /// Nil without a title or a DOI.
  var paper: Paper? {
    let written = work["title"]?.values.lazy.compactMap(\.text).first.map { plainText(ofHTML: $0) } ?? ""
    guard !written.isEmpty, let key = work["DOI"]?.text.flatMap(PaperKey.doi) else { return nil }
    var paper = Paper(title: written.cut(toScalars: 1_000))
    let doi = String(key.dropFirst(4))
    paper.doi = doi
    paper.journal = journal
    paper.url = "https://doi.org/" + doi
    paper.published = ["published-online", "posted", "issued", "published-print"].lazy.compactMap { date($0) }.first
    paper.entered = entered
    paper.authors = authors
    let abstract = AbstractText.html(ofJATS: work["abstract"]?.text ?? "")
    paper.abstract = abstract.text
    paper.isCut = abstract.isCut
    paper.topics = work["subject"]?.values.compactMap(\.text).map(oneLine).filter { !$0.isEmpty } ?? []
    paper.versions = versions
    paper.warning = warning
    return paper
  }

  private var journal: String? {
    let names = work["container-title"]?.values.compactMap(\.text) ?? []
    return names.lazy.map { plainText(ofHTML: $0) }.first { !$0.isEmpty }
  }

  /// `{"date-parts": [[2026, 11]]}`: the day and the month may be missing, and the year may be null.
  private func date(_ name: String) -> String? {
    let parts = work[name]?["date-parts"]?.values.first?.values.map { $0.text } ?? []
    return partialDate(
      year: parts.first ?? nil, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  /// Dates of publication may be in the future; that of the record is not.
  private var entered: Instant? {
    let written = [work["created"]?["date-time"]?.text, date("created"), work["indexed"]?["date-time"]?.text]
    return written.lazy.compactMap(\.self).compactMap { WrittenDate(ofFeed: $0)?.instant(in: .utc) }.first
  }

  private var authors: [String] {
    (work["author"]?.values ?? []).prefix(200).compactMap { author in
      let names = [author["given"]?.text, author["family"]?.text].compactMap(\.self)
      let name = names.isEmpty ? author["name"]?.text ?? "" : names.joined(separator: " ")
      return nonEmpty(plainText(ofHTML: name).cut(toScalars: 500))
    }
  }

  private var versions: [String] {
    ["has-preprint", "is-preprint-of"].flatMap { relation in
      (work["relation"]?[relation]?.values ?? []).prefix(20).compactMap { other in
        other["id-type"]?.text == "doi" ? other["id"]?.text : nil
      }
    }
  }

  /// A warning from the record: that the paper is retracted, or that it is a notice about another one.
  private var warning: String? {
    if work["updated-by"]?.values.contains(where: { $0["type"]?.text == "retraction" }) == true {
      return "is retracted"
    }
    guard let type = work["update-to"]?.values.lazy.compactMap({ $0["type"]?.text }).first else { return nil }
    switch type.lowercased() {
    case "retraction", "withdrawal", "removal": return "is the retraction of another paper"
    case "erratum", "correction", "corrigendum": return "is the erratum of another paper"
    case "expression_of_concern": return "is an expression of concern about another paper"
    default: return nil
    }
  }
}
