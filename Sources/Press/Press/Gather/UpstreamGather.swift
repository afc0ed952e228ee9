package import Model
internal import Time

/// Step 2 of a run, first part: polls the sources that are due, before the folders are gathered.
extension PressRun {
  /// A digest never waits longer than this for sources.
  private static let longestStep = Duration.seconds(120)

  func gatherUpstreams(_ report: inout RunReport) throws {
    var states = try ledger.pollStates()
    if site.upstreams.isEmpty, states.isEmpty { return }
    try forgetRetired(&states)
    try reportLost(&states, &report)
    try handOverRetired(&states)
    try letInReleased(states, &report)
    try settleLosses(states)
    if let fetcher = ways.fetcher, let reader = ways.upstreams {
      try askUpstreams(fetcher, reader, &states, &report)
    }
    try reportTroubles(&states, &report)
    try reportRemarks(&states, &report)
    try reportHeld(&report)
  }

  /// A source that is no longer in settings gets an unconditional request if it ever returns.
  private func forgetRetired(_ states: inout [String: PollState]) throws {
    let named = Set(site.upstreams.map(\.name))
    var retired: [String: PollState] = [:]
    for (name, state) in states where !named.contains(name) {
      states[name] = nil
      guard state.wholeAt != nil || !state.validators.isEmpty || state.bodyHash != nil else { continue }
      var state = state
      state.validators = Validators()
      state.bodyHash = nil
      state.wholeAt = nil
      retired[name] = state
    }
    try ledger.note(retired, waits: [])
  }

  /// Shelves the articles that the operator released.
  private func letInReleased(_ states: [String: PollState], _ report: inout RunReport) throws {
    let released = try ledger.heldArticles().filter { $0.released != nil }
    for source in Set(released.map(\.source)).sorted() {
      guard let state = states[source] else { continue }
      let all = try ledger.releasedArticles(of: source)
      let shelved = Set(try ledger.places(of: all.map(\.id)).map(\.id))
      let articles = all.filter { !shelved.contains($0.id) }
      var fetch = RecordedFetch(source: source, state: state, now: now)
      fetch.changes = [UpstreamFetch.changes(shelving: articles, of: source, at: now)]
      fetch.letIn = all.map(\.id)
      let since = Dictionary(
        released.filter { $0.source == source }.map { ($0.id, $0.since) }, uniquingKeysWith: { first, _ in first })
      for digest in site.digests { fetch.waiting[digest.name] = missed(articles, since: since, by: digest) }
      try ledger.record(fetch)
      report.articlesRead += articles.count
    }
  }

  /// Articles that would have been news if they had not been held. By now they may be older than a digest's `lookback`.
  private func missed(_ articles: [Article], since: [Article.ID: Instant], by digest: Digest) -> [Article.ID] {
    let feeds = site.feeds(of: digest)
    let news = articles.filter { article in
      guard let held = since[article.id], feeds.contains(where: { $0.matches(article) }) else {
        return false
      }
      return digest.mayBeNews(article.published, at: held, zone: site.zone)
    }
    return news.map(\.id).sorted()
  }

  /// Withdraws articles that a mirrored source has lost and the operator released. Any other source with losses was missing
  /// from the settings for a while, and is back.
  private func settleLosses(_ states: [String: PollState]) throws {
    let losses = Dictionary(grouping: try ledger.losses(), by: \.place.source)
    for settings in site.upstreams {
      guard let lost = losses[settings.name], let state = states[settings.name] else { continue }
      let released = settings.isMirror ? lost.filter { $0.released != nil } : []
      if settings.isMirror, released.isEmpty { continue }
      var changes = UpstreamFetch.changes([], gone: released.map(\.place.path), of: settings.name, at: now)
      if settings.isMirror { changes.held = lost.filter { $0.released == nil }.map(\.place.path) }
      var fetch = RecordedFetch(source: settings.name, state: state, now: now)
      fetch.changes = [changes]
      try ledger.record(fetch)
    }
  }

