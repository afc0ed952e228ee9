/// What a worker asks of a ledger that counts for several machines, before messages leave.
package struct GrantRequest: Hashable, Sendable {
  package let worker: Worker
  /// The domain of the messages if it has limits of its own; nil for all others.
  package let domain: String?
  /// How many messages would leave. At least 1.
  package let count: Int
  /// How many messages to this domain the worker has in flight.
  package let inFlight: Int
  package let limits: CommonLimits

  package init(by worker: Worker, to domain: String?, count: Int, inFlight: Int, under limits: CommonLimits) {
    self.worker = worker
    self.domain = domain
    self.count = count
    self.inFlight = inFlight
    self.limits = limits
  }
}

/// The limits that all machines keep together, as they apply to the messages of one request.
package struct CommonLimits: Hashable, Sendable {
  /// Of all mail.
  package let rate: Rate?
  /// Of the domain.
  package let domain: DomainLimits?
  /// Nil if there is no plan.
  package let warmUp: WarmUp?
  /// `yyyy-MM-dd` in the site's zone.
  package let today: String

  package init(rate: Rate?, domain: DomainLimits?, warmUp: WarmUp?, today: String) {
    self.rate = rate
    self.domain = domain
    self.warmUp = warmUp
    self.today = today
  }
}

/// The ledger's answer to a ``GrantRequest``: how many messages may leave; they are counted as sent.
package struct Grant: Hashable, Sendable {
  /// Messages leave within this time of the request, or not under this grant. In milliseconds.
  package static let validity: Int64 = 1000

  /// As requested.
  package let domain: String?
  package let count: Int
  /// When it was made, by the ledger's clock: milliseconds since 1970.
  package let at: Int64
  package let rest: Rest

  /// When more may be requested.
  package enum Rest: Hashable, Sendable {
    /// At any time: everything was granted.
    case atOnce
    /// After this many milliseconds.
    case after(Int64)
    /// Not today: the step of the warm-up plan is used up.
    case tomorrow
    /// When other workers have fewer messages in flight to the domain.
    case whenOthersEnd
  }
}

/// Messages that were granted and did not leave.
package struct UnusedGrant: Hashable, Sendable {
  package let domain: String?
  package internal(set) var count: Int
  /// ``Grant/at``, or that of an earlier grant for the same domain: then no capacity returns too early either.
  package let at: Int64
  package let limits: CommonLimits

  package init(domain: String?, count: Int, at: Int64, under limits: CommonLimits) {
    self.domain = domain
    self.count = count
    self.at = at
    self.limits = limits
  }
}
