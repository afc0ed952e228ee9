internal import Model
internal import Time

/// The hot path of a send: about a dozen statements, whose texts and order each database has for itself. The rest of the
/// ledger says the same to every database.
///
/// Everything is done in the transaction of the connection that is handed in.
protocol Hands: Sendable {
  // MARK: Claiming

  /// Claims up to `limit` deliveries that are due, oldest first, and drops those that nobody wants any more instead. Domains in
  /// `except` wait, and so do destinations that are held.
  func claim(
    _ limit: Int, except domains: Set<String>, under lease: Lease, at now: Instant, _ db: any SQLConnection
  ) throws -> [ClaimedDelivery]

  /// Puts back what this worker claimed and what has not entered its final exchange: due as before.
  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker, _ db: any SQLConnection) throws

  // MARK: A turn

  /// The worker lives: all its claims are its own until then.
  func renew(_ lease: Lease, _ db: any SQLConnection) throws

  /// Records what was tried; nothing of a delivery that is not the worker's any more.
  func record(_ attempts: [Attempt], by worker: Worker, _ db: any SQLConnection) throws

  /// Ends deferred deliveries as refused, unless somebody has claimed them since.
  func refuse(_ deferred: [Delivery.ID], at now: Instant, _ db: any SQLConnection) throws

  /// Before a commit: drops the claims of readers who left or were suppressed, and of issues that were cancelled.
  ///
  /// - Parameter mayHaveCome: whether this transaction itself may have made some of them unwanted.
  func dropUnwanted(at now: Instant, mayHaveCome: Bool, _ db: any SQLConnection) throws

  /// This worker wrote something else than a turn, or a transaction was taken back: the next ``dropUnwanted`` must look.
  func lookAgain()

  /// Lets deliveries enter their final exchange. Returns those that may: the others are not this worker's any more.
  func commit(
    _ deliveries: [Delivery.ID], by worker: Worker, at now: Instant, _ db: any SQLConnection
  ) throws -> Set<Delivery.ID>

  /// Moves what was accepted from `claim` to `delivery`. Whoever reads before or after sees it accepted.
  func settleAccepted(_ db: any SQLConnection) throws

  // MARK: After a crash

  /// The lost claims in their final exchange end as uncertain, to be tried again at `next`. Returns them, by number.
  func settleUncertain(
    _ lost: LostClaims, next: Instant?, at now: Instant, _ db: any SQLConnection
  ) throws -> [Delivery.ID]

  /// Puts back all that is claimed and lost; nothing else says that it was. Returns how much that was.
  func release(_ lost: LostClaims, at now: Instant, _ db: any SQLConnection) throws -> Int
}

/// What a claim holds, as it is recorded.
struct ClaimedDelivery: Hashable, Sendable {
  let id: Delivery.ID
  let issue: Issue
  /// Of its edition, joined by commas.
  let feeds: String
  let subscription: Int64
  let name: String?
  let address: EmailAddress
  let attempts: Int
  let uncertainAttempts: Int
  let firstAttempt: Instant?

  /// What is the same for all deliveries of an issue.
  struct Issue: Hashable, Sendable {
    let digest: String
    let number: Int
    let due: Instant
  }
}
