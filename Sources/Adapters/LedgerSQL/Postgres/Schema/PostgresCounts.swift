/// The triggers that keep counts, as SQLite's do. PostgreSQL runs them when the statement has ended.
extension PostgresSchema {
  /// Once a statement, because every message changes the one row of its issue's tally.
  static let deliveryCounts = """
    CREATE FUNCTION delivery_counts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO tally AS t (issue, state, waits, deliveries)
      SELECT n.issue, n.state, CASE WHEN n.next IS NULL THEN 0 ELSE 1 END, count(*)
      FROM is_now n JOIN was w ON w.id = n.id
      WHERE n.state <> 'accepted' AND (n.state <> w.state OR (n.next IS NULL) <> (w.next IS NULL))
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (issue, state, waits) DO UPDATE SET deliveries = t.deliveries + excluded.deliveries;
      UPDATE tally t SET deliveries = t.deliveries - x.deliveries
      FROM (
        SELECT w.issue, w.state, CASE WHEN w.next IS NULL THEN 0 ELSE 1 END AS waits, count(*) AS deliveries
        FROM was w JOIN is_now n ON n.id = w.id
        WHERE w.state <> 'accepted' AND (n.state <> w.state OR (n.next IS NULL) <> (w.next IS NULL))
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) AS x
      WHERE t.issue = x.issue AND t.state = x.state AND t.waits = x.waits;
      RETURN NULL;
    END $$;
    CREATE TRIGGER delivery_counts AFTER UPDATE ON delivery REFERENCING OLD TABLE AS was NEW TABLE AS is_now
      FOR EACH STATEMENT EXECUTE FUNCTION delivery_counts();

    """

  /// The same without a join of the old rows with the new ones, for which the server compares each with each other one. Rows are
  /// changed in the order of their keys, so that two transactions do not wait for one another.
  static let quickDeliveryCounts = """
    CREATE OR REPLACE FUNCTION delivery_counts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO tally AS t (issue, state, waits, deliveries)
      SELECT issue, state, waits, sum(change) FROM (
        SELECT issue, state, CASE WHEN next IS NULL THEN 0 ELSE 1 END AS waits, 1 AS change FROM is_now
        WHERE state <> 'accepted'
        UNION ALL
        SELECT issue, state, CASE WHEN next IS NULL THEN 0 ELSE 1 END, -1 FROM was WHERE state <> 'accepted') AS x
      GROUP BY 1, 2, 3 HAVING sum(change) > 0 ORDER BY 1, 2, 3
      ON CONFLICT (issue, state, waits) DO UPDATE SET deliveries = t.deliveries + excluded.deliveries;
      UPDATE tally t SET deliveries = t.deliveries - x.fewer
      FROM (
        SELECT issue, state, waits, sum(change) AS fewer FROM (
          SELECT issue, state, CASE WHEN next IS NULL THEN 0 ELSE 1 END AS waits, 1 AS change FROM was
          WHERE state <> 'accepted'
          UNION ALL
          SELECT issue, state, CASE WHEN next IS NULL THEN 0 ELSE 1 END, -1 FROM is_now WHERE state <> 'accepted') AS y
        GROUP BY 1, 2, 3 HAVING sum(change) > 0 ORDER BY 1, 2, 3) AS x
      WHERE t.issue = x.issue AND t.state = x.state AND t.waits = x.waits;
      RETURN NULL;
    END $$;
    """

  static let readerCounts = """
    CREATE FUNCTION reader_tally() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP <> 'INSERT' THEN
        UPDATE reader_tally SET readers = readers - 1 WHERE digest = OLD.digest AND status = OLD.status;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        INSERT INTO reader_tally AS t (digest, status, readers) VALUES (NEW.digest, NEW.status, 1)
        ON CONFLICT (digest, status) DO UPDATE SET readers = t.readers + 1;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER reader_tally_more AFTER INSERT OR DELETE ON subscription
      FOR EACH ROW EXECUTE FUNCTION reader_tally();
    CREATE TRIGGER reader_tally_other AFTER UPDATE OF status, digest ON subscription
      FOR EACH ROW WHEN (NEW.status <> OLD.status OR NEW.digest <> OLD.digest) EXECUTE FUNCTION reader_tally();

    """

