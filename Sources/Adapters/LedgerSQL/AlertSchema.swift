extension Schema {
  static let alerts = """
    -- What needs an operator, or did within a day. about: a domain, an issue, a name, or ''. told: when operators were last
    -- written to. ended: NULL while it lasts.
    CREATE TABLE alert (
      kind TEXT NOT NULL CHECK (kind <> ''), about TEXT NOT NULL, level INTEGER NOT NULL CHECK (level > 0),
      sentence TEXT NOT NULL, since INTEGER NOT NULL, told INTEGER, ended INTEGER,
      PRIMARY KEY (kind, about)) STRICT, WITHOUT ROWID;
    """
}
