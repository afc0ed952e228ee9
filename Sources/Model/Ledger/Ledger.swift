/// The durable record; the only truth between runs. One conformance suite (`CourantTesting`) runs against every driver.
///
/// Every function that changes something is one transaction: it happens whole or, when it throws, not at all.
///
/// Nobody but ``PressRun`` and those who open one hold it whole: who needs a verb holds the protocol of that verb.
package typealias Ledger = PressBook & Readers & Deliveries & RunLock & NoteBook & SiteSecret & OutsideBook & ClockBook

/// What one press knows: what it gathered, what it published, which issues it froze.
package typealias PressBook = ArticleShelf & SourceShelf & FindingBook & PublicRecord & FeedBook & PingBook & SlotBook
  & IssueBook & IssueArchive

/// Readers and their consent.
package typealias Readers = ConsentLog & ReaderBook & NameBook

/// What leaves and what comes back.
package typealias Deliveries = DeliveryHands & DeliveryBook & Outbox & BounceTokens & BounceBook

/// A fault of the ledger itself: cannot be opened, is full, is of a newer version.
package struct LedgerError: Error, CustomStringConvertible {
  /// What happened and what to do, for the operator.
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
  package var description: String { sentence }
}

/// The locks that keep runs apart. They die with their process.
///
/// The first is held while a run gathers, publishes and freezes, the second while it delivers; who takes both takes them in
/// this order.
package protocol RunLock: AnyObject, Sendable {
  /// Takes the lock of the site for as long as the closure runs. Nil if another run holds it.
  func withRunLock<Result>(_ body: () throws -> Result) throws -> Result?

  /// Takes the lock of deliveries for as long as the closure runs. Nil if another run holds it: its rates, its connections
  /// and what it learned of the relay are its own, so that no second one may deliver beside it.
  func withDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result?
}

extension RunLock {
  /// Takes both locks: for what must not happen while articles are gathered, issues are frozen or mail leaves. Nil if another
  /// run is at work.
  package func withBothLocks<Result>(_ body: () throws -> Result) throws -> Result? {
    try withRunLock { try withDeliveryLock(body) }.flatMap(\.self)
  }
}

/// Values that one run leaves for the next, such as the key of what was last published.
package protocol NoteBook: AnyObject, Sendable {
  func note(_ key: String) throws -> String?
  func setNote(_ key: String, _ value: String) throws
}

package protocol SiteSecret: AnyObject, Sendable {
  /// 32 secret bytes that never change: the key of all tokens and hashes.
  var secret: [UInt8] { get }
}
