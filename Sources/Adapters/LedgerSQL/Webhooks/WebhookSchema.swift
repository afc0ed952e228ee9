extension Schema {
  static let webhooks = """
    -- One for each webhook of the settings. last: the event that it has behind it. failing, failures, retry, answer: since
    -- when it takes none, how often it was tried since, when it is tried again, and what it answered.
    CREATE TABLE webhook (
      name TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL, failing INTEGER, failures INTEGER NOT NULL DEFAULT 0,
      retry INTEGER, answer TEXT,
      CHECK ((failing IS NULL) = (failures = 0)), CHECK ((failing IS NULL) = (retry IS NULL))) STRICT;

    -- What webhooks are informed of, while there is one. The newest row stays, so that no number is used twice.
    CREATE TABLE webhook_event (
      id INTEGER PRIMARY KEY NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('reader.subscribed', 'reader.confirmed', 'reader.left', 'reader.bounced',
        'reader.complained', 'issue.sent')),
      at INTEGER NOT NULL, subscriber INTEGER, digest TEXT, feeds TEXT, issue INTEGER REFERENCES issue (id),
      CHECK ((kind = 'issue.sent') = (issue IS NOT NULL))) STRICT;
    CREATE INDEX webhook_event_subscriber ON webhook_event (subscriber) WHERE subscriber IS NOT NULL;
    -- Issues of which a message may still wait.
    CREATE TABLE webhook_issue (issue INTEGER PRIMARY KEY NOT NULL REFERENCES issue (id)) STRICT;

    CREATE TRIGGER webhook_consent AFTER INSERT ON consent_event
    WHEN NEW.subscriber IS NOT NULL AND NEW.kind IN ('asked', 'confirmed', 'returned', 'left', 'forgotten')
      AND EXISTS (SELECT 1 FROM webhook) BEGIN
      INSERT INTO webhook_event (kind, at, subscriber, digest, feeds)
      VALUES (CASE NEW.kind WHEN 'asked' THEN 'reader.subscribed' WHEN 'confirmed' THEN 'reader.confirmed'
          WHEN 'returned' THEN 'reader.confirmed' ELSE 'reader.left' END,
        NEW.at, NEW.subscriber, NEW.digest, NEW.feeds);
    END;
    CREATE TRIGGER webhook_suppression AFTER INSERT ON suppression
    WHEN NEW.reason IN ('bounce', 'complaint') AND EXISTS (SELECT 1 FROM webhook) BEGIN
      INSERT INTO webhook_event (kind, at, subscriber)
      SELECT CASE NEW.reason WHEN 'bounce' THEN 'reader.bounced' ELSE 'reader.complained' END, NEW.since, id
      FROM subscriber WHERE hash = NEW.hash;
    END;
    CREATE TRIGGER webhook_stricter_suppression AFTER UPDATE OF reason ON suppression
    WHEN NEW.reason = 'complaint' AND OLD.reason <> 'complaint' AND EXISTS (SELECT 1 FROM webhook) BEGIN
      INSERT INTO webhook_event (kind, at, subscriber)
      SELECT 'reader.complained', NEW.since, id FROM subscriber WHERE hash = NEW.hash;
    END;
    CREATE TRIGGER webhook_frozen AFTER INSERT ON issue WHEN EXISTS (SELECT 1 FROM webhook) BEGIN
      INSERT INTO webhook_issue (issue) VALUES (NEW.id);
    END;
    -- The number may be used for another reader.
    CREATE TRIGGER webhook_reader_gone AFTER DELETE ON subscriber BEGIN
      UPDATE webhook_event SET subscriber = NULL WHERE subscriber = OLD.id;
    END;
    """
}
