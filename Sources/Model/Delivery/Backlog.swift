/// The claims not yet given to a connection, and which of them may leave next.
///
/// Messages to domains with limits wait in one queue per domain, so they never block the rest. While a domain's queue
/// is full, no more messages to it are claimed.
struct Backlog: Sendable {
  private static let queueSize = 500

  /// What to do next.
  enum Next {
    case send(Claim)
    /// More must be claimed, except for these domains; see ``claimed(_:)``.
    case claim(Int, except: Set<String>)
    /// The ledger must be asked whether messages to this domain may leave; the number of those that wait.
    case ask(String, waiting: Int)
    /// Nothing may leave before this time (milliseconds since 1970).
    case wait(until: Int64)
    /// Today's step of the warm-up plan is used up.
    case tomorrow
    /// Nothing is due, or everything due waits until a message in flight to its domain ends.
    case nothing
  }

  private let limits: [String: DomainLimits]
  private let claimSize: Int
  private var open: ArraySlice<Claim> = []
  private var queues: [String: ArraySlice<Claim>] = [:]
  /// How many messages to each limited domain are in flight.
  private var inFlight: [String: Int] = [:]
  /// The domains excluded when claims were last requested.
  private var fullDomains: Set<String> = []
  /// The domains excluded from the last claim, if it found nothing.
  private var foundNothing: Set<String>?

  init(_ mail: MailSettings, claimSize: Int) {
    limits = mail.domains
    self.claimSize = claimSize
  }

  /// Removes and returns all claims not yet given to a connection.
  mutating func drain() -> [Claim] {
    let all = Array(open) + queues.values.flatMap(\.self)
    open = []
    queues = [:]
    return all
  }

  mutating func next(_ throttles: Throttles, at now: Int64) -> Next {
    var earliest: Int64?
    for (domain, queue) in queues where !queue.isEmpty && mayLeave(to: domain) {
      switch throttles.opening(for: domain, at: now) {
      case .tomorrow: return .tomorrow
      case .at(let instant) where instant <= now: return .send(queues[domain]!.removeFirst())
      case .at(let instant): earliest = min(earliest ?? instant, instant)
      case .ask: return .ask(domain, waiting: queue.count)
      case .whenOthersEnd: continue
      }
    }
    if let first = open.first {
      let domain = first.addressee.address.domain
      switch throttles.opening(for: domain, at: now) {
      case .tomorrow: return .tomorrow
      case .ask: return .ask(domain, waiting: open.count)
      case .at(let instant) where instant > now: return .wait(until: min(earliest ?? instant, instant))
      case .at, .whenOthersEnd: return .send(open.removeFirst())
      }
    }
    fullDomains = Set(queues.filter { $0.value.count >= Self.queueSize }.keys)
    guard let foundNothing, foundNothing.isSubset(of: fullDomains) else {
      return .claim(claimSize, except: fullDomains)
    }
    return earliest.map { .wait(until: $0) } ?? .nothing
  }

  /// Adds the result of a claim.
  mutating func claimed(_ claims: [Claim]) {
    if claims.isEmpty { foundNothing = fullDomains }
    for claim in claims {
      let domain = claim.addressee.address.domain
      if limits[domain] == nil { open.append(claim) } else { queues[domain, default: []].append(claim) }
    }
  }

  /// The claim was given to a connection; it is counted if its domain has limits.
  mutating func gaveOut(_ claim: Claim) { change(claim, by: 1) }
  mutating func cameBack(_ claim: Claim) { change(claim, by: -1) }

  /// Puts back a claim that its connection has not started; it leaves next.
  mutating func putBack(_ claim: Claim) {
    let domain = claim.addressee.address.domain
    if limits[domain] == nil { open = [claim] + open } else { queues[domain] = [claim] + (queues[domain] ?? []) }
  }

  /// Removes and returns the claims that were set aside.
  mutating func remove(_ aside: SetAside) -> [Claim] {
    let removed = (Array(open) + queues.values.flatMap(\.self)).filter(aside.contains)
    if removed.isEmpty { return [] }
    open.removeAll(where: aside.contains)
    for domain in queues.keys { queues[domain]?.removeAll(where: aside.contains) }
    return removed
  }

  /// Deliveries have returned to the queue, so claiming may find some again.
  mutating func lookAgain() { foundNothing = nil }

  private mutating func change(_ claim: Claim, by count: Int) {
    let domain = claim.addressee.address.domain
    if limits[domain] != nil { inFlight[domain, default: 0] += count }
  }

  private func mayLeave(to domain: String) -> Bool {
    limits[domain]?.sessions.map { inFlight[domain, default: 0] < $0 } ?? true
  }
}
