extension Schema {
  static let introductions = """
    -- The fingerprint of its introduction, which no other issue of the digest can have; NULL if it has none.
    ALTER TABLE issue ADD COLUMN intro TEXT;
    CREATE UNIQUE INDEX issue_intro ON issue (digest, intro) WHERE intro IS NOT NULL;
    """
}

extension PostgresSchema {
  static let introductions = Schema.introductions
}
