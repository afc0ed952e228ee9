package import Model
internal import Press
package import Time

/// The sources of a site and how they are doing, as `courant sources` shows them. Property names are the keys of the
/// JSON.
package struct SourceList: Encodable {
  package struct Row: Encodable {
    package let name: String
    /// `folder`, or the kind of a source that is read over the network.
    package let kind: String
    /// The folder or the URL.
    package let place: String
    package let articles: Int
    /// Articles that wait for `courant release`.
    package var held = 0
    /// Absent for a folder, which each run reads.
    package let state: SourceHealth.State?
    package let last_check: String?
    package let next_check: String?
    /// When it last had a new article.
    package let news: String?
    /// The usual time between two articles, in seconds.
    package let usual_gap: Int64?
    package let failing_since: String?
    package let remark: String?
    /// Oddities in its last document.
    package var remarks: [String] = []
  }

  package let sources: [Row]

  /// In the order of `schedule.conf`, folders first.
  package init(_ site: Site, ledger: any ArticleShelf & SourceBook, now: Instant) throws {
    let articles = Dictionary(grouping: try ledger.places(), by: \.source).mapValues(\.count)
    let held = Dictionary(grouping: try ledger.heldArticles().filter { $0.released == nil }, by: \.source)
    let states = try ledger.pollStates()
    let folders = site.sources.map { Row($0, articles: articles[$0.name] ?? 0) }
    let upstreams = site.upstreams.map { source in
      let poll = states[source.name] ?? PollState()
      let health = SourceHealth(source, poll, at: now, in: site.zone, key: site.settingsKey(of: source))
      var row = Row(source, poll, health, articles: articles[source.name] ?? 0)
      row.held = held[source.name]?.count ?? 0
      return row
    }
    sources = folders + upstreams
  }
}

extension SourceList.Row {
  fileprivate init(_ source: SourceSettings, articles: Int) {
    name = source.name
    kind = "folder"
    place = source.folder
    self.articles = articles
    state = nil
    last_check = nil
    next_check = nil
    news = nil
    usual_gap = nil
    failing_since = nil
    remark = nil
  }

  fileprivate init(_ source: UpstreamSettings, _ poll: PollState, _ health: SourceHealth, articles: Int) {
    name = source.name
    kind = source.kind.name
    place = source.url
    self.articles = articles
    state = health.state
    last_check = poll.asked?.rfc3339
    next_check = poll.isEnded ? nil : poll.next?.rfc3339
    news = poll.news?.rfc3339
    usual_gap = poll.usualGap
    failing_since = poll.failingSince?.rfc3339
    remarks = poll.currentRemarks
    remark = health.sentence ?? poll.remark
  }
}

extension UpstreamSettings.Kind {
  /// As in settings.
  package var name: String {
    switch self {
    case .feed: "feed"
    case .page: "page"
    case .sitemap: "sitemap"
    case .pubmed: "pubmed"
    case .preprints(let server, _): server
    case .crossref: "crossref"
    case .arxiv: "arxiv"
    }
  }
}
