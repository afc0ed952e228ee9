internal import Gathering
internal import Model
internal import Pages
internal import Presentation
internal import PublicPlace
internal import Syndication

/// The files that contain articles of which only the body changed since everything was published, found without looking at the rest
/// of the site.
///
/// Whatever else a file shows is as it was, and on record. A file counts only if with the former contents of the articles it has the
/// key on record: then nothing that it depends on is missing here. Otherwise everything is published as usual.
struct Rewording {
  private let run: PressRun
  /// By id: the articles that changed, those related to them, and those in the same documents; as they were and as they are now.
  private var former: [Article.ID: ShelvedArticle] = [:]
  private var present: [Article.ID: ShelvedArticle] = [:]
  /// The visible ones of those that changed.
  private(set) var changed: [ShelvedArticle] = []
  /// The articles related to each of them, as its page shows them.
  private var related: [Article.ID: [Article.ID]] = [:]
  private var documents: [String: Document] = [:]
  private let spelling: TopicSpelling

  /// A document of a feed.
  private struct Document {
    let feed: Feed
    let kind: FeedDocument.Kind
    let cast: PublishedFile.Cast
  }

  /// More articles are published as usual.
  private static let most = 100

  /// Nil if everything must be published as usual.
  init?(_ run: PressRun) throws {
    let contents = try run.ledger.reworded()
    guard !contents.isEmpty, contents.count <= Self.most else { return nil }
    let shelved = try run.ledger.shelvedArticles(Set(contents.keys))
    guard shelved.count == contents.count else { return nil }
    self.run = run
    spelling = TopicSpelling(text: try run.ledger.note(PressRun.spellingNote) ?? "")
    changed = shelved.filter { $0.article.isVisible(at: run.now) }
    changed = changed.map(shown)
    let isPrivate = run.site.feeds.contains { feed in feed.isPrivate && changed.contains { feed.matches($0.article) } }
    // An easy-to-read version is on the article's page and in a file of its own.
    guard try !isPrivate && run.easyVersionsKey().allSatisfy(\.isEmpty) else { return nil }
    guard try findPages(), try findDocuments(among: feeds()) else { return nil }
    try readArticles(contents)
  }

  /// The files to render, with the keys of what is there; nil if everything must be published as usual.
  func files() throws -> [(file: PublicFile, key: Fingerprint)]? {
    if changed.isEmpty { return [] }
    var view = try view()
    let common = run.commonKey
    view.visible = former.values.sorted(by: Self.newestFirst)
    guard let before = files(view, of: former) else { return nil }
    view.visible = present.values.sorted(by: Self.newestFirst)
    guard let now = files(view, of: present) else { return nil }
    var due: [(PublicFile, Fingerprint)] = []
    for (old, new) in zip(before, now) {
      guard let key = try run.ledger.publishedFile(at: new.path)?.key else { return nil }
      if key == new.key(with: common) { continue }
      guard key == old.key(with: common) else { return nil }
      due.append((new, key))
    }
    return due
  }

  private static func newestFirst(_ a: ShelvedArticle, _ b: ShelvedArticle) -> Bool {
    Article.newestFirst(a.article, b.article)
  }

  /// Returns whether the articles related to each one are on record.
  private mutating func findPages() throws -> Bool {
    guard run.site.hasPages else { return true }
    for article in changed where article.article.hasPage {
      guard let cast = try run.ledger.publishedFile(at: article.article.page)?.cast else { return false }
      related[article.id] = cast.articles
    }
    return true
  }

  /// Returns whether the contents of all documents are on record.
  private mutating func findDocuments(among feeds: [Feed]) throws -> Bool {
    let sizes = try run.ledger.recordedFeeds().map { ($0.folder, $0.archive) }
    let archives = Dictionary(sizes, uniquingKeysWith: { first, _ in first })
    for article in changed {
      for feed in feeds where feed.matches(article.article) {
        guard let format = feed.formats.first, let size = archives[feed.folder],
          let place = try run.ledger.place(of: article.id, inFeed: feed.folder)
        else { return false }
        for kind in place.documents(archive: size) {
          let path = feed.path(format, kind)
          guard let cast = try run.ledger.publishedFile(at: path)?.cast else { return false }
          guard cast.articles.contains(article.id) else {
            if kind.isArchive { return false }
            continue
          }
          documents[path] = Document(feed: feed, kind: kind, cast: cast)
        }
      }
    }
    return true
  }

  private func feeds() throws -> [Feed] {
    let feeds = try run.site.publicFeeds.map(run.withPodcastGUID)
    if run.site.topicFeeds == nil { return feeds }
    let visible = try run.ledger.articleTopics().filter { $0.isVisible(at: run.now) }
    let begun = try run.ledger.recordedFeeds().filter { $0.ended == nil }.map(\.folder)
    return feeds + run.topicFeeds(of: visible.map { spelling.spelled($0.topics) }, begun: Set(begun))
  }

