/// What SQLite's step 79 added: objects of a bucket, and changes of which commands are told.
extension PostgresSchema {
  static let publicObjects = """
    CREATE TABLE public_object (
      path TEXT PRIMARY KEY NOT NULL, etag TEXT NOT NULL, content INTEGER NOT NULL, leaving INTEGER);
    CREATE TABLE public_change (listener TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (listener, path));
    """
}
