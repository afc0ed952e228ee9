package import Time

/// Another program that is informed of events (`[webhooks.NAME]` in `schedule.conf`).
package struct WebhookSettings: Hashable, Sendable {
  package let name: String
  package let url: String
  /// The file of the key that signs, relative to the site folder.
  package let secretFile: String
  package var events = Set(WebhookEvent.Kind.allCases)
  /// Whether its address may be on this machine or in a private network.
  package var allowsPrivate = false

  package init(_ name: String, url: String, secretFile: String) {
    self.name = name
    self.url = url
    self.secretFile = secretFile
  }
}

/// Something that other programs are informed of.
package struct WebhookEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable, Codable {
    /// Asked for a subscription, not confirmed yet.
    case subscribed = "reader.subscribed"
    /// Confirmed, or came back.
    case confirmed = "reader.confirmed"
    /// Left a digest, or was erased.
    case left = "reader.left"
    /// Is not mailed any more, because their mail comes back.
    case bounced = "reader.bounced"
    /// Is not mailed any more, because they reported a message as spam.
    case complained = "reader.complained"
    /// No message of an issue waits any more.
    case issueSent = "issue.sent"
  }

  /// Grows with each event.
  package let number: Int64
  package let kind: Kind
  package let at: Instant
  package var reader: Subscriber.ID?
  /// As of now; nil if the reader was erased.
  package var address: EmailAddress?
  package var name: String?
  package var digest: String?
  package var follows: Following?
  package var issue: RecordedIssue.ID?

  package init(_ number: Int64, _ kind: Kind, at moment: Instant) {
    self.number = number
    self.kind = kind
    at = moment
  }
}

/// How far a webhook has come.
package struct WebhookState: Hashable, Sendable {
  package let name: String
  /// The last event that it took, or that was given up.
  package private(set) var last: Int64
  /// Since when it has taken none; nil if it works.
  package private(set) var failingSince: Instant?
  /// How often in a row it has failed.
  package private(set) var failures: Int
  /// No attempt before then.
  package private(set) var retry: Instant?
  /// What it answered last, if it fails.
  package private(set) var answer: String?

  package init(
    _ name: String, last: Int64, failingSince: Instant? = nil, failures: Int = 0, retry: Instant? = nil,
    answer: String? = nil
  ) {
    self.name = name
    self.last = last
    self.failingSince = failingSince
    self.failures = failures
    self.retry = retry
    self.answer = answer
  }

  /// How long an event is tried.
  package static let patience = Duration.seconds(3 * 86_400)
  private static let shortestPause = Duration.seconds(300)
  private static let longestPause = Duration.seconds(6 * 3600)

  /// Whether it may be tried. A clock that was set back must not keep it waiting.
  package func isDue(at now: Instant) -> Bool {
    guard let retry else { return true }
    return retry <= now || retry - now > Self.longestPause
  }

  package mutating func take(_ event: WebhookEvent) {
    last = event.number
    failingSince = nil
    failures = 0
    retry = nil
    answer = nil
  }

  /// Waits 5 minutes, and twice as long with each failure, up to 6 hours.
  package mutating func fail(_ answer: String, at now: Instant) {
    let pause = Self.shortestPause * (1 << min(failures, 10))
    failingSince = failingSince ?? now
    failures += 1
    retry = now + min(pause, Self.longestPause)
    self.answer = answer
  }

  /// Gives up the events that are too old, of those that wait. Returns them.
  package mutating func giveUp(_ waiting: [WebhookEvent], at now: Instant) -> [WebhookEvent] {
    let old = Array(waiting.prefix { now - $0.at > Self.patience })
    if let newest = old.last { last = newest.number }
    return old
  }
}
