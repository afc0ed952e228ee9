internal import Model
internal import Time

/// Finds the articles that readers' former digests owe them.
struct OwedArticles {
  private let selector: Selector
  private let site: Site
  private let ledger: any SelectedLedger
  private let now: Instant
  private let slot: Slot
  /// Articles that are delivered in any case: with the issue, or with a later one of the digest.
  private let known: Set<Article.ID>
  /// The articles in the next issue of each former digest.
  private var nexts: [String: Next] = [:]
  private var states: [Article.ID: State] = [:]

  /// What one reader is owed.
  struct Owed {
    /// Oldest first, with bodies.
    var visible: [Article] = []
    /// Articles that are hidden at the slot, but may be shown later.
    var hidden: [Article.ID] = []

    var ids: [Article.ID] { visible.map(\.id) + hidden }
  }

  private enum State {
    case visible(Article), hidden, over
  }

  /// The articles that a digest's next issue would have.
  private struct Next {
    let feeds: [Feed]
    let articles: [Article]
  }

  init(_ selector: Selector, at now: Instant, slot: Slot, known: Set<Article.ID>) {
    self.selector = selector
    site = selector.site
    ledger = selector.ledger
    self.now = now
    self.slot = slot
    self.known = known
  }

  mutating func owed(to handover: Handover) throws -> Owed {
    var ids = Set(handover.owed)
    for former in handover.formers where former.waits {
      ids.formUnion(try ledger.missed(from: former))
      ids.formUnion(try pending(in: former))
    }
    var owed = Owed()
    for id in ids.subtracting(known).sorted() {
      switch try state(of: id) {
      case .visible(let article): owed.visible.append(article)
      case .hidden where mayReturn(handover): owed.hidden.append(id)
      case .hidden, .over: break
      }
    }
    owed.visible.sort { Article.newestFirst($1, $0) }
    return owed
  }

  /// A hidden article is owed for as long as an issue would still include a backdated one.
  func mayReturn(_ handover: Handover) -> Bool {
    handover.formers.contains { now <= $0.made + selector.digest.lookback }
  }

  private mutating func state(of id: Article.ID) throws -> State {
    if let known = states[id] { return known }
    let state = try found(id)
    states[id] = state
    return state
  }

  /// An article dated after the slot counts as hidden until then.
  private func found(_ id: Article.ID) throws -> State {
    guard let article = try ledger.articles([id]).first?.shown(at: now) else { return .hidden }
    if article.isExpired(at: max(slot.due, now)) { return .over }
    return article.isVisible(at: now) && article.published <= slot.due ? .visible(article) : .hidden
  }
}

// MARK: - What the digest may bring later

extension OwedArticles {
  /// Hidden articles that other digests have issued, and that this one may include when they are shown again.
  func hiddenNews(for handovers: [Handover]) throws -> Set<Article.ID> {
    let recent = handovers.filter(mayReturn)
    if recent.isEmpty { return [] }
    let own = selector.digest.name
    let others = Set(site.digests.map(\.name)).union(recent.flatMap { $0.formers.map(\.digest) }).subtracting([own])
    let since = try selector.selection(for: slot, at: now).window.after
    var found = Set(try ledger.articles(publishedAfter: now, or: []).map(\.id))
    for other in others.sorted() {
      found.formUnion(try ledger.hidden(issuedBy: other, since: since, unsettledIn: own).map(\.id))
    }
    return found.subtracting(try ledger.settled(in: own)).subtracting(known)
  }
}

// MARK: - The next issue of a former digest

extension OwedArticles {
  private mutating func pending(in former: Handover.Former) throws -> [Article.ID] {
    let next = try nexts[former.digest] ?? self.next(of: former.digest)
    nexts[former.digest] = next
    let feeds = next.feeds.filter { former.follows.includes($0.name) }
    return next.articles.filter { article in feeds.contains { $0.matches(article) } }.map(\.id)
  }

  private func next(of name: String) throws -> Next {
    let digest = try self.digest(name)
    let former = Selector(site: site, ledger: ledger, digest: digest)
    guard let next = try slot(of: former) else { return Next(feeds: [], articles: []) }
    let news = try former.news(for: next, at: now)
    return Next(feeds: site.feeds(of: digest), articles: news + (try hidden(from: former, next)))
  }

  /// A digest that is no longer in the settings still owes its articles.
  private func digest(_ name: String) throws -> Digest {
    if let digest = site.digest(name) { return digest }
    var digest = Digest(name: name, cron: selector.digest.cron)
    digest.lookback = selector.digest.lookback
    digest.feeds = selector.digest.feeds
    if let feeds = try ledger.lastFeeds(of: name) { digest.feeds = feeds == .all ? nil : feeds.names }
    return digest
  }

  private func slot(of former: Selector) throws -> Slot? {
    guard site.digest(former.digest.name) == nil else { return try former.nextSlot(at: now) }
    return Slot(digest: former.digest.name, wallTime: slot.wallTime, due: slot.due)
  }

  /// Articles that the new digest has issued, so it will not include them again, and that are hidden now.
  private func hidden(from former: Selector, _ next: Slot) throws -> [Article] {
    let selection = try former.selection(for: next, at: now)
    let gone = try ledger.hidden(
      issuedBy: selector.digest.name, since: selection.window.after, unsettledIn: former.digest.name)
    let settled = try ledger.settled(in: selector.digest.name)
    let ahead = try ledger.articles(publishedAfter: now, or: []).filter { settled.contains($0.id) }
    return gone.filter { selection.verdict(on: $0) == .news } + ahead.filter { !selection.settled.contains($0.id) }
  }
}
