package import Model
package import Time

extension Schema {
  /// `hash`: SHA-256 of the secret in a link or a cookie, in lower-case hexadecimal digits.
  static let operators = """
    CREATE TABLE operator_link (
      hash TEXT PRIMARY KEY NOT NULL, operator TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL,
      used INTEGER) STRICT;
    CREATE TABLE operator_session (
      hash TEXT PRIMARY KEY NOT NULL, operator TEXT NOT NULL, began INTEGER NOT NULL, lapses INTEGER NOT NULL) STRICT;
    """
}

/// The tables `operator_link` and `operator_session`, which have only a few rows.
extension SQLLedger: OperatorBook {
  package func record(link hash: String, of name: String, until lapses: Instant, at now: Instant) throws {
    try write { db in
      try db.execute("DELETE FROM operator_link WHERE lapses <= \(now)")
      try db.execute("DELETE FROM operator_session WHERE lapses <= \(now)")
      try db.execute(
        """
        INSERT INTO operator_link (hash, operator, made, lapses) VALUES (\(hash), \(name), \(now), \(lapses))
        """)
    }
  }

  package func operatorName(ofLink hash: String, at now: Instant) throws -> String? {
    try read { db in
      try db.text(
        orNil: "SELECT operator FROM operator_link WHERE hash = \(hash) AND used IS NULL AND lapses > \(now)")
    }
  }

  package func signIn(link hash: String, session: OperatorSession, at now: Instant) throws -> String? {
    try write { db in
      let name = try db.text(
        orNil: """
          UPDATE operator_link SET used = \(now) WHERE hash = \(hash) AND used IS NULL AND lapses > \(now)
          RETURNING operator
          """)
      guard let name else { return nil }
      try db.execute(
        """
        INSERT INTO operator_session (hash, operator, began, lapses)
        VALUES (\(session.hash), \(name), \(now), \(session.lapses))
        """)
      return name
    }
  }

  package func operatorName(ofSession hash: String, at now: Instant) throws -> String? {
    try read { db in
      try db.text(orNil: "SELECT operator FROM operator_session WHERE hash = \(hash) AND lapses > \(now)")
    }
  }

  package func end(session hash: String) throws {
    try write { try $0.execute("DELETE FROM operator_session WHERE hash = \(hash)") }
  }

  package func endSessions(of name: String?) throws -> Int {
    try write { db in
      try db.execute("DELETE FROM operator_link WHERE operator = \(name) OR \(name) IS NULL")
      return try db.execute("DELETE FROM operator_session WHERE operator = \(name) OR \(name) IS NULL")
    }
  }
}
