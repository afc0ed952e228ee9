/// The tables of readers and their mail, as SQLite's migrations leave them (docs/ledger.md).
extension PostgresSchema {
  static let readers = """
    CREATE TABLE subscriber (
      id INTEGER PRIMARY KEY NOT NULL, address TEXT UNIQUE, written TEXT, domain TEXT, name TEXT, language TEXT,
      hash TEXT NOT NULL UNIQUE, created INTEGER NOT NULL, moved INTEGER, paused_until INTEGER,
      heir INTEGER REFERENCES subscriber (id) DEFERRABLE, CHECK ((address IS NULL) = (written IS NULL)),
      CHECK ((address IS NULL) = (domain IS NULL)));
    CREATE INDEX subscriber_paused ON subscriber (paused_until) WHERE paused_until IS NOT NULL;
    CREATE INDEX subscriber_heir ON subscriber (heir) WHERE heir IS NOT NULL;
    CREATE TABLE suppression (
      hash TEXT PRIMARY KEY NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('bounce', 'complaint', 'forgotten', 'operator')),
      since INTEGER NOT NULL);
    CREATE TABLE subscription (
      id INTEGER NOT NULL PRIMARY KEY, subscriber INTEGER NOT NULL REFERENCES subscriber (id) DEFERRABLE,
      digest TEXT NOT NULL, feeds TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('pending', 'confirmed', 'ended')), consent INTEGER, origin TEXT,
      ended INTEGER, lapses INTEGER, continued INTEGER, UNIQUE (subscriber, digest),
      CHECK ((status = 'ended') = (ended IS NOT NULL)), CHECK (status <> 'confirmed' OR consent IS NOT NULL));
    CREATE INDEX subscription_digest ON subscription (digest, status, feeds);
    CREATE INDEX subscription_lapses ON subscription (lapses) WHERE lapses IS NOT NULL;
    CREATE TABLE handover (
      subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE DEFERRABLE,
      former INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE DEFERRABLE, issue INTEGER NOT NULL,
      made INTEGER NOT NULL, waits INTEGER NOT NULL CHECK (waits IN (0, 1)), PRIMARY KEY (subscription, former));
    CREATE INDEX handover_former ON handover (former);
    CREATE TABLE owed_article (
      subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE DEFERRABLE,
      article TEXT NOT NULL, issue INTEGER REFERENCES issue (id) DEFERRABLE,
      PRIMARY KEY (subscription, article));
    CREATE INDEX owed_article_issue ON owed_article (issue) WHERE issue IS NOT NULL;
    CREATE TABLE consent_event (
      id INTEGER PRIMARY KEY NOT NULL, subscriber INTEGER REFERENCES subscriber (id) DEFERRABLE, hash TEXT,
      kind TEXT NOT NULL CHECK (kind IN ('asked', 'confirmed', 'changed', 'paused', 'resumed', 'left', 'returned',
        'moved', 'imported', 'refused', 'lapsed', 'forgotten')),
      at INTEGER NOT NULL, digest TEXT, feeds TEXT, origin TEXT NOT NULL, language TEXT, words TEXT, machine TEXT,
      CHECK ((subscriber IS NULL) <> (hash IS NULL)));
    CREATE INDEX consent_event_subscriber ON consent_event (subscriber) WHERE subscriber IS NOT NULL;
    CREATE INDEX consent_event_hash ON consent_event (hash) WHERE hash IS NOT NULL;
    CREATE TABLE erasing (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1));
    CREATE TABLE request (
      id INTEGER PRIMARY KEY NOT NULL, address TEXT NOT NULL, name TEXT, language TEXT, origin TEXT NOT NULL,
      words TEXT NOT NULL, network TEXT NOT NULL, machine TEXT, wanted TEXT, at INTEGER NOT NULL);
    CREATE TABLE daily_count (
      day TEXT NOT NULL, counted TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 0),
      PRIMARY KEY (day, counted));
    CREATE TABLE permit (
      id INTEGER PRIMARY KEY NOT NULL,
      purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'access', 'new-address', 'old-address', 'come-back')),
      hash TEXT NOT NULL, address TEXT, name TEXT, language TEXT, origin TEXT NOT NULL,
      subscriber INTEGER REFERENCES subscriber (id) DEFERRABLE, issued INTEGER NOT NULL, lapses INTEGER NOT NULL,
      used INTEGER, CHECK (lapses > issued),
      CHECK (purpose NOT IN ('new-address', 'old-address') OR subscriber IS NOT NULL));
    CREATE INDEX permit_hash ON permit (hash);
    CREATE INDEX permit_lapses ON permit (lapses);
    CREATE INDEX permit_subscriber ON permit (subscriber) WHERE subscriber IS NOT NULL;
    CREATE TABLE permit_digest (
      permit INTEGER NOT NULL REFERENCES permit (id) DEFERRABLE, digest TEXT NOT NULL, feeds TEXT NOT NULL,
      over INTEGER, PRIMARY KEY (permit, digest));
    CREATE TABLE departure (
      hash TEXT NOT NULL, digest TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (hash, digest));
    CREATE TABLE departing (
      id INTEGER PRIMARY KEY NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('left', 'back', 'never', 'lifted')),
      hash TEXT NOT NULL, digest TEXT, reason TEXT, at INTEGER);
    """

