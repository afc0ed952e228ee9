extension Schema {
  /// Counts for the operators' pages (docs/decisions/0081-counts-that-are-kept.md). `day`: since 1970-01-01, in UTC.
  static let deskCounts = growth + growthTriggers + growthOfAddresses + afterIssues

  private static let growth = """
    -- What happened to readers who may be mailed: 'come', or why they may no longer be. The sum of the one less all others
    -- is their number.
    CREATE TABLE growth (
      digest TEXT NOT NULL, day INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('come', 'left', 'bounce', 'complaint', 'forgotten', 'operator')),
      readers INTEGER NOT NULL, PRIMARY KEY (digest, day, kind)) STRICT, WITHOUT ROWID;
    INSERT INTO growth (digest, day, kind, readers)
      SELECT digest, consent / 86400, 'come', count(*) FROM subscription
      WHERE status = 'confirmed' OR (status = 'ended' AND consent <= ended) GROUP BY 1, 2;
    INSERT INTO growth (digest, day, kind, readers)
      SELECT s.digest, CASE WHEN x.since <= s.ended THEN max(x.since, s.consent) ELSE s.ended END / 86400,
        CASE WHEN x.since <= s.ended THEN x.reason ELSE 'left' END, count(*)
      FROM subscription s JOIN subscriber r ON r.id = s.subscriber LEFT JOIN suppression x ON x.hash = r.hash
      WHERE s.status = 'ended' AND s.consent <= s.ended GROUP BY 1, 2, 3;
    INSERT INTO growth (digest, day, kind, readers)
      SELECT s.digest, max(x.since, s.consent) / 86400, x.reason, count(*)
      FROM suppression x CROSS JOIN subscriber r ON r.hash = x.hash JOIN subscription s ON s.subscriber = r.id
      WHERE s.status = 'confirmed' GROUP BY 1, 2, 3
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = growth.readers + excluded.readers;

    -- How many subscriptions of each status.
    CREATE TABLE reader_tally (
      digest TEXT NOT NULL, status TEXT NOT NULL, readers INTEGER NOT NULL CHECK (readers >= 0),
      PRIMARY KEY (digest, status)) STRICT, WITHOUT ROWID;
    INSERT INTO reader_tally (digest, status, readers)
      SELECT digest, status, count(*) FROM subscription GROUP BY digest, status;
    CREATE TRIGGER reader_tally_more AFTER INSERT ON subscription BEGIN
      INSERT INTO reader_tally (digest, status, readers) VALUES (NEW.digest, NEW.status, 1)
      ON CONFLICT (digest, status) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER reader_tally_less AFTER DELETE ON subscription BEGIN
      UPDATE reader_tally SET readers = readers - 1 WHERE digest = OLD.digest AND status = OLD.status;
    END;
    CREATE TRIGGER reader_tally_other AFTER UPDATE OF status, digest ON subscription
    WHEN NEW.status <> OLD.status OR NEW.digest <> OLD.digest BEGIN
      UPDATE reader_tally SET readers = readers - 1 WHERE digest = OLD.digest AND status = OLD.status;
      INSERT INTO reader_tally (digest, status, readers) VALUES (NEW.digest, NEW.status, 1)
      ON CONFLICT (digest, status) DO UPDATE SET readers = readers + 1;
    END;

    """

  /// Consent may be older than the ledger: of a list that was imported, or of a digest that the reader changed from. So readers
  /// come when they consented, but never before they last left.
  private static let growthTriggers = """
    CREATE VIEW suppressed_reader AS SELECT r.id FROM subscriber r JOIN suppression x ON x.hash = r.hash;

    CREATE TRIGGER growth_comes AFTER INSERT ON subscription
    WHEN NEW.status = 'confirmed' AND NOT EXISTS (SELECT 1 FROM suppressed_reader WHERE id = NEW.subscriber) BEGIN
      INSERT INTO growth (digest, day, kind, readers) SELECT NEW.digest,
        max(NEW.consent, coalesce((SELECT max(ended) FROM subscription WHERE subscriber = NEW.subscriber), 0)) / 86400,
        'come', 1 WHERE true
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER growth_returns AFTER UPDATE OF status ON subscription
    WHEN NEW.status = 'confirmed' AND OLD.status <> 'confirmed'
      AND NOT EXISTS (SELECT 1 FROM suppressed_reader WHERE id = NEW.subscriber) BEGIN
      INSERT INTO growth (digest, day, kind, readers) SELECT NEW.digest,
        max(NEW.consent, coalesce(OLD.ended, 0),
          coalesce((SELECT max(ended) FROM subscription WHERE subscriber = NEW.subscriber), 0)) / 86400, 'come', 1 WHERE true
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER growth_leaves AFTER UPDATE OF status ON subscription
    WHEN OLD.status = 'confirmed' AND NEW.status <> 'confirmed'
      AND NOT EXISTS (SELECT 1 FROM suppressed_reader WHERE id = NEW.subscriber) BEGIN
      INSERT INTO growth (digest, day, kind, readers)
      SELECT OLD.digest, max(coalesce(NEW.ended, 0), OLD.consent) / 86400, 'left', 1 WHERE true
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER growth_vanishes AFTER DELETE ON subscription
    WHEN OLD.status = 'confirmed' AND NOT EXISTS (SELECT 1 FROM suppressed_reader WHERE id = OLD.subscriber) BEGIN
      INSERT INTO growth (digest, day, kind, readers)
      SELECT OLD.digest, (SELECT max(day) FROM growth WHERE digest = OLD.digest), 'left', 1 WHERE true
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER growth_is_suppressed AFTER INSERT ON suppression BEGIN
      INSERT INTO growth (digest, day, kind, readers)
      SELECT s.digest, max(NEW.since, s.consent) / 86400, NEW.reason, 1
      FROM subscriber r JOIN subscription s ON s.subscriber = r.id
      WHERE r.hash = NEW.hash AND s.status = 'confirmed'
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER growth_is_lifted AFTER DELETE ON suppression BEGIN
      INSERT INTO growth (digest, day, kind, readers)
      SELECT s.digest, (SELECT max(day) FROM growth g WHERE g.digest = s.digest), 'come', 1
      FROM subscriber r JOIN subscription s ON s.subscriber = r.id
      WHERE r.hash = OLD.hash AND s.status = 'confirmed'
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;

    """

  /// A changed address, or one reader's subscription that becomes another's, may change whether it is suppressed.
  private static let growthOfAddresses = """
    CREATE TRIGGER growth_has_other_address AFTER UPDATE OF hash ON subscriber
    WHEN EXISTS (SELECT 1 FROM suppression WHERE hash = OLD.hash)
      <> EXISTS (SELECT 1 FROM suppression WHERE hash = NEW.hash) BEGIN
      INSERT INTO growth (digest, day, kind, readers)
      SELECT s.digest, (SELECT max(day) FROM growth g WHERE g.digest = s.digest),
        coalesce((SELECT reason FROM suppression WHERE hash = NEW.hash), 'come'), 1
      FROM subscription s WHERE s.subscriber = NEW.id AND s.status = 'confirmed'
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER growth_has_other_reader AFTER UPDATE OF subscriber ON subscription
    WHEN NEW.status = 'confirmed' AND EXISTS (SELECT 1 FROM suppressed_reader WHERE id = OLD.subscriber)
      <> EXISTS (SELECT 1 FROM suppressed_reader WHERE id = NEW.subscriber) BEGIN
      INSERT INTO growth (digest, day, kind, readers)
      SELECT NEW.digest, (SELECT max(day) FROM growth WHERE digest = NEW.digest), coalesce(
        (SELECT x.reason FROM suppression x JOIN subscriber r ON r.hash = x.hash WHERE r.id = NEW.subscriber), 'come'), 1
      WHERE true
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = readers + 1;
    END;

    """

  private static let afterIssues = """
    -- When messages of an issue were accepted.
    CREATE TABLE issue_pace (
      issue INTEGER PRIMARY KEY NOT NULL REFERENCES issue (id), first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
    -- kind: 'bounced', 'complained' or 'left'.
    CREATE TABLE issue_after (
      issue INTEGER NOT NULL REFERENCES issue (id), kind TEXT NOT NULL, readers INTEGER NOT NULL,
      PRIMARY KEY (issue, kind)) STRICT, WITHOUT ROWID;
    INSERT INTO issue_after (issue, kind, readers)
      SELECT d.issue, CASE b.kind WHEN 'complaint' THEN 'complained' ELSE 'bounced' END, count(DISTINCT b.delivery)
      FROM bounce b CROSS JOIN delivery d ON d.id = b.delivery GROUP BY 1, 2;
    CREATE TRIGGER bounce_after AFTER INSERT ON bounce WHEN NEW.delivery IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM bounce b WHERE b.delivery = NEW.delivery AND b.id <> NEW.id
        AND (b.kind = 'complaint') = (NEW.kind = 'complaint')) BEGIN
      INSERT INTO issue_after (issue, kind, readers)
      SELECT issue, CASE NEW.kind WHEN 'complaint' THEN 'complained' ELSE 'bounced' END, 1 FROM delivery
      WHERE id = NEW.delivery
      ON CONFLICT (issue, kind) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER left_after AFTER UPDATE OF status ON subscription
    WHEN OLD.status = 'confirmed' AND NEW.status = 'ended' BEGIN
      INSERT INTO issue_after (issue, kind, readers)
      SELECT issue, 'left', 1 FROM (
        SELECT issue FROM delivery WHERE subscription = NEW.id AND state IN ('accepted', 'uncertain')
        ORDER BY id DESC LIMIT 1)
      WHERE true
      ON CONFLICT (issue, kind) DO UPDATE SET readers = readers + 1;
    END;

    -- The domains of most readers of the issue that was frozen last; the others are counted together, as ''.
    CREATE TABLE great_destination (domain TEXT PRIMARY KEY NOT NULL) STRICT;
    CREATE TABLE destination_day (
      day INTEGER NOT NULL, domain TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (
        outcome IN ('accepted', 'deferred', 'refused', 'uncertain', 'bounced', 'complained')),
      messages INTEGER NOT NULL, PRIMARY KEY (day, domain, outcome)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER attempt_of_destination AFTER INSERT ON attempt
    WHEN NEW.outcome IN ('deferred', 'refused', 'uncertain') BEGIN
      INSERT INTO destination_day (day, domain, outcome, messages)
      SELECT NEW.at / 86400, coalesce(g.domain, ''), NEW.outcome, 1
      FROM delivery d LEFT JOIN great_destination g ON g.domain = d.domain WHERE d.id = NEW.delivery
      ON CONFLICT (day, domain, outcome) DO UPDATE SET messages = messages + 1;
    END;
    CREATE TRIGGER bounce_of_destination AFTER INSERT ON bounce WHEN NEW.report IS NOT NULL BEGIN
      INSERT INTO destination_day (day, domain, outcome, messages)
      SELECT NEW.at / 86400, coalesce(g.domain, ''), CASE NEW.kind WHEN 'complaint' THEN 'complained' ELSE 'bounced' END, 1
      FROM subscriber r LEFT JOIN great_destination g ON g.domain = r.domain WHERE r.id = NEW.subscriber
      ON CONFLICT (day, domain, outcome) DO UPDATE SET messages = messages + 1;
    END;
    """

  /// Every part of three characters of each reader's address and name, so that any part is found. The text itself is not kept
  /// a second time (docs/decisions/0082-finding-a-reader.md).
  static let readerParts = """
    CREATE VIRTUAL TABLE reader_part USING fts5 (
      person, content = '', columnsize = 0, detail = none, tokenize = 'trigram');
    INSERT INTO reader_part (rowid, person)
      SELECT id, address || ' ' || coalesce(name, '') FROM subscriber WHERE address IS NOT NULL;
    CREATE TRIGGER reader_part_more AFTER INSERT ON subscriber WHEN NEW.address IS NOT NULL BEGIN
      INSERT INTO reader_part (rowid, person) VALUES (NEW.id, NEW.address || ' ' || coalesce(NEW.name, ''));
    END;
    CREATE TRIGGER reader_part_less AFTER DELETE ON subscriber WHEN OLD.address IS NOT NULL BEGIN
      INSERT INTO reader_part (reader_part, rowid, person)
      VALUES ('delete', OLD.id, OLD.address || ' ' || coalesce(OLD.name, ''));
    END;
    CREATE TRIGGER reader_part_gone AFTER UPDATE OF address, name ON subscriber
    WHEN OLD.address IS NOT NULL AND (NEW.address IS NOT OLD.address OR NEW.name IS NOT OLD.name) BEGIN
      INSERT INTO reader_part (reader_part, rowid, person)
      VALUES ('delete', OLD.id, OLD.address || ' ' || coalesce(OLD.name, ''));
    END;
    CREATE TRIGGER reader_part_new AFTER UPDATE OF address, name ON subscriber
    WHEN NEW.address IS NOT NULL AND (NEW.address IS NOT OLD.address OR NEW.name IS NOT OLD.name) BEGIN
      INSERT INTO reader_part (rowid, person) VALUES (NEW.id, NEW.address || ' ' || coalesce(NEW.name, ''));
    END;
    """

  /// `enrolling_many` has a row only within a transaction that adds many readers: those after the number `last` are not in the
  /// index yet, and that transaction adds them (``SQLiteReaderIndex/whileAddingMany(_:_:)``).
  static let manyReaders = """
    CREATE TABLE enrolling_many (last INTEGER NOT NULL) STRICT;
    DROP TRIGGER reader_part_more;
    DROP TRIGGER reader_part_less;
    DROP TRIGGER reader_part_gone;
    DROP TRIGGER reader_part_new;
    CREATE TRIGGER reader_part_more AFTER INSERT ON subscriber
    WHEN NEW.address IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enrolling_many WHERE NEW.id > last) BEGIN
      INSERT INTO reader_part (rowid, person) VALUES (NEW.id, NEW.address || ' ' || coalesce(NEW.name, ''));
    END;
    CREATE TRIGGER reader_part_less AFTER DELETE ON subscriber
    WHEN OLD.address IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enrolling_many WHERE OLD.id > last) BEGIN
      INSERT INTO reader_part (reader_part, rowid, person)
      VALUES ('delete', OLD.id, OLD.address || ' ' || coalesce(OLD.name, ''));
    END;
    -- One trigger, because SQLite runs the newest of several first: an entry was added and then deleted, and a reader whose name
    -- had changed was not found by parts of the address.
    CREATE TRIGGER reader_part_changes AFTER UPDATE OF address, name ON subscriber
    WHEN (NEW.address IS NOT OLD.address OR NEW.name IS NOT OLD.name)
      AND NOT EXISTS (SELECT 1 FROM enrolling_many WHERE NEW.id > last) BEGIN
      INSERT INTO reader_part (reader_part, rowid, person)
      SELECT 'delete', OLD.id, OLD.address || ' ' || coalesce(OLD.name, '') WHERE OLD.address IS NOT NULL;
      INSERT INTO reader_part (rowid, person)
      SELECT NEW.id, NEW.address || ' ' || coalesce(NEW.name, '') WHERE NEW.address IS NOT NULL;
    END;
    INSERT INTO reader_part (reader_part) VALUES ('delete-all');
    INSERT INTO reader_part (rowid, person)
      SELECT id, address || ' ' || coalesce(name, '') FROM subscriber WHERE address IS NOT NULL ORDER BY id;

    -- As before, but the list is not made for each event of a ledger without webhooks.
    DROP TRIGGER webhook_consent;
    CREATE TRIGGER webhook_consent AFTER INSERT ON consent_event
    WHEN EXISTS (SELECT 1 FROM webhook) AND NEW.subscriber IS NOT NULL
      AND NEW.kind IN ('asked', 'confirmed', 'returned', 'left', 'forgotten') BEGIN
      INSERT INTO webhook_event (kind, at, subscriber, digest, feeds)
      VALUES (CASE NEW.kind WHEN 'asked' THEN 'reader.subscribed' WHEN 'confirmed' THEN 'reader.confirmed'
          WHEN 'returned' THEN 'reader.confirmed' ELSE 'reader.left' END,
        NEW.at, NEW.subscriber, NEW.digest, NEW.feeds);
    END;
    """
}
