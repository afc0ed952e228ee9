extension Schema {
  /// The records of upstream sources (docs/ledger.md).
  ///
  /// `item`: every item that a source ever showed; `id`: of its article, or the one that it would have; `dated`: the
  /// source's own date; `left_out_by`: the rule that left it out; `print`: a fingerprint of the item as last read.
  /// `alias.article`: NULL for a key that matches nothing any more. `poll.state`: JSON.
  static let upstream = """
    CREATE TABLE item (
      source TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, link TEXT, published INTEGER NOT NULL, dated INTEGER,
      seen INTEGER NOT NULL, left_out_by TEXT, print INTEGER NOT NULL, PRIMARY KEY (source, id)) STRICT;
    CREATE INDEX item_id ON item (id);

    CREATE TABLE alias (
      source TEXT NOT NULL, key TEXT NOT NULL, article TEXT, shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
      PRIMARY KEY (source, key)) STRICT;
    CREATE INDEX alias_shared ON alias (key) WHERE shared = 1 AND article IS NOT NULL;

    CREATE TABLE poll (source TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL) STRICT;

    -- Hosts that asked to be left alone.
    CREATE TABLE host_wait (host TEXT PRIMARY KEY NOT NULL, until INTEGER NOT NULL, times INTEGER NOT NULL) STRICT;

    -- New articles of a source that suddenly brought too many. head, body: as in `article`.
    CREATE TABLE held_article (
      source TEXT NOT NULL, id TEXT NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL, since INTEGER NOT NULL,
      released INTEGER, PRIMARY KEY (source, id)) STRICT;
    """

  static let shownKeys = """
    -- When a key that matches nothing was last shown; NULL for keys of articles, and for pages that are never fetched.
    ALTER TABLE alias ADD COLUMN shown INTEGER;
    CREATE INDEX alias_shown ON alias (source, shown) WHERE article IS NULL AND shown IS NOT NULL;
    """
}
