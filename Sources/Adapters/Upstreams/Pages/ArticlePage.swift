internal import Captures
internal import FeedReading
internal import Model
internal import Text
internal import Time
internal import XML

/// An article on its own page.
struct ArticlePage {
  private(set) var item: UpstreamItem
  /// Whether the selector `body` matches nothing.
  let lacksBody: Bool
  /// Whether a body could only be guessed, and was not.
  let leavesBodyOut: Bool

  /// Nil if the page has no title, or cannot be read.
  ///
  /// - Parameters:
  ///   - teaser: what a list showed about it.
  ///   - hasList: whether the title and the date are those of the list, if they have selectors.
  init?(
    _ bytes: [UInt8], at url: String, _ teaser: Teaser, _ selectors: Selectors, _ source: UpstreamSettings,
    hasList: Bool
  ) {
    var settings = CaptureSettings()
    settings.base = url
    settings.readsUSDates = source.readsUSDates ?? false
    settings.mayMiss = true
    settings.selectors = selectors.settings(hasList: hasList)
    guard let page = try? ReadPage(bytes, settings) else { return nil }  // it has nothing to read
    let found = page.article
    let isListed = hasList && selectors.written.title != nil && !teaser.title.isEmpty
    let isTeaserBetter = isListed || found.title.map(teaser.hasBetterTitle(than:)) ?? true
    let title = isTeaserBetter ? teaser.title : found.title?.value ?? ""
    guard !title.isEmpty else { return nil }
    item = UpstreamItem(title: title.cut(toScalars: 1_000))
    lacksBody = found.unmatched.contains(.body)
    leavesBodyOut = page.isBodyGuessed && !source.guessesBodies
    item.link = teaser.link
    setTexts(found, teaser, url)
    setDates(found, teaser, source, hasList: hasList)
    item.categories = found.topics.map(\.value)
    item.authors = found.authors.map(\.value)
    setPaper(found, url)
    item.makeTextsInert()
  }

  private mutating func setTexts(_ found: CapturedArticle, _ teaser: Teaser, _ url: String) {
    item.summary = (found.summary?.value ?? teaser.summary).cut(toScalars: 5_000)
    if !lacksBody, !leavesBodyOut, let body = found.body { item.body = FeedText(.html, body.value, base: url).tidied }
    if let image = found.image?.value {
      item.image = Article.Picture(url: image.url, alt: image.alt)
    } else {
      item.image = firstPicture(in: item.body) ?? teaser.image
    }
  }

  private mutating func setDates(
    _ found: CapturedArticle, _ teaser: Teaser, _ source: UpstreamSettings, hasList: Bool
  ) {
    let listed = teaser.instant(in: source)
    let own = found.date?.value.instant(in: source.zone)
    let isListed = hasList && selectorsHaveDate(source)
    item.published = isListed ? listed ?? own : own ?? listed
    item.updated = found.updated?.value.instant(in: source.zone)
  }

  private func selectorsHaveDate(_ source: UpstreamSettings) -> Bool {
    if case .page(let selectors) = source.kind { return selectors.date != nil }
    return false
  }

  /// A page with journals' `<meta>` elements is a paper's own page; others only mention one.
  private mutating func setPaper(_ found: CapturedArticle, _ url: String) {
    let doi = found.source.doi?.value
    let isPaper = found.source.title != nil
    item.papers = PaperKey.distinct(
      (isPaper ? doi.map(PaperKey.keys(doi:)) ?? [] : []) + PaperKey.keys(link: item.link ?? url))
    let key = item.papers.first { $0.hasPrefix("doi:") } ?? doi.flatMap(PaperKey.doi)
    guard key != nil || found.source.journal != nil else { return }
    item.citation = Article.Citation(
      title: found.source.title?.value, journal: found.source.journal?.value, doi: key.map { String($0.dropFirst(4)) },
      url: isPaper ? item.link : nil, published: found.source.published.flatMap { writtenDay($0.value) })
  }
}

extension Teaser {
  /// Whether the title of a page is that of the browser's window, which often also names the site.
  fileprivate func hasBetterTitle(than found: Found<String>) -> Bool {
    guard !title.isEmpty else { return false }
    let isWithSite = CapturedArticle.titleSeparators.contains { found.value.hasPrefix(title + $0) }
    return isWithSite || hasHeading && found.origin == "<title>"
  }

  func instant(in source: UpstreamSettings) -> Instant? {
    date.flatMap { WrittenDate(ofFeed: $0, order: source.dayOrder) }?.instant(in: source.zone)
  }

  /// All that a list says of an article.
  func item(in source: UpstreamSettings) -> UpstreamItem? {
    guard !title.isEmpty else { return nil }
    var item = UpstreamItem(title: title)
    item.link = link
    item.summary = summary
    item.body = body
    item.published = instant(in: source)
    item.image = image ?? firstPicture(in: body)
    item.papers = link.map(PaperKey.keys(link:)) ?? []
    item.makeTextsInert()
    return item
  }
}
