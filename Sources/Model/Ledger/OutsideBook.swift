package import Time

/// The records outside the ledger, and those missing from the ledger.
///
/// A ledger may be behind reality: an old copy was restored, its last writes were lost, it was created again, or
/// another machine continued with a copy. It then does not know who has since unsubscribed or been mailed, so nothing
/// may be mailed until ``restore(_:sendingAgain:at:)``.
package protocol OutsideBook: AnyObject, Sendable {
  /// Called when a run begins, under the lock of the site. Completes the outside records and adds departures that only
  /// they contain to the ledger. Returns the number of those departures.
  func beginRun(at now: Instant) throws -> Int

  /// What was found to be missing from the ledger, until ``restore(_:sendingAgain:at:)``; nil if nothing.
  func loss() throws -> LedgerLoss?

  /// Frozen issues that the ledger lacks, according to the outside records, oldest first.
  func lostIssues() throws -> [LostIssue]

  /// Renames that the ledger lacks, oldest first. ``lostIssues()`` and departures already have the new names.
  func lostRenames() throws -> [LostRename]

  /// The current name of a digest whose issues were once frozen as `old`, according to the
  /// ledger or the outside records.
  func name(ofDigestOnce old: String) throws -> String?

  /// How many departures and suppressions the ledger lacks.
  func lostDepartures() throws -> Int

  /// How many deliveries are open but, for all the ledger knows, may already have been made.
  func doubtfulDeliveries() throws -> Int

  /// The same deliveries, with everything their Message-IDs are derived from.
  func doubtful() throws -> [DoubtfulDelivery]

  /// Ends some of them as accepted, because a mail server's log shows it. Returns how many.
  func settle(accepted deliveries: [Delivery.ID], reply: String, at now: Instant) throws -> Int

  /// Restores what is recorded outside, in one transaction: repeats renames, and restores departures, suppressions and
  /// these issues with their slots, numbers and articles. New subscriptions and deliveries are numbered from an unused
  /// range, because tokens in messages already sent contain the lost numbers. From then on ``loss()`` is nil.
  ///
  /// - Parameter sendingAgain: whether doubtful deliveries are made, with the same Message-IDs;
  ///   otherwise they end as uncertain.
  func restore(_ issues: [LostIssue], sendingAgain: Bool, at now: Instant) throws -> Restored
}

/// A delivery that may already have been made.
package struct DoubtfulDelivery: Hashable, Sendable {
  package let id: Delivery.ID
  package let issue: RecordedIssue.ID
  /// See ``Addressee/token``.
  package let token: String

  package init(_ id: Delivery.ID, of issue: RecordedIssue.ID, token: String) {
    self.id = id
    self.issue = issue
    self.token = token
  }
}

/// Evidence that the ledger lacks something.
package struct LedgerLoss: Hashable, Sendable, Codable {
  package enum Cause: String, Sendable, Codable {
    /// Its last transactions are missing.
    case older
    /// It is not the ledger that was here before: it is a different or a new one.
    case replaced
    /// It was last used on another machine, which may still use its own copy.
    case moved
    /// The journal or `public/` contains an issue that the ledger lacks.
    case lacksIssues
    /// Its server lacks transactions that it had confirmed.
    case overtaken
  }

  package let cause: Cause
  /// How many transactions are missing; nil if unknown.
  package let writes: Int64?
  /// The highest number of any delivery ever claimed; nil if unknown.
  package let claimed: Int64?

  package init(_ cause: Cause, writes: Int64? = nil, claimed: Int64? = nil) {
    self.cause = cause
    self.writes = writes
    self.claimed = claimed
  }
}

extension LedgerLoss: CustomStringConvertible {
  /// One line for the operator.
  package var description: String {
    "\(place): \(what); nothing is mailed until you run `courant recover`, which first shows what is missing"
  }

  private var place: String { cause == .overtaken ? "the ledger's server" : "var/courant.sqlite" }

  private var what: String {
    switch cause {
    case .older:
      let count = writes.map { "its last \($0) transactions are" } ?? "its last transactions are"
      return "\(count) missing (an old copy was restored, or its -wal was deleted)"
    case .replaced: return "this is not the ledger that mailed from here (it was lost or replaced)"
    case .moved: return "this is a copy from another machine, which may still be mailing with its own"
    case .lacksIssues: return "it lacks issues that were sent (it is older than public/, or new)"
    case .overtaken:
      return "it lacks what had been recorded (a standby took over without it, or an older copy was restored)"
    }
  }
}

/// An issue that was published or mailed but is missing from the ledger.
package struct LostIssue: Hashable, Sendable {
  package let number: Int
  package let slot: Slot
  package let subject: String
  package let frozen: Instant
  /// The digest's name when the issue was frozen; its page and Message-IDs contain that name.
  package var frozenAs: String
  package var identity: String?
  package var articles: [Article.ID]
  /// Its page as published; empty if it is not published.
  package var page = ""
  /// How many readers it was for; nil if unknown.
  package var readers: Int?

  /// - Parameter slot: with the digest's current name.
  package init(number: Int, slot: Slot, subject: String, frozen: Instant, articles: [Article.ID]) {
    self.number = number
    self.slot = slot
    self.subject = subject
    self.frozen = frozen
    self.articles = articles
    frozenAs = slot.digest
  }

  package var digest: String { slot.digest }
}

/// A `courant rename` recorded outside but missing from the ledger.
package struct LostRename: Hashable, Sendable {
  package let old: ReaderFacingName
  package let new: ReaderFacingName

  package init(_ old: ReaderFacingName, to new: ReaderFacingName) {
    self.old = old
    self.new = new
  }
}

extension [LostRename] {
  /// The name that results from applying the renames to `old`.
  package func name(of old: ReaderFacingName) -> ReaderFacingName {
    reduce(old) { name, rename in rename.old == name ? rename.new : name }
  }

  package func name(ofDigest old: String) -> String { name(of: .digest(old)).name }
}

/// The result of ``OutsideBook/restore(_:sendingAgain:at:)``.
package struct Restored: Hashable, Sendable {
  package let departures: Int
  package let issues: Int
  /// How many ended as uncertain, or remain to be sent.
  package let doubtful: Int
  /// In the order in which they were repeated.
  package let renames: [LostRename]

  package init(departures: Int, issues: Int, doubtful: Int, renames: [LostRename] = []) {
    self.departures = departures
    self.issues = issues
    self.doubtful = doubtful
    self.renames = renames
  }
}
