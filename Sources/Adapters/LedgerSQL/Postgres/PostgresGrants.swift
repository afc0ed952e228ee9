internal import Model

/// Rates, quotas and the warm-up plan are counted in the notes where a single machine keeps them too (``ThrottleRecords``), by
/// the database's clock. Their rows are locked in the order of their keys, so grants follow one another.
///
/// What a worker has in flight to a domain is in `seat`, and counts as long as the worker's lease lasts.
extension PostgresHands {
  /// In a transaction that does not wait for the disk: no message leaves before a turn has been committed, and the server
  /// writes what was committed before that first.
  func grant(_ request: GrantRequest, _ db: any SQLConnection) throws -> Grant {
    let records = try locked(GrantRule.keys(request.domain, under: request.limits), db)
    let sessions = request.limits.domain?.sessions
    let others = sessions == nil ? 0 : try inFlight(of: request, db)
    var rule = GrantRule(records, others: others)
    let grant = rule.grant(request, at: try db.int64("SELECT \(sql: Self.milliseconds)"))
    try record(rule.records, since: records, db)
    if let domain = request.domain, sessions != nil, grant.count > 0 {
      try set(places: [domain: request.inFlight + grant.count], of: request.worker, db)
    }
    return grant
  }

  func giveBack(_ unused: [UnusedGrant], _ db: any SQLConnection) throws {
    if unused.isEmpty { return }
    let keys = Set(unused.flatMap { GrantRule.keys($0.domain, under: $0.limits) })
    let records = try locked(keys.sorted(), db)
    var rule = GrantRule(records, others: 0)
    for one in unused { rule.giveBack(one) }
    try record(rule.records, since: records, db)
  }

  func set(places: [String: Int], of worker: Worker, _ db: any SQLConnection) throws {
    for (domain, messages) in places.sorted(by: { $0.key < $1.key }) {
      try db.later(
        """
        INSERT INTO seat (domain, worker, messages) VALUES (\(domain), \(worker.number), \(messages))
        ON CONFLICT (domain, worker) DO UPDATE SET messages = excluded.messages
        """)
    }
  }
}

extension PostgresHands {
  /// The database's clock, in milliseconds since 1970.
  private static let milliseconds: SQL = "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"

  /// Until the end of the transaction.
  private func locked(_ keys: [String], _ db: any SQLConnection) throws -> ThrottleRecords {
    if keys.isEmpty { return ThrottleRecords() }
    let names = keys.map(tables.noteKey)
    let lock: SQL = "SELECT key, value FROM note WHERE key IN (\(list: names)) ORDER BY key FOR UPDATE"
    var rows = try db.rows(lock)
    if rows.count < names.count {
      try db.execute(
        """
        INSERT INTO note (key, value) SELECT name, '' FROM unnest(\(PostgresArray.text(names))::text[]) AS x (name)
        ORDER BY name ON CONFLICT DO NOTHING
        """)
      rows = try db.rows(lock)
    }
    var values: [String: String] = [:]
    for row in rows { values[try row.text("key")] = try row.text("value") }
    return ThrottleRecords(Dictionary(uniqueKeysWithValues: keys.map { ($0, values[tables.noteKey($0)] ?? "") }))
  }

  private func record(_ records: ThrottleRecords, since before: ThrottleRecords, _ db: any SQLConnection) throws {
    for (key, value) in records.values.sorted(by: { $0.key < $1.key }) where before.values[key] != value {
      try db.later("UPDATE note SET value = \(value) WHERE key = \(tables.noteKey(key))")
    }
  }

  /// How many messages other living workers have in flight to the domain.
  private func inFlight(of request: GrantRequest, _ db: any SQLConnection) throws -> Int {
    try db.int(
      """
      SELECT CAST(coalesce(sum(s.messages), 0) AS BIGINT) FROM seat s JOIN worker w ON w.id = s.worker
      WHERE s.domain = \(request.domain) AND s.worker <> \(request.worker.number) AND w.until >= \(sql: Self.clock)
      """)
  }
}
