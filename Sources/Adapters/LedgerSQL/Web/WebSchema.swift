extension Schema {
  /// The tables for what readers do themselves (docs/ledger.md, "Readers on the web").
  static let web = requests + permits + letters + consentEvents

  private static let requests = """
    -- What was asked with an address and is not judged yet. wanted: a line 'DIGEST FEEDS' for each digest; NULL if the
    -- link was lost.
    CREATE TABLE request (
      id INTEGER PRIMARY KEY NOT NULL, address TEXT NOT NULL, name TEXT, language TEXT, origin TEXT NOT NULL,
      words TEXT NOT NULL, network TEXT NOT NULL, machine TEXT, wanted TEXT, at INTEGER NOT NULL) STRICT;

    -- day: in UTC.
    CREATE TABLE daily_count (
      day TEXT NOT NULL, counted TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 0),
      PRIMARY KEY (day, counted)) STRICT;

    -- When mail begins again, and when a subscription that was asked for on the web is erased unless it is confirmed.
    ALTER TABLE subscriber ADD COLUMN paused_until INTEGER;
    CREATE INDEX subscriber_paused ON subscriber (paused_until) WHERE paused_until IS NOT NULL;
    ALTER TABLE subscription ADD COLUMN lapses INTEGER;
    CREATE INDEX subscription_lapses ON subscription (lapses) WHERE lapses IS NOT NULL;
    """

  private static let permits = """
    -- hash: of the address, which is NULL once the person is forgotten. subscriber: whose address changes.
    CREATE TABLE permit (
      id INTEGER PRIMARY KEY NOT NULL,
      purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'access', 'new-address', 'old-address', 'come-back')),
      hash TEXT NOT NULL, address TEXT, name TEXT, language TEXT, origin TEXT NOT NULL,
      subscriber INTEGER REFERENCES subscriber (id), issued INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER,
      CHECK (lapses > issued),
      CHECK (purpose NOT IN ('new-address', 'old-address') OR subscriber IS NOT NULL)) STRICT;
    CREATE INDEX permit_hash ON permit (hash);
    CREATE INDEX permit_lapses ON permit (lapses);
    CREATE INDEX permit_subscriber ON permit (subscriber) WHERE subscriber IS NOT NULL;

    -- over: when the reader left this digest since; then the permit does not bring it back.
    CREATE TABLE permit_digest (
      permit INTEGER NOT NULL REFERENCES permit (id), digest TEXT NOT NULL, feeds TEXT NOT NULL, over INTEGER,
      PRIMARY KEY (permit, digest)) STRICT;

    CREATE TRIGGER left_since AFTER UPDATE OF status ON subscription
    WHEN NEW.status = 'ended' AND OLD.status <> 'ended' BEGIN
      UPDATE permit_digest SET over = NEW.ended WHERE digest = NEW.digest AND over IS NULL AND permit IN (
        SELECT p.id FROM permit p JOIN subscriber r ON r.hash = p.hash WHERE r.id = NEW.subscriber);
    END;
    """

  private static let letters = """
    -- Mail to one reader, in the states of `delivery`. id: negative, the number of its delivery. network: of its request.
    -- wanted: as in `request`. subscription: whose token leads to the preferences. lapses: when its link is worth nothing.
    CREATE TABLE letter (
      id INTEGER PRIMARY KEY NOT NULL CHECK (id < 0),
      kind TEXT NOT NULL CHECK (kind IN ('confirm', 'already-following', 'link', 'new-address', 'old-address')),
      hash TEXT NOT NULL, address TEXT, domain TEXT NOT NULL, network TEXT NOT NULL, language TEXT,
      permit INTEGER REFERENCES permit (id), subscription INTEGER, wanted TEXT NOT NULL, asked INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'deferred', 'refused', 'uncertain', 'dropped')),
      next INTEGER, attempts INTEGER NOT NULL DEFAULT 0, first_attempt INTEGER, changed INTEGER NOT NULL, reply TEXT,
      CHECK (next IS NULL OR state IN ('queued', 'deferred', 'uncertain')),
      CHECK (next IS NOT NULL OR state NOT IN ('queued', 'deferred'))) STRICT;
    CREATE INDEX letter_due ON letter (next, id) WHERE next IS NOT NULL;
    CREATE INDEX letter_hash ON letter (hash, asked);
    CREATE INDEX letter_asked ON letter (asked);
    CREATE INDEX letter_permit ON letter (permit);

    -- As `claim` and `attempt`.
    CREATE TABLE letter_claim (
      delivery INTEGER PRIMARY KEY NOT NULL REFERENCES letter (id), worker INTEGER NOT NULL, lease INTEGER NOT NULL,
      committed INTEGER, accepted INTEGER, reply TEXT,
      CHECK (accepted IS NULL OR committed IS NOT NULL), CHECK (reply IS NULL OR accepted IS NOT NULL)) STRICT;
    CREATE TABLE letter_attempt (
      id INTEGER PRIMARY KEY NOT NULL, delivery INTEGER NOT NULL REFERENCES letter (id), at INTEGER NOT NULL,
      outcome TEXT NOT NULL, stage TEXT, code INTEGER, status TEXT, text TEXT NOT NULL) STRICT;
    CREATE INDEX letter_attempt_delivery ON letter_attempt (delivery);
    """

  private static let consentEvents = """
    -- The history of consent; only added to. hash: of the address, for someone who has no row in `subscriber`.
    -- feeds: followed from then on.
    CREATE TABLE consent_event (
      id INTEGER PRIMARY KEY NOT NULL, subscriber INTEGER REFERENCES subscriber (id), hash TEXT,
      kind TEXT NOT NULL CHECK (kind IN ('asked', 'confirmed', 'changed', 'paused', 'resumed', 'left', 'returned', 'moved',
        'imported', 'refused', 'lapsed', 'forgotten')),
      at INTEGER NOT NULL, digest TEXT, feeds TEXT, origin TEXT NOT NULL, language TEXT, words TEXT, machine TEXT,
      CHECK ((subscriber IS NULL) <> (hash IS NULL))) STRICT;
    CREATE INDEX consent_event_subscriber ON consent_event (subscriber) WHERE subscriber IS NOT NULL;
    CREATE INDEX consent_event_hash ON consent_event (hash) WHERE hash IS NOT NULL;

    -- What older versions recorded.
    INSERT INTO consent_event (subscriber, kind, at, digest, feeds, origin)
      SELECT subscriber, CASE WHEN origin LIKE 'import %' THEN 'imported' ELSE 'confirmed' END, consent, digest, feeds,
        coalesce(origin, '')
      FROM subscription WHERE consent IS NOT NULL
        AND subscriber IN (SELECT id FROM subscriber WHERE address IS NOT NULL) ORDER BY id;
    INSERT INTO consent_event (subscriber, kind, at, digest, origin)
      SELECT subscriber, 'left', ended, digest, '' FROM subscription WHERE ended IS NOT NULL
        AND subscriber IN (SELECT id FROM subscriber WHERE address IS NOT NULL) ORDER BY id;
    INSERT INTO consent_event (subscriber, kind, at, origin)
      SELECT r.id, 'forgotten', coalesce(x.since, r.created), '' FROM subscriber r
      LEFT JOIN suppression x ON x.hash = r.hash WHERE r.address IS NULL ORDER BY r.id;

    -- Has a row only within a transaction that erases a person.
    CREATE TABLE erasing (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1)) STRICT;
    CREATE TRIGGER consent_event_stays BEFORE DELETE ON consent_event WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
      SELECT RAISE(ABORT, 'consent events are never deleted');
    END;
    -- Only the person they belong to may change, when two addresses become one.
    CREATE TRIGGER consent_event_is_fixed
    BEFORE UPDATE OF id, hash, kind, at, digest, feeds, origin, language, words, machine ON consent_event BEGIN
      SELECT RAISE(ABORT, 'consent events are never changed');
    END;
    """
}
