/// The counterpart of SQLite's migration 77: objects of a bucket, and changes to pass to commands.
extension PostgresSchema {
  static let publicObjects = """
    CREATE TABLE public_object (
      path TEXT PRIMARY KEY NOT NULL, etag TEXT NOT NULL, content INTEGER NOT NULL, leaving INTEGER);
    CREATE TABLE public_change (listener TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (listener, path));
    """
}