  private func askUpstreams(
    _ fetcher: any Fetcher, _ reader: any UpstreamReader, _ states: inout [String: PollState],
    _ report: inout RunReport
  ) throws {
    var round = UpstreamRound(site: site, ledger: ledger, now: now, states: states, waits: try ledger.hostWaits())
    let desk = UpstreamRequests(site: site, folder: folder, now: now)
    let asked = site.upstreams.compactMap { settings -> UpstreamRound.Asked? in
      let key = site.settingsKey(of: settings)
      let rule = PollRule(settings, settingsKey: key)
      let recorded = round.states[settings.name] ?? PollState()
      guard rule.due(recorded, waits: round.waits, at: now) == .now else { return nil }
      let state = rule.current(recorded)
      do throws(Finding) {
        let question = try desk.question(about: settings, rule, state)
        return UpstreamRound.Asked(settings: settings, rule: rule, key: key, state: state, question: question)
      } catch {
        report.fail(error.description, .badConfiguration)
        return nil
      }
    }
    if asked.isEmpty { return }
    try ledger.note(UpstreamRound.asking(asked, at: now), waits: [])
    let polls = try asked.map { reader.poll(try round.question($0)) }
    try fetcher.run(polls, limit: Self.longestStep) { position, conversation in
      guard let poll = conversation as? any UpstreamPoll else { return }
      try round.note(poll, of: asked[position])
    }
    try round.finish()
    states = round.states
    report.articlesRead += round.countRead
    report.notices += round.notices.sorted()
  }
}

// MARK: - Reports

extension PressRun {
  /// A failing source is not reported for a day, unless it was never read; then once, then weekly. Its articles stay.
  private func reportTroubles(_ states: inout [String: PollState], _ report: inout RunReport) throws {
    var reported: [String: PollState] = [:]
    for settings in site.upstreams {
      guard let state = states[settings.name] else { continue }
      // A failure under older settings may be fixed by now; a source that was polled again has a current one.
      let rule = PollRule(settings, settingsKey: site.settingsKey(of: settings))
      guard let trouble = rule.trouble(rule.current(state), at: now, shown: site.zone.shown) else { continue }
      report.codes.insert(.unreachable)
      guard trouble.isToldNow else { continue }
      let rest = state.begun == nil ? "" : "; its articles stay as they are"
      report.problems.append("sources.\(settings.name): \(trouble.sentence)\(rest)")
      reported[settings.name] = state
      reported[settings.name]?.reported = now
    }
    try ledger.note(reported, waits: [])
    states.merge(reported) { $1 }
  }

  private func reportLost(_ states: inout [String: PollState], _ report: inout RunReport) throws {
    var lost: [String: PollState] = [:]
    for (name, state) in states.sorted(by: { $0.key < $1.key }) where state.isLost == true {
      report.problems.append(
        "sources.\(name): the ledger's record of its last checks cannot be read; starting afresh, its articles stay as "
          + "they are")
      lost[name] = state
      lost[name]?.isLost = nil
    }
    try ledger.note(lost, waits: [])
    states.merge(lost) { $1 }
  }

  /// How many remarks on one document a run reports; any more are only counted.
  private static let mostRemarks = 3

  /// Remarks on documents are reported once, when they are new.
  private func reportRemarks(_ states: inout [String: PollState], _ report: inout RunReport) throws {
    var reported: [String: PollState] = [:]
    for settings in site.upstreams {
      guard var state = states[settings.name], var remarks = state.remarks else { continue }
      let new = remarks.filter { $0.isCurrent && !$0.isReported }.map(\.text)
      if new.isEmpty { continue }
      let place = "sources.\(settings.name)"
      report.notices += new.prefix(Self.mostRemarks).map { "\(place): \($0)" }
      if new.count > Self.mostRemarks {
        let rest = new.count - Self.mostRemarks
        report.notices.append(
          "\(place): \(rest) more remark\(rest == 1 ? "" : "s") on its document; "
            + "`courant sources try \(settings.name)` shows all")
      }
      for index in remarks.indices where remarks[index].isCurrent { remarks[index].isReported = true }
      state.remarks = remarks
      reported[settings.name] = state
    }
    try ledger.note(reported, waits: [])
    states.merge(reported) { $1 }
  }

  /// Held articles are reported when they are new, then daily, like losses.
  private func reportHeld(_ report: inout RunReport) throws {
    let named = Set(site.upstreams.map(\.name))
    let held = try ledger.heldArticles().filter { $0.released == nil && named.contains($0.source) }
    let waiting = Dictionary(grouping: held, by: \.source)
    for (source, held) in waiting.sorted(by: { $0.key < $1.key }) {
      report.codes.insert(.waiting)
      let sentence = Self.sentence(source, heldArticles: held)
      if try isUnreported(sentence, of: source, as: "held of") { report.problems.append(sentence) }
    }
  }

  package static func sentence(_ source: String, heldArticles held: [HeldArticle]) -> String {
    let what = held.count == 1 ? "1 new article waits" : "\(held.count) new articles wait"
    return "sources.\(source): \(what) (\"\(held[0].title)\"\(held.count == 1 ? "" : " …")), because they came at once "
      + "and are more than `max_new`; `courant release \(source)` lets them in"
  }
}
