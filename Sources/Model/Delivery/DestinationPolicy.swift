package import Time

/// A destination domain that asked us to slow down: none of its mail is tried before `until`.
package struct DestinationHold: Hashable, Sendable {
  package let until: Instant
  /// How many times in a row it has been held.
  package let times: Int

  package init(until: Instant, times: Int) {
    self.until = until
    self.times = times
  }
}

/// What an outcome changes for its destination.
package enum DestinationChange: Hashable, Sendable {
  case held(DestinationHold)
  /// It accepts mail again.
  case free
}

/// Decides when a whole destination is failing, not one mailbox. Its other mail then waits untried, with the delays of
/// ``DeliveryPolicy`` (5 minutes, doubling to 4 hours), until it accepts a message again.
package struct DestinationPolicy: Sendable {
  /// After this many consecutive replies about the whole destination, it is held.
  package static let repliesInARow = 3

  private var holds: [String: DestinationHold]
  private var streaks: [String: Int] = [:]

  /// - Parameter holds: the holds left by earlier runs, by domain.
  package init(holds: [String: DestinationHold] = [:]) { self.holds = holds }

  package func isHeld(_ domain: String, at now: Instant) -> Bool { holds[domain].map { now < $0.until } ?? false }

  /// The change for the domain, if any.
  ///
  /// - Parameter attempts: the number of earlier attempts of the delivery.
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

  /// Whether a 4xx is about more than a mailbox (RFC 3463 §3.4 system, §3.5 network, §3.8 policy). On a first attempt,
  /// 4.7.1 or no status is taken for greylisting (RFC 6647), which asks only this message to come back later.
  private static func isAboutDestination(_ reply: Reply, attempts: Int) -> Bool {
    guard reply.code < 500 else { return false }
    switch reply.status?.split(separator: ".").dropFirst().first {
    case "3", "4": return true
    case "7": return attempts > 0 || !["4.7.0", "4.7.1"].contains(reply.status)
    case nil: return attempts > 0
    default: return false
    }
  }

  /// 5.7.x: it rejects our mail by policy. No one is suppressed for that, and persisting would make it worse.
  private static func isPolicy(_ reply: Reply) -> Bool { reply.status?.hasPrefix("5.7.") ?? false }
}
