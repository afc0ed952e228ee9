package import Model

extension Schema {
  /// `public_object`: what was put into the bucket. `etag`: as the store returned it. `content`: the fingerprint of the bytes
  /// and of the fields sent with them. `leaving`: since when nothing produces it; NULL if something does.
  /// `public_change`: changed paths that a command has not received yet.
  static let publicObjects = """
    CREATE TABLE public_object (
      path TEXT PRIMARY KEY NOT NULL, etag TEXT NOT NULL, content INTEGER NOT NULL, leaving INTEGER) STRICT;
    CREATE TABLE public_change (listener TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (listener, path)) STRICT;
    """
}

extension SQLLedger {
  package func publicObjects() throws -> [String: PublicObject] {
    try read { db in
      var objects: [String: PublicObject] = [:]
      try db.forEach("SELECT path, etag, content, leaving FROM public_object") { row in
        let content = Fingerprint(column: try row.int64("content"))
        let leaving = try row.instant(orNil: "leaving")
        objects[try row.text("path")] = PublicObject(etag: try row.text("etag"), content: content, leaving: leaving)
      }
      return objects
    }
  }

  package func record(_ objects: [String: PublicObject]) throws {
    if objects.isEmpty { return }
    try write { db in
      for (path, object) in objects {
        try db.execute(
          """
          INSERT INTO public_object (path, etag, content, leaving)
          VALUES (\(path), \(object.etag), \(object.content.column), \(object.leaving))
          ON CONFLICT (path) DO UPDATE SET etag = excluded.etag, content = excluded.content, leaving = excluded.leaving
          """)
      }
    }
  }

  package func forget(objects: [String]) throws {
    if objects.isEmpty { return }
    try write { db in for path in objects { try db.execute("DELETE FROM public_object WHERE path = \(path)") } }
  }

  package func changes(for listener: PublicListener) throws -> [String] {
    try read { db in
      try db.rows("SELECT path FROM public_change WHERE listener = \(listener.rawValue) ORDER BY path").map { row in
        try row.text("path")
      }
    }
  }

  package func record(changes: [String], for listener: PublicListener) throws {
    if changes.isEmpty { return }
    try write { db in
      for path in changes {
        try db.execute(
          """
          INSERT INTO public_change (listener, path) VALUES (\(listener.rawValue), \(path))
          ON CONFLICT (listener, path) DO NOTHING
          """)
      }
    }
  }

  package func end(changes: [String], for listener: PublicListener) throws {
    if changes.isEmpty { return }
    try write { db in
      for path in changes {
        try db.execute("DELETE FROM public_change WHERE listener = \(listener.rawValue) AND path = \(path)")
      }
    }
  }
}
