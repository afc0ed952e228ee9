package import Time

/// How much may leave now: the rate of all mail, the rates of single destinations, and the warm-up plan. Their state
/// between runs is stored in notes of the ledger.
///
/// If several machines deliver, the ledger counts for all of them, and grants what may leave (``Permits``).
package struct Throttles: Sendable {
  private var permits: Permits?
  private var all: Pace?
  private var domains: [String: Pace]
  private let warmUp: WarmUp?
  private let today: String
  private var days = WarmUpDays()
  private var isChanged = false
  /// The domains whose pace changed since it was last stored: a turn writes only those.
  private var changedDomains: Set<String> = []

  /// When a message may leave.
  enum Opening: Equatable, Sendable {
    /// Milliseconds since 1970; a time in the past means at once.
    case at(Int64)
    /// Not today: the step of the warm-up plan is used up.
    case tomorrow
    /// When the ledger grants it.
    case ask
    /// When other workers have fewer messages in flight to the domain.
    case whenOthersEnd
  }

  /// Counts what this process sends.
  package init(_ mail: MailSettings, zone: Zone, now: Instant, note: (String) throws -> String?) rethrows {
    all = try mail.rate.map { Pace($0, record: try note(ThrottleRecords.pace) ?? "") }
    domains = [:]
    for (domain, limits) in mail.domains {
      domains[domain] = try limits.rate.map { Pace($0, record: try note(ThrottleRecords.pace(of: domain)) ?? "") }
    }
    warmUp = mail.warmUp.isEmpty ? nil : WarmUp(mail.warmUp)
    today = zone.civil(at: now).isoDate
    days = WarmUpDays(try note(ThrottleRecords.warmUp) ?? "")
    if warmUp == nil, !days.isEmpty {
      days = WarmUpDays()
      isChanged = true
    }
  }

  /// Leaves counting to the ledger.
  package init(grantedUnder mail: MailSettings, zone: Zone, now: Instant) {
    today = zone.civil(at: now).isoDate
    permits = mail.hasCommonLimits ? Permits(mail, today: today) : nil
    domains = [:]
    warmUp = nil
  }

  /// Whether nothing limits the pace.
  var areNone: Bool { all == nil && domains.isEmpty && warmUp == nil && permits?.limitPace != true }

  func opening(for domain: String, at now: Int64) -> Opening {
    if let permits { return permits.opening(for: domain, at: now) }
    if let warmUp, let remaining = warmUp.remaining(on: today, after: days.all), remaining == 0 { return .tomorrow }
    return .at(max(all?.opens(at: now) ?? now, domains[domain]?.opens(at: now) ?? now))
  }

  /// Counts a message to the domain.
  package mutating func spend(_ domain: String, at now: Int64) {
    permits?.spend(domain)
    guard !areNone else { return }
    all?.spend(at: now)
    domains[domain]?.spend(at: now)
    count(1)
    noteChange(of: domain)
  }

  /// Undoes the count of a message that did not leave.
  package mutating func giveBack(_ domain: String) {
    permits?.giveBack(domain)
    guard !areNone else { return }
    all?.giveBack()
    domains[domain]?.giveBack()
    count(-1)
    noteChange(of: domain)
  }

  private mutating func noteChange(of domain: String) {
    isChanged = true
    if domains[domain] != nil { changedDomains.insert(domain) }
  }

  private mutating func count(_ messages: Int) {
    guard let warmUp, warmUp.remaining(on: today, after: days.all) != nil else { return }
    days.count(messages, on: today)
  }

  /// The values that the next run needs; empty if nothing changed since the last call.
  package mutating func changedNotes() -> [String: String] {
    guard isChanged, permits == nil else { return [:] }
    isChanged = false
    var notes = [ThrottleRecords.warmUp: days.record]
    notes[ThrottleRecords.pace] = all?.record
    for domain in changedDomains { notes[ThrottleRecords.pace(of: domain)] = domains[domain]?.record }
    changedDomains = []
    return notes
  }
}

// MARK: - Grants

extension Throttles {
  /// - Parameters:
  ///   - waiting: the messages at hand that a grant for the domain would cover.
  ///   - idle: the connections that could carry one at once.
  mutating func request(_ domain: String, waiting: Int, idle: Int, by worker: Worker, at now: Int64) -> GrantRequest? {
    permits?.request(domain, waiting: waiting, idle: idle, by: worker, at: now)
  }

  mutating func granted(_ grant: Grant, at now: Int64) { permits?.granted(grant, at: now) }

  /// A message to the domain ended, whether it left or not.
  mutating func ended(_ domain: String) { permits?.ended(domain) }

  /// Adds to a turn what the ledger must know.
  mutating func report(to turn: inout Turn) {
    turn.notes = changedNotes()
    turn.unused += permits?.returned() ?? []
    turn.places.merge(permits?.places() ?? [:]) { $1 }
  }

  /// Nothing more leaves.
  mutating func end() { permits?.end() }
}
