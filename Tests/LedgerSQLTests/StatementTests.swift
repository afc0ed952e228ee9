import CourantTesting
@testable import LedgerSQL
import Model
import Testing

/// The statements of the books, checked against PostgreSQL's syntax. There is no server here: only the
/// text is checked.
@Suite struct StatementTests {
  /// The statements of everything that the suite makes a ledger do.
  @Test(arguments: LedgerSuite.cases) func eachIsWrittenForBothDatabases(of suite: LedgerSuite) throws {
    let house = try SQLiteHouse()
    try suite.run(house)
    for text in house.statements where !isOfTheDriver(text) {
      let shared = withoutHints(text)
      #expect(Self.sqliteOnly(shared) == [], "\(text)")
      let written = Dialect.postgreSQL.statement(shared)
      #expect(!SQLTokens(written).contains { $0.isWord && $0.text == "?" }, "\(written)")
    }
  }

  @Test func statementsAreObservedAsTheyArePrepared() throws {
    let house = try SQLiteHouse()
    try house.open().setNote("k", "v")
    let noting = "INSERT INTO note (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    #expect(house.statements.contains(noting))
  }

  /// Statements of the SQLite side: transactions, and settings of the connection.
  private func isOfTheDriver(_ text: String) -> Bool {
    ["BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "--"].contains { text.hasPrefix($0) }
  }

  /// The statement without the dialect's hints to the planner.
  private func withoutHints(_ text: String) -> String {
    text.replacing(Dialect.sqlite.joinInOrder.text, with: Dialect.postgreSQL.joinInOrder.text)
      .replacing(/INDEXED BY \w+/, with: "")
  }

  // MARK: - What is SQLite's alone

  /// Words in a statement that PostgreSQL does not know, or that mean something else there.
  static func sqliteOnly(_ text: String) -> [String] {
    let tokens = SQLTokens(text).filter { $0.isWord && !$0.text.allSatisfy(\.isWhitespace) }.map(\.text)
    var found = tokens.filter { words.contains($0.lowercased()) }
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : ""
      switch (token.lowercased(), next.lowercased()) {
      case ("or", "replace"), ("or", "ignore"), ("limit", "-"), ("is", "?"), ("as", "integer"), ("=", "="):
        found.append(token + " " + next)
      case ("max", "("), ("min", "("):
        if hasSeveralArguments(tokens[(index + 1)...]) { found.append(token + " of several") }
      case ("total", "(") where index == 0 || tokens[index - 1].lowercased() != "into":
        found.append("total of rows")  // the table of that name is ours
      case ("cross", "join"):
        found.append("CROSS JOIN")
      default: break
      }
    }
    return found
  }

  private static let words: Set<String> = [
    "pragma", "indexed", "rowid", "strict", "glob", "autoincrement", "ifnull", "iif", "instr", "group_concat",
    "json_each",
    "strftime", "unixepoch", "julianday", "datetime", "typeof", "printf", "randomblob", "hex", "changes",
    "last_insert_rowid", "attach", "vacuum", "match", "regexp", "nocase",
  ]

  private static func hasSeveralArguments(_ tokens: ArraySlice<String>) -> Bool {
    var depth = 0
    for token in tokens {
      if token == "(" { depth += 1 }
      if token == ")" { depth -= 1 }
      if depth == 0 { return false }
      if depth == 1, token == "," { return true }
    }
    return false
  }

  @Test(arguments: [
    ("SELECT max(a, b) FROM t", ["max of several"]), ("SELECT max(coalesce(a, b)) FROM t", []),
    ("INSERT OR REPLACE INTO t VALUES (?)", ["OR REPLACE"]), ("SELECT replace(a, 'or', 'ignore') FROM t", []),
    ("SELECT 'PRAGMA', \"rowid\" FROM t -- iif", []), ("SELECT rowid FROM t", ["rowid"]),
    ("SELECT a FROM t CROSS JOIN u ON u.a = t.a", ["CROSS JOIN"]), ("SELECT a FROM t LIMIT -1", ["LIMIT -"]),
    ("SELECT CAST(a AS INTEGER) FROM t", ["AS INTEGER"]), ("SELECT a IS ? FROM t", ["IS ?"]),
    ("SELECT a FROM t WHERE a == 1", ["= ="]), ("SELECT iif(a, 1, 2) FROM t", ["iif"]),
    ("SELECT total(a) FROM t", ["total of rows"]), ("INSERT INTO total (a) SELECT a FROM t", []),
  ])
  func sqliteOnlySQLIsFound(text: String, found: [String]) {
    #expect(Self.sqliteOnly(text) == found)
  }
}
