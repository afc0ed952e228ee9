internal import Languages
internal import Model
internal import Presentation

/// The feeds at one instant: those of `feeds/*.toml`, those of topics, those that have ended, and the order of their
/// articles.
struct FeedCatalogue {
  /// Each feed with its articles, newest first.
  var feeds: [(feed: Feed, articles: [ShelvedArticle])] = [] {
    didSet {
      let places = feeds.enumerated().map { ($1.feed.folder, $0) }
      positions = Dictionary(places, uniquingKeysWith: { first, _ in first })
    }
  }
  /// Those whose documents are not published, each with its articles, newest first.
  var privateFeeds: [(feed: Feed, articles: [ShelvedArticle])] = []
  /// The index of a feed in ``feeds``, by folder.
  private(set) var positions: [String: Int] = [:]
  /// The topics' feeds among ``feeds``.
  var topicFeeds: [Feed] = []
  /// By folder.
  var sequences: [String: FeedSequence] = [:]
  var ended: [RecordedFeed] = []
}

extension PressRun {
  /// Gives new articles their positions, and records which feeds have ended. Done before anything is written, so that
  /// no archive is ever cut from another order.
  ///
  /// - Parameter visible: newest first.
  func recordFeeds(_ visible: [ShelvedArticle]) throws -> FeedCatalogue {
    let recorded = try ledger.recordedFeeds()
    var catalogue = FeedCatalogue()
    catalogue.topicFeeds = topicFeeds(
      of: visible.map(\.article.topics), begun: Set(recorded.filter { $0.ended == nil }.map(\.folder)))
    catalogue.feeds =
      try site.publicFeeds.map(withPodcastGUID).map { ($0, $0.articles(of: visible)) }
      + withArticles(catalogue.topicFeeds, visible)
    catalogue.privateFeeds = try site.feeds.filter(\.isPrivate).map(withPodcastGUID)
      .map { ($0, $0.articles(of: visible)) }
    let all = catalogue.feeds + catalogue.privateFeeds
    let sizes = Dictionary(recorded.map { ($0.folder, $0.archive) }, uniquingKeysWith: { $1 })
    let unchanged = Set(recorded)
    var changes: [FeedChange] = []
    for (feed, articles) in all {
      let places = sizes[feed.folder] == nil ? [] : try ledger.articles(inFeed: feed.folder)
      let size = sizes[feed.folder] ?? feed.archive
      let newcomers = FeedSequence(articles: places, size: size).newcomers(articles.map(\.article))
      catalogue.sequences[feed.folder] = FeedSequence(articles: places + newcomers, size: size)
      let now = RecordedFeed(feed, archive: size)
      if !newcomers.isEmpty || !unchanged.contains(now) { changes.append(FeedChange(feed: now, newcomers: newcomers)) }
    }
    if !changes.isEmpty { try ledger.record(changes, at: now) }
    let gone = Set(recorded.map(\.folder)).subtracting(all.map(\.feed.folder))
    let ending = recorded.filter { $0.ended == nil && gone.contains($0.folder) }.map(\.folder)
    if !ending.isEmpty { try ledger.end(ending, at: now) }
    catalogue.ended = try ledger.recordedFeeds().filter { gone.contains($0.folder) && !$0.formats.isEmpty }
    return catalogue
  }

  /// - Parameter topics: those of each visible article, newest first.
  func topicFeeds(of topics: [[Topic]], begun: Set<String>) -> [Feed] {
    guard let wanted = site.topicFeeds else { return [] }
    let language = Language(site.language, own: site.words)
    return wanted.feeds(of: topics, begun: begun) { topic in
      language.sentence("topic_feed", ["topic": topic.label, "site": site.title]) ?? ""
    }
  }

  /// Uses an index, because there may be as many topics as articles.
  private func withArticles(
    _ feeds: [Feed], _ visible: [ShelvedArticle]
  ) -> [(feed: Feed, articles: [ShelvedArticle])] {
    guard !feeds.isEmpty else { return [] }
    var articles: [String: [ShelvedArticle]] = [:]
    for article in visible {
      for topic in article.article.topics { articles[topic.slug.folder, default: []].append(article) }
    }
    return feeds.map { ($0, articles[$0.folder] ?? []) }
  }
}

extension RecordedFeed {
  /// A private feed has no formats here, so no notice is published after its end.
  fileprivate init(_ feed: Feed, archive: Int) {
    self.init(
      folder: feed.folder, title: feed.title, description: feed.description,
      formats: feed.isPrivate ? [] : feed.formats, archive: archive)
  }
}
