package import Time

/// How a worker changes the states of deliveries:
/// `queued → claimed → accepted | deferred → claimed … | refused | uncertain`, plus `dropped`.
///
/// A claim belongs to one worker. Anything another worker records about the delivery has no effect, and it may not send
/// the message. So two workers never send the same message, even if one was wrongly taken for dead.
package protocol DeliveryHands: AnyObject, Sendable {
  /// Returns a worker with a new, unused number.
  func newWorker() throws -> Worker

  /// Which claims belong to dead workers while the caller holds the lock for this kind of mail: all, or, where several
  /// machines deliver, those whose lease has expired.
  var lostUnderLock: LostClaims { get }

  /// Recovers the claims of lost workers. Those committed to their final exchange become `uncertain` (or,
  /// under `.resend`, are queued again with the same Message-ID); the others are queued again. Claims of
  /// living workers are unchanged.
  ///
  /// - Parameter report: called for each uncertain delivery once it is recorded, and called again by the next `recover`
  ///   if a crash intervened. So none goes unreported, and a full disk does not cause repeated reports.
  func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, report: (EmailAddress) -> Void
  ) throws -> Recovery

  /// Claims up to `limit` unclaimed deliveries that are due at `now`, oldest first. If the reader has since
  /// unsubscribed or been suppressed, or the issue was cancelled, the delivery is dropped instead. Held destinations
  /// and those in `except` wait, and so does what is set aside.
  func claim(
    _ limit: Int, except: Set<String>, without aside: SetAside, under lease: Lease, at now: Instant
  ) throws -> [Claim]

  /// Writes everything from a round durably (it survives power loss), completely or not at all: first the results, then
  /// which messages enter their final exchange. Returns the messages that may do so; those whose reader has
  /// unsubscribed or been suppressed since they were claimed, or whose issue was cancelled, are dropped. If it throws,
  /// none of the messages may be sent.
  func write(_ turn: Turn) throws -> Set<Delivery.ID>

  /// Whether the ledger counts what leaves, because several machines deliver (``grant(_:)``). Otherwise each round counts for
  /// itself.
  var grantsLimits: Bool { get }

  /// Grants up to the requested number of messages, and counts them: all machines together never get more than the limits
  /// allow, by the ledger's clock. A message leaves under a grant only after a later ``write(_:)``.
  func grant(_ request: GrantRequest) throws -> Grant

  /// Returns deliveries claimed by this worker to the queue, untried.
  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker) throws

  /// The deliveries among these that were dropped.
  func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID>

  /// How many deliveries are due at `now`, without those to held destinations and what is set aside.
  func due(at now: Instant, without aside: SetAside) throws -> Int

  /// Whether the operator has stopped this mail (``PauseBook``): then nothing is due, and no message may enter its final
  /// exchange.
  func isPaused() throws -> Bool

  /// The destinations that were held and have accepted no message since, by domain.
  func destinations() throws -> [String: DestinationHold]

  /// Records soft bounces that the relay itself reported, for example 5.2.2 at RCPT. Each delivery counts at most once.
  func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws
}

extension DeliveryHands {
  /// How many deliveries are due at `now`, without those to held destinations.
  package func due(at now: Instant) throws -> Int { try due(at: now, without: .nothing) }
}

/// A process that delivers. Its number is never reused, so no worker mistakes another's claims for its own.
package struct Worker: Hashable, Sendable {
  /// How long a silent worker is assumed to be alive: longer than a server may take to reply to a final dot (10
  /// minutes, RFC 5321 §4.5.3.2.6). A living worker renews its lease at least twice in that time.
  package static let lease = Duration.seconds(15 * 60)

  package let number: Int64

  package init(_ number: Int64) { self.number = number }
}

/// The worker that owns a claim, and until when if it does not renew the lease.
package struct Lease: Hashable, Sendable {
  package let worker: Worker
  package let until: Instant

  package init(_ worker: Worker, until: Instant) {
    self.worker = worker
    self.until = until
  }
}

/// Which claims ``DeliveryHands/recover(_:from:at:report:)`` recovers.
package enum LostClaims: Hashable, Sendable {
  /// All: the caller knows that no worker is alive. If only one machine uses the ledger, holding the delivery lock
  /// proves it, because a worker holds that lock for its whole life (``RunLock/withDeliveryLock(_:)``).
  case all
  /// Claims whose lease has expired. For several machines that deliver from one ledger.
  case expired
}

/// The result of ``DeliveryHands/recover(_:from:at:report:)``.
package struct Recovery: Hashable, Sendable {
  /// Queued again; certainly not sent.
  package var returned = 0
  /// In their final exchange when the worker was lost.
  package var uncertain: [EmailAddress] = []

  package init(returned: Int = 0, uncertain: [EmailAddress] = []) {
    self.returned = returned
    self.uncertain = uncertain
  }
}
