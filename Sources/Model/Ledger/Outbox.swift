package import Time

/// Mail on the operator's word.
package protocol Outbox: AnyObject, Sendable {
  /// Queues again, on the operator's word, deliveries of an issue that ended without being taken, with the same
  /// Message-ID as before. Never those that were taken, nor of readers who left or are suppressed. Nil if the issue was
  /// cancelled.
  func resend(_ issue: RecordedIssue.ID, to recipients: Resend.Recipients, at now: Instant) throws -> Resend?

  /// Records a mail sent by `courant send-test`.
  func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws
}

/// What ``Outbox/resend(_:to:at:)`` did.
package struct Resend: Hashable, Sendable {
  /// Whose deliveries are sent again.
  package struct Recipients: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A server refused the message.
    package static let refused = Recipients(rawValue: 1)
    /// It was tried for two days.
    package static let givenUp = Recipients(rawValue: 2)
    /// Sent or not, nobody knows.
    package static let uncertain = Recipients(rawValue: 4)
  }

  /// How many are queued again.
  package let queued: Int
  /// Whose readers left or are suppressed.
  package let unwanted: Int
  /// Uncertain for good, and not asked for.
  package let uncertain: Int

  package init(queued: Int, unwanted: Int, uncertain: Int) {
    self.queued = queued
    self.unwanted = unwanted
    self.uncertain = uncertain
  }
}
