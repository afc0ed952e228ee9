package import Time

/// What the operators' pages count and look up. No function takes longer because there are more readers or deliveries; those
/// with a limit take as long as what they return.
package protocol DeskBook: AnyObject, Sendable {
  /// What happened to the readers of a digest from a day on, oldest first. Days are in UTC, counted from 1970-01-01.
  func growth(of digest: String, since day: Int) throws -> [GrowthDay]

  /// How many readers of a digest may be mailed: the sum of all its ``growth(of:since:)``. Those who paused count.
  func mailableReaders(of digest: String) throws -> Int

  /// What followed an issue.
  func aftermath(of issue: RecordedIssue.ID) throws -> Aftermath

  /// Deliveries of an issue in one of the states that are not `accepted`, with a number above `number`, in that order.
  func deliveries(
    of issue: RecordedIssue.ID, in state: Delivery.State, after number: Int64, limit: Int
  ) throws -> [ReaderDelivery]

  /// What the greatest destinations answered from a day on, the one with most messages first. The rest is one entry with an
  /// empty domain.
  func destinationTallies(since day: Int, limit: Int) throws -> [DestinationTally]

  /// The newest attempts that were not accepted, with the domain that each was for.
  func newestReplies(limit: Int) throws -> [DestinationReply]

  /// Readers with this part in their address or name, in the order in which they came.
  ///
  /// - Parameter part: at least three characters; letter case does not matter.
  func readers(matching part: String, limit: Int) throws -> [FoundReader]

  /// Nil if there is no such reader, or they were forgotten.
  func reader(_ id: Subscriber.ID) throws -> FoundReader?
}

/// One kind of change in one day.
package struct GrowthDay: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable, Codable {
    /// Confirmed, imported, returned, or no longer suppressed.
    case come
    case left
    case bounce
    case complaint
    case forgotten
    /// Removed by the operator, or never to be mailed again at their own word.
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
  /// When its first and its newest message were accepted; nil if none was, or if it is older than this record.
  package var first: Instant?
  package var last: Instant?
  /// Messages that came back, and those that readers reported as spam; each counts once.
  package var bounced = 0
  package var complained = 0
  /// Readers who left when this was the last issue they had.
  package var left = 0

  package init() {}
}

/// What became of an issue for one reader.
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

/// What one destination answered.
package struct DestinationTally: Hashable, Sendable {
  package enum Outcome: String, CaseIterable, Sendable, Codable {
    case accepted, deferred, refused, uncertain, bounced, complained
  }

  /// Empty for all but the greatest.
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

/// A reader as a search finds them.
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
