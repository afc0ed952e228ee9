/// The tables. They enforce the invariants: CHECK, UNIQUE, foreign keys, STRICT. Instants are whole seconds since 1970.
enum Schema {
  /// In the order in which they are applied.
  static let migrations = [
    Migration("1 articles", articles),
    Migration("2 issues", issues),
    Migration("3 readers and deliveries", readers + deliveries + bounces),
    Migration("4 what is published", publishing, fingerprints),
    Migration("5 feeds", feeds),
    Migration("6 cells", cells),
    Migration("7 pings", pings),
    Migration("8 domains of Message-IDs", messageDomains),
    Migration("9 expiry", expiry),
    Migration("10 which article a file is", presence),
    Migration("11 what is known outside", outside),
    Migration("11b claims without worker", claimsWithoutWorker),
    Migration("14 names", names),
    Migration("15 counts", counts),
    Migration("36 changed addresses", changedAddresses),
    Migration("43 changes of articles", changesOfArticles),
    Migration("46 leases", leases),
    Migration("49 files that articles name", filesThatArticlesName),
    Migration("59 sources that are asked", upstream),
    Migration("60 when keys were shown", shownKeys),
    Migration("60 readers on the web", web),
    Migration("61 words of articles", search),
    Migration("62 handovers", handovers),
    Migration("63 welcomes", welcomes),
    Migration("64 feeds of digests", digestFeeds),
    Migration("64 readers who became one", heirs),
    Migration("65 acts of operators", audit),
    Migration("66 pauses of sending", sendingPauses),
    Migration("67 reviews", reviews),
    Migration("68 what may be pruned", pruning),
    Migration("70 operators", operators),
    Migration("71 counts for the desk", deskCounts),
    Migration("72 parts of addresses", readerParts),
    Migration("73 alerts", alerts),
    Migration("74 webhooks", webhooks),
    Migration("75 totals", totals),
    Migration("76 suppressed readers", suppressedTally),
    Migration("77 objects and changes", publicObjects),
    Migration("79 many readers at once", manyReaders),
    Migration("80 introductions", introductions),
    Migration("81 attachments", attachments),
    Migration("82 private feeds", privateFeeds),
    Migration("83 an index of shown articles", shownArticles),
    Migration("84 an index of renamed articles", namedArticles),
    Migration("85 an index of articles that arrived", arrivedArticles),
    Migration("86 articles of which only the body changed", rewordedArticles),
  ]

  /// One step from an older ledger to today's. It is frozen: SQL only, without any type or function of today's ledger,
  /// so that it always does what it originally did.
  struct Migration: Sendable {
    let name: String
    let script: String
    /// The part that SQL cannot express.
    private let rest: (@Sendable (any SQLConnection) throws -> Void)?

    init(_ name: String, _ script: String, _ rest: (@Sendable (any SQLConnection) throws -> Void)? = nil) {
      self.name = name
      self.script = script
      self.rest = rest
    }

    func run(_ db: any SQLConnection) throws {
      try db.script(script)
      try rest?(db)
    }
  }

  private static let articles = """
    CREATE TABLE note (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
    CREATE TABLE published (path TEXT PRIMARY KEY NOT NULL) STRICT;

    -- What each file held when it was last read; a NULL stamp is read again next time.
    CREATE TABLE file (
      source TEXT NOT NULL, path TEXT NOT NULL, stamp TEXT, PRIMARY KEY (source, path)) STRICT;
    CREATE TABLE listing (source TEXT PRIMARY KEY NOT NULL, mark TEXT, assets TEXT NOT NULL) STRICT;

    -- head: the article as JSON without its body.
    CREATE TABLE article (
      id TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL, path TEXT NOT NULL, page TEXT NOT NULL UNIQUE,
      published INTEGER NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (source, path)) STRICT;
    CREATE INDEX article_published ON article (published);

    -- line, col: 0 when the whole file or line is meant. reported: when the operator was last told.
    CREATE TABLE finding (
      source TEXT NOT NULL, file TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL,
      sentence TEXT NOT NULL, weight TEXT NOT NULL, reported INTEGER,
      PRIMARY KEY (source, file, path, line, col, sentence)) STRICT;
    """

