package import Time

/// One issue to one subscriber.
package struct Delivery: Hashable, Sendable {
  package struct ID: Hashable, Comparable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
    package static func < (a: ID, b: ID) -> Bool { a.number < b.number }
  }

  package enum State: String, CaseIterable, Sendable, Codable {
    /// To be sent.
    case queued
    /// A worker has it; if that worker dies, the next run takes it back.
    case claimed
    /// The server took responsibility. Final.
    case accepted
    /// The server asked to try again later.
    case deferred
    /// The server will not take it. Final.
    case refused
    /// It was in its final exchange when the connection or the worker was lost. Final under `uncertain = "skip"`.
    case uncertain
    /// The reader left or was suppressed, or the issue was cancelled, before it went. Final.
    case dropped
  }
}

extension Delivery {
  /// Why a delivery was dropped, in the words that operators read in its history.
  package enum Drop {
    package static let unwanted = "left or suppressed after the issue was frozen, or the issue was cancelled"
    package static let cancelled = "the issue was cancelled"
  }
}

/// A delivery in the hands of a worker, with all that its message needs.
package struct Claim: Hashable, Sendable {
  package let delivery: Delivery.ID
  package let digest: String
  package let issueNumber: Int
  /// The slot's instant: the date of the mail.
  package let due: Instant
  /// Key of its edition: the feeds, joined by commas.
  package let editionFeeds: [Feed.Name]
  package let addressee: Addressee
  package let attempts: Int
  /// Of these, how many ended without an answer to the final dot.
  package let uncertainAttempts: Int
  package let firstAttempt: Instant?

  package init(
    delivery: Delivery.ID, digest: String, issueNumber: Int, due: Instant, editionFeeds: [Feed.Name],
    addressee: Addressee, attempts: Int, uncertainAttempts: Int = 0, firstAttempt: Instant?
  ) {
    self.delivery = delivery
    self.digest = digest
    self.issueNumber = issueNumber
    self.due = due
    self.editionFeeds = editionFeeds
    self.addressee = addressee
    self.attempts = attempts
    self.uncertainAttempts = uncertainAttempts
    self.firstAttempt = firstAttempt
  }
}
