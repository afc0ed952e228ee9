internal import Text
internal import Time
internal import XML

extension XMLWireFeed {
  /// The one way from RSS, RDF and Atom to ``FeedDocument``.
  func adapted(_ context: FeedContext) -> FeedDocument {
    var document = FeedDocument(format)
    let isAtom = if case .atom = format { true } else { false }
    let titles = isAtom ? [head.atom.title, head.rss.title] : [head.rss.title, head.atom.title, head.more.dcTitle]
    document.title = titles.lazy.compactMap(\.self).first.map(\.title) ?? ""
    let descriptions = [
      isAtom ? head.atom.subtitle : head.rss.description, head.rss.description, head.atom.subtitle,
      head.more.itunesSummary, head.more.dcDescription,
    ]
    document.subtitle =
      descriptions.lazy.compactMap(\.self).first.map { $0.resolved(context.base).text }.map(oneLine) ?? ""
    document.home = head.page(context, isAtom: isAtom)
    document.address = head.atom.links.first { $0.relation == "self" }?.address
    document.language = head.language(isAtom: isAtom)
    document.authors = (head.atom.authors + head.rss.authors + head.more.authors).distinct
    document.pace = head.rss.pace
    document.gone = gone
    let dates = FeedDates(context, of: (items + [head]).lazy.flatMap(\.dates))
    document.updated = head.feedDate(dates)
    document.items = items.map { $0.adapted(to: document, context, dates) }
    if countUnpublished > 0 {
      let sentence = "\(countUnpublished) of its items are drafts, private or no articles; they are left out"
      document.remarks.append(FeedRemark(line: 0, sentence: sentence))
    }
    if hasTooMany {
      document.remarks.append(FeedRemark(line: 0, sentence: "it has more than 10,000 items; the others are not read"))
    }
    if isTooLong {
      let sentence = "it has too many elements; what follows is not read"
      document.remarks.append(FeedRemark(line: 0, sentence: sentence))
    }
    return document
  }
}

extension XMLElements {
  fileprivate func language(isAtom: Bool) -> String? {
    let written = isAtom ? language ?? more.language ?? rss.language : rss.language ?? more.language ?? language
    return written.map(\.trimmed).flatMap(nonEmpty)
  }

  /// Every date as written.
  fileprivate var dates: some Sequence<String> {
    [
      rss.pubDate, rss.lastBuildDate, atom.published, atom.updated, atom.created, more.dcDate, more.issued,
      more.created, more.modified, more.prismDate,
    ].lazy.compactMap(\.self)
  }

  fileprivate func feedDate(_ dates: FeedDates) -> Instant? {
    let written = [atom.updated, rss.lastBuildDate, more.dcDate, rss.pubDate, more.modified]
    return written.lazy.compactMap { dates.instant($0) }.first
  }
}

// MARK: - Items

extension XMLElements {
  fileprivate func adapted(to document: FeedDocument, _ context: FeedContext, _ dates: FeedDates) -> FeedItem {
    let isAtom = if case .atom = document.format { true } else { false }
    var item = FeedItem()
    item.line = line
    item.id = isAtom ? atom.id ?? rss.guid : rss.guid ?? atom.id ?? rss.about
    item.link = more.originalLink ?? page(context, isAtom: isAtom)
    setDates(&item, dates)
    setTexts(&item, isAtom: isAtom, nearest: item.link ?? document.home ?? context.base)
    item.authors = (atom.authors + rss.authors + more.authors).distinct
    if item.authors.isEmpty, isAtom { item.authors = document.authors }
    item.categories = (isAtom ? atom.categories + rss.categories : rss.categories + atom.categories).distinct(more)
    item.enclosures = enclosures
    item.image = picture
    item.source = atom.source ?? rss.source
    item.papers = more.papers(item.id)
    item.journal = more.journal
    item.journalDate = more.prismDate
    item.announcement = more.announcement
    item.setTitle([isAtom ? atom.title : rss.title, rss.title, atom.title, more.dcTitle, more.mediaTitle])
    return item
  }

  /// The page about the feed or the item. A guid counts as a link only if it is one.
  fileprivate func page(_ context: FeedContext, isAtom: Bool) -> String? {
    let fromAtom = alternate
    if isAtom, let page = fromAtom.flatMap(webAddress) { return page }
    for link in rss.links {
      if let page = webAddress(link) { return page }
    }
    let permalink = rss.isPermalink ? rss.guid.flatMap(webAddress) : nil
    return (isAtom ? nil : fromAtom.flatMap(webAddress)) ?? permalink ?? rss.about.flatMap(webAddress)
  }

  private var alternate: String? {
    guard !atom.links.isEmpty else { return nil }
    let alternates = atom.links.filter { $0.relation == "alternate" }
    return (alternates.first { $0.isPage } ?? alternates.first)?.address
  }

  private func setDates(_ item: inout FeedItem, _ dates: FeedDates) {
    item.published =
      dates.instant(rss.pubDate) ?? dates.instant(atom.published) ?? dates.instant(more.issued)
      ?? dates.instant(more.created) ?? dates.instant(atom.created)
    item.updated = dates.instant(atom.updated) ?? dates.instant(more.modified)
    if item.updated == nil, item.published != nil { item.updated = dates.instant(more.dcDate) }
    if item.published == nil {
      item.published =
        dates.instant(more.dcDate) ?? dates.instant(more.prismDate) ?? dates.instant(atom.updated)
    }
    if item.published == nil, item.updated == nil { item.unreadableDate = self.dates.first { _ in true } }
  }

