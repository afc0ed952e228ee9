internal import Cards
internal import Drawing
internal import Model
internal import Presentation
internal import PublicPlace
internal import Time

/// Which cards belong under `public/`, and how to draw each.
struct CardPlan {
  let site: Site
  let colours: CardColours
  let writer: CardWriter
  let supply: PublicSupply
  /// The files on record.
  let known: [String: Fingerprint?]
  let output: any PublishingPlace
  /// Paths that a file next to an article has, or a page needs as a folder.
  private let taken: Set<String>

  /// Older articles have a card if they changed lately, or had one before.
  private static let newestArticles = 1_000
  private static let newestIssues = 100

  init(_ run: PressRun, _ writer: CardWriter, _ supply: PublicSupply, known: [String: Fingerprint?]) {
    site = run.site
    colours = CardColours(PageStyle(run.templates))
    self.writer = writer
    self.supply = supply
    self.known = known
    output = run.output
    let folder = "/" + PagePath.cardName + "/"
    // A search is slow, and few pages are below a folder whose name contains a full stop.
    let suspects = supply.visible.lazy.map(\.article.page).filter { $0.utf8.dropLast(5).contains(UInt8(ascii: ".")) }
    let folders = suspects.compactMap { page in
      page.firstRange(of: folder).map { String(page[..<$0.upperBound].dropLast()) }
    }
    taken = Set(supply.assets.map(\.path) + folders)
  }

  var files: [PublicFile] {
    let icon = touchIcon.map { [$0] } ?? []
    return icon + articles.compactMap(file)
  }

  /// The articles that should have a card, newest first.
  ///
  /// Articles with an image show that, and an article that is read elsewhere has the page of another site.
  var articles: [Article] {
    let own = supply.visible.filter { $0.article.image == nil && !$0.article.isElsewhere(than: site) }
    let newest = own.indices.sorted { own[$0].article.lastChanged > own[$1].article.lastChanged }
    let isNew = newest.prefix(Self.newestArticles).reduce(into: [Bool](repeating: false, count: own.count)) {
      $0[$1] = true
    }
    return own.indices.filter { isNew[$0] || isOnRecord(own[$0].article) }.map { own[$0].article }
  }

  /// The issues that should have a card, with the paths of their pages, newest first.
  var issues: [(issue: RecordedIssue, path: String)] {
    supply.issues.enumerated().compactMap { position, issue in
      let path = PagePath.issue(digest: issue.frozenAs, number: issue.number).file
      guard let card = PagePath.card(ofPage: path) else { return nil }
      guard position < Self.newestIssues || known[card] != nil else { return nil }
      return isFree(card) ? (issue, card) : nil
    }
  }

  /// - Parameter titles: the titles of an issue's articles; nil if its page has no place for a card.
  func file(of issue: RecordedIssue, at path: String, titles: @escaping () throws -> [String]?) -> PublicFile {
    let day = site.speech.date(site.zone.civil(at: issue.slot.due))
    let title = site.title(ofDigest: issue.digest)
    let also = ["issue", writer.version, colours.key, site.title, "\(issue.id.number)", title, day]
    return PublicFile(drawing: path, also: also) {
      guard let titles = try titles() else { throw PageWithoutPlace() }
      let card = Card(ofIssue: title, at: issue.slot.due, titles: titles, on: site)
      return try writer.picture(of: card, in: colours)
    }
  }

  private func isOnRecord(_ article: Article) -> Bool {
    guard let path = PagePath.card(ofPage: article.page) else { return false }
    return known[path] != nil
  }

  private func file(of article: Article) -> PublicFile? {
    guard let path = PagePath.card(ofPage: article.page), isFree(path) else { return nil }
    let card = Card(of: article, on: site)
    return PublicFile(drawing: path, also: ["article", writer.version, colours.key] + card.key) {
      try writer.picture(of: card, in: colours)
    }
  }

  /// Nil if the operator has an icon, or the site's name has no letter.
  private var touchIcon: PublicFile? {
    guard site.look.icon == nil, site.look.favicon == nil, let letter = TouchIcon.letter(of: site) else { return nil }
    guard isFree(TouchIcon.path) else { return nil }
    let also = ["icon", writer.version, colours.key, letter, site.language]
    return PublicFile(drawing: TouchIcon.path, also: also) {
      try TouchIcon.picture(letter, of: site, in: colours)
    }
  }

  /// Whether nothing else uses a path: no file next to the article, no page in a folder of that name, no file that the operator
  /// added.
  private func isFree(_ path: String) -> Bool {
    if taken.contains(path) { return false }
    if known[path] != nil { return true }
    guard let file = output.read(path) else { return true }
    return isOwnPNG(file)
  }

}

/// The issue was frozen before pages had a place for a card.
struct PageWithoutPlace: Error {}
