internal import FeedReading
internal import Model
internal import Text
internal import Time

/// A feed as a source: its items become articles, without the feed's own additions.
struct FeedUpstream {
  private(set) var document = UpstreamDocument()
  private let question: UpstreamQuestion
  private let isArXiv: Bool

  init(_ feed: FeedReading.FeedDocument, _ question: UpstreamQuestion) {
    self.question = question
    isArXiv = question.source.kind == .arxiv
    document.title = inertText(feed.title)
    document.home = feed.home.flatMap { isWebURL($0) ? $0 : nil }
    document.gone = feed.gone
    document.isComplete = feed.isComplete
    document.isCutOff = !feed.isComplete
    document.hasRest = !feed.isComplete
    document.pace = PaceHints(feed.pace)
    document.remarks = feed.remarks.map { $0.line > 0 ? "line \($0.line): \($0.sentence)" : $0.sentence }
    for item in feed.items where !item.title.isEmpty { add(item) }
  }

  private mutating func add(_ item: FeedItem) {
    guard isArXiv else {
      document.items.append(UpstreamItem(item))
      return
    }
    let announced = ArXivItem(item)
    // A new version of a paper only changes a known one.
    let isWanted = !announced.isReplacement || announced.item.papers.contains { question.knows(paper: $0) }
    if isWanted { document.items.append(announced.item) }
  }
}

extension PaceHints {
  init(_ pace: FeedPace) {
    self.init()
    minutes = pace.minutes.flatMap { $0 > 0 ? $0 : nil }
    skippedHours = pace.skippedHours
    skippedDays = Set(pace.skippedDays.compactMap { Self.days.firstIndex(of: $0) }.map { $0 + 1 })
    let seconds: Int? =
      switch pace.period {
      case "hourly": 3600
      case "daily": 86_400
      case "weekly": 7 * 86_400
      case "monthly": 30 * 86_400
      case "yearly": 365 * 86_400
      default: nil
      }
    period = seconds.map { .seconds($0 / max(1, pace.frequency)) }
  }

  private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}

extension UpstreamItem {
  init(_ item: FeedItem) {
    self.init(title: item.title)
    guid = item.id
    link = item.link.map(cleanedLink)
    if let summary = item.summary { self.summary = plainSummary(ofHTML: summary.tidied) }
    body = (item.body?.tidied ?? "") + links(to: item.enclosures)
    published = item.published
    updated = item.updated
    categories = item.categories
    authors = item.authors.map(\.name).filter { !$0.isEmpty }
    image = item.image.flatMap { isWebURL($0) ? Article.Picture(url: $0, alt: "") : nil } ?? firstPicture(in: body)
    papers = PaperKey.distinct(
      item.papers.flatMap(Self.keys) + (item.id.map(PaperKey.keys(guid:)) ?? [])
        + (item.link.map(PaperKey.keys(link:)) ?? []))
    citation = Self.citation(item, papers)
    origin = Self.origin(item)
    makeTextsInert()
  }

  /// - Parameter identifier: as ``FeedItem/papers`` has them.
  private static func keys(_ identifier: String) -> [String] {
    if identifier.hasPrefix("doi:") { return PaperKey.keys(doi: identifier) }
    return identifier.hasPrefix("pmid:") ? PaperKey.pmid(String(identifier.dropFirst(5))).map { [$0] } ?? [] : []
  }

  private static func citation(_ item: FeedItem, _ papers: [String]) -> Article.Citation? {
    guard item.journal != nil || !papers.isEmpty else { return nil }
    let doi = papers.first { $0.hasPrefix("doi:") }.map { String($0.dropFirst(4)) }
    return Article.Citation(
      title: item.title, journal: item.journal, doi: doi, url: item.link.map(cleanedLink),
      published: item.journalDate.flatMap(writtenDay))
  }

  private static func origin(_ item: FeedItem) -> Origin? {
    guard let source = item.source else { return nil }
    let url = source.address.flatMap { isWebURL($0) ? $0 : nil }
    let title = source.title.isEmpty ? url.flatMap { WebURL($0)?.host } ?? "" : source.title
    return title.isEmpty ? nil : Origin(title: title, url: url)
  }
}

/// `2026-11-03` of `2026-11-03T00:00:00Z`; a year or a month as written; nil for anything else.
func writtenDay(_ text: String) -> String? {
  text.prefixMatch(of: /[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(?=$|T| )/).map { String($0.output.0) }
}
