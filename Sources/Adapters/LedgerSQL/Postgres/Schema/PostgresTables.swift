/// The tables of articles, issues and what operators see, as SQLite's migrations leave them (docs/ledger.md).
extension PostgresSchema {
  static let articles = """
    CREATE TABLE note (
      key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
    CREATE TABLE published (
      path TEXT PRIMARY KEY NOT NULL, key INTEGER);
    CREATE TABLE file (
      source TEXT NOT NULL, path TEXT NOT NULL, stamp TEXT, mentions TEXT, PRIMARY KEY (source, path));
    CREATE TABLE listing (
      source TEXT PRIMARY KEY NOT NULL, mark TEXT, assets TEXT NOT NULL, folder TEXT,
      begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)));
    CREATE TABLE article (
      id TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL, path TEXT NOT NULL, page TEXT NOT NULL UNIQUE,
      published INTEGER NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL, topics TEXT NOT NULL DEFAULT '',
      outline INTEGER NOT NULL DEFAULT 0, content INTEGER NOT NULL DEFAULT 0, expires INTEGER, name TEXT,
      bytes INTEGER, heading INTEGER, wording INTEGER, arrived INTEGER, updated INTEGER, UNIQUE (source, path));
    CREATE INDEX article_published ON article (published);
    CREATE INDEX article_expires ON article (expires) WHERE expires IS NOT NULL;
    CREATE INDEX article_updated ON article (updated) WHERE updated IS NOT NULL;
    CREATE TABLE departed (
      id TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL, path TEXT NOT NULL, page TEXT NOT NULL,
      published INTEGER NOT NULL, name TEXT, bytes INTEGER, heading INTEGER, wording INTEGER, arrived INTEGER);
    CREATE TABLE loss (
      source TEXT NOT NULL, path TEXT NOT NULL, since INTEGER NOT NULL, released INTEGER,
      PRIMARY KEY (source, path));
    CREATE TABLE asset (
      source TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, stamp TEXT NOT NULL,
      PRIMARY KEY (source, path));
    CREATE TABLE appearance (
      id TEXT PRIMARY KEY NOT NULL, page TEXT NOT NULL, topics TEXT NOT NULL, published INTEGER NOT NULL,
      withdrawn INTEGER);
    CREATE INDEX appearance_withdrawn ON appearance (withdrawn) WHERE withdrawn IS NOT NULL;
    CREATE TABLE finding (
      source TEXT NOT NULL, file TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL,
      sentence TEXT NOT NULL, weight TEXT NOT NULL, reported INTEGER,
      PRIMARY KEY (source, file, path, line, col, sentence));
    CREATE INDEX finding_place ON finding (path, line, col);
    CREATE TABLE item (
      source TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, link TEXT, published INTEGER NOT NULL,
      dated INTEGER, seen INTEGER NOT NULL, left_out_by TEXT, print INTEGER NOT NULL, PRIMARY KEY (source, id));
    CREATE INDEX item_id ON item (id);
    CREATE TABLE alias (
      source TEXT NOT NULL, key TEXT NOT NULL, article TEXT, shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
      shown INTEGER, PRIMARY KEY (source, key));
    CREATE INDEX alias_shared ON alias (key) WHERE shared = 1 AND article IS NOT NULL;
    CREATE INDEX alias_shown ON alias (source, shown) WHERE article IS NULL AND shown IS NOT NULL;
    CREATE TABLE poll (
      source TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL);
    CREATE TABLE host_wait (
      host TEXT PRIMARY KEY NOT NULL, until INTEGER NOT NULL, times INTEGER NOT NULL);
    CREATE TABLE held_article (
      source TEXT NOT NULL, id TEXT NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL, since INTEGER NOT NULL,
      released INTEGER, PRIMARY KEY (source, id));
    CREATE TABLE feed (
      folder TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, formats TEXT NOT NULL,
      archive INTEGER NOT NULL CHECK (archive >= 0), ended INTEGER, successor TEXT);
    CREATE TABLE feed_place (
      folder TEXT NOT NULL REFERENCES feed (folder) DEFERRABLE, place INTEGER NOT NULL, article TEXT NOT NULL,
      PRIMARY KEY (folder, place), UNIQUE (folder, article));
    CREATE TABLE ping (
      hub TEXT NOT NULL, document TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (hub, document));
    CREATE TABLE searchable (
      number INTEGER PRIMARY KEY NOT NULL, article TEXT NOT NULL UNIQUE, print INTEGER NOT NULL);
    -- The words of `searchable` articles, weighted: title, takeaway, topics, body.
    CREATE TABLE words (number INTEGER NOT NULL PRIMARY KEY, lexemes TSVECTOR NOT NULL);
    CREATE INDEX words_lexemes ON words USING gin (lexemes);
    """

