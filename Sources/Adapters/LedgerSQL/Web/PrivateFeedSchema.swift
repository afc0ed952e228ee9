extension Schema {
  /// Private feeds, their letters, and the requests for these. Other tables refer to `letter` by name, and foreign keys are
  /// checked after the migration.
  static let privateFeeds = """
    -- What readers may read with a token. document: U+0001 stands for the token.
    CREATE TABLE private_document (
      feed TEXT NOT NULL, format TEXT NOT NULL, document TEXT NOT NULL, changed INTEGER NOT NULL,
      PRIMARY KEY (feed, format)) STRICT;

    -- hash: SHA-256 of a token, which is not kept. letter: which one contains it; NULL if the operator gave it. ended: when the
    -- reader's last confirmed subscription ended; undone if a change to another digest ended it.
    CREATE TABLE feed_token (
      hash TEXT PRIMARY KEY NOT NULL, subscriber INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
      letter INTEGER, made INTEGER NOT NULL, ended INTEGER) STRICT;
    CREATE INDEX feed_token_subscriber ON feed_token (subscriber);
    CREATE TRIGGER feed_token_ends AFTER UPDATE OF status ON subscription
    WHEN OLD.status = 'confirmed' AND NEW.status <> 'confirmed' BEGIN
      UPDATE feed_token SET ended = coalesce(NEW.ended, 0) WHERE subscriber = NEW.subscriber AND ended IS NULL
        AND NOT EXISTS (SELECT 1 FROM subscription WHERE subscriber = NEW.subscriber AND status = 'confirmed');
    END;
    CREATE TRIGGER feed_token_revoked AFTER INSERT ON suppression BEGIN
      DELETE FROM feed_token WHERE subscriber IN (SELECT id FROM subscriber WHERE hash = NEW.hash);
    END;

    -- kind: 'private-feeds'; '' if `wanted` says it.
    ALTER TABLE request ADD COLUMN kind TEXT NOT NULL DEFAULT '';

    CREATE TABLE letter_of_all_kinds (
      id INTEGER PRIMARY KEY NOT NULL CHECK (id < 0),
      kind TEXT NOT NULL CHECK (
        kind IN ('confirm', 'already-following', 'link', 'new-address', 'old-address', 'welcome', 'operators',
          'private-feeds')),
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
        subject, text, asked, lapses, state, next, attempts, first_attempt, changed, reply)
      SELECT id, kind, hash, address, domain, network, language, permit, subscription, issue, wanted, subject, text, asked,
        lapses, state, next, attempts, first_attempt, changed, reply FROM letter;
    DROP TABLE letter;
    ALTER TABLE letter_of_all_kinds RENAME TO letter;
    CREATE INDEX letter_due ON letter (next, id) WHERE next IS NOT NULL;
    CREATE INDEX letter_hash ON letter (hash, asked);
    CREATE INDEX letter_asked ON letter (asked);
    CREATE INDEX letter_permit ON letter (permit);
    CREATE INDEX letter_welcome ON letter (subscription) WHERE issue IS NOT NULL;
    CREATE TRIGGER letter_total AFTER UPDATE OF state, next ON letter WHEN OLD.next IS NOT NULL AND NEW.next IS NULL BEGIN
      INSERT INTO total (subject, name, detail, number) VALUES ('letter', NEW.kind, NEW.state, 1)
      ON CONFLICT (subject, name, detail) DO UPDATE SET number = number + 1;
    END;
    """
}

extension PostgresSchema {
  /// The counterpart of SQLite's migration 82.
  static let privateFeeds = """
    CREATE TABLE private_document (
      feed TEXT NOT NULL, format TEXT NOT NULL, document TEXT NOT NULL, changed INTEGER NOT NULL,
      PRIMARY KEY (feed, format));
    CREATE TABLE feed_token (
      hash TEXT PRIMARY KEY NOT NULL,
      subscriber INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE DEFERRABLE,
      letter INTEGER, made INTEGER NOT NULL, ended INTEGER);
    CREATE INDEX feed_token_subscriber ON feed_token (subscriber);
    CREATE FUNCTION feed_token_ends() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      UPDATE feed_token SET ended = coalesce(NEW.ended, 0) WHERE subscriber = NEW.subscriber AND ended IS NULL
        AND NOT EXISTS (SELECT 1 FROM subscription WHERE subscriber = NEW.subscriber AND status = 'confirmed');
      RETURN NULL;
    END $$;
    CREATE TRIGGER feed_token_ends AFTER UPDATE OF status ON subscription
      FOR EACH ROW WHEN (OLD.status = 'confirmed' AND NEW.status <> 'confirmed') EXECUTE FUNCTION feed_token_ends();
    CREATE FUNCTION feed_token_revoked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      DELETE FROM feed_token WHERE subscriber IN (SELECT id FROM subscriber WHERE hash = NEW.hash);
      RETURN NULL;
    END $$;
    CREATE TRIGGER feed_token_revoked AFTER INSERT ON suppression
      FOR EACH ROW EXECUTE FUNCTION feed_token_revoked();
    ALTER TABLE request ADD COLUMN kind TEXT NOT NULL DEFAULT '';
    ALTER TABLE letter DROP CONSTRAINT letter_kind_check;
    ALTER TABLE letter ADD CONSTRAINT letter_kind_check CHECK (kind IN ('confirm', 'already-following', 'link',
      'new-address', 'old-address', 'welcome', 'operators', 'private-feeds'));
    """
}
