extension Schema {
  static let attachments = """
    -- Files that issues attach. hash: SHA-256; lines: Base64 as in an email.
    CREATE TABLE attached_file (hash TEXT PRIMARY KEY NOT NULL, lines TEXT NOT NULL) STRICT;
    CREATE TABLE issue_file (
      issue INTEGER NOT NULL REFERENCES issue (id), place INTEGER NOT NULL, name TEXT NOT NULL,
      hash TEXT NOT NULL REFERENCES attached_file (hash), PRIMARY KEY (issue, place)) STRICT;
    CREATE INDEX issue_file_hash ON issue_file (hash);
    """
}

extension PostgresSchema {
  static let attachments = Schema.attachments
}
