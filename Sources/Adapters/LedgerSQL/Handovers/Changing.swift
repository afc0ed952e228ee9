internal import Model
internal import Time

/// Changes from one digest to another, effective at once.
extension SQLLedger {
  /// The number of a reader's subscription; nil if they have none.
  static func subscription(of reader: Int64, to digest: String, _ db: any SQLConnection) throws -> Int64? {
    try db.int64(orNil: "SELECT id FROM subscription WHERE subscriber = \(reader) AND digest = \(digest)")
  }

  /// Replaces a subscription that has just ended with one to another digest, with the same consent.
  ///
  /// - Parameter event: the event to record.
  func change(
    _ former: String, to wanted: WantedDigest, of reader: Int64, _ address: EmailAddress, _ event: ConsentEvent,
    _ db: any SQLConnection
  ) throws {
    let row = try db.row(
      "SELECT consent, origin FROM subscription WHERE subscriber = \(reader) AND digest = \(former)")
    guard let row else { return }
    let next = HeldSubscription(
      status: .confirmed, follows: wanted.follows.text, consent: try row.instant(orNil: "consent") ?? event.at,
      origin: try row.text(orNil: "origin"))
    try db.execute("DELETE FROM departure WHERE hash = \(hash(of: address)) AND digest = \(wanted.digest)")
    if try Self.subscription(of: reader, to: wanted.digest, db) == nil {
      try Self.insert(next, to: wanted.digest, of: reader, db)
    } else {
      try Self.update(next, to: wanted.digest, of: reader, db)
    }
    try Self.add(event, of: .subscriber(reader), db)
    try Self.link(former, to: wanted.digest, of: reader, db)
    try Self.keepFeedTokens(of: reader, endedAt: event.at, db)
  }

  /// Lets the tokens of a former subscription end another one of the same reader.
  static func link(_ former: String, to digest: String, of reader: Int64, _ db: any SQLConnection) throws {
    let new = try subscription(of: reader, to: digest, db)
    try db.execute(
      "UPDATE subscription SET continued = \(new) WHERE subscriber = \(reader) AND digest = \(former)")
  }
}