  private static let issues = """
    CREATE TABLE digest (name TEXT PRIMARY KEY NOT NULL, first_seen INTEGER NOT NULL) STRICT;

    CREATE TABLE slot (
      digest TEXT NOT NULL, wall_time TEXT NOT NULL, due INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN
        ('issued', 'empty', 'missed', 'merged', 'skipped', 'held', 'released', 'cancelled')),
      news INTEGER NOT NULL, recorded INTEGER NOT NULL, PRIMARY KEY (digest, wall_time)) STRICT;
    CREATE INDEX slot_due ON slot (digest, due);

    -- content: the frozen issue as JSON; archive_page: its frozen page; deliveries: how many it began with.
    CREATE TABLE issue (
      id INTEGER PRIMARY KEY NOT NULL, digest TEXT NOT NULL, number INTEGER NOT NULL, wall_time TEXT NOT NULL,
      subject TEXT NOT NULL, frozen INTEGER NOT NULL, cancelled INTEGER, content TEXT NOT NULL,
      archive_page TEXT NOT NULL, deliveries INTEGER NOT NULL DEFAULT 0,
      UNIQUE (digest, number), UNIQUE (digest, wall_time),
      FOREIGN KEY (digest, wall_time) REFERENCES slot (digest, wall_time)) STRICT;

    -- An article belongs to at most one issue of a digest; without an issue it was past before the first.
    CREATE TABLE news (
      digest TEXT NOT NULL, article TEXT NOT NULL, issue INTEGER REFERENCES issue (id),
      PRIMARY KEY (digest, article)) STRICT;
    CREATE INDEX news_article ON news (article);
    CREATE INDEX news_issue ON news (issue);
    CREATE TABLE waiting (digest TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (digest, article)) STRICT;

    -- feeds: names joined by commas, in the issue's order.
    CREATE TABLE edition (
      issue INTEGER NOT NULL REFERENCES issue (id), feeds TEXT NOT NULL, subject TEXT NOT NULL, html TEXT NOT NULL,
      text TEXT NOT NULL, PRIMARY KEY (issue, feeds)) STRICT;
    """

  private static let cells = """
    -- What editions of an issue share: an edition's html and text hold U+0001 #NUMBER U+0001 where it stands.
    CREATE TABLE cell (
      issue INTEGER NOT NULL REFERENCES issue (id), number INTEGER NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (issue, number)) STRICT;
    """

  private static let messageDomains = """
    -- What follows the @ in the Message-IDs of its mails; NULL in issues that are older than this column.
    ALTER TABLE issue ADD COLUMN message_domain TEXT;
    """

  private static let expiry = """
    -- The instant at which the author withdraws it; NULL if it stays.
    ALTER TABLE article ADD COLUMN expires INTEGER;
    CREATE INDEX article_expires ON article (expires) WHERE expires IS NOT NULL;
    """

  private static let changedAddresses = """
    -- When the reader's address was changed; what bounces of mail that left before says nothing of the new one.
    ALTER TABLE subscriber ADD COLUMN moved INTEGER;
    """

  private static let changesOfArticles = """
    -- When its author says that it changed, which may be ahead; NULL if it never did.
    ALTER TABLE article ADD COLUMN updated INTEGER;
    UPDATE article SET updated = json_extract(head, '$.updated');
    CREATE INDEX article_updated ON article (updated) WHERE updated IS NOT NULL;
    """

  private static let filesThatArticlesName = """
    -- The files next to the articles that it names, one per line; NULL if it names none, or was not read since.
    ALTER TABLE file ADD COLUMN mentions TEXT;
    """

  private static let readers = """
    -- address: canonical, for comparing; written: as it is sent to; domain: its domain. All NULL once the person is
    -- forgotten.
    -- hash: HMAC-SHA256 of the canonical address; what suppressions are keyed by, so that they outlive the address.
    CREATE TABLE subscriber (
      id INTEGER PRIMARY KEY NOT NULL, address TEXT UNIQUE, written TEXT, domain TEXT, name TEXT, language TEXT,
      hash TEXT NOT NULL UNIQUE, created INTEGER NOT NULL,
      CHECK ((address IS NULL) = (written IS NULL)), CHECK ((address IS NULL) = (domain IS NULL))) STRICT;

    CREATE TABLE suppression (
      hash TEXT PRIMARY KEY NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('bounce', 'complaint', 'forgotten', 'operator')),
      since INTEGER NOT NULL) STRICT;

    -- feeds: '*' for all, or names sorted and joined by commas.
    CREATE TABLE subscription (
      id INTEGER PRIMARY KEY NOT NULL, subscriber INTEGER NOT NULL REFERENCES subscriber (id), digest TEXT NOT NULL,
      feeds TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('pending', 'confirmed', 'ended')),
      consent INTEGER, origin TEXT, ended INTEGER, UNIQUE (subscriber, digest),
      CHECK ((status = 'ended') = (ended IS NOT NULL)), CHECK (status <> 'confirmed' OR consent IS NOT NULL)) STRICT;
    CREATE INDEX subscription_digest ON subscription (digest, status, feeds);
    """

