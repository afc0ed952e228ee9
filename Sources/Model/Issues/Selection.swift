package import Time

/// Chooses the news for one slot of a digest by comparing sets, not dates alone. A pure function, without a database.
///
/// News is every article of the digest's feeds that is dated within the window and not settled (in an earlier issue
/// of the digest, or already past when the digest began), and every waiting article, however old. An article that has
/// expired when the issue is frozen is not news. For the first issue, articles that arrived after the digest began
/// are news within `lookback`.
package struct Selection: Sendable {
  package let digest: Digest
  /// The digest's feeds, in its order.
  package let feeds: [Feed]
  package let window: Window
  /// When the issue is frozen: at its slot, or later if the run is late.
  package let moment: Instant
  /// Articles that are never news again: those in an earlier issue of this digest, or already past when it began.
  package var settled: Set<Article.ID> = []
  /// Articles that were news for an earlier issue but did not fit.
  package var waiting: Set<Article.ID> = []
  /// Articles that arrived after the digest's first run: news for its first issue, even if dated before the window.
  package var newcomers: Set<Article.ID> = []
  /// Articles that come first if they are news, in their order.
  package var pinned: [Article.ID] = []
  private let index: FeedIndex

  package init(digest: Digest, feeds: [Feed], window: Window, moment: Instant) {
    self.digest = digest
    self.feeds = feeds
    index = FeedIndex(feeds)
    self.window = window
    self.moment = moment
  }

  /// The earliest date at which an article that arrived late is news, as in later issues.
  package var reach: Instant { newcomers.isEmpty ? window.after : window.after - digest.lookback }

  /// Whether an article is news because it arrived late. One dated only by its day counts as older
  /// than that morning's slot.
  package func isNewcomer(_ id: Article.ID, published: Instant) -> Bool {
    newcomers.contains(id) && published > reach && published <= window.through
  }

  /// `after < published ≤ through`.
  package struct Window: Hashable, Sendable {
    package let after: Instant
    package let through: Instant

    package init(after: Instant, through: Instant) {
      self.after = after
      self.through = through
    }

    package func contains(_ instant: Instant) -> Bool { after < instant && instant <= through }
  }
}

extension Selection {
  /// The articles that are news: first those that are pinned, then those that have waited (oldest first), then the others (newest
  /// first). They are included in this order.
  package func news(among articles: [Article]) -> [Article] {
    let fresh = articles.filter(isNews)
    let others = fresh.filter { !pinned.contains($0.id) }
    let hasWaited = others.filter { waiting.contains($0.id) }.sorted { Article.newestFirst($1, $0) }
    return fresh.filter { pinned.contains($0.id) }.sorted(by: comesFirst) + hasWaited
      + others.filter { !waiting.contains($0.id) }.sorted(by: Article.newestFirst)
  }

  /// The sections of an issue, and the news that did not fit.
  ///
  /// An article is included only if every one of its feeds is below `max_articles`. So all of its readers get it in the
  /// same issue, and those who follow only the fuller feed do not miss it. The rest go first next time.
  package func sections(of news: [Article]) -> (sections: [Issue.Section], rest: [Article]) {
    var chosen = [[Article]](repeating: [], count: feeds.count)
    var rest: [Article] = []
    for article in news {
      let its = index.places(of: article)
      if its.allSatisfy({ chosen[$0].count < digest.maxArticles }) {
        for index in its { chosen[index].append(article) }
      } else {
        rest.append(article)
      }
    }
    return (arranged(feeds, chosen), rest)
  }

  /// The sections of these feeds, those with pinned articles first. In each, pinned articles come first, then the newest.
  func arranged(_ feeds: [Feed], _ chosen: [[Article]]) -> [Issue.Section] {
    let sections = zip(feeds, chosen).filter { !$1.isEmpty }
      .map { Issue.Section(feed: $0.name, title: $0.title, articles: $1.sorted(by: comesFirst)) }
    let ranks = sections.map { rank(of: $0.articles[0]) }
    return sections.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { sections[$0] }
  }

  private func comesFirst(_ a: Article, _ b: Article) -> Bool {
    let (first, second) = (rank(of: a), rank(of: b))
    return first == second ? Article.newestFirst(a, b) : first < second
  }

  /// The place among the pinned articles; the highest number for all others.
  private func rank(of article: Article) -> Int { pinned.firstIndex(of: article.id) ?? .max }

  private func isNews(_ article: Article) -> Bool {
    verdict(on: article) == .news
  }
}

extension Selection {
  /// Why an article is or is not news for the slot.
  package enum Verdict: Hashable, Sendable {
    case news, settled, inNoFeed
    /// Dated after the slot.
    case tooNew
    /// Dated before the window.
    case tooOld
    /// Expired before the issue is frozen.
    case expired
  }

  package func verdict(on article: Article) -> Verdict {
    if settled.contains(article.id) { return .settled }
    if !index.includes(article) { return .inNoFeed }
    if article.published > window.through { return .tooNew }
    if article.isExpired(at: moment) { return .expired }
    if isNewcomer(article.id, published: article.published) || waiting.contains(article.id) { return .news }
    return window.contains(article.published) ? .news : .tooOld
  }
}

extension Digest {
  /// Whether an article that arrived at some time could then be news for the next issue, whose slot may already have been due.
  package func mayBeNews(_ published: Instant, at moment: Instant, zone: Zone) -> Bool {
    guard let last = slot(before: moment, zone: zone), let before = slot(before: last.due, zone: zone) else {
      return true
    }
    return published > before.due - lookback
  }

  /// - Parameters:
  ///   - settledThrough: the newest slot whose news is settled (issued, or found empty); nil before the first.
  ///   - start: the slot before the digest's first one.
  /// - Returns: For the first slot, the time since `start`, so that a new site never mails old articles. Later, the
  ///   time since the last settled slot (`merge`) or the slot before this one (`skip`), extended back by `lookback`.
  package func window(of slot: Slot, settledThrough: Instant?, start: Instant, zone: Zone) -> Selection.Window {
    let begin =
      switch catchUp {
      case .merge: settledThrough ?? start
      case .skip: self.slot(before: slot.due, zone: zone)?.due ?? start
      }
    guard settledThrough == nil else { return Selection.Window(after: begin - lookback, through: slot.due) }
    // A first run with an unset clock (1970) must not turn all old articles into news.
    return Selection.Window(after: max(begin, slot.due - lookback - .seconds(31 * 86_400)), through: slot.due)
  }
}
