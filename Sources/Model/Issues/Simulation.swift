package import Time

/// The issues that a digest would have produced from some articles if a run had been on time for each of its slots. A pure
/// function, without a ledger.
///
/// The digest begins at `start`, as if `courant run` saw it then for the first time. Each article arrives on its date.
package struct Simulation: Sendable {
  /// The outcome of one slot.
  package struct Outcome: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, Codable {
      case issued
      case empty
      /// More news than `hold_above`.
      case held
    }

    package let slot: Slot
    package let state: State
    /// News that is included, or that would be for a held slot; in order of inclusion.
    package let included: [Article]
    /// News that does not fit and goes first next time.
    package let waiting: [Article]
  }

  package let outcomes: [Outcome]
  /// Articles of the digest's feeds, dated within the simulated time, that were in no issue and are not waiting.
  package let unmailed: [Article]

  /// - Parameters:
  ///   - feeds: the digest's feeds, in its order.
  ///   - end: the last slot is due at this instant or earlier.
  ///   - releasing: whether someone releases each held slot at once. Otherwise it stays held, and the next slot absorbs
  ///     its news.
  package init(
    of digest: Digest, feeds: [Feed], articles: [Article], from start: Instant, until end: Instant, zone: Zone,
    releasing: Bool
  ) {
    var course = Course(digest: digest, feeds: feeds, articles: articles, start: start, zone: zone)
    var outcomes: [Outcome] = []
    var cursor = start
    while let slot = digest.slot(after: cursor, zone: zone), slot.due <= end {
      outcomes.append(course.settle(slot, releasing: releasing))
      cursor = slot.due
    }
    self.outcomes = outcomes
    unmailed = course.unmailed(through: outcomes.last?.slot.due)
  }
}

/// The state of a digest between two slots.
private struct Course {
  let digest: Digest
  let feeds: [Feed]
  let articles: [Article]
  let zone: Zone
  /// The slot before the first one: the start of the window for news.
  let begin: Instant
  let start: Instant
  var settled = Set<Article.ID>()
  var included = Set<Article.ID>()
  var waiting = Set<Article.ID>()
  var settledThrough: Instant?

  init(digest: Digest, feeds: [Feed], articles: [Article], start: Instant, zone: Zone) {
    self.digest = digest
    self.feeds = feeds
    self.articles = articles
    self.zone = zone
    self.start = start
    let first = digest.slot(after: start, zone: zone)?.due ?? start
    begin = digest.slot(before: first, zone: zone)?.due ?? first
  }

  mutating func settle(_ slot: Slot, releasing: Bool) -> Simulation.Outcome {
    let window = digest.window(of: slot, settledThrough: settledThrough, start: begin, zone: zone)
    var selection = Selection(digest: digest, feeds: feeds, window: window, moment: slot.due)
    selection.settled = settled
    selection.waiting = waiting
    let news = selection.news(among: articles)
    let (sections, rest) = selection.sections(of: news)
    let left = Set(rest.map(\.id))
    let chosen = news.filter { !left.contains($0.id) }
    let isHeld = news.count > digest.holdAbove
    if isHeld, !releasing { return .init(slot: slot, state: .held, included: chosen, waiting: rest) }
    if settledThrough == nil { settlePast(before: window) }
    settledThrough = slot.due
    guard !sections.isEmpty else { return .init(slot: slot, state: .empty, included: [], waiting: []) }
    settled.formUnion(chosen.map(\.id))
    included.formUnion(chosen.map(\.id))
    waiting = left
    return .init(slot: slot, state: isHeld ? .held : .issued, included: chosen, waiting: rest)
  }

  /// By set, as in ``Selection``: articles that are old at the first issue never become news.
  private mutating func settlePast(before window: Selection.Window) {
    settled.formUnion(articles.filter { $0.published <= window.after }.map(\.id))
  }

  func unmailed(through last: Instant?) -> [Article] {
    guard let last else { return [] }
    let index = FeedIndex(feeds)
    return articles.filter { article in
      article.published > start && article.published <= last && !included.contains(article.id)
        && !waiting.contains(article.id) && index.includes(article)
    }
  }
}
