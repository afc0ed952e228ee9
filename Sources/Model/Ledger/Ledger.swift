package import Time

/// The durable record, the only truth between runs. One conformance suite (`CourantTesting`) runs
/// against every implementation.
///
/// Every function that changes something is one transaction: it takes full effect or, if it throws, none.
///
/// Only ``PressRun`` and the code that opens a ledger use it as a whole; all other code uses the protocol
/// with the functions it needs.
package typealias Ledger = PressBook & Readers & ReadersOnTheWeb & Deliveries & RunLock & NoteBook & SiteSecret
  & MachineBook & OutsideBook & ClockBook & AuditBook & PauseBook & PruneBook & AlertBook & WebhookBook & TotalBook

/// What one press records: gathered articles, published files and frozen issues.
package typealias PressBook = ArticleShelf & SourceShelf & SourceBook & FindingBook & PublicRecord & FeedBook & PingBook
  & SlotBook & IssueBook & IssueArchive & SearchBook

/// Readers and their consent.
package typealias Readers = ConsentLog & ReaderBook & NameBook

/// What readers do for themselves, and the letters that answer them.
package typealias ReadersOnTheWeb = ReaderDesk & LetterBook

/// Mail sent and returned.
package typealias Deliveries = DeliveryHands & DeliveryBook & Outbox & BounceTokens & BounceBook

/// A failure of the ledger itself, for example that it cannot be opened, is full, or was made by a newer version.
package struct LedgerError: Error, CustomStringConvertible {
  /// What happened and what to do, for the operator.
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
  package var description: String { sentence }
}

/// The locks that keep runs apart. They end with their process.
///
/// The first is held while a run gathers, publishes and freezes, the second while it delivers. Code that takes both
/// takes them in this order.
package protocol RunLock: AnyObject, Sendable {
  /// Holds the lock of the site while the closure runs. Nil if another run holds it.
  func withRunLock<Result>(_ body: () throws -> Result) throws -> Result?

  /// Holds the delivery lock alone while the closure runs. Nil if another run holds or shares it.
  func withDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result?

  /// The same, together with other machines that also call this, if several may use the ledger; otherwise alone.
  func withSharedDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result?

  /// Whether several machines may use the ledger at a time.
  var isShared: Bool { get }

  /// Why this machine may not send now, as a sentence: its clock is wrong, or another one is delivering from a server that may lose
  /// what it has confirmed. Nil if it may, and always where only one machine uses the ledger. Called while holding the delivery
  /// lock.
  ///
  /// - Parameter clock: the time on this machine.
  func sendingFault(clock: Instant) throws -> String?
}

extension RunLock {
  /// Holds both locks, for work during which no articles may be gathered, issues frozen or messages sent. Nil if
  /// another run is in progress.
  package func withBothLocks<Result>(_ body: () throws -> Result) throws -> Result? {
    try withRunLock { try withDeliveryLock(body) }.flatMap(\.self)
  }
}

/// Values that one run leaves for the next, for example the key of what was last published.
package protocol NoteBook: AnyObject, Sendable {
  func note(_ key: String) throws -> String?
  func setNote(_ key: String, _ value: String) throws
}

package protocol SiteSecret: AnyObject, Sendable {
  /// 32 secret bytes that never change; they key all tokens and hashes.
  var secret: [UInt8] { get }
}
