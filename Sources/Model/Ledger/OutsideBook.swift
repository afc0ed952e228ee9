package import Time

/// What is known outside of the ledger, and what the ledger lacks of it.
///
/// A ledger may know less than the world: an old copy was restored, its last writes were lost, it was made anew, or
/// another machine went on with a copy. Whoever left since, and whoever was mailed since, is then unknown to it, so that
/// nothing may be mailed until ``takeBack(_:sendingAgain:at:)``.
package protocol OutsideBook: AnyObject, Sendable {
  /// A run begins, under the lock of the site: what must be known outside is brought up to date, and departures that only
  /// the outside knows are taken into the ledger at once. Returns how many those were.
  func beginRun(at now: Instant) throws -> Int

  /// What the ledger was found to lack; it stays so until it is taken back.
  func loss() throws -> LedgerLoss?

  /// Issues that were frozen and that the ledger does not have, as far as the outside tells, oldest first.
  func lostIssues() throws -> [LostIssue]

  /// Renames that the ledger does not have, oldest first. ``lostIssues()`` and departures have the names that came of them.
  func lostRenames() throws -> [LostRename]

  /// The name that a digest has now whose issues were once frozen under another, `old`, as far as the ledger or the outside
  /// tells.
  func name(ofDigestOnce old: String) throws -> String?

  /// How many departures and suppressions the outside knows and the ledger does not have.
  func lostDepartures() throws -> Int

  /// Deliveries that are still to be made and may have been made already, for all that the ledger knows.
  func doubtfulDeliveries() throws -> Int

  /// Takes back what is known outside, in one transaction: renames are repeated; departures and suppressions; these issues with their slots,
  /// numbers and articles, as issued. Numbers of subscriptions and deliveries go on where none was ever given, because
  /// tokens in mails that were sent hold them. From then on ``loss()`` is nil.
  ///
  /// - Parameter sendingAgain: doubtful deliveries are made, with the Message-IDs that they had; otherwise they end as
  ///   uncertain.
  func takeBack(_ issues: [LostIssue], sendingAgain: Bool, at now: Instant) throws -> TakenBack
}

/// Why the ledger is known to lack something.
package struct LedgerLoss: Hashable, Sendable, Codable {
  package enum Cause: String, Sendable, Codable {
    /// Its last transactions are missing.
    case older
    /// It is another ledger, or a new one, than the one that was here.
    case replaced
    /// It was last used on another machine, which may still use its own copy.
    case moved
    /// The journal or `public/` knows an issue that it does not have.
    case lacksIssues
  }

  package let cause: Cause
  /// How many transactions are missing; nil if that is not known.
  package let writes: Int64?
  /// No delivery with a greater number was begun; nil if that is not known.
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
    "var/courant.sqlite: \(what); nothing is mailed until `courant recover`, which shows first what is missing"
  }

  private var what: String {
    switch cause {
    case .older:
      let count = writes.map { "its last \($0) transactions are" } ?? "its last transactions are"
      return "\(count) missing (an old copy was restored, or its -wal was deleted)"
    case .replaced: return "this is not the ledger that mailed from here (it was lost, or replaced)"
    case .moved: return "this is a copy from another machine, which may go on mailing with its own"
    case .lacksIssues: return "issues went out that it does not know (it is older than public/, or new)"
    }
  }
}

/// An issue that went out and that the ledger does not have.
package struct LostIssue: Hashable, Sendable {
  package let number: Int
  package let slot: Slot
  package let subject: String
  package let frozen: Instant
  /// The digest's name when it was frozen: its page and its Message-IDs are made of it.
  package var frozenAs: String
  package var identity: String?
  package var articles: [Article.ID]
  /// Its page as it is published; empty if it is not.
  package var page = ""
  /// How many readers it was for; nil if that is not known.
  package var readers: Int?

  /// - Parameter slot: under the name that its digest has now.
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

/// A `courant rename` that the outside knows and the ledger does not have.
package struct LostRename: Hashable, Sendable {
  package let old: ReaderFacingName
  package let new: ReaderFacingName

  package init(_ old: ReaderFacingName, to new: ReaderFacingName) {
    self.old = old
    self.new = new
  }
}

extension [LostRename] {
  /// What came of a name in the end.
  package func name(of old: ReaderFacingName) -> ReaderFacingName {
    reduce(old) { name, rename in rename.old == name ? rename.new : name }
  }

  package func name(ofDigest old: String) -> String { name(of: .digest(old)).name }
}

/// What ``OutsideBook/takeBack(_:sendingAgain:at:)`` did.
package struct TakenBack: Hashable, Sendable {
  package let departures: Int
  package let issues: Int
  /// Ended as uncertain, or left to be made.
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
