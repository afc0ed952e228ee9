internal import Model
internal import Time

/// The polls of one run: each is recorded as it ends.
struct UpstreamRound {
  struct Asked {
    let settings: UpstreamSettings
    let rule: PollRule
    /// See ``PollState/settingsKey``.
    let key: String
    let state: PollState
    let question: UpstreamQuestion
  }

  let site: Site
  let ledger: any UpstreamLedger
  let now: Instant
  private(set) var states: [String: PollState]
  private(set) var waits: [HostWait]
  private(set) var notices: [String] = []
  private(set) var countRead = 0
  /// States of sources with nothing new that would not be fetched earlier if these states were lost; recorded together at the
  /// end.
  private var quiet: [String: PollState] = [:]
  private var knownTopics: Set<TopicSlug>?

  init(site: Site, ledger: any UpstreamLedger, now: Instant, states: [String: PollState], waits: [HostWait]) {
    self.site = site
    self.ledger = ledger
    self.now = now
    self.states = states
    self.waits = waits
  }

  /// The states to record before the requests, so that after a run that is killed the next does not ask again at once.
  static func asking(_ asked: [Asked], at now: Instant) -> [String: PollState] {
    Dictionary(
      asked.map { ($0.settings.name, $0.rule.asking($0.state, at: now)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The question with what is known about the source, for kinds that request pages of items.
  func question(_ asked: Asked) throws -> UpstreamQuestion {
    var question = asked.question
    if asked.settings.kind == .feed { return question }
    question.known = Set(try ledger.aliases(of: asked.settings.name).map(\.key))
    return question
  }

  mutating func note(_ poll: any UpstreamPoll, of asked: Asked) throws {
    guard let answer = poll.decisive else {
      // Nothing was requested, so it stays due.
      quiet[asked.settings.name] = asked.state
      return
    }
    switch poll.outcome() {
    case .document(let document, let hash): try record(document, hash ?? "", answer, asked)
    case .unchanged:
      let isWhole = if case .document = answer.result { true } else { false }
      try conclude(answer, isWhole ? .same : .nothing, asked)
    case .unanswered: try conclude(answer, .nothing, asked)
    case .unreadable(let failure): try conclude(answer, .unreadable(failure.sentence), asked)
    }
  }

  /// Records the states that were not recorded when they came.
  mutating func finish() throws {
    try ledger.note(quiet, waits: [])
    quiet = [:]
  }

  private mutating func record(
    _ document: UpstreamDocument, _ hash: String, _ answer: FetchAnswer, _ asked: Asked
  ) throws {
    var fetch = UpstreamFetch(
      asked.settings, site, ledger, state: asked.state, settingsKey: asked.key, at: now)
    try fetch.read(document, knownTopics: try topics(for: asked.settings))
    let reading = PollReading.Document(
      document, hash: hash, hasKnownItem: fetch.hasKnownItem, hasNews: fetch.hasNews)
    let outcome = outcome(answer, .document(reading), asked)
    fetch.recorded.state = outcome.state
    fetch.recorded.waits = outcome.waits
    try ledger.record(fetch.recorded)
    countRead += fetch.recorded.changes.reduce(0) { $0 + $1.read.count }
    if !fetch.recorded.changes.isEmpty { knownTopics = nil }
    follow(outcome, asked)
  }

  /// A transaction for each of many hundred sources that have nothing new would take longer than asking them.
  private mutating func conclude(_ answer: FetchAnswer, _ reading: PollReading, _ asked: Asked) throws {
    let outcome = outcome(answer, reading, asked)
    if isAsGood(asked.rule.asking(asked.state, at: now), as: outcome) {
      quiet[asked.settings.name] = outcome.state
    } else {
      try ledger.note([asked.settings.name: outcome.state], waits: outcome.waits)
    }
    follow(outcome, asked)
  }

  /// Whether, if the run is killed, the record of the request alone leaves the source alone for as long as the response
  /// demands.
  private func isAsGood(_ asking: PollState, as outcome: PollOutcome) -> Bool {
    guard outcome.waits.isEmpty, outcome.state.failure == nil, let next = outcome.state.next else { return false }
    return outcome.state.begun != nil && asking.next.map { next <= $0 } ?? false
  }

  private func outcome(_ answer: FetchAnswer, _ reading: PollReading, _ asked: Asked) -> PollOutcome {
    asked.rule.outcome(
      of: answer, to: asked.question.first, reading: reading, after: asked.state, waits: waits, at: now)
  }

  private mutating func follow(_ outcome: PollOutcome, _ asked: Asked) {
    states[asked.settings.name] = outcome.state
    for wait in outcome.waits { waits = waits.filter { $0.host != wait.host } + [wait] }
    if let notice = outcome.notice { notices.append("sources.\(asked.settings.name): \(notice)") }
  }

  /// Topics that some article or feed has; only read if a source needs them.
  private mutating func topics(for settings: UpstreamSettings) throws -> Set<TopicSlug> {
    guard settings.topicsFrom == .known else { return [] }
    if let knownTopics { return knownTopics }
    var topics = Set(try ledger.shelvedArticles().flatMap(\.article.topics).map(\.slug))
    topics.formUnion(site.feeds.flatMap { ($0.topics.anyOf ?? []).union($0.topics.allOf) })
    topics.formUnion(site.aliases.values.map(\.slug))
    knownTopics = topics
    return topics
  }
}
