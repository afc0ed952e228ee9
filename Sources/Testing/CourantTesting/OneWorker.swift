package import Model
package import Time

/// Defaults for tests with a single worker.
extension Worker {
  package static let first = Worker(1)
}

extension Turn {
  package init(
    at instant: Instant, attempts: [Attempt] = [], suppressing: [Delivery.ID] = [], committing: [Delivery.ID] = []
  ) {
    self.init(by: .first, at: instant, attempts: attempts, suppressing: suppressing, committing: committing)
  }
}

extension DeliveryHands {
  package func claim(
    _ limit: Int, except: Set<String> = [], without aside: SetAside = .nothing, at now: Instant
  ) throws -> [Claim] {
    try claim(limit, except: except, without: aside, under: Lease(.first, until: now + Worker.lease), at: now)
  }

  package func claim(_ limit: Int, except: Set<String>, under lease: Lease, at now: Instant) throws -> [Claim] {
    try claim(limit, except: except, without: .nothing, under: lease, at: now)
  }

  package func unclaim(_ deliveries: [Delivery.ID]) throws { try unclaim(deliveries, of: .first) }

  /// Recovers the claims of that worker, which is dead.
  package func recover(
    _ policy: MailSettings.Uncertain, at now: Instant, report: (EmailAddress) -> Void = { _ in }
  ) throws -> Recovery {
    try recover(policy, from: .all, at: now, report: report)
  }

  /// Writes a turn in which one message enters its final exchange. Returns whether it may.
  package func commit(_ delivery: Delivery.ID, by worker: Worker = .first, at now: Instant) throws -> Bool {
    try write(Turn(by: worker, at: now, committing: [delivery])).contains(delivery)
  }

  /// Writes a turn in which no message enters its final exchange.
  package func record(_ attempts: [Attempt], by worker: Worker = .first, at now: Instant) throws {
    _ = try write(Turn(by: worker, at: now, attempts: attempts))
  }
}
