package import Model
internal import Time

/// Counts and lists for the operators' pages.
extension SQLLedger: DeskBook {
  package func growth(of digest: String, since day: Int) throws -> [GrowthDay] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT day, kind, readers FROM growth WHERE digest = \(digest) AND day >= \(day) ORDER BY day, kind
        """)
      return try rows.compactMap { row in
        guard let kind = GrowthDay.Kind(rawValue: try row.text("kind")) else { return nil }
        return GrowthDay(day: try row.int("day"), kind: kind, readers: try row.int("readers"))
      }
    }
  }

  package func mailableReaders(of digest: String) throws -> Int {
    try read { db in
      try db.int(
        """
        SELECT coalesce(sum(CASE kind WHEN 'come' THEN readers ELSE -readers END), 0) FROM growth
        WHERE digest = \(digest)
        """)
    }
  }

  /// When a digest gets another's name, the counts of both are combined.
  static func renameCounts(from old: String, to new: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO growth (digest, day, kind, readers) SELECT \(new), day, kind, readers FROM growth WHERE digest = \(old)
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = growth.readers + excluded.readers
      """)
    try db.execute("DELETE FROM growth WHERE digest = \(old)")
  }

  package func aftermath(of issue: RecordedIssue.ID) throws -> Aftermath {
    try read { db in
      var found = Aftermath()
      let pace = try db.row("SELECT first, last FROM issue_pace WHERE issue = \(issue.number)")
      found.first = try pace?.instant("first")
      found.last = try pace?.instant("last")
      for row in try db.rows("SELECT kind, readers FROM issue_after WHERE issue = \(issue.number)") {
        let readers = try row.int("readers")
        switch try row.text("kind") {
        case "bounced": found.bounced = readers
        case "complained": found.complained = readers
        default: found.left = readers
        }
      }
      return found
    }
  }

  package func deliveries(
    of issue: RecordedIssue.ID, in state: Delivery.State, after number: Int64, limit: Int
  ) throws -> [ReaderDelivery] {
    try read { db in
      let isOpen: SQL = state == .deferred ? "d.next IS NOT NULL" : "d.next IS NULL"
      let index = db.dialect.index(state == .deferred ? "delivery_due" : "delivery_ended")
      let isEnded: SQL = state == .deferred ? "" : "AND d.state IN ('refused', 'uncertain', 'dropped')"
      return try db.rows(
        """
        SELECT d.id, d.state, d.changed, d.reply, s.subscriber, r.written
        FROM delivery d \(sql: index) JOIN subscription s ON s.id = d.subscription JOIN subscriber r ON r.id = s.subscriber
        WHERE d.issue = \(issue.number) AND d.state = \(state.rawValue) AND \(sql: isOpen) \(sql: isEnded)
          AND d.id > \(number)
        ORDER BY d.id LIMIT \(limit)
        """
      ).compactMap(Self.readerDelivery)
    }
  }

  private static func readerDelivery(_ row: SQLRow) throws -> ReaderDelivery? {
    guard let state = Delivery.State(rawValue: try row.text("state")) else { return nil }
    return ReaderDelivery(
      Delivery.ID(try row.int64("id")), to: .init(try row.int64("subscriber")),
      try row.text(orNil: "written").flatMap { EmailAddress($0) }, state, changed: try row.instant("changed"),
      reply: try row.text(orNil: "reply"))
  }
}

// MARK: - Destinations

extension SQLLedger {
  package func destinationTallies(since day: Int, limit: Int) throws -> [DestinationTally] {
    try read { db in
      var found: [String: DestinationTally] = [:]
      let rows = try db.rows(
        """
        SELECT domain, outcome, sum(messages) AS messages FROM destination_day WHERE day >= \(day) GROUP BY domain, outcome
        """)
      for row in rows {
        guard let outcome = DestinationTally.Outcome(rawValue: try row.text("outcome")) else { continue }
        let domain = try row.text("domain")
        found[domain, default: DestinationTally(domain)].counts[outcome] = try row.int("messages")
      }
      let rest = found.removeValue(forKey: "")
      let great = found.values.sorted { ($1.sum, $0.domain) < ($0.sum, $1.domain) }.prefix(limit)
      return Array(great) + [rest].compactMap(\.self)
    }
  }

  package func newestReplies(limit: Int) throws -> [DestinationReply] {
    try read { db in
      try db.rows(
        """
        SELECT d.domain, a.at, a.text, r.written
        FROM (SELECT delivery, at, text, outcome, id FROM attempt ORDER BY id DESC LIMIT \(limit)) AS a
        JOIN delivery d ON d.id = a.delivery JOIN subscription s ON s.id = d.subscription
        JOIN subscriber r ON r.id = s.subscriber
        WHERE a.outcome IN ('deferred', 'refused') ORDER BY a.id DESC
        """
      ).map { row in
        DestinationReply(
          try row.text("domain"), try row.text(orNil: "written").flatMap { EmailAddress($0) },
          at: try row.instant("at"), try row.text("text"))
      }
    }
  }

  /// How many deliveries are examined to find the largest destinations: a sample is enough.
  private static let sample = 10_000
  private static let mostDestinations = 200
  /// In days.
  private static let memory: Int64 = 400

  /// Chooses the destinations to count individually from now on.
  ///
  /// - Parameter last: the newest delivery before those of the issue that was just frozen.
  static func chooseDestinations(after last: Int64, at now: Instant, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM destination_day WHERE day < \(now.seconds / 86_400 - memory)")
    guard try db.bool("SELECT EXISTS (SELECT 1 FROM delivery WHERE id > \(last))") else { return }
    try db.execute("DELETE FROM great_destination")
    try db.execute(
      """
      INSERT INTO great_destination (domain) SELECT domain
      FROM (SELECT domain FROM delivery WHERE id > \(last) ORDER BY id LIMIT \(sample)) AS sample
      WHERE domain <> '' GROUP BY domain ORDER BY count(*) DESC, domain LIMIT \(mostDestinations)
      """)
  }
}

extension DestinationTally {
  fileprivate var sum: Int { counts.values.reduce(0, +) }
}
