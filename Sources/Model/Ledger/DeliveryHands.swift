package import Time

/// What a worker does with deliveries: `queued → claimed → accepted | deferred → claimed … | refused | uncertain`, plus
/// `dropped`.
///
/// A claim is one worker's alone. Whatever another worker says of the delivery changes nothing, and none of its messages may
/// go, so that two workers never send one message both, even if one of them was thought dead and lives.
package protocol DeliveryHands: AnyObject, Sendable {
  /// A worker with a number that none had before.
  func newWorker() throws -> Worker

  /// Takes back what lost workers left in their hands: what had been committed to its final exchange becomes `uncertain` (or,
  /// under `.resend`, queued again with the same Message-ID), the rest is queued again. A living worker's claims stay.
  ///
  /// - Parameters:
  ///   - tell: called for each that is uncertain once that is written, and called again by the next `recover` if a crash
  ///     came between: none is hidden, and a full disk does not have them told in every run.
  func recover(
    _ policy: MailSettings.Uncertain, from lost: LostClaims, at now: Instant, tell: (EmailAddress) -> Void
  ) throws -> Recovery

  /// Claims up to `limit` deliveries that are due at `now` and nobody's, oldest first. Readers who meanwhile left or were
  /// suppressed, and cancelled issues, are dropped instead. Destinations that are held, and those of `except`, wait.
  func claim(_ limit: Int, except: Set<String>, under lease: Lease, at now: Instant) throws -> [Claim]

  /// Makes all that a round has to write durable (through power loss), whole or not at all: first what was learned,
  /// then which messages enter their final exchange. Returns those that may: whose reader has not left or been
  /// suppressed, nor their issue been cancelled, since they were claimed; the others are dropped. When it throws,
  /// none of the messages must go.
  func write(_ turn: Turn) throws -> Set<Delivery.ID>

  /// Puts deliveries that this worker claimed back in the queue, untried.
  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker) throws

  /// Which of them were dropped.
  func dropped(among deliveries: [Delivery.ID]) throws -> Set<Delivery.ID>

  /// How many are due at `now`, without those to destinations that are held.
  func due(at now: Instant) throws -> Int

  /// The destinations that were held and from which nothing has been heard since, by domain.
  func destinations() throws -> [String: DestinationHold]

  /// Counts soft bounces that the relay itself told, such as 5.2.2 at RCPT. No more than one for each delivery counts.
  func noteSoftBounces(_ deliveries: [Delivery.ID], status: String?, text: String, at now: Instant) throws
}

/// One process that delivers. Its number is never used twice, so that nobody takes another's claims for its own.
package struct Worker: Hashable, Sendable {
  /// How long a worker that says nothing is believed to live: longer than a server may take for the answer to a final dot
  /// (10 minutes, RFC 5321 §4.5.3.2.6), and it speaks at least twice in that time.
  package static let lease = Duration.seconds(15 * 60)

  package let number: Int64

  package init(_ number: Int64) { self.number = number }
}

/// Whose a claim is, and until when if its worker says nothing.
package struct Lease: Hashable, Sendable {
  package let worker: Worker
  package let until: Instant

  package init(_ worker: Worker, until: Instant) {
    self.worker = worker
    self.until = until
  }
}

/// Which claims ``DeliveryHands/recover(_:from:at:tell:)`` takes back.
package enum LostClaims: Hashable, Sendable {
  /// All: whoever says so knows that no worker lives. One who holds the lock of deliveries knows it where a ledger is one
  /// machine's, for a worker holds that lock as long as it lives (``RunLock/withDeliveryLock(_:)``).
  case all
  /// Those whose lease has run out: what several machines go by.
  case expired
}

/// What ``DeliveryHands/recover(_:from:at:tell:)`` found.
package struct Recovery: Hashable, Sendable {
  /// Queued again; certainly not sent.
  package var returned = 0
  /// In their final exchange when the worker died.
  package var uncertain: [EmailAddress] = []

  package init(returned: Int = 0, uncertain: [EmailAddress] = []) {
    self.returned = returned
    self.uncertain = uncertain
  }
}
