/// What is claimed and not yet given to a connection, and which of it may leave next.
///
/// Mail to domains with limits of their own waits in a room for each, so that it never stands before the rest; when a
/// room is full, no more for its domain is claimed.
struct Backlog: Sendable {
  private static let roomSize = 500

  /// What to do next.
  enum Next {
    case send(Claim)
    /// More is to be claimed, leaving out these domains; see ``claimed(_:)``.
    case claim(Int, except: Set<String>)
    /// Nothing may leave before then (milliseconds since 1970).
    case wait(until: Int64)
    /// The warm-up plan is done for today.
    case tomorrow
    /// Nothing is due, or all that is waits for a message to its domain to end.
    case nothing
  }

  private let limits: [String: DomainLimits]
  private let claimSize: Int
  private var open: ArraySlice<Claim> = []
  private var rooms: [String: ArraySlice<Claim>] = [:]
  /// To domains with limits: given out and not back.
  private var onTheWay: [String: Int] = [:]
  /// The domains that were left out when more was last claimed.
  private var leftOut: Set<String> = []
  /// The last claim found nothing, with these domains left out.
  private var foundNothing: Set<String>?

  init(_ mail: MailSettings, claimSize: Int) {
    limits = mail.domains
    self.claimSize = claimSize
  }

  /// All that was claimed and not given out.
  mutating func takeAll() -> [Claim] {
    let all = Array(open) + rooms.values.flatMap(\.self)
    open = []
    rooms = [:]
    return all
  }

  mutating func next(_ throttles: Throttles, at now: Int64) -> Next {
    var earliest: Int64?
    for (domain, room) in rooms where !room.isEmpty && mayLeave(to: domain) {
      switch throttles.opening(for: domain, at: now) {
      case .tomorrow: return .tomorrow
      case .at(let instant) where instant <= now: return .send(rooms[domain]!.removeFirst())
      case .at(let instant): earliest = min(earliest ?? instant, instant)
      }
    }
    if let first = open.first {
      switch throttles.opening(for: first.addressee.address.domain, at: now) {
      case .tomorrow: return .tomorrow
      case .at(let instant) where instant > now: return .wait(until: min(earliest ?? instant, instant))
      case .at: return .send(open.removeFirst())
      }
    }
    leftOut = Set(rooms.filter { $0.value.count >= Self.roomSize }.keys)
    guard let foundNothing, foundNothing.isSubset(of: leftOut) else { return .claim(claimSize, except: leftOut) }
    return earliest.map { .wait(until: $0) } ?? .nothing
  }

  /// What a claim brought.
  mutating func claimed(_ claims: [Claim]) {
    if claims.isEmpty { foundNothing = leftOut }
    for claim in claims {
      let domain = claim.addressee.address.domain
      if limits[domain] == nil { open.append(claim) } else { rooms[domain, default: []].append(claim) }
    }
  }

  /// Given out: counted where its domain has limits.
  mutating func left(_ claim: Claim) { change(claim, by: 1) }
  mutating func cameBack(_ claim: Claim) { change(claim, by: -1) }

  /// Claimed and given out, but not begun: it is the next to leave.
  mutating func putBack(_ claim: Claim) {
    let domain = claim.addressee.address.domain
    if limits[domain] == nil { open = [claim] + open } else { rooms[domain] = [claim] + (rooms[domain] ?? []) }
  }

  /// Something went back to the queue: it is worth looking again.
  mutating func lookAgain() { foundNothing = nil }

  private mutating func change(_ claim: Claim, by count: Int) {
    let domain = claim.addressee.address.domain
    if limits[domain] != nil { onTheWay[domain, default: 0] += count }
  }

  private func mayLeave(to domain: String) -> Bool {
    limits[domain]?.sessions.map { onTheWay[domain, default: 0] < $0 } ?? true
  }
}
