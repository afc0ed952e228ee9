internal import FeedReading
internal import Model
internal import Text

/// An item of a feed of arXiv. Its description begins with `arXiv:2601.00001v1 Announce Type: new Abstract:`.
struct ArXivItem {
  private(set) var item: UpstreamItem
  /// Whether it announces another version of a paper.
  let isReplacement: Bool

  init(_ read: FeedItem) {
    item = UpstreamItem(read)
    let text = (read.body ?? read.summary)?.text ?? ""
    let start = text.prefixMatch(of: /\s*arXiv:\S+\s+Announce Type:\s*([A-Za-z\-]+)\s*(?:Abstract:)?\s*/)
    let announcement = read.announcement ?? start.map { $0.1.lowercased() } ?? "new"
    isReplacement = announcement.hasPrefix("replace")
    let abstract = start.map { String(text[$0.range.upperBound...]) } ?? text
    item.summary = ""
    item.body = abstract.isEmpty ? "" : "<p>\(escapedHTML(abstract))</p>"
    item.authors = item.authors.flatMap { $0.split(separator: ",").map { $0.trimmed } }.filter { !$0.isEmpty }
    if item.citation?.journal == nil { item.citation?.journal = "arXiv" }
  }
}