  static let growth = """
    CREATE FUNCTION grow(digest_ text, day_ INTEGER, kind_ text) RETURNS void LANGUAGE sql AS $$
      INSERT INTO growth AS g (digest, day, kind, readers) VALUES ($1, $2, $3, 1)
      ON CONFLICT (digest, day, kind) DO UPDATE SET readers = g.readers + 1
    $$;
    CREATE FUNCTION is_suppressed(reader INTEGER) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT 1 FROM suppressed_reader WHERE id = $1)
    $$;
    CREATE FUNCTION last_day(digest_ text) RETURNS INTEGER LANGUAGE sql STABLE AS $$
      SELECT max(day) FROM growth WHERE digest = $1
    $$;

    CREATE FUNCTION growth_comes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF is_suppressed(NEW.subscriber) THEN RETURN NULL; END IF;
      PERFORM grow(NEW.digest, greatest(NEW.consent,
        CASE WHEN TG_OP = 'UPDATE' THEN OLD.ended END,
        (SELECT max(ended) FROM subscription WHERE subscriber = NEW.subscriber)) / 86400, 'come');
      RETURN NULL;
    END $$;
    CREATE TRIGGER growth_comes AFTER INSERT ON subscription
      FOR EACH ROW WHEN (NEW.status = 'confirmed') EXECUTE FUNCTION growth_comes();
    CREATE TRIGGER growth_returns AFTER UPDATE OF status ON subscription
      FOR EACH ROW WHEN (NEW.status = 'confirmed' AND OLD.status <> 'confirmed') EXECUTE FUNCTION growth_comes();

    CREATE FUNCTION growth_leaves() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'UPDATE' AND NOT is_suppressed(NEW.subscriber) THEN
        PERFORM grow(OLD.digest, greatest(NEW.ended, OLD.consent) / 86400, 'left');
      ELSIF TG_OP = 'DELETE' AND NOT is_suppressed(OLD.subscriber) THEN
        PERFORM grow(OLD.digest, last_day(OLD.digest), 'left');
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER growth_leaves AFTER UPDATE OF status ON subscription
      FOR EACH ROW WHEN (OLD.status = 'confirmed' AND NEW.status <> 'confirmed') EXECUTE FUNCTION growth_leaves();
    CREATE TRIGGER growth_vanishes AFTER DELETE ON subscription
      FOR EACH ROW WHEN (OLD.status = 'confirmed') EXECUTE FUNCTION growth_leaves();

    CREATE FUNCTION growth_is_suppressed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'INSERT' THEN
        PERFORM grow(s.digest, greatest(NEW.since, s.consent) / 86400, NEW.reason)
        FROM subscriber r JOIN subscription s ON s.subscriber = r.id
        WHERE r.hash = NEW.hash AND s.status = 'confirmed';
      ELSE
        PERFORM grow(s.digest, last_day(s.digest), 'come')
        FROM subscriber r JOIN subscription s ON s.subscriber = r.id
        WHERE r.hash = OLD.hash AND s.status = 'confirmed';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER growth_is_suppressed AFTER INSERT OR DELETE ON suppression
      FOR EACH ROW EXECUTE FUNCTION growth_is_suppressed();

    CREATE FUNCTION growth_has_other_address() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM suppression WHERE hash = OLD.hash)
        = EXISTS (SELECT 1 FROM suppression WHERE hash = NEW.hash) THEN RETURN NULL; END IF;
      PERFORM grow(s.digest, last_day(s.digest),
        coalesce((SELECT reason FROM suppression WHERE hash = NEW.hash), 'come'))
      FROM subscription s WHERE s.subscriber = NEW.id AND s.status = 'confirmed';
      RETURN NULL;
    END $$;
    CREATE TRIGGER growth_has_other_address AFTER UPDATE OF hash ON subscriber
      FOR EACH ROW WHEN (OLD.hash <> NEW.hash) EXECUTE FUNCTION growth_has_other_address();

    CREATE FUNCTION growth_has_other_reader() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF is_suppressed(OLD.subscriber) = is_suppressed(NEW.subscriber) THEN RETURN NULL; END IF;
      PERFORM grow(NEW.digest, last_day(NEW.digest), coalesce(
        (SELECT x.reason FROM suppression x JOIN subscriber r ON r.hash = x.hash WHERE r.id = NEW.subscriber), 'come'));
      RETURN NULL;
    END $$;
    CREATE TRIGGER growth_has_other_reader AFTER UPDATE OF subscriber ON subscription
      FOR EACH ROW WHEN (NEW.status = 'confirmed' AND OLD.subscriber <> NEW.subscriber)
      EXECUTE FUNCTION growth_has_other_reader();

    """