  private static let deliveries = """
    -- next: when it may be tried (again); NULL when it is final. The queue is the rows that have one and are not claimed.
    -- What a run has in its hands stands in `claim`: read states from `delivery_now`, which joins the two.
    -- domain: of its reader's address, when it was frozen.
    CREATE TABLE delivery (
      id INTEGER PRIMARY KEY NOT NULL, issue INTEGER NOT NULL REFERENCES issue (id),
      subscription INTEGER NOT NULL REFERENCES subscription (id), feeds TEXT NOT NULL, domain TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'deferred', 'refused', 'uncertain', 'dropped')),
      next INTEGER, attempts INTEGER NOT NULL DEFAULT 0, first_attempt INTEGER, changed INTEGER NOT NULL, reply TEXT,
      UNIQUE (issue, subscription), FOREIGN KEY (issue, feeds) REFERENCES edition (issue, feeds),
      CHECK (next IS NULL OR state IN ('queued', 'deferred', 'uncertain')),
      CHECK (next IS NOT NULL OR state NOT IN ('queued', 'deferred'))) STRICT;
    CREATE INDEX delivery_due ON delivery (next, id, domain, issue, state) WHERE next IS NOT NULL;
    -- Nearly all become accepted: those are not counted but are what remains, so that a send does not keep an index of them.
    CREATE INDEX delivery_ended ON delivery (issue, state) WHERE next IS NULL AND state IN ('refused', 'uncertain', 'dropped');
    CREATE INDEX delivery_subscription ON delivery (subscription);

    -- A few hundred narrow rows that a send writes over and over, so that it writes each wide row of `delivery` once.
    -- committed: set before the final dot may leave. accepted: the server took it; moved to `delivery` with many others.
    CREATE TABLE claim (
      delivery INTEGER PRIMARY KEY NOT NULL REFERENCES delivery (id), worker TEXT NOT NULL, lease INTEGER NOT NULL,
      committed INTEGER, accepted INTEGER, reply TEXT,
      CHECK (accepted IS NULL OR committed IS NOT NULL), CHECK (reply IS NULL OR accepted IS NOT NULL)) STRICT;

    CREATE VIEW delivery_now AS
      SELECT d.id, d.issue, d.subscription, d.feeds, d.domain,
        CASE WHEN c.accepted IS NOT NULL THEN 'accepted' WHEN c.delivery IS NOT NULL THEN 'claimed' ELSE d.state END
          AS state,
        CASE WHEN c.delivery IS NULL THEN d.next END AS next,
        coalesce(c.accepted, c.committed, d.changed) AS changed,
        CASE WHEN c.accepted IS NULL THEN d.reply ELSE c.reply END AS reply
      FROM delivery d LEFT JOIN claim c ON c.delivery = d.id;

    -- Destinations that asked us to slow down, until they take a message again.
    CREATE TABLE destination (domain TEXT PRIMARY KEY NOT NULL, until INTEGER NOT NULL, times INTEGER NOT NULL) STRICT;

    -- The tries that did not end with the mail accepted; what was accepted stands in `delivery`.
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY NOT NULL, delivery INTEGER NOT NULL REFERENCES delivery (id), at INTEGER NOT NULL,
      outcome TEXT NOT NULL, stage TEXT, code INTEGER, status TEXT, text TEXT NOT NULL) STRICT;
    CREATE INDEX attempt_delivery ON attempt (delivery);

    CREATE TABLE test_mail (
      id INTEGER PRIMARY KEY NOT NULL, digest TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL,
      outcome TEXT NOT NULL) STRICT;
    """

  private static let bounces = """
    -- What came back. delivery: NULL if the report named none and none was recent. counts: it stands in the score of soft
    -- bounces. text: the reporting server's words. report: a hash of the report, NULL for what the relay said itself.
    CREATE TABLE bounce (
      id INTEGER PRIMARY KEY NOT NULL, subscriber INTEGER NOT NULL REFERENCES subscriber (id),
      delivery INTEGER REFERENCES delivery (id), at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('hard', 'soft', 'policy', 'complaint')),
      counts INTEGER NOT NULL CHECK (counts IN (0, 1)), status TEXT, text TEXT NOT NULL, report TEXT,
      UNIQUE (subscriber, report), CHECK (counts = 0 OR delivery IS NOT NULL)) STRICT;
    """
}