  static let issues = """
    CREATE TABLE digest (
      name TEXT PRIMARY KEY NOT NULL, first_seen INTEGER NOT NULL, feeds TEXT);
    CREATE TABLE slot (
      digest TEXT NOT NULL, wall_time TEXT NOT NULL, due INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('issued', 'empty', 'missed', 'merged', 'skipped', 'held', 'released',
        'cancelled')),
      news INTEGER NOT NULL, recorded INTEGER NOT NULL,
      hold TEXT CHECK (hold IN ('many', 'review', 'delay', 'changed')), hold_until INTEGER, approved TEXT,
      told INTEGER, PRIMARY KEY (digest, wall_time));
    CREATE INDEX slot_due ON slot (digest, due);
    CREATE INDEX slot_open ON slot (digest, due, wall_time) WHERE state IN ('held', 'released');
    CREATE INDEX slot_recorded ON slot (recorded);
    CREATE TABLE issue (
      id INTEGER PRIMARY KEY NOT NULL, digest TEXT NOT NULL, number INTEGER NOT NULL, wall_time TEXT NOT NULL,
      subject TEXT NOT NULL, frozen INTEGER NOT NULL, cancelled INTEGER, content TEXT NOT NULL,
      archive_page TEXT NOT NULL, deliveries INTEGER NOT NULL DEFAULT 0, message_domain TEXT, identity TEXT,
      frozen_as TEXT, UNIQUE (digest, number), UNIQUE (digest, wall_time),
      FOREIGN KEY (digest, wall_time) REFERENCES slot (digest, wall_time) DEFERRABLE);
    CREATE INDEX issue_frozen ON issue (frozen, id);
    CREATE INDEX issue_deliveries ON issue (deliveries);
    CREATE INDEX issue_frozen_as ON issue (frozen_as, wall_time, number) WHERE frozen_as IS NOT NULL;
    CREATE TABLE news (
      digest TEXT NOT NULL, article TEXT NOT NULL, issue INTEGER REFERENCES issue (id) DEFERRABLE,
      PRIMARY KEY (digest, article));
    CREATE INDEX news_article ON news (article);
    CREATE INDEX news_issue ON news (issue);
    CREATE TABLE waiting (
      digest TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (digest, article));
    CREATE TABLE edition (
      issue INTEGER NOT NULL REFERENCES issue (id) DEFERRABLE, feeds TEXT NOT NULL, subject TEXT NOT NULL,
      html TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (issue, feeds));
    CREATE TABLE cell (
      issue INTEGER NOT NULL REFERENCES issue (id) DEFERRABLE, number INTEGER NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (issue, number));
    CREATE TABLE retired (
      kind TEXT NOT NULL CHECK (kind IN ('digest', 'feed')), name TEXT NOT NULL, since INTEGER NOT NULL,
      PRIMARY KEY (kind, name));
    """

  static let office = """
    CREATE TABLE pulse (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), writes INTEGER NOT NULL);
    CREATE TABLE run (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, began INTEGER);
    CREATE TABLE act (
      id INTEGER PRIMARY KEY NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL CHECK (who <> ''),
      place TEXT NOT NULL CHECK (place IN ('shell', 'desk')), origin TEXT, verb TEXT NOT NULL CHECK (verb <> ''),
      kind TEXT NOT NULL CHECK (kind <> ''), name TEXT, reader INTEGER, before TEXT, after TEXT,
      CHECK (reader IS NULL OR kind = 'reader'));
    CREATE INDEX act_reader ON act (reader, id) WHERE reader IS NOT NULL;
    CREATE TABLE operator_link (
      hash TEXT PRIMARY KEY NOT NULL, operator TEXT NOT NULL, made INTEGER NOT NULL, lapses INTEGER NOT NULL,
      used INTEGER);
    CREATE TABLE operator_session (
      hash TEXT PRIMARY KEY NOT NULL, operator TEXT NOT NULL, began INTEGER NOT NULL, lapses INTEGER NOT NULL);
    CREATE TABLE tally (
      issue INTEGER NOT NULL REFERENCES issue (id) DEFERRABLE, state TEXT NOT NULL CHECK (state <> 'accepted'),
      waits INTEGER NOT NULL CHECK (waits IN (0, 1)), deliveries INTEGER NOT NULL CHECK (deliveries >= 0),
      PRIMARY KEY (issue, state, waits));
    CREATE TABLE growth (
      digest TEXT NOT NULL, day INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('come', 'left', 'bounce', 'complaint', 'forgotten', 'operator')),
      readers INTEGER NOT NULL, PRIMARY KEY (digest, day, kind));
    CREATE TABLE reader_tally (
      digest TEXT NOT NULL, status TEXT NOT NULL, readers INTEGER NOT NULL CHECK (readers >= 0),
      PRIMARY KEY (digest, status));
    CREATE TABLE issue_pace (
      issue INTEGER NOT NULL PRIMARY KEY REFERENCES issue (id) DEFERRABLE, first INTEGER NOT NULL,
      last INTEGER NOT NULL);
    CREATE TABLE issue_after (
      issue INTEGER NOT NULL REFERENCES issue (id) DEFERRABLE, kind TEXT NOT NULL, readers INTEGER NOT NULL,
      PRIMARY KEY (issue, kind));
    CREATE TABLE great_destination (
      domain TEXT PRIMARY KEY NOT NULL);
    CREATE TABLE destination_day (
      day INTEGER NOT NULL, domain TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'deferred', 'refused', 'uncertain', 'bounced', 'complained')),
      messages INTEGER NOT NULL, PRIMARY KEY (day, domain, outcome));
    INSERT INTO pulse (id, writes) VALUES (1, 0);
    INSERT INTO run (id, number) VALUES (1, 0);
    CREATE VIEW suppressed_reader AS SELECT r.id FROM subscriber r JOIN suppression x ON x.hash = r.hash;
    """
}