  private mutating func readArticles(_ contents: [Article.ID: Fingerprint]) throws {
    var ids = Set(changed.map(\.id)).union(related.values.joined())
    for document in documents.values { ids.formUnion(document.cast.articles) }
    for shelved in try run.ledger.shelvedArticles(ids) {
      present[shelved.id] = shown(shelved)
      let content = contents[shelved.id] ?? shelved.content
      former[shelved.id] = shown(
        ShelvedArticle(article: shelved.article, outline: shelved.outline, content: content))
    }
  }

  /// As readers see it now.
  private func shown(_ article: ShelvedArticle) -> ShelvedArticle { spelling.spelled(article.shown(at: run.now)) }

  /// What the files are made from, without articles.
  private func view() throws -> PublicView {
    let run = run
    let assets = try run.recordedAssets()
    let lengths = Dictionary(assets.map { ($0.path, $0.length) }, uniquingKeysWith: { first, _ in first })
    let shown = assets.isEmpty ? [:] : try run.ledger.mentions(of: Set(changed.map(\.id)))
    return PublicView(
      site: run.site, templates: run.templates, templatesOfLanguages: run.templatesOfLanguages, pages: run.standing,
      pictures: PictureShelf(
        assets, run.standing, shown: shown.mapValues { FileMentions($0).shownFiles }, on: run.site),
      sounds: SoundShelf(assets, run.statics.files, on: run.site), visible: [], spelling: spelling,
      catalogue: FeedCatalogue(), withdrawals: try run.ledger.withdrawals(),
      issues: try run.ledger.issues(of: nil, limit: 1), issuePages: try run.frozenPages(), standing: { _ in nil },
      lengths: lengths, cards: run.cards, easy: [:])
  }

  /// Nil if an article that appears in one of them is gone.
  private func files(_ view: PublicView, of articles: [Article.ID: ShelvedArticle]) -> [PublicFile]? {
    guard var files = pages(view, of: articles) else { return nil }
    for (_, document) in documents.sorted(by: { $0.key < $1.key }) {
      let shown = document.cast.articles.compactMap { articles[$0] }
      let gone = Set(document.cast.withdrawn)
      let withdrawals = view.withdrawals.filter { gone.contains($0.id) }
      guard shown.count == document.cast.articles.count, withdrawals.count == gone.count else { return nil }
      let plan = FeedPlan.Document(kind: document.kind, articles: Array(shown.indices), withdrawals: withdrawals)
      files += view.files(of: plan, in: document.feed, showing: shown, view.content)
    }
    files = run.withHooks(files)
    return run.output.servesCompressed ? files : files.map(\.uncompressed)
  }

  private func pages(_ view: PublicView, of articles: [Article.ID: ShelvedArticle]) -> [PublicFile]? {
    guard run.site.hasPages else { return [] }
    // If none of these has a topic, but others do, the keys differ.
    let empty = view.emptyPlaces(hasTopics: articles.values.contains { !$0.article.topics.isEmpty })
    let renderers = PageRenderers(view, without: empty)
    let below = view.pagesBelow().filter { related[$0.key] != nil }
    var pages: [PublicFile] = []
    for id in related.keys.sorted() {
      let others = (related[id] ?? []).compactMap { articles[$0] }
      guard let article = articles[id], others.count == related[id]?.count else { return nil }
      pages.append(
        view.page(
          of: article, related: others, below[id] ?? PagesBelow(), renderers, glossary: run.site.glossaryKey))
    }
    pages += view.sheetFiles(renderers, at: below)
    for position in pages.indices { pages[position].depend(on: view.menuKey(without: empty)) }
    return pages
  }
}

extension PressRun {
  /// Publishes articles of which only the body changed since everything was published. Returns false if everything must be published
  /// as usual, also because of a fault, which is reported then.
  func publishReworded(_ report: inout RunReport) throws -> Bool {
    var run = self
    let pages = try ledger.shelvedArticles(Set(ledger.reworded().keys)).map(\.article.page)
    run.cards = try recordedCards(ofPages: pages)
    guard let rewording = try Rewording(run), let due = try rewording.files() else { return false }
    try output.prepare()
    let keys = due.map { ($0.file.path, Fingerprint?.some($0.key)) }
    let known = Dictionary(keys, uniquingKeysWith: { first, _ in first })
    do {
      guard try run.put(due.map(\.file), known, &report) else { return false }
    } catch is RenderingFault {
      return false
    }
    if site.web != nil { try recordSearchWords(of: rewording.changed[...]) }
    return true
  }
}
