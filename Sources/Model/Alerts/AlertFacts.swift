package import Time

/// What is known of a site when it is judged whether something needs an operator. Facts that are not known raise no alert.
package struct AlertFacts: Hashable, Sendable {
  package let now: Instant
  /// The name of this machine if several share the ledger. The disk and the connection to the relay are those of this machine.
  package var machine: String?
  /// When the last run began that came to its end; nil if there was none.
  package var lastRun: Instant?
  package var runWithin = Duration.seconds(900)
  package var relay: RelayTrouble?
  package var signUps = SignUpTraffic()
  /// Of the last ``complaintDays``.
  package var destinations: [DestinationTally] = []
  /// Issues of the last ``issueDays``.
  package var issues: [IssueFailures] = []
  package var outside = OutsideFacts()
  package var disk: DiskSpace?
  /// What is wrong with the newest backup; nil if nothing is.
  package var backup: String?
  package var webhooks: [WebhookTrouble] = []

  package static let complaintDays = 30
  package static let issueDays = 3

  package init(at now: Instant) { self.now = now }
}

/// The relay took no mail when it was last asked.
package struct RelayTrouble: Hashable, Sendable {
  package let since: Instant
  /// Of the newest attempt.
  package let sentence: String

  package init(since: Instant, _ sentence: String) {
    self.since = since
    self.sentence = sentence
  }
}

/// Requests on the web for letters.
package struct SignUpTraffic: Hashable, Sendable {
  /// Letters asked for in the last hour, and how many may be.
  package var lettersInHour = 0
  package var mostInHour = 200
  /// Requests of this day beyond a limit.
  package var limited = 0

  package init() {}
}

package struct IssueFailures: Hashable, Sendable {
  /// `weekly#12`.
  package let issue: String
  package let deliveries: Int
  /// Refused by the relay, or returned later.
  package let failed: Int

  package init(_ issue: String, deliveries: Int, failed: Int) {
    self.issue = issue
    self.deliveries = deliveries
    self.failed = failed
  }
}

/// What the site's address and DNS answered when they were last asked.
package struct OutsideFacts: Hashable, Sendable, Codable {
  /// When that was; nil if never.
  package var looked: Instant?
  /// The host of the certificate, and when it ends; nil if there is none, or it was not seen.
  package var host: String?
  package var certificateEnds: Instant?
  /// Why the site does not answer as it should.
  package var site: String?
  /// How often in a row there was no answer, which one time may be a restart.
  package var misses = 0
  /// What is wrong with the DNS records of DKIM keys, one sentence each, which begins with the record's name.
  package var keys: [String] = []

  package init() {}
}

/// In bytes.
package struct DiskSpace: Hashable, Sendable {
  package let free: Int64
  /// What a backup of the ledger needs.
  package let ledger: Int64

  package init(free: Int64, ledger: Int64) {
    self.free = free
    self.ledger = ledger
  }
}

/// Events for another program that it has not taken.
package struct WebhookTrouble: Hashable, Sendable {
  package let name: String
  package let since: Instant
  /// What it answered last.
  package let sentence: String
  package let waiting: Int

  package init(_ name: String, since: Instant, waiting: Int, _ sentence: String) {
    self.name = name
    self.since = since
    self.waiting = waiting
    self.sentence = sentence
  }
}
