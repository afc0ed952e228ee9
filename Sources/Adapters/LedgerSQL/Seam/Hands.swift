internal import Model
internal import Time

/// The hot path of delivery: about a dozen statements, written and ordered separately for each database. The rest of
/// the ledger uses the same statements for every database.
///
/// All work is done in the transaction of the given connection.
protocol Hands: Sendable {
  /// Of the kind of mail that these carry.
  var tables: DeliveryTables { get }

  /// Called when a worker has got its number.
  func begin(_ worker: Worker, _ db: any SQLConnection) throws

  // MARK: Claiming

  /// Claims due deliveries, oldest first, and drops unwanted ones instead. Held destinations wait.
  func claim(
    _ wanted: WantedDeliveries, under lease: Lease, _ db: any SQLConnection
  ) throws -> [ClaimedDelivery]

  /// Returns this worker's claims that have not entered their final exchange to the queue, due as before.
  func unclaim(_ deliveries: [Delivery.ID], of worker: Worker, _ db: any SQLConnection) throws

  // MARK: Turns

  /// Renews the lease of all of the worker's claims.
  func renew(_ lease: Lease, at now: Instant, _ db: any SQLConnection) throws

  /// Records attempts, except for deliveries that no longer belong to the worker.
  func record(_ attempts: [Attempt], by worker: Worker, _ db: any SQLConnection) throws

  /// Ends deferred deliveries as refused, unless another worker has claimed them since.
  func refuse(_ deferred: [Delivery.ID], at now: Instant, _ db: any SQLConnection) throws

  /// Drops the claims of readers who have unsubscribed or are suppressed, and of cancelled issues; then lets deliveries enter
  /// their final exchange.
  ///
  /// - Parameter mayHaveCome: whether this transaction itself may have made claims unwanted.
  /// - Returns: those that may. The others were dropped or no longer belong to this worker, or the operator has stopped all mail.
  func commit(
    _ deliveries: [Delivery.ID], by worker: Worker, at now: Instant, mayHaveCome: Bool, _ db: any SQLConnection
  ) throws -> Set<Delivery.ID>

  /// Called when this worker wrote something other than a turn, or a transaction was rolled back: the next ``commit`` must
  /// look for unwanted claims.
  func lookAgain()

  // MARK: Limits of several machines

  /// Counts messages that are about to leave, together with those of other workers.
  func grant(_ request: GrantRequest, _ db: any SQLConnection) throws -> Grant

  /// Counts messages no longer that were granted and did not leave.
  func giveBack(_ unused: [UnusedGrant], _ db: any SQLConnection) throws

  /// Records how many messages the worker has in flight, by domain.
  func set(places: [String: Int], of worker: Worker, _ db: any SQLConnection) throws

  /// Moves accepted deliveries from `claim` to `delivery`. They count as accepted before and after.
  func settleAccepted(_ db: any SQLConnection) throws

  // MARK: After a crash

  /// A condition on rows of the table of claims.
  func isLost(_ lost: LostClaims, at now: Instant) -> SQL

  /// Ends the lost claims in their final exchange as uncertain, to be attempted again at `next`.
  /// Returns them, by number.
  func settleUncertain(
    _ lost: LostClaims, next: Instant?, at now: Instant, _ db: any SQLConnection
  ) throws -> [Delivery.ID]

  /// Returns all lost claims to the queue, without further records. Returns their number.
  func release(_ lost: LostClaims, at now: Instant, _ db: any SQLConnection) throws -> Int
}

/// Which deliveries a worker asks for.
struct WantedDeliveries: Sendable {
  /// The most.
  let limit: Int
  /// Domains that wait.
  let domains: Set<String>
  let aside: SetAside
  /// They are due by then.
  let now: Instant

  init(_ limit: Int, except domains: Set<String>, without aside: SetAside, at now: Instant) {
    self.limit = limit
    self.domains = domains
    self.aside = aside
    self.now = now
  }

  /// Whether the queue is claimed from its beginning without gaps.
  var hasNoGaps: Bool { domains.isEmpty && aside.isEmpty }
}

/// A claim as recorded.
struct ClaimedDelivery: Hashable, Sendable {
  let id: Delivery.ID
  let issue: ClaimedIssue
  /// The edition, as in ``EditionKey/text``.
  let edition: String
  let subscription: Int64
  let name: String?
  let address: EmailAddress
  let signedUp: Instant?
  let earlier: EarlierAttempts
}
