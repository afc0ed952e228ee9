/// What SQLite's steps 73 to 76 added: alerts, webhooks and totals.
extension PostgresSchema {
  static let alerts = """
    CREATE TABLE alert (
      kind TEXT NOT NULL CHECK (kind <> ''), about TEXT NOT NULL, level INTEGER NOT NULL CHECK (level > 0),
      sentence TEXT NOT NULL, since INTEGER NOT NULL, told INTEGER, ended INTEGER,
      PRIMARY KEY (kind, about));

    CREATE TABLE webhook (
      name TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL, failing INTEGER, failures INTEGER NOT NULL DEFAULT 0,
      retry INTEGER, answer TEXT,
      CHECK ((failing IS NULL) = (failures = 0)), CHECK ((failing IS NULL) = (retry IS NULL)));
    -- There is one writer at a time, so numbers are in the order in which transactions end.
    CREATE TABLE webhook_event (
      id INTEGER PRIMARY KEY NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('reader.subscribed', 'reader.confirmed', 'reader.left', 'reader.bounced',
        'reader.complained', 'issue.sent')),
      at INTEGER NOT NULL, subscriber INTEGER, digest TEXT, feeds TEXT, issue INTEGER REFERENCES issue (id) DEFERRABLE,
      CHECK ((kind = 'issue.sent') = (issue IS NOT NULL)));
    CREATE INDEX webhook_event_subscriber ON webhook_event (subscriber) WHERE subscriber IS NOT NULL;
    CREATE TABLE webhook_issue (issue INTEGER NOT NULL PRIMARY KEY REFERENCES issue (id) DEFERRABLE);

    CREATE FUNCTION webhook_consent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO webhook_event (kind, at, subscriber, digest, feeds)
      SELECT CASE NEW.kind WHEN 'asked' THEN 'reader.subscribed' WHEN 'confirmed' THEN 'reader.confirmed'
          WHEN 'returned' THEN 'reader.confirmed' ELSE 'reader.left' END,
        NEW.at, NEW.subscriber, NEW.digest, NEW.feeds
      WHERE EXISTS (SELECT 1 FROM webhook);
      RETURN NULL;
    END $$;
    CREATE TRIGGER webhook_consent AFTER INSERT ON consent_event
      FOR EACH ROW WHEN (
        NEW.subscriber IS NOT NULL AND NEW.kind IN ('asked', 'confirmed', 'returned', 'left', 'forgotten'))
      EXECUTE FUNCTION webhook_consent();
    CREATE FUNCTION webhook_suppression() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO webhook_event (kind, at, subscriber)
      SELECT CASE NEW.reason WHEN 'bounce' THEN 'reader.bounced' ELSE 'reader.complained' END, NEW.since, id
      FROM subscriber WHERE hash = NEW.hash AND EXISTS (SELECT 1 FROM webhook);
      RETURN NULL;
    END $$;
    CREATE TRIGGER webhook_suppression AFTER INSERT ON suppression
      FOR EACH ROW WHEN (NEW.reason IN ('bounce', 'complaint')) EXECUTE FUNCTION webhook_suppression();
    CREATE TRIGGER webhook_stricter_suppression AFTER UPDATE OF reason ON suppression
      FOR EACH ROW WHEN (NEW.reason = 'complaint' AND OLD.reason <> 'complaint')
      EXECUTE FUNCTION webhook_suppression();
    CREATE FUNCTION webhook_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO webhook_issue (issue) SELECT NEW.id WHERE EXISTS (SELECT 1 FROM webhook);
      RETURN NULL;
    END $$;
    CREATE TRIGGER webhook_frozen AFTER INSERT ON issue FOR EACH ROW EXECUTE FUNCTION webhook_frozen();
    CREATE FUNCTION webhook_reader_gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      UPDATE webhook_event SET subscriber = NULL WHERE subscriber = OLD.id;
      RETURN NULL;
    END $$;
    CREATE TRIGGER webhook_reader_gone AFTER DELETE ON subscriber
      FOR EACH ROW EXECUTE FUNCTION webhook_reader_gone();

    """

