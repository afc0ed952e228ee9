extension Schema {
  /// Records for comparing the ledger with what is recorded outside it (docs/ledger.md).
  ///
  /// `issue.identity`: the base of its Message-IDs; NULL in issues older than this column. `pulse`: counts
  /// transactions. `run`: counts runs, in a separate table and thus on a separate page. `departure`: departures known
  /// from the journal but not in `subscription`. `departing`: lines to be added to the journal before the transaction
  /// ends; triggers insert them, so that no statement that ends a subscription can forget to.
  static let outside = """
    ALTER TABLE issue ADD COLUMN identity TEXT;
    CREATE TABLE pulse (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), writes INTEGER NOT NULL) STRICT;
    INSERT INTO pulse (id, writes) VALUES (1, 0);
    CREATE TABLE run (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), number INTEGER NOT NULL, began INTEGER) STRICT;
    INSERT INTO run (id, number) VALUES (1, 0);
    CREATE TABLE departure (
      hash TEXT NOT NULL, digest TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (hash, digest)) STRICT;

    CREATE TABLE departing (
      id INTEGER PRIMARY KEY NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('left', 'back', 'never', 'lifted')),
      hash TEXT NOT NULL, digest TEXT, reason TEXT, at INTEGER) STRICT;

    CREATE TRIGGER left_at_once AFTER INSERT ON subscription WHEN NEW.status = 'ended' BEGIN
      INSERT INTO departing (kind, hash, digest, at)
      SELECT 'left', hash, NEW.digest, NEW.ended FROM subscriber WHERE id = NEW.subscriber;
    END;
    CREATE TRIGGER left AFTER UPDATE OF status, digest ON subscription
    WHEN NEW.status = 'ended' AND (OLD.status <> 'ended' OR NEW.digest <> OLD.digest) BEGIN
      INSERT INTO departing (kind, hash, digest, at)
      SELECT 'left', hash, NEW.digest, NEW.ended FROM subscriber WHERE id = NEW.subscriber;
    END;
    CREATE TRIGGER back AFTER UPDATE OF status ON subscription WHEN OLD.status = 'ended' AND NEW.status <> 'ended' BEGIN
      INSERT INTO departing (kind, hash, digest) SELECT 'back', hash, NEW.digest FROM subscriber WHERE id = NEW.subscriber;
    END;
    CREATE TRIGGER back_as_new AFTER DELETE ON departure BEGIN
      INSERT INTO departing (kind, hash, digest) VALUES ('back', OLD.hash, OLD.digest);
    END;
    CREATE TRIGGER suppressed AFTER INSERT ON suppression BEGIN
      INSERT INTO departing (kind, hash, reason, at) VALUES ('never', NEW.hash, NEW.reason, NEW.since);
    END;
    CREATE TRIGGER suppressed_again AFTER UPDATE OF reason ON suppression WHEN NEW.reason <> OLD.reason BEGIN
      INSERT INTO departing (kind, hash, reason, at) VALUES ('never', NEW.hash, NEW.reason, NEW.since);
    END;
    CREATE TRIGGER lifted AFTER DELETE ON suppression BEGIN
      INSERT INTO departing (kind, hash) VALUES ('lifted', OLD.hash);
    END;
    """
}
