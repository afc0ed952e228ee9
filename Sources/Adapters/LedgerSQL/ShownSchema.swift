extension Schema {
  /// For questions that are asked of every article: the rows of articles are wide, because their bodies are in them.
  static let narrowIndexes = """
    -- Articles with another name than that of their paths.
    CREATE INDEX article_named ON article (source) WHERE name IS NOT NULL;
    -- Everything that `appearance` records.
    CREATE INDEX article_shown ON article (id, published, expires, page, topics);
    """
}

extension PostgresSchema {
  /// Without the second, because an entry of an index has a maximum length here; bodies are outside of the rows anyway.
  static let narrowIndexes = """
    CREATE INDEX article_named ON article (source) WHERE name IS NOT NULL;
    """
}
