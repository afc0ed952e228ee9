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
    let owed = try handovers.map { try supply.owed(to: $0) }
    let hidden = try supply.hiddenNews(for: handovers)
    let candidates = owed.reduce(own.union(hidden)) { $0.union($1.ids) }
    let received = try ledger.received(handovers.map(\.subscription), among: candidates)
    let selection = try selection(for: issue.slot, at: now)
    var plan = HandoverShares()
    for (handover, owed) in zip(handovers, owed) {
      let had = received[handover.subscription] ?? ReceivedArticles()
      let new = owed.visible.filter { !had.ever.contains($0.id) }
      let later = owed.hidden.filter { !had.ever.contains($0) }
      plan.add(
        handover, of: issue, selection, received: had, owed: new.filter { !unmailable.contains($0.id) },
        later: new.map(\.id).filter(unmailable.contains) + later)
      plan.shares[plan.shares.count - 1].mayRepeat =
        supply.mayReturn(handover) && !had.formerly.isDisjoint(with: hidden)
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

/// What one reader gets of an issue.
package enum ReaderShare: Hashable, Sendable {
  /// The same as all others who follow these feeds.
  case usual
  /// These sections, because they changed to the digest.
  case own([Issue.Section])
  case nothing
}

extension Selector {
  /// The part of an issue frozen now that a reader who changed to the digest would get.
  ///
  /// - Parameter subscription: its number.
  package func share(
    of issue: Issue, _ selected: Selected, at now: Instant, for subscription: Int64
  ) throws -> ReaderShare {
    let handover = try ledger.handovers(of: digest.name).first { $0.subscription == subscription }
    guard let handover else { return .usual }
    let plan = try shares(of: issue, selected.waiting.map(\.id), for: [handover], at: now)
    guard let share = plan.shares.first, case .edition(let key) = share.contents else { return .nothing }
    return key.variant == 0 ? .usual : .own(plan.variants[key.variant - 1])
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
