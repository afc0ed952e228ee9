internal import Cryptography
package import Model
package import Time

/// The parts of the ledger that a selection reads and that settle its slot.
package typealias SelectedLedger = ArticleShelf & SlotBook & IssueBook

/// Selects from the ledger what is currently news for a slot of a digest.
package struct Selector {
  let site: Site
  let ledger: any SelectedLedger
  let digest: Digest

  package init(site: Site, ledger: any SelectedLedger, digest: Digest) {
    self.site = site
    self.ledger = ledger
    self.digest = digest
  }

  package struct Selected {
    /// In the order in which they are included, without bodies.
    package let news: [Article]
    package let sections: [Issue.Section]
    /// News that did not fit; without bodies, like the sections.
    package let waiting: [Article]
    /// Identifies the articles of the sections, in their order.
    package var fingerprint: String {
      let lines = sections.flatMap { section in section.articles.map { "\(section.feed) \($0.id.text)" } }
      return lowercaseHex(sha256(lines.joined(separator: "\n").utf8).prefix(16))
    }
    /// Before the first issue: articles that are too old for it and will never be news.
    package let past: [Article.ID]

    package init(news: [Article], sections: [Issue.Section], waiting: [Article], past: [Article.ID]) {
      self.news = news
      self.sections = sections
      self.waiting = waiting
      self.past = past
    }
  }

  /// - Parameter unmailable: news that cannot be rendered, and waits.
  package func select(_ slot: Slot, at now: Instant, without unmailable: Set<Article.ID> = []) throws -> Selected {
    let selection = try selection(for: slot, at: now)
    let articles = try ledger.articles(publishedAfter: selection.reach, or: selection.waiting)
    let all = selection.news(among: articles)
    let news = all.filter { !unmailable.contains($0.id) }
    let (sections, full) = selection.sections(of: news)
    let waiting = full + all.filter { unmailable.contains($0.id) }
    let whole = try ledger.withBodies(sections, at: now)
    return Selected(news: news, sections: try spelled(whole, at: now), waiting: waiting, past: try past(selection))
  }

  /// The sections with each topic in its one spelling.
  private func spelled(_ sections: [Issue.Section], at now: Instant) throws -> [Issue.Section] {
    if sections.isEmpty { return [] }
    let visible = try ledger.articleTopics().lazy.filter { $0.isVisible(at: now) }
    let spelling = TopicSpelling(visible.map(\.topics), on: site)
    return sections.map { section in
      Issue.Section(feed: section.feed, title: section.title, articles: section.articles.map(spelling.spelled))
    }
  }

  /// News for a slot, which may be in the future; only articles that may be shown now, without bodies.
  package func news(for slot: Slot, at now: Instant) throws -> [Article] {
    let selection = try selection(for: slot, at: now)
    let articles = try ledger.articles(publishedAfter: selection.reach, or: selection.waiting)
    return selection.news(among: articles).filter { $0.isVisible(at: now) }
  }

  /// The slot of the next issue: one that is released or due now, otherwise the next one; nil if there is none.
  package func nextSlot(at now: Instant) throws -> Slot? {
    if let released = try ledger.openSlots(of: digest.name).first(where: { $0.state == .released }) {
      return released.slot
    }
    let since = try ledger.beginning(of: digest.name) ?? now
    let last = try ledger.newestSlot(of: digest.name)?.slot.due
    if case .due(let slot, _) = digest.agenda(since: since, last: last, now: now, zone: site.zone) { return slot }
    return digest.slot(after: max(now, since, last ?? since), zone: site.zone)
  }

  /// The next issue, as of now, without bodies; nil if the digest is never due. It has nothing under embargo.
  package func upcoming(at now: Instant) throws -> Issue? { try upcomingWithRest(at: now)?.issue }

  /// - rest: news that would not fit.
  func upcomingWithRest(at now: Instant) throws -> (issue: Issue, rest: [Article.ID])? {
    guard let slot = try nextSlot(at: now) else { return nil }
    let (sections, rest) = try selection(for: slot, at: now).sections(of: news(for: slot, at: now))
    return (Issue(digest: digest.name, number: 0, slot: slot, sections: sections), rest.map(\.id))
  }

  /// The slot whose news waits for `courant release`; nil if none does.
  package func heldSlot() throws -> Slot? { try ledger.openSlots(of: digest.name).last { $0.state == .held }?.slot }

  package func selection(for slot: Slot, at now: Instant) throws -> Selection {
    let settled = try ledger.newestSettledSlot(of: digest.name)
    let window = digest.window(
      of: slot, settledThrough: settled?.slot.due, start: try start(slot), zone: site.zone)
    var selection = Selection(
      digest: digest, feeds: site.feeds(of: digest), window: window, moment: max(slot.due, now))
    selection.settled = try ledger.settled(in: digest.name)
    selection.waiting = try ledger.waiting(in: digest.name)
    if settled == nil { selection.newcomers = try newcomers() }
    selection.pinned = try ledger.pinned(in: digest)
    return selection
  }

  /// Articles that arrived after the digest's first run.
  private func newcomers() throws -> Set<Article.ID> {
    try ledger.beginning(of: digest.name).map(ledger.articles(arrivedAfter:)) ?? []
  }

  /// The slot before the digest's first one: where its news begins.
  private func start(_ slot: Slot) throws -> Instant {
    let first = try ledger.beginning(of: digest.name).flatMap { digest.slot(after: $0, zone: site.zone) } ?? slot
    return digest.slot(before: first.due, zone: site.zone)?.due ?? first.due
  }

  /// By set, not by clock: articles that are old when the digest begins are settled then, one by one, so `lookback` never makes
  /// them news later.
  private func past(_ selection: Selection) throws -> [Article.ID] {
    guard try ledger.newestSettledSlot(of: digest.name) == nil else { return [] }
    return try ledger.articleTopics()
      .filter { $0.published <= selection.window.after && !selection.isNewcomer($0.id, published: $0.published) }
      .map(\.id).sorted()
  }
}

extension ArticleShelf {
  /// The articles that a digest pins and that exist, in its order.
  package func pinned(in digest: Digest) throws -> [Article.ID] {
    if digest.pinned.isEmpty { return [] }
    let known = PinnedArticles(try shelvedArticles().map(\.article), try places())
    return digest.pinned.compactMap(known.id)
  }

  /// The same sections with whole articles as they may be shown at `now`. Of a hundred thousand candidates, only a few
  /// are included.
  package func withBodies(_ sections: [Issue.Section], at now: Instant) throws -> [Issue.Section] {
    let whole = try articles(sections.flatMap(\.articles).map(\.id)).map { $0.shown(at: now) }
    let byID = Dictionary(whole.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return sections.map { section in
      Issue.Section(
        feed: section.feed, title: section.title, articles: section.articles.map { byID[$0.id] ?? $0 })
    }
  }
}
