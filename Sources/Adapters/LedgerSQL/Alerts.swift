package import Model
package import Time

extension SQLLedger: AlertBook {
  package func knownAlerts() throws -> [KnownAlert] {
    try read { db in
      try db.rows("SELECT kind, about, level, sentence, since, told, ended FROM alert ORDER BY kind, about")
        .compactMap(Self.alert)
    }
  }

  /// Nil for a kind of a later version.
  private static func alert(_ row: SQLRow) throws -> KnownAlert? {
    guard let kind = Alert.Kind(rawValue: try row.text("kind")) else { return nil }
    let alert = Alert(kind, about: try row.text("about"), level: try row.int("level"), try row.text("sentence"))
    return KnownAlert(
      alert, since: try row.instant("since"), told: try row.instant(orNil: "told"),
      ended: try row.instant(orNil: "ended"))
  }

  package func setKnownAlerts(_ alerts: [KnownAlert]) throws {
    try write { db in
      try db.execute("DELETE FROM alert")
      for known in alerts {
        let alert = known.alert
        try db.execute(
          """
          INSERT INTO alert (kind, about, level, sentence, since, told, ended)
          VALUES (\(alert.kind.rawValue), \(alert.about), \(alert.level), \(alert.sentence), \(known.since),
            \(known.told), \(known.ended))
          """)
      }
    }
  }

  package func queue(_ note: OperatorNote, to operators: [EmailAddress], at now: Instant) throws {
    try write { db in try queue(note, to: operators, at: now, db) }
  }

  func queue(_ note: OperatorNote, to operators: [EmailAddress], at now: Instant, _ db: any SQLConnection) throws {
    for address in operators {
      var letter = NewLetter(.operators, to: address, hash: hash(of: address), at: now)
      letter.note = note
      try Self.queue(letter, db)
    }
  }

  package func lettersAsked(after instant: Instant) throws -> Int {
    try read { db in
      try db.int("SELECT count(*) FROM letter WHERE asked > \(instant) AND kind NOT IN ('welcome', 'operators')")
    }
  }
}
