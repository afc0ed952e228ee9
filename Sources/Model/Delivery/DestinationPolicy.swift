package import Time

/// A destination domain that asked us to slow down: none of its mail is tried before that instant.
package struct DestinationHold: Hashable, Sendable {
  package let until: Instant
  /// How many times in a row it was held.
  package let times: Int

  package init(until: Instant, times: Int) { (self.until, self.times) = (until, times) }
}

/// What a reply means for its destination.
package enum DestinationChange: Hashable, Sendable {
  case held(DestinationHold)
  /// It takes mail again.
  case free
}

/// When the trouble is a destination's, and not one mailbox's: then its other mail waits too, untried, with the delays
/// of ``DeliveryPolicy`` (5 minutes, doubling to 4 hours) until it takes a message again.
package struct DestinationPolicy: Sendable {
  /// So many replies in a row of the kind that speaks of the whole destination.
  package static let repliesInARow = 3

  private var holds: [String: DestinationHold]
  private var streaks: [String: Int] = [:]

  /// - Parameter holds: what earlier runs left, by domain.
  package init(holds: [String: DestinationHold] = [:]) { self.holds = holds }

  package func isHeld(_ domain: String, at now: Instant) -> Bool { holds[domain].map { now < $0.until } ?? false }

  /// What changes for the domain, if anything.
  ///
  /// - Parameter attempts: how many attempts the delivery had before this one.
  package mutating func note(
    _ outcome: Outcome, from domain: String, attempts: Int, at now: Instant
  ) -> DestinationChange? {
    switch outcome {
    case .accepted:
      streaks[domain] = nil
      return holds.removeValue(forKey: domain) == nil ? nil : .free
    case .deferred(let reply) where Self.isAboutDestination(reply, attempts: attempts),
      .refused(let reply) where Self.isPolicy(reply):
      guard !isHeld(domain, at: now) else { return nil }
      streaks[domain, default: 0] += 1
      guard streaks[domain] == Self.repliesInARow else { return nil }
      streaks[domain] = nil
      let times = holds[domain]?.times ?? 0
      let hold = DestinationHold(until: now + DeliveryPolicy.delay(after: times), times: times + 1)
      holds[domain] = hold
      return .held(hold)
    case .deferred, .refused, .unsent, .uncertain: return nil
    }
  }

  /// 4xx that speak of more than a mailbox (RFC 3463 §3.4 system, §3.5 network, §3.8 policy). On a first attempt a 4.7.1
  /// or one without a status is taken for greylisting (RFC 6647), which asks each message to come back, not all to wait.
  private static func isAboutDestination(_ reply: Reply, attempts: Int) -> Bool {
    guard reply.code < 500 else { return false }
    switch reply.status?.split(separator: ".").dropFirst().first {
    case "3", "4": return true
    case "7": return attempts > 0 || !["4.7.0", "4.7.1"].contains(reply.status)
    case nil: return attempts > 0
    default: return false
    }
  }

  /// 5.7.x: it does not like our mail. Nobody is suppressed for it, and pressing on would make it worse.
  private static func isPolicy(_ reply: Reply) -> Bool { reply.status?.hasPrefix("5.7.") ?? false }
}
