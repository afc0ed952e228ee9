/// The grants that a worker has from a ledger that counts for several machines (``GrantRule``).
///
/// Each domain with limits of its own has its grants; all others have theirs together. Instants are the round's, in
/// milliseconds since 1970.
struct Permits: Sendable {
  /// The most that one grant is asked for: what a worker that dies may take with it.
  private static let most = 100
  /// After a refusal, requests wait at least this long: a burst of ``Pace`` is worth a tenth of a second or more.
  private static let shortestPause: Int64 = 25
  /// How long a worker waits for those of others before it asks again.
  private static let pauseForOthers: Int64 = 500

  private let mail: MailSettings
  private let today: String
  private var lanes: [String?: Lane] = [:]
  private var unused: [UnusedGrant] = []
  /// The domains whose number of messages in flight fell since it was last recorded.
  private var freed: Set<String> = []

  /// The messages that are granted together.
  private struct Lane {
    /// How many messages may still leave, until when.
    var left = 0
    var until: Int64 = 0
    /// Of the last grant, by the ledger's clock, and of the first.
    var at: Int64 = 0
    var first: Int64?
    /// How many left under the last grant.
    var used = 0
    /// How many to ask for.
    var appetite = 1
    var rest: Rest = .atOnce
    /// When the last request was made.
    var asked: Int64 = 0
    var inFlight = 0
  }

  private enum Rest: Hashable {
    case atOnce
    case at(Int64)
    case tomorrow
    case whenOthersEnd(Int64)
  }

  /// Whether anything limits the pace, and not only how many messages are in flight.
  var limitPace: Bool { mail.rate != nil || !mail.warmUp.isEmpty || mail.domains.values.contains { $0.rate != nil } }

  init(_ mail: MailSettings, today: String) {
    self.mail = mail
    self.today = today
  }

  func opening(for domain: String, at now: Int64) -> Throttles.Opening {
    if isFree(key(domain)) { return .at(now) }
    guard let lane = lanes[key(domain)] else { return .ask }
    if lane.left > 0, now < lane.until { return .at(now) }
    return switch lane.rest {
    case .at(let instant) where instant > now: .at(instant)
    case .tomorrow: .tomorrow
    case .whenOthersEnd(let instant) where instant > now: .whenOthersEnd
    case .atOnce, .at, .whenOthersEnd: .ask
    }
  }

  /// - Parameters:
  ///   - waiting: the messages at hand that a grant for the domain would cover.
  ///   - idle: the connections that could carry one at once.
  mutating func request(
    _ domain: String, waiting: Int, idle: Int, by worker: Worker, at now: Int64
  ) -> GrantRequest {
    let key = key(domain)
    expire(key)
    var lane = lanes[key] ?? Lane()
    lane.asked = now
    lanes[key] = lane
    // Evenly spaced messages leave as soon as they are granted.
    let most = isSpaced(key) ? idle : max(idle, lane.appetite)
    return GrantRequest(
      by: worker, to: key, count: max(1, min(waiting, most, Self.most)), inFlight: lane.inFlight, under: limits(of: key)
    )
  }

  mutating func granted(_ grant: Grant, at now: Int64) {
    var lane = lanes[grant.domain] ?? Lane()
    lane.left = grant.count
    lane.used = 0
    lane.until = lane.asked + Grant.validity
    lane.at = grant.at
    if grant.count > 0 { lane.first = lane.first ?? grant.at }
    lane.rest =
      switch grant.rest {
      case .atOnce: .atOnce
      case .after(let milliseconds): .at(now + max(Self.shortestPause, milliseconds))
      case .tomorrow: .tomorrow
      case .whenOthersEnd: .whenOthersEnd(now + Self.pauseForOthers)
      }
    lanes[grant.domain] = lane
  }

  mutating func spend(_ domain: String) {
    let key = key(domain)
    guard !isFree(key) else { return }
    lanes[key, default: Lane()].left -= 1
    lanes[key, default: Lane()].used += 1
    lanes[key, default: Lane()].inFlight += 1
  }

  /// A message ended, whether it left or not.
  mutating func ended(_ domain: String) {
    let key = key(domain)
    guard lanes[key] != nil else { return }
    lanes[key]?.inFlight -= 1
    if let key, mail.domains[key]?.sessions != nil { freed.insert(key) }
  }

  mutating func giveBack(_ domain: String) {
    let key = key(domain)
    guard let first = lanes[key]?.first else { return }
    add(UnusedGrant(domain: key, count: 1, at: first, under: limits(of: key)))
  }

  /// What is left of all grants is not used.
  mutating func end() {
    for key in lanes.keys { expire(key) }
  }

  /// What the ledger need not count since the last call.
  mutating func returned() -> [UnusedGrant] {
    defer { unused = [] }
    return unused
  }

  /// How many messages to a domain may be in flight now, for domains where the number fell since the last call.
  mutating func places() -> [String: Int] {
    defer { freed = [] }
    return Dictionary(uniqueKeysWithValues: freed.map { ($0, (lanes[$0]?.inFlight ?? 0) + (lanes[$0]?.left ?? 0)) })
  }

  /// Ends the last grant of a lane, and learns from it how many messages the next one is worth.
  private mutating func expire(_ key: String?) {
    guard var lane = lanes[key] else { return }
    if lane.left > 0 {
      add(UnusedGrant(domain: key, count: lane.left, at: lane.at, under: limits(of: key)))
      if let key, mail.domains[key]?.sessions != nil { freed.insert(key) }
      lane.appetite = max(1, lane.used)
    } else if lane.rest == .atOnce {
      lane.appetite = min(Self.most, 2 * lane.appetite)
    }
    lane.left = 0
    lanes[key] = lane
  }

  private mutating func add(_ one: UnusedGrant) {
    if let same = unused.firstIndex(where: { $0.domain == one.domain && $0.at == one.at }) {
      unused[same].count += one.count
    } else {
      unused.append(one)
    }
  }

  /// Whether no limit concerns the messages of a lane.
  private func isFree(_ key: String?) -> Bool { key == nil && mail.rate == nil && mail.warmUp.isEmpty }

  private func key(_ domain: String) -> String? { mail.domains[domain] == nil ? nil : domain }

  private func isSpaced(_ key: String?) -> Bool {
    [mail.rate, key.flatMap { mail.domains[$0]?.rate }].contains { $0.map(\.isSpaced) ?? false }
  }

  private func limits(of key: String?) -> CommonLimits {
    CommonLimits(
      rate: mail.rate, domain: key.flatMap { mail.domains[$0] },
      warmUp: mail.warmUp.isEmpty ? nil : WarmUp(mail.warmUp), today: today)
  }
}
