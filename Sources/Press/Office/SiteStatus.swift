package import Model
package import Press
internal import Time

/// The state of a site, as `courant status` shows it. Property names are the keys of the JSON.
package struct SiteStatus: Encodable {
  package struct DigestStatus: Encodable {
    package let name: String
    package let confirmed: Int
    package let pending: Int
    package let ended: Int
    package let suppressed: Int
    /// Confirmed readers who have paused.
    package let paused: Int
    /// Whether schedule.conf names the digest; if not, its readers get nothing.
    package let named: Bool
  }

  package struct IssueStatus: Encodable {
    package let issue: String
    package let slot: String
    package let frozen: String
    package let cancelled: String?
    package let subject: String
    package let articles: Int
    package let deliveries: [String: Int]
  }

  package struct SourceStatus: Encodable {
    package let name: String
    package let state: SourceHealth.State
    package let remark: String?
  }

  /// A held slot.
  package struct HoldStatus: Encodable {
    package let slot: String
    /// See ``SlotHold/Reason``.
    package let reason: String?
    package let until: String?
    package let news: Int

    fileprivate init(_ recorded: RecordedSlot) {
      slot = recorded.slot.key
      reason = recorded.hold?.reason.rawValue
      until = recorded.hold?.until?.rfc3339
      news = recorded.news
    }
  }

  /// A pause of all mail.
  package struct PauseStatus: Encodable {
    package let reason: String
    package let since: String
    package let by: String
    /// Whether letters also wait.
    package let letters: Bool
  }

  /// Letters to single readers (docs/web.md).
  package struct LetterStatus: Encodable {
    package let waiting: Int
    /// When the oldest waiting letter was requested.
    package let waiting_since: String?
    /// Letters that failed in the last seven days.
    package let failed: Int
    /// The server's reply to the last letter that failed.
    package let reply: String?
  }

  /// The machine that gathers if several share the ledger.
  package struct GathererStatus: Encodable {
    package let host: String
    /// Its site folder.
    package let folder: String
    /// To the hour.
    package let last: String

    package init(_ machine: GatheringMachine) {
      host = machine.host
      folder = machine.folder
      last = machine.last.rfc3339
    }
  }

  /// A process that uses the ledger, if several machines may.
  package struct MachineStatus: Encodable {
    package let host: String
    package let process: Int64
    /// As a verb, for people.
    package let does: String
    /// When others may take over unless it renews its lease.
    package let until: String

    package init(_ machine: WorkingMachine) {
      host = machine.host
      process = machine.process
      does = machine.verb
      until = machine.until.rfc3339
    }
  }

  /// Why nothing is mailed, or what is wrong with the clock, one sentence each.
  package let doubts: [String]
  /// The operator's pause of all mail; nil if there is none.
  package let paused: PauseStatus?
  /// The processes at work; none unless the ledger is on a server.
  package let machines: [MachineStatus]
  /// The machine that gathers, publishes and freezes; nil if only one can, or no run has begun.
  package let gatherer: GathererStatus?
  package let last_run: String?
  /// When the last backup was made.
  package let last_backup: String?
  package let articles: Int
  package let faults: Int
  package let digests: [DigestStatus]
  package let deliveries: [String: Int]
  /// Letters; nil if none is waiting or has failed.
  package let letters: LetterStatus?
  package let oldest_open: String?
  package let next_attempt: String?
  package let held: [String]
  /// The same slots, with reason and end of the hold.
  package let holds: [HoldStatus]
  /// Losses and floods of sources that are held, one sentence each.
  package let losses: [String]
  /// Sources that are ended, failing, or quieter than ever, and those whose last document had something odd.
  package let sources: [SourceStatus]
  package let issues: [IssueStatus]
  /// What needs an operator, one sentence each.
  package let alerts: [String]

  /// - Parameter alerts: what needs an operator now; nil to find out.
  package init(_ press: PressRun, alerts: [Alert]? = nil) throws {
    let ledger = press.ledger
    let tallies = try ledger.tallies()
    doubts = try press.doubts()
    paused = try ledger.sendingPause().map {
      PauseStatus(reason: $0.reason, since: $0.since.rfc3339, by: $0.by, letters: $0.stopsLetters)
    }
    machines = try ledger.workingMachines().map(MachineStatus.init)
    let hasGatherer = ledger.isShared && press.site.ledger?.gather != .any
    gatherer = hasGatherer ? try GatheringMachine(in: ledger).map(GathererStatus.init) : nil
    last_run = try ledger.note("last_run")
    last_backup = try BackupAge(ledger, press.site.ledger).made?.rfc3339
    articles = try ledger.articleCount()
    faults = try ledger.faultCount()
    digests = try Self.digests(press.site, ledger)
    deliveries = Self.named(tallies.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
    letters = Self.letters(try ledger.letterTally(failedSince: press.now - Self.week))
    oldest_open = try ledger.oldestOpen()?.rfc3339
    next_attempt = try ledger.nextAttempt()?.rfc3339
    let heldSlots = try press.site.digests.flatMap { digest in
      try ledger.openSlots(of: digest.name).filter { $0.state == .held }
    }
    held = heldSlots.map(\.slot.key)
    holds = heldSlots.map(HoldStatus.init)
    losses = try Self.losses(ledger)
    sources = try Self.troubled(press)
    issues = try ledger.issues(of: nil, limit: 10).map { IssueStatus($0, Self.named(tallies[$0.id] ?? [:])) }
    self.alerts = try (alerts ?? press.alerts()).map(\.sentence)
  }

  /// Those in the settings, then those known only to the ledger.
  private static func digests(_ site: Site, _ ledger: any Ledger) throws -> [DigestStatus] {
    let names = site.digests.map(\.name)
    let named = Set(names)
    let gone = try ledger.recordedDigests().filter { !named.contains($0) }
    return try (names + gone).compactMap { name in
      let counts = try ledger.counts(of: name)
      let isNamed = named.contains(name)
      guard isNamed || !counts.isEmpty else { return nil }
      return DigestStatus(name, counts, try ledger.paused(in: name), isNamed: isNamed)
    }
  }

  private static func losses(_ ledger: any Ledger) throws -> [String] {
    let lost = Dictionary(grouping: try ledger.losses().filter { $0.released == nil }, by: \.place.source)
    let waiting = Dictionary(grouping: try ledger.heldArticles().filter { $0.released == nil }, by: \.source)
    return lost.sorted { $0.key < $1.key }.map(PressRun.sentence)
      + waiting.sorted { $0.key < $1.key }.map { PressRun.sentence($0, heldArticles: $1) }
  }

  private static func troubled(_ press: PressRun) throws -> [SourceStatus] {
    let polls = try press.ledger.pollStates()
    let site = press.site
    return site.upstreams.compactMap { source in
      guard let poll = polls[source.name] else { return nil }
      let health = SourceHealth(source, poll, at: press.now, in: site.zone, key: site.settingsKey(of: source))
      let remark = health.sentence ?? poll.remark
      guard remark != nil || health.state != .well && health.state != .new else { return nil }
      return SourceStatus(name: source.name, state: health.state, remark: remark)
    }
  }

  private static let week = Duration.seconds(7 * 86_400)

  private static func letters(_ tally: LetterTally) -> LetterStatus? {
    guard tally.waiting + tally.failed > 0 else { return nil }
    return LetterStatus(
      waiting: tally.waiting, waiting_since: tally.waitingSince?.rfc3339, failed: tally.failed, reply: tally.lastReply)
  }

  private static func named(_ tally: [Delivery.State: Int]) -> [String: Int] {
    Dictionary(tally.map { ($0.rawValue, $1) }, uniquingKeysWith: +)
  }
}

extension SiteStatus.DigestStatus {
  fileprivate init(_ name: String, _ counts: [Subscription.Standing: Int], _ paused: Int, isNamed: Bool) {
    self.name = name
    self.paused = paused
    confirmed = counts[.confirmed] ?? 0
    pending = counts[.pending] ?? 0
    ended = counts[.ended] ?? 0
    suppressed = counts[.suppressed] ?? 0
    named = isNamed
  }
}

extension SiteStatus.IssueStatus {
  fileprivate init(_ recorded: RecordedIssue, _ deliveries: [String: Int]) {
    issue = "\(recorded.digest)#\(recorded.number)"
    slot = recorded.slot.key
    frozen = recorded.frozen.rfc3339
    cancelled = recorded.cancelled?.rfc3339
    subject = recorded.subject
    articles = recorded.articles
    self.deliveries = deliveries
  }
}