  static let afterIssues = """
    CREATE FUNCTION bounce_after() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (
        SELECT 1 FROM bounce b WHERE b.delivery = NEW.delivery AND b.id <> NEW.id
          AND (b.kind = 'complaint') = (NEW.kind = 'complaint')) THEN RETURN NULL; END IF;
      INSERT INTO issue_after AS a (issue, kind, readers)
      SELECT issue, CASE NEW.kind WHEN 'complaint' THEN 'complained' ELSE 'bounced' END, 1 FROM delivery
      WHERE id = NEW.delivery
      ON CONFLICT (issue, kind) DO UPDATE SET readers = a.readers + 1;
      RETURN NULL;
    END $$;
    CREATE TRIGGER bounce_after AFTER INSERT ON bounce
      FOR EACH ROW WHEN (NEW.delivery IS NOT NULL) EXECUTE FUNCTION bounce_after();

    CREATE FUNCTION left_after() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO issue_after AS a (issue, kind, readers)
      SELECT issue, 'left', 1 FROM (
        SELECT issue FROM delivery WHERE subscription = NEW.id AND state IN ('accepted', 'uncertain')
        ORDER BY id DESC LIMIT 1) AS newest
      ON CONFLICT (issue, kind) DO UPDATE SET readers = a.readers + 1;
      RETURN NULL;
    END $$;
    CREATE TRIGGER left_after AFTER UPDATE OF status ON subscription
      FOR EACH ROW WHEN (OLD.status = 'confirmed' AND NEW.status = 'ended') EXECUTE FUNCTION left_after();

    CREATE FUNCTION destination_counts(day_ INTEGER, domain_ text, outcome_ text) RETURNS void LANGUAGE sql AS $$
      INSERT INTO destination_day AS d (day, domain, outcome, messages)
      VALUES ($1, coalesce((SELECT domain FROM great_destination WHERE domain = $2), ''), $3, 1)
      ON CONFLICT (day, domain, outcome) DO UPDATE SET messages = d.messages + 1
    $$;
    CREATE FUNCTION attempt_of_destination() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM destination_counts(NEW.at / 86400, (SELECT domain FROM delivery WHERE id = NEW.delivery), NEW.outcome);
      RETURN NULL;
    END $$;
    CREATE TRIGGER attempt_of_destination AFTER INSERT ON attempt
      FOR EACH ROW WHEN (NEW.outcome IN ('deferred', 'refused', 'uncertain'))
      EXECUTE FUNCTION attempt_of_destination();
    CREATE FUNCTION bounce_of_destination() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM destination_counts(NEW.at / 86400, (SELECT domain FROM subscriber WHERE id = NEW.subscriber),
        CASE NEW.kind WHEN 'complaint' THEN 'complained' ELSE 'bounced' END);
      RETURN NULL;
    END $$;
    CREATE TRIGGER bounce_of_destination AFTER INSERT ON bounce
      FOR EACH ROW WHEN (NEW.report IS NOT NULL) EXECUTE FUNCTION bounce_of_destination();

    """
}
