extension Schema {
  static let audit = """
    -- What operators did; only added to. kind, name: what it was done to, a reader masked. reader: its number in
    -- `subscriber`, which stays when the reader is erased. before, after: in words without addresses.
    CREATE TABLE act (
      id INTEGER PRIMARY KEY NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL CHECK (who <> ''),
      place TEXT NOT NULL CHECK (place IN ('shell', 'desk')), origin TEXT, verb TEXT NOT NULL CHECK (verb <> ''),
      kind TEXT NOT NULL CHECK (kind <> ''), name TEXT, reader INTEGER, before TEXT, after TEXT,
      CHECK (reader IS NULL OR kind = 'reader')) STRICT;
    CREATE INDEX act_reader ON act (reader, id) WHERE reader IS NOT NULL;
    CREATE TRIGGER act_stays BEFORE DELETE ON act BEGIN
      SELECT RAISE(ABORT, 'acts are never deleted');
    END;
    CREATE TRIGGER act_is_fixed BEFORE UPDATE ON act BEGIN
      SELECT RAISE(ABORT, 'acts are never changed');
    END;
    """
}
