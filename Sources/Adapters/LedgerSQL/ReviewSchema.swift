extension Schema {
  static let reviews = """
    -- Why a slot is held, until when, which articles were released (a hash), and when the operators were last told.
    ALTER TABLE slot ADD COLUMN hold TEXT CHECK (hold IN ('many', 'review', 'delay', 'changed'));
    ALTER TABLE slot ADD COLUMN hold_until INTEGER;
    ALTER TABLE slot ADD COLUMN approved TEXT;
    ALTER TABLE slot ADD COLUMN told INTEGER;

    -- Letters to operators, with their own words. Other tables refer to `letter` by name, and foreign keys are checked after
    -- the migration.
    CREATE TABLE letter_of_all_kinds (
      id INTEGER PRIMARY KEY NOT NULL CHECK (id < 0),
      kind TEXT NOT NULL CHECK (
        kind IN ('confirm', 'already-following', 'link', 'new-address', 'old-address', 'welcome', 'operators')),
      hash TEXT NOT NULL, address TEXT, domain TEXT NOT NULL, network TEXT NOT NULL, language TEXT,
      permit INTEGER REFERENCES permit (id), subscription INTEGER, issue INTEGER REFERENCES issue (id),
      wanted TEXT NOT NULL, subject TEXT, text TEXT, asked INTEGER NOT NULL, lapses INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'deferred', 'refused', 'uncertain', 'dropped')),
      next INTEGER, attempts INTEGER NOT NULL DEFAULT 0, first_attempt INTEGER, changed INTEGER NOT NULL, reply TEXT,
      CHECK (next IS NULL OR state IN ('queued', 'deferred', 'uncertain')),
      CHECK (next IS NOT NULL OR state NOT IN ('queued', 'deferred')),
      CHECK ((kind = 'welcome') = (issue IS NOT NULL)), CHECK (issue IS NULL OR subscription IS NOT NULL),
      CHECK ((kind = 'operators') = (text IS NOT NULL)), CHECK ((subject IS NULL) = (text IS NULL))) STRICT;
    INSERT INTO letter_of_all_kinds (id, kind, hash, address, domain, network, language, permit, subscription, issue, wanted,
        asked, lapses, state, next, attempts, first_attempt, changed, reply)
      SELECT id, kind, hash, address, domain, network, language, permit, subscription, issue, wanted, asked, lapses, state,
        next, attempts, first_attempt, changed, reply FROM letter;
    DROP TABLE letter;
    ALTER TABLE letter_of_all_kinds RENAME TO letter;
    CREATE INDEX letter_due ON letter (next, id) WHERE next IS NOT NULL;
    CREATE INDEX letter_hash ON letter (hash, asked);
    CREATE INDEX letter_asked ON letter (asked);
    CREATE INDEX letter_permit ON letter (permit);
    CREATE INDEX letter_welcome ON letter (subscription) WHERE issue IS NOT NULL;
    """
}
