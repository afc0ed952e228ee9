package import Time

/// Mail sent by the operator.
package protocol Outbox: AnyObject, Sendable {
  /// Queues deliveries of an issue again that ended without being accepted, with the same Message-IDs. Never those that
  /// were accepted, nor those of readers who have unsubscribed or are suppressed. Nil if the issue was cancelled.
  func resend(_ issue: RecordedIssue.ID, to recipients: Resend.Recipients, at now: Instant) throws -> Resend?

  /// Records a message sent by `courant send-test`.
  func recordTest(digest: String, to address: EmailAddress, outcome: String, at now: Instant) throws
}

/// The result of ``Outbox/resend(_:to:at:)``.
package struct Resend: Hashable, Sendable {
  /// Which deliveries to send again.
  package struct Recipients: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A server refused the message.
    package static let refused = Recipients(rawValue: 1)
    /// It was tried for two days.
    package static let givenUp = Recipients(rawValue: 2)
    /// It may or may not have been sent.
    package static let uncertain = Recipients(rawValue: 4)
  }

  /// How many were queued again.
  package let queued: Int
  /// How many were not, because the reader has unsubscribed or is suppressed.
  package let unwanted: Int
  /// How many stay uncertain, because they were not requested.
  package let uncertain: Int

  package init(queued: Int, unwanted: Int, uncertain: Int) {
    self.queued = queued
    self.unwanted = unwanted
    self.uncertain = uncertain
  }
}
