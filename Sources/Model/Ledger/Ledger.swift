/// The durable record; the only truth between runs. One conformance suite (`CourantTesting`) runs against every driver.
///
/// Every function that changes something is one transaction: it happens whole or, when it throws, not at all.
package typealias Ledger = ArticleShelf & PublicRecord & FeedBook & IssueBook & SubscriberRegister & DeliveryQueue
  & BounceBook & PingBook & NameBook
  & RunLog & OutsideBook & ClockBook

/// A fault of the ledger itself: cannot be opened, is full, is of a newer version.
package struct LedgerError: Error, CustomStringConvertible {
  /// What happened and what to do, for the operator.
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
  package var description: String { sentence }
}

/// What one run leaves for the next, and the lock that keeps two runs apart.
package protocol RunLog: AnyObject {
  /// Takes the lock of the site for as long as the closure runs. Nil if another run holds it. The lock dies with its
  /// process.
  func withRunLock<Result>(_ body: () throws -> Result) throws -> Result?

  /// A remembered value, such as the key of what was last published.
  func note(_ key: String) throws -> String?
  func setNote(_ key: String, _ value: String) throws

  /// 32 secret bytes that never change: the key of all tokens and hashes.
  var secret: [UInt8] { get }
}
