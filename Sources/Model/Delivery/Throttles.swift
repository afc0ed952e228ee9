package import Time

/// How much may leave now: the rate of all mail, the rates of single destinations, and the warm-up plan. Their state
/// between runs is stored in notes of the ledger.
package struct Throttles: Sendable {
  private var all: Pace?
  private var domains: [String: Pace]
  private let warmUp: WarmUp?
  private let today: String
  private var days: [(day: String, sent: Int)]
  private var isChanged = false
  /// The domains whose pace changed since it was last stored: a turn writes only those.
  private var changedDomains: Set<String> = []

  /// When a message may leave.
  enum Opening: Equatable, Sendable {
    /// Milliseconds since 1970; a time in the past means at once.
    case at(Int64)
    /// Not today: the step of the warm-up plan is used up.
    case tomorrow
  }

  package init(_ mail: MailSettings, zone: Zone, now: Instant, note: (String) throws -> String?) rethrows {
    all = try mail.rate.map { Pace($0, record: try note(Self.key(nil)) ?? "") }
    domains = [:]
    for (domain, limits) in mail.domains {
      domains[domain] = try limits.rate.map { Pace($0, record: try note(Self.key(domain)) ?? "") }
    }
    warmUp = mail.warmUp.isEmpty ? nil : WarmUp(mail.warmUp)
    today = zone.civil(at: now).isoDate
    days = Self.days(try note(Self.warmUpKey) ?? "")
    if warmUp == nil, !days.isEmpty { (days, isChanged) = ([], true) }
  }

  /// Whether nothing limits the pace.
  var areNone: Bool { all == nil && domains.isEmpty && warmUp == nil }

  func opening(for domain: String, at now: Int64) -> Opening {
    if let warmUp, let remaining = warmUp.remaining(on: today, after: days), remaining == 0 { return .tomorrow }
    return .at(max(all?.opens(at: now) ?? now, domains[domain]?.opens(at: now) ?? now))
  }

  /// Counts a message to the domain.
  package mutating func spend(_ domain: String, at now: Int64) {
    guard !areNone else { return }
    all?.spend(at: now)
    domains[domain]?.spend(at: now)
    count(1)
    noteChange(of: domain)
  }

  /// Undoes the count of a message that did not leave.
  package mutating func giveBack(_ domain: String) {
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
    guard let warmUp, warmUp.remaining(on: today, after: days) != nil else { return }
    if days.last?.day != today { days.append((today, 0)) }
    days[days.count - 1].sent += messages
  }

  /// The values that the next run needs; empty if nothing changed since the last call.
  package mutating func changedNotes() -> [String: String] {
    guard isChanged else { return [:] }
    isChanged = false
    var notes = [Self.warmUpKey: days.map { "\($0.day) \($0.sent)" }.joined(separator: "\n")]
    notes[Self.key(nil)] = all?.record
    for domain in changedDomains { notes[Self.key(domain)] = domains[domain]?.record }
    changedDomains = []
    return notes
  }

  private static let warmUpKey = "warm_up"
  private static func key(_ domain: String?) -> String { domain.map { "pace \($0)" } ?? "pace" }

  private static func days(_ text: String) -> [(day: String, sent: Int)] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let sent = Int(words[1]) else { return nil }
      return (String(words[0]), sent)
    }
  }
}
