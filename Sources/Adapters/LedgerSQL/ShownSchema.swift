extension Schema {
  /// PostgreSQL needs none: it stores bodies outside of the rows, and its index entries have a maximum length.
  static let shownArticles = """
    -- Everything that `appearance` records. The rows of articles are wide, because their bodies are in them.
    CREATE INDEX article_shown ON article (id, published, expires, page, topics);
    """

  /// Asked by each run that finds a changed file.
  static let namedArticles = """
    -- Articles with another name than that of their paths.
    CREATE INDEX article_named ON article (source) WHERE name IS NOT NULL;
    """
}

extension Schema {
  /// Asked by each selection for a digest's first issue, and by each preview of it.
  static let arrivedArticles = """
    -- Articles that arrived after their source began.
    CREATE INDEX article_arrived ON article (arrived) WHERE arrived IS NOT NULL;
    """
}

extension Schema {
  /// `published.articles`: see ``PublishedFile/Cast``. `reworded`: the articles of which only the body changed since everything
  /// was published, with the fingerprints of what they contained then.
  static let rewordedArticles = """
    ALTER TABLE published ADD COLUMN articles TEXT;
    CREATE TABLE reworded (article TEXT PRIMARY KEY NOT NULL, content INTEGER NOT NULL) STRICT;
    """
}

extension PostgresSchema {
  static let rewordedArticles = """
    ALTER TABLE published ADD COLUMN articles TEXT;
    CREATE TABLE reworded (article TEXT PRIMARY KEY NOT NULL, content INTEGER NOT NULL);
    """

  static let arrivedArticles = """
    CREATE INDEX article_arrived ON article (arrived) WHERE arrived IS NOT NULL;
    """

  static let namedArticles = """
    CREATE INDEX article_named ON article (source) WHERE name IS NOT NULL;
    """
}