  /// Body and summary: an item with both keeps both; a lone description with markup or of some length is the body.
  private func setTexts(_ item: inout FeedItem, isAtom: Bool, nearest: String) {
    var body =
      isAtom
      ? atom.content ?? more.content ?? more.xhtmlBody
      : more.content ?? atom.content ?? more.xhtmlBody ?? rss.secondDescription
    var summary =
      isAtom ? atom.summary ?? rss.description : rss.description ?? atom.summary
    summary = summary ?? more.dcDescription ?? more.itunesSummary ?? more.mediaDescription
    if body == nil, let lone = summary, lone.isBody {
      body = lone
      summary = nil
    }
    if let first = body, let second = summary, first.value.trimmed == second.value.trimmed { summary = nil }
    item.isCut = body?.isCut ?? summary?.isCut ?? false
    item.body = body.map { $0.resolved(nearest) }
    item.summary = summary.map { $0.resolved(nearest) }
  }

  private var enclosures: [FeedEnclosure] {
    if atom.links.isEmpty, rss.enclosures.isEmpty, more.media.isEmpty { return [] }
    let links = atom.links.filter { $0.relation == "enclosure" }.map { FeedEnclosure($0) }
    var seen: Set<String> = []
    return (rss.enclosures + links + more.media.filter { !$0.isPicture }).filter { seen.insert($0.address).inserted }
  }

  private var picture: String? {
    if more.media.isEmpty, rss.enclosures.isEmpty { return more.images.first }
    let pictures = (more.media + rss.enclosures).filter(\.isPicture).map(\.address)
    return (pictures + more.images).first
  }
}

extension FeedEnclosure {
  fileprivate var isPicture: Bool {
    if let type { return type.hasPrefix("image") }
    let path = address.prefix { $0 != "?" }.lowercased()
    return ["jpg", "jpeg", "png", "gif", "webp", "avif"].contains { path.hasSuffix("." + $0) }
  }
}

extension ExtensionElements {
  /// DOIs and PubMed ids, including those in an item's own id.
  fileprivate func papers(_ id: String?) -> [String] {
    var found: [String] = []
    for written in (identifiers + [id].compactMap(\.self)).prefix(20) {
      // Folding is costly, and few ids are those of papers.
      guard written.utf8.count < 500, mayNamePaper(written) else { continue }
      let folded = written.lowercased()
      let namesDOI = folded.hasPrefix("10.") || folded.contains("doi:") || folded.contains("doi.org/")
      if namesDOI, let doi = DOI(whole: folded) ?? DOI(in: folded) {
        found.append("doi:" + doi.text)
      } else if folded.contains("pmid") || folded.contains("pubmed"),
        let pmid = folded.firstMatch(of: /(?:pmid|pubmed)[:\/\s]\s*([0-9]{1,9})\b/)
      {
        found.append("pmid:" + pmid.1)
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }
}

/// Whether an id may contain `10.`, `doi`, `pmid` or `pubmed`, in any letter case. Searching for each one is slow, and few ids
/// are those of papers.
private func mayNamePaper(_ written: String) -> Bool {
  var last: (UInt8, UInt8) = (0, 0)
  for byte in written.utf8 {
    let letter = byte | 0x20
    switch (last.0 | 0x20, last.1 | 0x20, letter) {
    case (0x64, 0x6F, 0x69), (0x70, 0x6D, 0x69), (0x70, 0x75, 0x62): return true  // doi, pmi, pub
    default: if last == (0x31, 0x30), byte == UInt8(ascii: ".") { return true }
    }
    last = (last.1, byte)
  }
  return false
}

extension [String] {
  fileprivate func distinct(_ more: ExtensionElements) -> [String] {
    let all = self + more.categories
    guard all.count > 1 else { return all }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.lowercased()).inserted }
  }
}

// MARK: - Text

extension WrittenText {
  var title: String { titleText(value, isPlain: kind == .plain) }

  /// - Parameter nearest: the base if the document gives none.
  func resolved(_ nearest: String) -> FeedText { FeedText(kind, value, base: base ?? nearest) }

  fileprivate var isBody: Bool { value.utf8.count > 500 || kind == .html && looksLikeHTML(value) }
}

extension FeedItem {
  /// Without a title: the first words, or the link.
  mutating func setTitle(_ written: [WrittenText?]) {
    title = written.lazy.compactMap(\.self).map(\.title).first { !$0.isEmpty } ?? ""
    guard title.isEmpty else { return }
    hasTitle = false
    let words = (summary ?? body)?.opening ?? ""
    title = words.isEmpty ? link ?? id ?? "" : words.cut(to: 80)
  }
}

func isWebAddress(_ text: String) -> Bool {
  let start = text.prefix(8).lowercased()
  return start.hasPrefix("http://") || start.hasPrefix("https://")
}

/// An absolute http or https URL; nil for anything else.
private func webAddress(_ text: String) -> String? {
  isWebAddress(text) ? resolve(text, against: "") : nil
}
