package import Model
package import Time

extension SQLLedger: WebhookBook {
  package func keepEvents(for names: Set<String>) throws {
    let known = try read { db in try db.rows("SELECT name FROM webhook").map { try $0.text("name") } }
    guard Set(known) != names else { return }
    try write { db in
      for gone in Set(known).subtracting(names) { try db.execute("DELETE FROM webhook WHERE name = \(gone)") }
      for new in names.subtracting(known) {
        try db.execute(
          """
          INSERT INTO webhook (name, last) SELECT \(new), coalesce(max(id), 0) FROM webhook_event WHERE true
          ON CONFLICT DO NOTHING
          """)
      }
      if names.isEmpty { try db.execute("DELETE FROM webhook_issue") }
    }
  }

  package func webhooks() throws -> [WebhookState] {
    try read { db in
      try db.rows("SELECT name, last, failing, failures, retry, answer FROM webhook ORDER BY name").map { row in
        WebhookState(
          try row.text("name"), last: try row.int64("last"), failingSince: try row.instant(orNil: "failing"),
          failures: try row.int("failures"), retry: try row.instant(orNil: "retry"),
          answer: try row.text(orNil: "answer"))
      }
    }
  }

  package func record(_ state: WebhookState) throws {
    try write { db in
      try db.execute(
        """
        UPDATE webhook SET last = \(state.last), failing = \(state.failingSince), failures = \(state.failures),
          retry = \(state.retry), answer = \(state.answer) WHERE name = \(state.name)
        """)
    }
  }

  package func events(
    after number: Int64, of kinds: Set<WebhookEvent.Kind>, limit: Int
  ) throws -> [WebhookEvent] {
    try read { db in
      try db.rows(
        """
        SELECT e.id, e.kind, e.at, e.subscriber, e.digest, e.feeds, e.issue, r.written, r.name
        FROM webhook_event e LEFT JOIN subscriber r ON r.id = e.subscriber
        WHERE e.id > \(number) AND e.kind IN (\(list: kinds.map(\.rawValue).sorted())) ORDER BY e.id LIMIT \(limit)
        """
      ).compactMap(Self.event)
    }
  }

  private static func event(_ row: SQLRow) throws -> WebhookEvent? {
    guard let kind = WebhookEvent.Kind(rawValue: try row.text("kind")) else { return nil }
    var event = WebhookEvent(try row.int64("id"), kind, at: try row.instant("at"))
    event.reader = try row.int64(orNil: "subscriber").map { Subscriber.ID($0) }
    event.address = try row.text(orNil: "written").flatMap { EmailAddress($0) }
    event.name = try row.text(orNil: "name")
    event.digest = try row.text(orNil: "digest")
    event.follows = try row.text(orNil: "feeds").flatMap { Following($0) }
    event.issue = try row.int64(orNil: "issue").map { RecordedIssue.ID($0) }
    return event
  }

  package func countEvents(after number: Int64, of kinds: Set<WebhookEvent.Kind>) throws -> Int {
    try read { db in
      try db.int(
        """
        SELECT count(*) FROM webhook_event WHERE id > \(number) AND kind IN (\(list: kinds.map(\.rawValue).sorted()))
        """)
    }
  }

  package func recordSentIssues(at now: Instant) throws {
    guard try read({ try $0.bool("SELECT EXISTS (SELECT 1 FROM webhook_issue)") }) else { return }
    try write { db in
      let sent = try db.int64s(
        """
        SELECT w.issue FROM webhook_issue w
        WHERE NOT EXISTS (SELECT 1 FROM tally t WHERE t.issue = w.issue AND t.waits = 1 AND t.deliveries > 0)
          AND NOT EXISTS (SELECT 1 FROM claim c JOIN delivery d ON d.id = c.delivery WHERE d.issue = w.issue)
        ORDER BY w.issue
        """)
      for issue in sent {
        try db.execute(
          """
          INSERT INTO webhook_event (kind, at, digest, issue)
          SELECT \(WebhookEvent.Kind.issueSent.rawValue), \(now), digest, id FROM issue WHERE id = \(issue)
          """)
        try db.execute("DELETE FROM webhook_issue WHERE issue = \(issue)")
      }
    }
  }

  package func deleteTakenEvents() throws {
    let taken: SQL = """
      id < (SELECT max(id) FROM webhook_event) AND NOT EXISTS (SELECT 1 FROM webhook w WHERE w.last < webhook_event.id)
      """
    guard try read({ try $0.bool("SELECT EXISTS (SELECT 1 FROM webhook_event WHERE \(sql: taken))") }) else { return }
    try write { db in try db.execute("DELETE FROM webhook_event WHERE \(sql: taken)") }
  }

  package func withWebhookLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try locks.hold(.webhooks, body)
  }
}
