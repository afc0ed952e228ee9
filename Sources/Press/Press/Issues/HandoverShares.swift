internal import Digests
internal import Model
internal import Time

/// What readers who changed to a digest get of its issue: without what their former digest brought, and with what it would
/// have brought next and the issue lacks (docs/decisions/0072-moving-between-digests.md).
struct HandoverShares {
  var shares: [HandoverShare] = []
  /// Articles by section, of each variant: its number is its place, from 1.
  var variants: [[Issue.Section]] = []

  static let none = HandoverShares()
}

extension PressRun {
  /// The shares, and the editions of their variants. An article that cannot be rendered waits, as in an issue.
  func handoverEditions(
    of issue: Issue, _ selected: Selector.Selected, _ digest: Digest
  ) throws -> (plan: HandoverShares, editions: [FrozenEdition]) {
    var unmailable: Set<Article.ID> = []
    while true {
      let plan = try handoverShares(of: issue, selected, digest, besides: unmailable)
      do {
        return (plan, try editions(of: plan, issue, selected, digest))
      } catch let fault as RenderingFault {
        let found = try self.unmailable(plan.variants.flatMap(\.self), for: issue.slot, of: digest).map(\.id)
        if Set(found).subtracting(unmailable).isEmpty { throw fault }
        unmailable.formUnion(found)
      }
    }
  }

  /// Nearly always none. The cost grows with the number of readers who changed to the digest since its last issue.
  private func handoverShares(
    of issue: Issue, _ selected: Selector.Selected, _ digest: Digest, besides unmailable: Set<Article.ID>
  ) throws -> HandoverShares {
    let handovers = try ledger.handovers(of: digest.name)
    if handovers.isEmpty { return .none }
    let known = Set(issue.articles.map(\.id)).union(selected.waiting.map(\.id))
    var supply = OwedArticles(press: self, slot: issue.slot, known: known)
    let owed = try handovers.map { try supply.articles(for: $0) }
    let candidates = Set(issue.articles.map(\.id)).union(owed.flatMap { $0.map(\.id) })
    let received = try ledger.received(handovers.map(\.subscription), among: candidates)
    let selection = try Selector(site: site, ledger: ledger, digest: digest).selection(for: issue.slot, at: now)
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

  /// The editions of variants.
  private func editions(
    of plan: HandoverShares, _ issue: Issue, _ selected: Selector.Selected, _ digest: Digest
  ) throws -> [FrozenEdition] {
    if plan.variants.isEmpty { return [] }
    let every = Issue(
      digest: issue.digest, number: issue.number, slot: issue.slot,
      sections: issue.sections + plan.variants.flatMap(\.self))
    let renderer = try editionRenderer(for: digest, related: related(to: every, besides: selected))
    let mails = try messageRenderer(of: digest.name)
    return try plan.variants.enumerated().map { place, sections in
      try RenderingFault.wrap("\(issue.slot.key): nothing is mailed") {
        let variant = Issue(digest: issue.digest, number: issue.number, slot: issue.slot, sections: sections)
        let edition = try renderer.editions(of: variant).edition(following: sections.map(\.feed))
        try edition.map { try mails.check($0, issue: issue.number, date: issue.slot.due) }
        return edition?.asVariant(place + 1)
      }
    }
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

/// Finds the articles that readers are owed by their former digests.
private struct OwedArticles {
  let press: PressRun
  let slot: Slot
  /// Articles that come anyway: with the issue, or with a later one of the digest.
  let known: Set<Article.ID>
  /// By former digest: what its next issue would bring.
  private var pending: [String: [Article]] = [:]
  private var whole: [Article.ID: Article?] = [:]

  init(press: PressRun, slot: Slot, known: Set<Article.ID>) {
    self.press = press
    self.slot = slot
    self.known = known
  }

  /// Oldest first, with bodies.
  mutating func articles(for handover: Handover) throws -> [Article] {
    var ids = Set(handover.owed)
    for former in handover.formers where former.waits {
      ids.formUnion(try press.ledger.missed(from: former))
      ids.formUnion(try pending(in: former))
    }
    return try ids.subtracting(known).compactMap { try article($0) }.sorted { Article.newestFirst($1, $0) }
  }

  private mutating func pending(in former: Handover.Former) throws -> [Article.ID] {
    guard let digest = press.site.digest(former.digest) else { return [] }
    let articles = try pending[former.digest] ?? pending(in: digest)
    pending[former.digest] = articles
    let feeds = press.site.feeds(of: digest).filter { former.follows.includes($0.name) }
    return articles.filter { article in feeds.contains { $0.topics.matches(article.topics) } }.map(\.id)
  }

  private func pending(in digest: Digest) throws -> [Article] {
    let selector = Selector(site: press.site, ledger: press.ledger, digest: digest)
    guard let next = try selector.nextSlot(at: press.now) else { return [] }
    return try selector.news(for: next, at: press.now)
  }

  /// Nil if it must not be shown now, or is dated after the slot: then a later issue brings it.
  private mutating func article(_ id: Article.ID) throws -> Article? {
    if let known = whole[id] { return known }
    let moment = max(slot.due, press.now)
    let found = try press.ledger.articles([id]).first?.shown(at: press.now)
    let article = found.flatMap { $0.isVisible(at: moment) && $0.published <= slot.due ? $0 : nil }
    whole[id] = .some(article)
    return article
  }
}