  static let totals = """
    CREATE TABLE total (
      subject TEXT NOT NULL CHECK (subject IN ('bounce', 'event', 'letter', 'web')), name TEXT NOT NULL,
      detail TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 0),
      PRIMARY KEY (subject, name, detail));
    INSERT INTO total (subject, name, detail, number) SELECT 'bounce', kind, '', count(*) FROM bounce GROUP BY kind;
    INSERT INTO total (subject, name, detail, number)
      SELECT 'event', coalesce(digest, ''), kind, count(*) FROM consent_event GROUP BY 2, 3;
    INSERT INTO total (subject, name, detail, number)
      SELECT 'letter', kind, state, count(*) FROM letter WHERE next IS NULL GROUP BY kind, state;
    INSERT INTO total (subject, name, detail, number)
      SELECT 'web', counted, '', sum(number) FROM daily_count GROUP BY counted;

    CREATE FUNCTION add_to_total(subject_ text, name_ text, detail_ text, more INTEGER) RETURNS void LANGUAGE sql AS $$
      INSERT INTO total AS t (subject, name, detail, number) VALUES ($1, $2, $3, $4)
      ON CONFLICT (subject, name, detail) DO UPDATE SET number = t.number + excluded.number
    $$;
    CREATE FUNCTION bounce_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM add_to_total('bounce', NEW.kind, '', 1);
      RETURN NULL;
    END $$;
    CREATE TRIGGER bounce_total AFTER INSERT ON bounce FOR EACH ROW EXECUTE FUNCTION bounce_total();
    CREATE FUNCTION event_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM add_to_total('event', coalesce(NEW.digest, ''), NEW.kind, 1);
      RETURN NULL;
    END $$;
    CREATE TRIGGER event_total AFTER INSERT ON consent_event FOR EACH ROW EXECUTE FUNCTION event_total();
    CREATE FUNCTION letter_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM add_to_total('letter', NEW.kind, NEW.state, 1);
      RETURN NULL;
    END $$;
    CREATE TRIGGER letter_total AFTER UPDATE OF state, next ON letter
      FOR EACH ROW WHEN (OLD.next IS NOT NULL AND NEW.next IS NULL) EXECUTE FUNCTION letter_total();
    CREATE FUNCTION web_total() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM add_to_total('web', NEW.counted, '',
        NEW.number - CASE WHEN TG_OP = 'UPDATE' THEN OLD.number ELSE 0 END);
      RETURN NULL;
    END $$;
    CREATE TRIGGER web_total AFTER INSERT ON daily_count FOR EACH ROW EXECUTE FUNCTION web_total();
    CREATE TRIGGER web_total_more AFTER UPDATE OF number ON daily_count
      FOR EACH ROW WHEN (NEW.number > OLD.number) EXECUTE FUNCTION web_total();

    """

  static let suppressedTally = """
    CREATE TABLE suppressed_tally (
      digest TEXT NOT NULL, status TEXT NOT NULL, readers INTEGER NOT NULL CHECK (readers >= 0),
      PRIMARY KEY (digest, status));
    INSERT INTO suppressed_tally (digest, status, readers)
      SELECT s.digest, s.status, count(*)
      FROM suppression x JOIN subscriber r ON r.hash = x.hash JOIN subscription s ON s.subscriber = r.id
      GROUP BY s.digest, s.status;

    CREATE FUNCTION add_suppressed(digest_ text, status_ text, more INTEGER) RETURNS void LANGUAGE sql AS $$
      INSERT INTO suppressed_tally AS t (digest, status, readers) VALUES ($1, $2, 0)
      ON CONFLICT (digest, status) DO NOTHING;
      UPDATE suppressed_tally SET readers = readers + $3 WHERE digest = $1 AND status = $2
    $$;
    CREATE FUNCTION suppressed_tally_of_subscription() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP <> 'INSERT' AND is_suppressed(OLD.subscriber) THEN
        PERFORM add_suppressed(OLD.digest, OLD.status, -1);
      END IF;
      IF TG_OP <> 'DELETE' AND is_suppressed(NEW.subscriber) THEN
        PERFORM add_suppressed(NEW.digest, NEW.status, 1);
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER suppressed_tally AFTER INSERT OR DELETE OR UPDATE OF status, digest, subscriber ON subscription
      FOR EACH ROW EXECUTE FUNCTION suppressed_tally_of_subscription();
    CREATE FUNCTION suppressed_tally_of_suppression() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM add_suppressed(s.digest, s.status, CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE -1 END)
      FROM subscriber r JOIN subscription s ON s.subscriber = r.id
      WHERE r.hash = CASE WHEN TG_OP = 'INSERT' THEN NEW.hash ELSE OLD.hash END;
      RETURN NULL;
    END $$;
    CREATE TRIGGER suppressed_tally AFTER INSERT OR DELETE ON suppression
      FOR EACH ROW EXECUTE FUNCTION suppressed_tally_of_suppression();
    CREATE FUNCTION suppressed_tally_of_address() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM suppression WHERE hash = OLD.hash) THEN
        PERFORM add_suppressed(digest, status, -1) FROM subscription WHERE subscriber = NEW.id;
      END IF;
      IF EXISTS (SELECT 1 FROM suppression WHERE hash = NEW.hash) THEN
        PERFORM add_suppressed(digest, status, 1) FROM subscription WHERE subscriber = NEW.id;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER suppressed_tally AFTER UPDATE OF hash ON subscriber
      FOR EACH ROW EXECUTE FUNCTION suppressed_tally_of_address();

    """
}
