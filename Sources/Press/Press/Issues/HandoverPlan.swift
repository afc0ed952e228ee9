package import Model
package import Time

extension Selector {
  /// The shares of these readers in an issue. The cost grows with their number, which is nearly always 0.
  ///
  /// - Parameters:
  ///   - waiting: news that did not fit.
  ///   - unmailable: articles that cannot be rendered, which wait.
  func shares(
    of issue: Issue, _ waiting: [Article.ID], for handovers: [Handover], at now: Instant,
    besides unmailable: Set<Article.ID> = []
  ) throws -> HandoverShares {
    if handovers.isEmpty { return .none }
    let own = Set(issue.articles.map(\.id))
    var supply = OwedArticles(self, at: now, slot: issue.slot, known: own.union(waiting))
    let owed = try handovers.map { try supply.articles(for: $0) }
    let candidates = own.union(owed.flatMap { $0.map(\.id) })
    let received = try ledger.received(handovers.map(\.subscription), among: candidates)
    let selection = try selection(for: issue.slot, at: now)
    var plan = HandoverShares()
    for (handover, owed) in zip(handovers, owed) {
      let had = received[handover.subscription] ?? ReceivedArticles()
      let new = owed.filter { !had.ever.contains($0.id) }
      plan.add(
        handover, of: issue, selection, received: had, owed: new.filter { !unmailable.contains($0.id) },
        later: new.map(\.id).filter(unmailable.contains))
    }
    return plan
  }

  /// The next issue, as of now, for one reader who changed to the digest; nil if there is no such reader, or nothing new for
  /// them.
  ///
  /// - Parameter subscription: its number.
  package func upcoming(at now: Instant, handedTo subscription: Int64) throws -> Issue? {
    let handover = try ledger.handovers(of: digest.name).first { $0.subscription == subscription }
    guard let handover, let (issue, waiting) = try upcomingWithRest(at: now) else { return nil }
    let plan = try shares(of: issue, waiting, for: [handover], at: now)
    guard let share = plan.shares.first, case .edition(let key) = share.contents else { return nil }
    if key.variant == 0 { return issue }
    return Issue(digest: digest.name, number: 0, slot: issue.slot, sections: plan.variants[key.variant - 1])
  }
}

extension HandoverShares {
  fileprivate mutating func add(
    _ handover: Handover, of issue: Issue, _ selection: Selection, received: ReceivedArticles, owed: [Article],
    later: [Article.ID]
  ) {
    let own = selection.sections(
      of: issue, following: handover.follows, without: received.formerly, adding: owed)
    var share = HandoverShare(of: handover, contents(own.sections, issue, handover))
    share.added = own.added
    share.rest = own.rest + later
    shares.append(share)
  }

  /// Readers with the same articles share an edition.
  private mutating func contents(
    _ sections: [Issue.Section], _ issue: Issue, _ handover: Handover
  ) -> HandoverShare.Contents {
    if sections.isEmpty { return .nothing }
    let usual = issue.feeds(of: handover.follows)
    if Self.ids(sections) == Self.ids(issue.sections.filter { usual.contains($0.feed) }) {
      return .edition(EditionKey(usual))
    }
    let place = variants.firstIndex { Self.ids($0) == Self.ids(sections) } ?? variants.count
    if place == variants.count { variants.append(sections) }
    return .edition(EditionKey(sections.map(\.feed), variant: place + 1))
  }

  private static func ids(_ sections: [Issue.Section]) -> [[String]] {
    sections.map { [$0.feed.text] + $0.articles.map(\.id.text) }
  }
}

/// Finds the articles that readers' former digests owe them.
private struct OwedArticles {
  let site: Site
  let ledger: any SelectedLedger
  let now: Instant
  let slot: Slot
  /// Articles that come in any case: with the issue, or with a later one of the digest.
  let known: Set<Article.ID>
  /// Articles that the next issue of each former digest would bring.
  private var pending: [String: [Article]] = [:]
  private var whole: [Article.ID: Article?] = [:]

  init(_ selector: Selector, at now: Instant, slot: Slot, known: Set<Article.ID>) {
    site = selector.site
    ledger = selector.ledger
    self.now = now
    self.slot = slot
    self.known = known
  }

  /// The owed articles, oldest first, with bodies.
  mutating func articles(for handover: Handover) throws -> [Article] {
    var ids = Set(handover.owed)
    for former in handover.formers where former.waits {
      ids.formUnion(try ledger.missed(from: former))
      ids.formUnion(try pending(in: former))
    }
    return try ids.subtracting(known).compactMap { try article($0) }.sorted { Article.newestFirst($1, $0) }
  }

  private mutating func pending(in former: Handover.Former) throws -> [Article.ID] {
    guard let digest = site.digest(former.digest) else { return [] }
    let articles = try pending[former.digest] ?? pending(in: digest)
    pending[former.digest] = articles
    let feeds = site.feeds(of: digest).filter { former.follows.includes($0.name) }
    return articles.filter { article in feeds.contains { $0.topics.matches(article.topics) } }.map(\.id)
  }

  private func pending(in digest: Digest) throws -> [Article] {
    let selector = Selector(site: site, ledger: ledger, digest: digest)
    guard let next = try selector.nextSlot(at: now) else { return [] }
    return try selector.news(for: next, at: now)
  }

  /// The article; nil if it may not be shown now or at the slot, or is dated after the slot, so that a later issue brings it.
  private mutating func article(_ id: Article.ID) throws -> Article? {
    if let known = whole[id] { return known }
    let found = try ledger.articles([id]).first?.shown(at: now)
    let article = found.flatMap { article in
      let isVisible = article.isVisible(at: now) && article.isVisible(at: max(slot.due, now))
      return isVisible && article.published <= slot.due ? article : nil
    }
    whole[id] = .some(article)
    return article
  }
}
