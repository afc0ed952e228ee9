/// What may not change, and what several machines share.
extension PostgresSchema {
  static let history = """
    CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION '% are never %', replace(TG_TABLE_NAME, '_', ' ') || 's', lower(TG_OP) || 'd';
    END $$;
    CREATE TRIGGER act_stays BEFORE DELETE OR UPDATE ON act FOR EACH ROW EXECUTE FUNCTION stays();
    CREATE FUNCTION consent_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM erasing) THEN RAISE EXCEPTION 'consent events are never deleted'; END IF;
      RETURN OLD;
    END $$;
    CREATE TRIGGER consent_event_stays BEFORE DELETE ON consent_event
      FOR EACH ROW EXECUTE FUNCTION consent_event_stays();
    -- Only the person they belong to may change, when two addresses become one.
    CREATE TRIGGER consent_event_is_fixed
      BEFORE UPDATE OF id, hash, kind, at, digest, feeds, origin, language, words, machine ON consent_event
      FOR EACH ROW EXECUTE FUNCTION stays();

    CREATE FUNCTION left_since() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      UPDATE permit_digest SET over = NEW.ended WHERE digest = NEW.digest AND over IS NULL AND permit IN (
        SELECT p.id FROM permit p JOIN subscriber r ON r.hash = p.hash WHERE r.id = NEW.subscriber);
      RETURN NULL;
    END $$;
    CREATE TRIGGER left_since AFTER UPDATE OF status ON subscription
      FOR EACH ROW WHEN (NEW.status = 'ended' AND OLD.status <> 'ended') EXECUTE FUNCTION left_since();
    CREATE FUNCTION not_continued() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      UPDATE subscription SET continued = NULL WHERE id = NEW.id;
      RETURN NULL;
    END $$;
    CREATE TRIGGER not_continued AFTER UPDATE OF status ON subscription
      FOR EACH ROW WHEN (NEW.status <> 'ended' AND NEW.continued IS NOT NULL) EXECUTE FUNCTION not_continued();

    """

  /// Instants of these tables are the database's own, in seconds since 1970.
  static let workers = """
    -- Processes that deliver. id: never used again. until: when its claims are lost unless it renews them.
    CREATE TABLE worker (
      id INTEGER PRIMARY KEY NOT NULL, host TEXT NOT NULL, process INTEGER NOT NULL, began INTEGER NOT NULL,
      until INTEGER NOT NULL);
    CREATE INDEX worker_until ON worker (until);

    -- What one process does at a time: 'run', 'delivery' or 'letters'. holder: of this process alone.
    CREATE TABLE role (
      name TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, host TEXT NOT NULL, process INTEGER NOT NULL,
      until INTEGER NOT NULL);

    """

  static let seats = """
    -- How many messages a worker has in flight to a domain with `sessions`. They count while the worker's lease lasts.
    CREATE TABLE seat (
      domain TEXT NOT NULL, worker INTEGER NOT NULL, messages INTEGER NOT NULL, PRIMARY KEY (domain, worker));
    """

  static let receipts = """
    -- The last transaction that a process has written, by its own count. holder: as in `role`. at: the database's clock.
    CREATE TABLE receipt (
      holder TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL, at INTEGER NOT NULL) WITH (fillfactor = 50);
    """

  /// A transaction that makes a delivery unwanted takes this lock until it ends, and counts; a turn that lets messages into
  /// their final exchange shares it. So each turn either sees the departure or precedes it.
  static let gate = """
    CREATE TABLE departures (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL);
    INSERT INTO departures (id, number) VALUES (1, 0);
    CREATE FUNCTION departs() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_xact_lock(\(gateKey));
      UPDATE departures SET number = number + 1;
      RETURN NULL;
    END $$;
    CREATE TRIGGER departs AFTER UPDATE OF status, subscriber ON subscription
      FOR EACH ROW WHEN (OLD.status = 'confirmed' AND (NEW.status <> 'confirmed' OR NEW.subscriber <> OLD.subscriber))
      EXECUTE FUNCTION departs();
    CREATE TRIGGER departs_whole AFTER DELETE ON subscription FOR EACH ROW EXECUTE FUNCTION departs();
    CREATE TRIGGER departs AFTER INSERT OR UPDATE ON suppression FOR EACH ROW EXECUTE FUNCTION departs();
    CREATE TRIGGER departs AFTER UPDATE OF written, hash, paused_until ON subscriber
      FOR EACH ROW WHEN (
        NEW.written IS DISTINCT FROM OLD.written OR NEW.hash <> OLD.hash
        OR NEW.paused_until IS DISTINCT FROM OLD.paused_until)
      EXECUTE FUNCTION departs();
    CREATE TRIGGER departs AFTER UPDATE OF cancelled ON issue
      FOR EACH ROW WHEN (NEW.cancelled IS NOT NULL AND OLD.cancelled IS NULL) EXECUTE FUNCTION departs();
    CREATE TRIGGER departs AFTER INSERT OR UPDATE ON sending_pause FOR EACH ROW EXECUTE FUNCTION departs();
    -- What letters depend on.
    CREATE TRIGGER departs AFTER UPDATE OF over ON permit_digest
      FOR EACH ROW WHEN (NEW.over IS NOT NULL AND OLD.over IS NULL) EXECUTE FUNCTION departs();
    CREATE TRIGGER departs_whole AFTER DELETE ON permit_digest FOR EACH ROW EXECUTE FUNCTION departs();
    CREATE TRIGGER departs AFTER UPDATE OF address, lapses ON letter
      FOR EACH ROW WHEN (NEW.address IS DISTINCT FROM OLD.address OR NEW.lapses <> OLD.lapses)
      EXECUTE FUNCTION departs();
    """

  /// The keys of advisory locks: "courant" and a number, as an integer.
  static let gateKey: Int64 = 0x636f_7572_616e_7401
  /// Of the one transaction at a time that writes books.
  static let writerKey: Int64 = 0x636f_7572_616e_7402
  /// Of the one worker at a time that moves accepted deliveries from `claim` to `delivery`.
  static let settlingKey: Int64 = 0x636f_7572_616e_7403
}
