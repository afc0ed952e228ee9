package import Time

/// Counts and lookups for the operators' pages. No function gets slower as readers or deliveries are added; the time of those
/// with a limit depends on what they return.
package protocol DeskBook: AnyObject, Sendable {
  /// Changes in a digest's readers since a day, oldest first. Days are in UTC, counted from 1970-01-01.
  func growth(of digest: String, since day: Int) throws -> [GrowthDay]

  /// How many readers of a digest may be mailed: the sum of all its ``growth(of:since:)``. Paused readers are included.
  func mailableReaders(of digest: String) throws -> Int

  /// What followed an issue.
  func aftermath(of issue: RecordedIssue.ID) throws -> Aftermath

  /// An issue's deliveries in a state other than `accepted`, with a number above `number`, in ascending order.
  func deliveries(
    of issue: RecordedIssue.ID, in state: Delivery.State, after number: Int64, limit: Int
  ) throws -> [ReaderDelivery]

  /// The replies of the largest destinations since a day, by number of messages, largest first. The rest are one entry with an
  /// empty domain.
  func destinationTallies(since day: Int, limit: Int) throws -> [DestinationTally]

  /// The newest attempts that were not accepted, each with its recipient domain.
  func newestReplies(limit: Int) throws -> [DestinationReply]

  /// Readers whose address or name contains this part, in the order in which they joined.
  ///
  /// - Parameter part: at least three characters; letter case does not matter.
  func readers(matching part: String, limit: Int) throws -> [FoundReader]

  /// Nil if there is no such reader, or they were forgotten.
  func reader(_ id: Subscriber.ID) throws -> FoundReader?
}

/// One kind of change on one day.
package struct GrowthDay: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable, Codable {
    /// Confirmed, imported, returned, or no longer suppressed.
    case come
    case left
    case bounce
    case complaint
    case forgotten
    /// Removed by the operator, or refused all mail themselves.
    case `operator`
  }

  package let day: Int
  package let kind: Kind
  package let readers: Int

  package init(day: Int, kind: Kind, readers: Int) {
    self.day = day
    self.kind = kind
    self.readers = readers
  }
}

/// What followed an issue.
package struct Aftermath: Hashable, Sendable {
  /// When its first and its newest message were accepted; nil if none was, or if the issue is older than this record.
  package var first: Instant?
  package var last: Instant?
  /// Messages that bounced, and messages that readers reported as spam; each counts once.
  package var bounced = 0
  package var complained = 0
  /// Readers who left when this was the last issue they had received.
  package var left = 0

  package init() {}
}

/// The outcome of an issue for one reader.
package struct ReaderDelivery: Hashable, Sendable {
  package let id: Delivery.ID
  package let reader: Subscriber.ID
  /// Nil if the reader was forgotten.
  package let address: EmailAddress?
  package let state: Delivery.State
  package let changed: Instant
  package let reply: String?

  package init(
    _ id: Delivery.ID, to reader: Subscriber.ID, _ address: EmailAddress?, _ state: Delivery.State, changed: Instant,
    reply: String?
  ) {
    self.id = id
    self.reader = reader
    self.address = address
    self.state = state
    self.changed = changed
    self.reply = reply
  }
}

/// The replies of one destination.
package struct DestinationTally: Hashable, Sendable {
  package enum Outcome: String, CaseIterable, Sendable, Codable {
    case accepted, deferred, refused, uncertain, bounced, complained
  }

  /// Empty for all but the largest.
  package let domain: String
  package var counts: [Outcome: Int]

  package init(_ domain: String, _ counts: [Outcome: Int] = [:]) {
    self.domain = domain
    self.counts = counts
  }
}

package struct DestinationReply: Hashable, Sendable {
  package let domain: String
  package let address: EmailAddress?
  package let at: Instant
  package let text: String

  package init(_ domain: String, _ address: EmailAddress?, at: Instant, _ text: String) {
    self.domain = domain
    self.address = address
    self.at = at
    self.text = text
  }
}

/// A reader as found by a search.
package struct FoundReader: Hashable, Sendable {
  package let id: Subscriber.ID
  package let address: EmailAddress
  package let name: String?

  package init(_ id: Subscriber.ID, _ address: EmailAddress, name: String?) {
    self.id = id
    self.address = address
    self.name = name
  }
}
