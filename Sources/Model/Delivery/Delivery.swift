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
    /// A worker has it; if the worker dies, the next run puts it back in the queue.
    case claimed
    /// The server took responsibility. Final.
    case accepted
    /// The server asked to try again later.
    case deferred
    /// The server rejected it permanently. Final.
    case refused
    /// The connection or the worker was lost during its final exchange. Final under `uncertain = "skip"`.
    case uncertain
    /// The reader unsubscribed or was suppressed, or the issue was cancelled, before it was sent. Final.
    case dropped
  }
}

extension Delivery {
  /// Why a delivery was dropped, as worded in its history.
  package enum Drop {
    package static let unwanted = "unsubscribed or suppressed after the issue was frozen, or the issue was cancelled"
    package static let cancelled = "the issue was cancelled"
    package static let handedOver = "the reader changed to another digest, whose next email brings this"
  }
}

/// A delivery that a worker has taken from the queue, with everything its message needs.
package struct Claim: Hashable, Sendable {
  package let delivery: Delivery.ID
  package let issue: ClaimedIssue
  package let edition: EditionKey
  package let addressee: Addressee
  package let earlier: EarlierAttempts

  package init(
    delivery: Delivery.ID, issue: ClaimedIssue, edition: EditionKey, addressee: Addressee, earlier: EarlierAttempts
  ) {
    self.delivery = delivery
    self.issue = issue
    self.edition = edition
    self.addressee = addressee
    self.earlier = earlier
  }
}

/// The issue that a claim belongs to.
package struct ClaimedIssue: Hashable, Sendable {
  package let digest: String
  package let number: Int

  package init(digest: String, number: Int) {
    self.digest = digest
    self.number = number
  }
}

/// The attempts at a delivery that were made before.
package struct EarlierAttempts: Hashable, Sendable {
  package let count: Int
  /// How many of these ended without a reply to the final dot.
  package let uncertain: Int
  /// When the first of them was made.
  package let first: Instant?

  package init(count: Int = 0, uncertain: Int = 0, first: Instant? = nil) {
    self.count = count
    self.uncertain = uncertain
    self.first = first
  }
}