  static let mail = """
    CREATE TABLE delivery (
      id INTEGER NOT NULL PRIMARY KEY, issue INTEGER NOT NULL REFERENCES issue (id) DEFERRABLE,
      subscription INTEGER NOT NULL REFERENCES subscription (id) DEFERRABLE, feeds TEXT NOT NULL,
      domain TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'deferred', 'refused', 'uncertain', 'dropped')),
      next INTEGER, attempts INTEGER NOT NULL DEFAULT 0, first_attempt INTEGER, changed INTEGER NOT NULL,
      reply TEXT, UNIQUE (issue, subscription),
      FOREIGN KEY (issue, feeds) REFERENCES edition (issue, feeds) DEFERRABLE,
      CHECK (next IS NULL OR state IN ('queued', 'deferred', 'uncertain')),
      CHECK (next IS NOT NULL OR state NOT IN ('queued', 'deferred'))) WITH (fillfactor = 90,
        autovacuum_vacuum_scale_factor = 0.02);
    CREATE INDEX delivery_due ON delivery (next, id, domain, issue, state) WHERE next IS NOT NULL;
    CREATE INDEX delivery_ended ON delivery (issue, state) WHERE next IS NULL AND state IN ('refused', 'uncertain', 'dropped');
    CREATE INDEX delivery_subscription ON delivery (subscription);
    CREATE TABLE claim (
      delivery INTEGER NOT NULL PRIMARY KEY REFERENCES delivery (id) DEFERRABLE, committed INTEGER,
      accepted INTEGER, reply TEXT, worker INTEGER NOT NULL DEFAULT 0, lease INTEGER NOT NULL DEFAULT 0,
      CHECK (accepted IS NULL OR committed IS NOT NULL), CHECK (reply IS NULL OR accepted IS NOT NULL)) WITH (
        fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY NOT NULL, delivery INTEGER NOT NULL REFERENCES delivery (id) DEFERRABLE,
      at INTEGER NOT NULL, outcome TEXT NOT NULL, stage TEXT, code INTEGER, status TEXT, text TEXT NOT NULL);
    CREATE INDEX attempt_delivery ON attempt (delivery);
    CREATE TABLE destination (
      domain TEXT PRIMARY KEY NOT NULL, until INTEGER NOT NULL, times INTEGER NOT NULL);
    CREATE TABLE test_mail (
      id INTEGER PRIMARY KEY NOT NULL, digest TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL,
      outcome TEXT NOT NULL);
    CREATE TABLE bounce (
      id INTEGER PRIMARY KEY NOT NULL, subscriber INTEGER NOT NULL REFERENCES subscriber (id) DEFERRABLE,
      delivery INTEGER REFERENCES delivery (id) DEFERRABLE, at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('hard', 'soft', 'policy', 'complaint')),
      counts INTEGER NOT NULL CHECK (counts IN (0, 1)), status TEXT, text TEXT NOT NULL, report TEXT,
      UNIQUE (subscriber, report), CHECK (counts = 0 OR delivery IS NOT NULL));
    CREATE INDEX bounce_delivery ON bounce (delivery) WHERE delivery IS NOT NULL;
    CREATE TABLE letter (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id < 0),
      kind TEXT NOT NULL CHECK (kind IN ('confirm', 'already-following', 'link', 'new-address', 'old-address',
        'welcome', 'operators')),
      hash TEXT NOT NULL, address TEXT, domain TEXT NOT NULL, network TEXT NOT NULL, language TEXT,
      permit INTEGER REFERENCES permit (id) DEFERRABLE, subscription INTEGER,
      issue INTEGER REFERENCES issue (id) DEFERRABLE, wanted TEXT NOT NULL, subject TEXT, text TEXT,
      asked INTEGER NOT NULL, lapses INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'deferred', 'refused', 'uncertain', 'dropped')),
      next INTEGER, attempts INTEGER NOT NULL DEFAULT 0, first_attempt INTEGER, changed INTEGER NOT NULL,
      reply TEXT, CHECK (next IS NULL OR state IN ('queued', 'deferred', 'uncertain')),
      CHECK (next IS NOT NULL OR state NOT IN ('queued', 'deferred')),
      CHECK ((kind = 'welcome') = (issue IS NOT NULL)), CHECK (issue IS NULL OR subscription IS NOT NULL),
      CHECK ((kind = 'operators') = (text IS NOT NULL)), CHECK ((subject IS NULL) = (text IS NULL)));
    CREATE INDEX letter_due ON letter (next, id) WHERE next IS NOT NULL;
    CREATE INDEX letter_hash ON letter (hash, asked);
    CREATE INDEX letter_asked ON letter (asked);
    CREATE INDEX letter_permit ON letter (permit);
    CREATE INDEX letter_welcome ON letter (subscription) WHERE issue IS NOT NULL;
    CREATE TABLE letter_claim (
      delivery INTEGER NOT NULL PRIMARY KEY REFERENCES letter (id) DEFERRABLE, worker INTEGER NOT NULL,
      lease INTEGER NOT NULL, committed INTEGER, accepted INTEGER, reply TEXT,
      CHECK (accepted IS NULL OR committed IS NOT NULL), CHECK (reply IS NULL OR accepted IS NOT NULL)) WITH (
        fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
    CREATE TABLE letter_attempt (
      id INTEGER PRIMARY KEY NOT NULL, delivery INTEGER NOT NULL REFERENCES letter (id) DEFERRABLE,
      at INTEGER NOT NULL, outcome TEXT NOT NULL, stage TEXT, code INTEGER, status TEXT, text TEXT NOT NULL);
    CREATE INDEX letter_attempt_delivery ON letter_attempt (delivery);
    CREATE TABLE sending_pause (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), reason TEXT NOT NULL, since INTEGER NOT NULL,
      who TEXT NOT NULL, letters INTEGER NOT NULL CHECK (letters IN (0, 1)));
    CREATE VIEW delivery_now AS
      SELECT d.id, d.issue, d.subscription, d.feeds, d.domain,
        CASE WHEN c.accepted IS NOT NULL THEN 'accepted' WHEN c.delivery IS NOT NULL THEN 'claimed' ELSE d.state END AS state,
        CASE WHEN c.delivery IS NULL THEN d.next END AS next,
        coalesce(c.accepted, c.committed, d.changed) AS changed,
        CASE WHEN c.accepted IS NULL THEN d.reply ELSE c.reply END AS reply
      FROM delivery d LEFT JOIN claim c ON c.delivery = d.id;
    """
}
