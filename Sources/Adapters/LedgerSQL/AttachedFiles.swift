package import Model

extension SQLLedger {
  package func issue(of digest: String, withFile hash: String) throws -> Int? {
    try read { try Self.issue(of: digest, withFile: hash, $0) }
  }

  package func attachedFile(_ hash: String) throws -> String? {
    try read { try $0.text(orNil: "SELECT lines FROM attached_file WHERE hash = \(hash)") }
  }

  package func issuedFiles() throws -> [IssuedFile] {
    try read { db in
      var files: [IssuedFile] = []
      try db.forEach("SELECT issue, name, hash FROM issue_file ORDER BY issue, place") { row in
        let issue = RecordedIssue.ID(try row.int64("issue"))
        files.append(IssuedFile(issue: issue, name: try row.text("name"), hash: try row.text("hash")))
      }
      return files
    }
  }

  /// Throws if an earlier issue of the digest has one of them; then nothing is frozen.
  static func attach(_ freezing: FreezingIssue, to id: Int64, _ db: any SQLConnection) throws {
    for file in freezing.files {
      try db.execute(
        """
        INSERT INTO attached_file (hash, lines) VALUES (\(file.hash), \(file.lines)) ON CONFLICT (hash) DO NOTHING
        """)
    }
    for (place, file) in (freezing.issue.attached?.files ?? []).enumerated() {
      if let number = try issue(of: freezing.issue.digest, withFile: file.hash, db) {
        throw LedgerError("`\(file.name)` is attached to \(freezing.issue.digest)#\(number) already")
      }
      try db.execute(
        """
        INSERT INTO issue_file (issue, place, name, hash) VALUES (\(id), \(place), \(file.name), \(file.hash))
        """)
    }
  }

  private static func issue(of digest: String, withFile hash: String, _ db: any SQLConnection) throws -> Int? {
    let row = try db.row(
      """
      SELECT i.number FROM issue_file f JOIN issue i ON i.id = f.issue
      WHERE f.hash = \(hash) AND i.digest = \(digest)
      """)
    return try row?.int("number")
  }
}
