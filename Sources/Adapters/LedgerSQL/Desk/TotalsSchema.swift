extension Schema {
  /// Counts since the ledger began, which only grow: bounces by kind, events of consent by digest and kind, letters by kind and
  /// outcome, and what pages counted. Triggers keep them, so that pruning lowers none.
  static let totals = """
    CREATE TABLE total (
      subject TEXT NOT NULL CHECK (subject IN ('bounce', 'event', 'letter', 'web')), name TEXT NOT NULL,
      detail TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 0),
      PRIMARY KEY (subject, name, detail)) STRICT, WITHOUT ROWID;
    INSERT INTO total (subject, name, detail, number) SELECT 'bounce', kind, '', count(*) FROM bounce GROUP BY kind;
    INSERT INTO total (subject, name, detail, number)
      SELECT 'event', coalesce(digest, ''), kind, count(*) FROM consent_event GROUP BY 2, 3;
    INSERT INTO total (subject, name, detail, number)
      SELECT 'letter', kind, state, count(*) FROM letter WHERE next IS NULL GROUP BY kind, state;
    INSERT INTO total (subject, name, detail, number)
      SELECT 'web', counted, '', sum(number) FROM daily_count GROUP BY counted;

    CREATE TRIGGER bounce_total AFTER INSERT ON bounce BEGIN
      INSERT INTO total (subject, name, detail, number) VALUES ('bounce', NEW.kind, '', 1)
      ON CONFLICT (subject, name, detail) DO UPDATE SET number = number + 1;
    END;
    CREATE TRIGGER event_total AFTER INSERT ON consent_event BEGIN
      INSERT INTO total (subject, name, detail, number) VALUES ('event', coalesce(NEW.digest, ''), NEW.kind, 1)
      ON CONFLICT (subject, name, detail) DO UPDATE SET number = number + 1;
    END;
    CREATE TRIGGER letter_total AFTER UPDATE OF state, next ON letter WHEN OLD.next IS NOT NULL AND NEW.next IS NULL BEGIN
      INSERT INTO total (subject, name, detail, number) VALUES ('letter', NEW.kind, NEW.state, 1)
      ON CONFLICT (subject, name, detail) DO UPDATE SET number = number + 1;
    END;
    CREATE TRIGGER web_total AFTER INSERT ON daily_count BEGIN
      INSERT INTO total (subject, name, detail, number) VALUES ('web', NEW.counted, '', NEW.number)
      ON CONFLICT (subject, name, detail) DO UPDATE SET number = number + excluded.number;
    END;
    CREATE TRIGGER web_total_more AFTER UPDATE OF number ON daily_count WHEN NEW.number > OLD.number BEGIN
      UPDATE total SET number = number + NEW.number - OLD.number
      WHERE subject = 'web' AND name = NEW.counted AND detail = '';
    END;
    """

  /// How many subscriptions of each status belong to suppressed readers. A reader becomes suppressed or ceases to be with a
  /// suppression, with another address, and a subscription with another reader.
  static let suppressedTally = """
    CREATE TABLE suppressed_tally (
      digest TEXT NOT NULL, status TEXT NOT NULL, readers INTEGER NOT NULL CHECK (readers >= 0),
      PRIMARY KEY (digest, status)) STRICT, WITHOUT ROWID;
    INSERT INTO suppressed_tally (digest, status, readers)
      SELECT s.digest, s.status, count(*)
      FROM suppression x CROSS JOIN subscriber r ON r.hash = x.hash JOIN subscription s ON s.subscriber = r.id
      GROUP BY s.digest, s.status;

    CREATE TRIGGER suppressed_tally_more AFTER INSERT ON subscription
    WHEN EXISTS (SELECT 1 FROM suppressed_reader WHERE id = NEW.subscriber) BEGIN
      INSERT INTO suppressed_tally (digest, status, readers) VALUES (NEW.digest, NEW.status, 1)
      ON CONFLICT (digest, status) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER suppressed_tally_less AFTER DELETE ON subscription
    WHEN EXISTS (SELECT 1 FROM suppressed_reader WHERE id = OLD.subscriber) BEGIN
      UPDATE suppressed_tally SET readers = readers - 1 WHERE digest = OLD.digest AND status = OLD.status;
    END;
    CREATE TRIGGER suppressed_tally_was AFTER UPDATE OF status, digest, subscriber ON subscription
    WHEN EXISTS (SELECT 1 FROM suppressed_reader WHERE id = OLD.subscriber) BEGIN
      UPDATE suppressed_tally SET readers = readers - 1 WHERE digest = OLD.digest AND status = OLD.status;
    END;
    CREATE TRIGGER suppressed_tally_is AFTER UPDATE OF status, digest, subscriber ON subscription
    WHEN EXISTS (SELECT 1 FROM suppressed_reader WHERE id = NEW.subscriber) BEGIN
      INSERT INTO suppressed_tally (digest, status, readers) VALUES (NEW.digest, NEW.status, 1)
      ON CONFLICT (digest, status) DO UPDATE SET readers = readers + 1;
    END;

    CREATE TRIGGER suppressed_tally_begins AFTER INSERT ON suppression BEGIN
      INSERT INTO suppressed_tally (digest, status, readers)
      SELECT s.digest, s.status, 1 FROM subscriber r JOIN subscription s ON s.subscriber = r.id WHERE r.hash = NEW.hash
      ON CONFLICT (digest, status) DO UPDATE SET readers = readers + 1;
    END;
    CREATE TRIGGER suppressed_tally_ends AFTER DELETE ON suppression BEGIN
      UPDATE suppressed_tally SET readers = readers - 1 WHERE (digest, status) IN (
        SELECT s.digest, s.status FROM subscriber r JOIN subscription s ON s.subscriber = r.id WHERE r.hash = OLD.hash);
    END;
    CREATE TRIGGER suppressed_tally_address_was AFTER UPDATE OF hash ON subscriber
    WHEN EXISTS (SELECT 1 FROM suppression WHERE hash = OLD.hash) BEGIN
      UPDATE suppressed_tally SET readers = readers - 1 WHERE (digest, status) IN (
        SELECT digest, status FROM subscription WHERE subscriber = NEW.id);
    END;
    CREATE TRIGGER suppressed_tally_address_is AFTER UPDATE OF hash ON subscriber
    WHEN EXISTS (SELECT 1 FROM suppression WHERE hash = NEW.hash) BEGIN
      INSERT INTO suppressed_tally (digest, status, readers)
      SELECT digest, status, 1 FROM subscription WHERE subscriber = NEW.id
      ON CONFLICT (digest, status) DO UPDATE SET readers = readers + 1;
    END;
    """
}
