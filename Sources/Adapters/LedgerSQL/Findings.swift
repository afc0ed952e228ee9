package import Model
package import Time

extension SQLLedger: FindingBook {
  package func findings() throws -> [ShelvedFinding] {
    try read { db in
      try db.rows("SELECT path, line, col, sentence, weight, reported FROM finding").map { row in
        ShelvedFinding(finding: try Self.finding(row), reported: try row.instant(orNil: "reported"))
      }
    }
  }

  package func setReported(_ findings: [Finding], at now: Instant) throws {
    try write { db in
      // There may be one for each file; the index finding_place makes this fast.
      for finding in findings {
        try db.execute(
          """
          UPDATE finding SET reported = \(now) WHERE path = \(finding.path) AND line = \(finding.line ?? 0)
            AND col = \(finding.column ?? 0) AND sentence = \(finding.sentence)
          """)
      }
    }
  }

  package func faultCount() throws -> Int {
    try read {
      try $0.int("SELECT count(*) FROM finding WHERE weight = \(Finding.Weight.fault.rawValue)")
    }
  }
}

extension SQLLedger {
  static func insert(_ finding: Finding, of source: String, file: String, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO finding (source, file, path, line, col, sentence, weight)
      VALUES (\(source), \(file), \(finding.path), \(finding.line ?? 0), \(finding.column ?? 0), \(finding.sentence),
        \(finding.weight.rawValue))
      ON CONFLICT DO NOTHING
      """)
  }

  /// Deletes the findings about a file, except for those to keep.
  static func clearFindings(
    of path: String, of source: String, _ db: any SQLConnection, keeping kept: [Finding]
  ) throws {
    let rows = try db.rows(
      """
      SELECT path, line, col, sentence, weight FROM finding WHERE source = \(source) AND file = \(path)
      """)
    for finding in Set(try rows.map(finding)).subtracting(kept) {
      try db.execute(
        """
        DELETE FROM finding WHERE source = \(source) AND file = \(path) AND path = \(finding.path)
          AND line = \(finding.line ?? 0) AND col = \(finding.column ?? 0) AND sentence = \(finding.sentence)
        """)
    }
  }

  /// Reads the columns path, line, col, sentence and weight.
  private static func finding(_ row: SQLRow) throws -> Finding {
    let line = try row.int("line")
    let column = try row.int("col")
    return Finding(
      try row.text("path"), line: line == 0 ? nil : line, column: column == 0 ? nil : column, try row.text("sentence"),
      weight: Finding.Weight(rawValue: try row.text("weight")) ?? .fault)
  }
}
