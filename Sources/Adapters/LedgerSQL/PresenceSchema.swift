extension Schema {
  /// `article.name`: the article's name from its first path; NULL if its current path gives the same name. `bytes`,
  /// `heading`, `wording`: fingerprints of its file, of its title with its date, and of its words; NULL in rows
  /// older than these columns. `arrived`: the moment of the run that first found it; NULL if unknown, or if it was
  /// present when its source began.
  static let presence = """
    ALTER TABLE article ADD COLUMN name TEXT;
    ALTER TABLE article ADD COLUMN bytes INTEGER;
    ALTER TABLE article ADD COLUMN heading INTEGER;
    ALTER TABLE article ADD COLUMN wording INTEGER;
    ALTER TABLE article ADD COLUMN arrived INTEGER;

    -- Articles that were on the shelf, as they were then: one that comes back under any name is known again.
    CREATE TABLE departed (
      id TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL, path TEXT NOT NULL, page TEXT NOT NULL,
      published INTEGER NOT NULL, name TEXT, bytes INTEGER, heading INTEGER, wording INTEGER, arrived INTEGER) STRICT;

    -- Articles on the shelf whose files are gone. released: when the operator let them go.
    CREATE TABLE loss (
      source TEXT NOT NULL, path TEXT NOT NULL, since INTEGER NOT NULL, released INTEGER,
      PRIMARY KEY (source, path)) STRICT;

    -- The files beside the articles, as last listed. size: in bytes.
    CREATE TABLE asset (
      source TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, stamp TEXT NOT NULL,
      PRIMARY KEY (source, path)) STRICT;

    -- Relative to the site folder; NULL until the source is listed again.
    ALTER TABLE listing ADD COLUMN folder TEXT;

    -- Whether the source was gathered whole before.
    ALTER TABLE listing ADD COLUMN begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1));
    UPDATE listing SET begun = 1;

    -- Every source is listed again, so that its assets are recorded.
    UPDATE listing SET mark = NULL, assets = '';
    """
}
