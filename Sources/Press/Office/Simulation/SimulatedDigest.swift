package import Press
package import Model
package import Time

/// The issues that a digest's settings would have produced from the existing articles. Property names are the JSON keys.
package struct SimulatedDigest: Encodable, Sendable {
  package struct Row: Encodable, Sendable {
    package let slot: String
    package let state: Simulation.Outcome.State
    /// The ids of the articles in the issue; for a held slot, those that its release would send.
    package let articles: [String]
    /// The title of the first article.
    package let lead: String?
    /// The ids of news that does not fit and goes first next time.
    package let waiting: [String]
  }

  /// An article that was news for no slot.
  package struct Unmailed: Encodable, Sendable {
    package let article: String
    package let reason: String
  }

  package let digest: String
  package let rows: [Row]
  package let unmailed: [Unmailed]
  /// The most important facts about the rows, in sentences.
  package let summary: [String]
}

extension PressRun {
  /// Gathers first, so the press should use a copy of the ledger.
  ///
  /// - Parameter releasing: whether someone releases each held slot at once.
  package func simulate(
    _ digest: Digest, from start: Instant, until end: Instant, releasing: Bool, _ report: inout RunReport
  ) throws -> SimulatedDigest {
    try gather(&report)
    let feeds = site.feeds(of: digest)
    let simulation = Simulation(
      of: digest, feeds: feeds, articles: try ledger.shelvedArticles().map(\.article), from: start, until: end,
      zone: site.zone, releasing: releasing)
    return SimulatedDigest(digest, simulation)
  }
}

extension SimulatedDigest {
  init(_ digest: Digest, _ simulation: Simulation) {
    self.digest = digest.name
    rows = simulation.outcomes.map(Row.init)
    let end = simulation.outcomes.last?.slot.due
    unmailed = simulation.unmailed.map { Unmailed($0, through: end) }
    summary = Summary(of: digest, simulation).sentences
  }
}

extension SimulatedDigest.Row {
  fileprivate init(_ outcome: Simulation.Outcome) {
    slot = outcome.slot.key
    state = outcome.state
    articles = outcome.included.map(\.id.text)
    lead = outcome.included.first?.title
    waiting = outcome.waiting.map(\.id.text)
  }
}

extension SimulatedDigest.Unmailed {
  fileprivate init(_ article: Article, through end: Instant?) {
    self.article = article.id.text
    let hasExpired = end.map(article.isExpired) ?? false
    reason = hasExpired ? "it expired before its slot" : "its slot was held"
  }
}

/// Summarises the rows for someone who is choosing a schedule.
private struct Summary {
  let digest: Digest
  let outcomes: [Simulation.Outcome]
  let unmailed: Int

  init(of digest: Digest, _ simulation: Simulation) {
    self.digest = digest
    outcomes = simulation.outcomes
    unmailed = simulation.unmailed.count
  }

  var sentences: [String] {
    guard !outcomes.isEmpty else { return ["no slot falls due in this time"] }
    return [counts, sizes, held, waits].compactMap(\.self)
  }

  private var counts: String {
    let issues = outcomes.count { $0.state == .issued }
    let empty = outcomes.count { $0.state == .empty }
    let held = outcomes.count { $0.state == .held }
    return "\(outcomes.count) slots: \(issues) issued, \(empty) empty, \(held) held"
  }

  private var sizes: String? {
    let sizes = outcomes.filter { $0.state == .issued }.map(\.included.count).sorted()
    guard let least = sizes.first, let most = sizes.last else { return nil }
    return "articles in an issue: \(least) to \(most), half of the issues have \(sizes[sizes.count / 2]) or more"
  }

  private var held: String? {
    guard let first = outcomes.first(where: { $0.state == .held }) else { return nil }
    let news = first.included.count + first.waiting.count
    return "\(first.slot.key) is held: its \(news) new articles exceed hold_above = \(digest.holdAbove)"
  }

  private var waits: String? {
    let waited = outcomes.flatMap(\.waiting).reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
    guard let longest = waited.values.max() else { return nil }
    return "\(waited.count) articles waited, the longest for \(longest) \(longest == 1 ? "slot" : "slots"): "
      + "max_articles = \(digest.maxArticles) were before them in a feed"
  }
}
