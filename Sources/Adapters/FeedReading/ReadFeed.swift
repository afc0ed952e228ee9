internal import Text
package import Time
internal import XML

/// The known facts about a document in addition to its bytes.
package struct FeedContext: Sendable {
  /// The URL at which it was found; relative links are resolved against it unless there is a more specific base.
  package var base = ""
  /// The `Content-Type` of the server; only its charset counts.
  package var type: String?
  /// For dates without a zone.
  package var zone = Zone.utc
  /// For dates such as 03/04/2026; nil: as the other dates of the feed show.
  package var order: DayOrder?

  package init() {}
}

/// Reads a feed of any format: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. The format is detected from the
/// content, not the type. Mistakes are repaired if the meaning is clear, and remarked on.
package func readFeed(_ bytes: [UInt8], _ context: FeedContext) throws(FeedFailure) -> FeedDocument {
  let text = DecodedText(bytes, charset: context.type.flatMap(charset))
  guard let first = text.bytes.first(where: { $0 > 0x20 }) else { throw .empty }
  var document =
    try first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    ? readJSONFeed(text.bytes, context) : readXMLFeed(text.bytes, context)
  document.encoding = text.encoding
  document.leaveOutCostlyItems()
  if text.isDoubtful {
    let sentence = "it is not in the encoding that it names; it was read as \(text.encoding)"
    document.remarks.insert(FeedRemark(line: 0, sentence: sentence), at: 0)
  }
  document.remarks = remarks(on: document)
  return document
}

/// `utf-8` of `application/rss+xml; charset=utf-8`.
func charset(_ type: String) -> String? {
  for parameter in type.split(separator: ";").dropFirst() {
    let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.trimmed.lowercased() }
    if parts.count == 2, parts[0] == "charset" { return parts[1].filter { $0 != "\"" && $0 != "'" } }
  }
  return nil
}

private func readXMLFeed(_ bytes: [UInt8], _ context: FeedContext) throws(FeedFailure) -> FeedDocument {
  let reader = XMLFeedReader(context)
  let report = readXML(bytes, isRoot: { XMLFeedReader.roots.contains($0) }, into: reader)
  guard report.hasRoot, let feed = reader.feed else {
    guard let page = WebPage(bytes, base: context.base) else { throw .noFeed }
    throw .webPage(title: page.title, feeds: page.feeds)
  }
  var document = feed.adapted(context)
  document.isComplete = !report.isCutOff && !feed.isTooLong
  if report.isCutOff {
    let sentence = "it is cut off; only complete items are read"
    document.remarks.append(FeedRemark(line: 0, sentence: sentence))
  }
  document.remarks += report.faults.map { fault in
    let more = fault.count > 1 ? " (\(fault.count) times)" : ""
    return FeedRemark(line: fault.line, sentence: "\(fault.kind.words)\(more)")
  }
  return document
}
