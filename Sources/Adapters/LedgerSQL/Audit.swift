package import Model
package import Time

extension SQLLedger: AuditBook {
  package func record(_ act: Act) throws {
    try write { db in
      let reader = try number(ofReaderIn: act.target, db)
      try db.execute(
        """
        INSERT INTO act (at, who, place, origin, verb, kind, name, reader, before, after)
        VALUES (\(act.at), \(act.by.name), \(act.by.place.rawValue), \(act.by.origin), \(act.verb.rawValue),
          \(act.target.kind), \(act.target.name), \(reader), \(act.before), \(act.after))
        """)
    }
  }

  private func number(ofReaderIn target: Act.Target, _ db: any SQLConnection) throws -> Int64? {
    guard case .reader(let address) = target else { return nil }
    return try number(of: address, db)
  }

  /// Found by the hash, which remains when a reader is erased.
  private func number(of address: EmailAddress, _ db: any SQLConnection) throws -> Int64? {
    try db.int64(orNil: "SELECT id FROM subscriber WHERE hash = \(hash(of: address))")
  }

  package func acts(
    since: Instant?, about reader: EmailAddress?, before page: RecordedAct.ID?, limit: Int
  ) throws -> [RecordedAct] {
    try read { db in
      var condition: SQL = "id < \(page?.number ?? .max) AND at >= \(since?.seconds ?? .min)"
      if let reader {
        guard let number = try number(of: reader, db) else { return [] }
        condition = "\(sql: condition) AND reader = \(number)"
      }
      return try db.rows(
        """
        SELECT id, at, who, place, origin, verb, kind, name, reader, before, after FROM act
        WHERE \(sql: condition) ORDER BY id DESC LIMIT \(limit)
        """
      ).map(Self.act)
    }
  }

  private static func act(_ row: SQLRow) throws -> RecordedAct {
    let place = try row.text("place")
    guard let place = Operator.Place(rawValue: place) else { throw SQLFault("an act was done at `\(place)`") }
    return RecordedAct(
      .init(try row.int64("id")), try row.text("verb"),
      by: Operator(try row.text("who"), at: place, from: try row.text(orNil: "origin")), at: try row.instant("at"),
      on: RecordedTarget(
        kind: try row.text("kind"), name: try row.text(orNil: "name"),
        reader: try row.int64(orNil: "reader").map(Subscriber.ID.init)),
      before: try row.text(orNil: "before"), after: try row.text(orNil: "after"))
  }
}
