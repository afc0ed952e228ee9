@testable import CourantTesting
import Foundation
import GRDB
@testable import LedgerSQL
import Model
import Testing
import Time

/// No statement walks through a table that grows with every issue and mail, unless it is listed here with its reason.
///
/// The statements are those that a ledger runs while the suite of all ledgers does everything with it, and those about the
/// outside, which a ledger in memory does not have.
@Suite struct QueryPlanTests {
  private static let growing: Set<String> = ["act", "attempt", "delivery", "issue"]

  /// The scanned table, the statement on one line, and why it may be scanned.
  private static let allowed: [(table: String, statement: String, reason: String)] = [
    (
      "attempt",
      "UPDATE attempt SET at = ? WHERE at > ?",
      "once after a wrong clock"
    ),
    (
      "delivery",
      "UPDATE delivery SET changed = ? WHERE changed > ?",
      "once after a wrong clock"
    ),
    (
      "delivery",
      "UPDATE delivery SET first_attempt = ? WHERE first_attempt > ?",
      "once after a wrong clock"
    ),
    (
      "issue",
      "UPDATE issue SET cancelled = ? WHERE cancelled > ?",
      "once after a wrong clock"
    ),
    (
      "delivery",
      "SELECT coalesce(max(id), 0) FROM delivery",
      "the last row alone"
    ),
    (
      "delivery",
      "SELECT coalesce(max(id), 0) FROM ( SELECT max(id) AS id FROM delivery UNION ALL SELECT CAST(value AS BIGINT) "
        + "FROM note WHERE key = 'numbers_from') AS last",
      "the last row alone"
    ),
    (
      "delivery",
      "SELECT count(*) FROM delivery WHERE (next IS NOT NULL OR id IN (SELECT delivery FROM "
        + "claim)) AND id <= coalesce(?, id)",
      "once after a loss"
    ),
    (
      "delivery",
      "SELECT id, issue, subscription FROM delivery WHERE (next IS NOT NULL OR id IN (SELECT delivery FROM "
        + "claim)) AND id <= coalesce(?, id)",
      "once after a loss"
    ),
    (
      "delivery",
      "UPDATE delivery SET state = 'uncertain', next = NULL, changed = ?, reply = 'the ledger "
        + "lost what became of it; it may have been sent' WHERE (next IS NOT NULL OR id IN (SELECT "
        + "delivery FROM claim)) AND id <= coalesce(?, id)",
      "once after a loss"
    ),
    (
      "issue",
      "SELECT coalesce(max(id), 0) FROM issue",
      "the last row alone"
    ),
    (
      "issue_deliveries",
      "SELECT EXISTS (SELECT 1 FROM issue)",
      "the first row alone"
    ),
    (
      "issue_frozen",
      "SELECT i.id FROM issue i WHERE i.frozen < ? AND EXISTS (SELECT 1 FROM issue n WHERE n.digest = i.digest AND "
        + "n.number > i.number) AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.issue = i.id AND t.waits = 1 AND "
        + "t.deliveries > 0) AND NOT EXISTS (SELECT 1 FROM claim c JOIN delivery d ON d.id = c.delivery WHERE "
        + "d.issue = i.id) AND (EXISTS (SELECT 1 FROM delivery d WHERE d.issue = i.id AND d.next IS NULL AND NOT "
        + "EXISTS (SELECT 1 FROM bounce b WHERE b.delivery = d.id)) OR EXISTS (SELECT 1 FROM edition e WHERE "
        + "e.issue = i.id AND NOT EXISTS ( SELECT 1 FROM delivery d WHERE d.issue = e.issue AND d.feeds = e.feeds))) "
        + "ORDER BY i.frozen",
      "only by `courant prune`"
    ),
    (
      "issue_frozen",
      "SELECT i.id, i.digest, i.number, i.wall_time, s.due, i.subject, i.frozen, i.cancelled, "
        + "(SELECT count(*) FROM news n WHERE n.issue = i.id) AS articles, i.message_domain, i.frozen_as, "
        + "i.identity FROM issue i JOIN slot s ON s.digest = i.digest AND s.wall_time = i.wall_time "
        + "ORDER BY i.frozen DESC, i.id DESC LIMIT ?",
      "as many as are asked for"
    ),
    (
      "attempt",
      "SELECT d.domain, a.at, a.text, r.written FROM (SELECT delivery, at, text, outcome, id FROM attempt ORDER BY id DESC "
        + "LIMIT ?) AS a JOIN delivery d ON d.id = a.delivery JOIN subscription s ON s.id = d.subscription JOIN "
        + "subscriber r ON r.id = s.subscriber WHERE a.outcome IN ('deferred', 'refused') ORDER BY a.id DESC",
      "as many as are asked for"
    ),
  ]

  private struct Scan: Hashable, Comparable, CustomStringConvertible {
    /// Or an index of one.
    let table: String
    let statement: String

    var description: String { "\(table): \(statement)" }

    static func < (one: Scan, other: Scan) -> Bool { one.description < other.description }
  }

  @Test func noQueryScansAGrowingTable() throws {
    let found = try Self.scans(Self.everyStatement())
    let listed = Set(Self.allowed.map { Scan(table: $0.table, statement: $0.statement) })
    for scan in found.subtracting(listed).sorted() { Issue.record("\(scan)") }
    #expect(listed.subtracting(found) == [])
  }

  /// Lines of SQL in the sources that name such a table but were not run.
  @Test func everyStatementIsLookedAt() throws {
    let all = try Self.everyStatement().joined(separator: "\n")
    let missing = try Self.linesOfSources().filter { !all.contains($0) }
    #expect(missing == [])
  }

  /// The table of handovers is nearly always empty, and that of subscriptions has a row for each reader.
  @Test func handoversAreReadBeforeSubscriptions() throws {
    let beginning = /FROM handover h[^()]*JOIN subscription s\b/
    let statements = try Self.everyStatement().filter { $0.contains(beginning) }
    #expect(statements.count == 2)
    try (SQLLedger(inMemory: ()).database as! SQLiteDatabase).queue.read { db in
      for statement in statements {
        let questionMarks = statement.count { $0 == "?" }
        let arguments = StatementArguments(Array(repeating: 0, count: questionMarks))
        let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement, arguments: arguments)
        let tables = plan.map { $0["detail"] as String }.filter { $0.hasPrefix("SCAN h") || $0.contains(" s ") }
        #expect(tables.first?.hasPrefix("SCAN h") == true, "\(tables)")
      }
    }
  }

  private static func linesOfSources() throws -> [String] {
    let folder =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
      + "/../../Sources/Adapters/LedgerSQL/"
    let table = /(FROM|JOIN|UPDATE) (delivery|delivery_now|attempt|issue)\b/
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".swift") && !$0.contains("Schema") }
      .flatMap { file in
        let text = try repositoryText("Sources/Adapters/LedgerSQL/" + file)
        return text.split(separator: "\n").filter { $0.contains(table) && !$0.contains("//") }.map { line in
          // Between quotes, before the interpolated value.
          let inner = line.split(separator: "\"").first { $0.contains(table) } ?? line
          return String(inner.prefix { $0 != "\\" }).trimmingCharacters(in: .whitespaces)
        }
      }
  }
}

extension QueryPlanTests {
  /// Gathered once, because every case of the suite of ledgers runs for it.
  private static let gathered = Result { try gatherStatements() }

  private static func everyStatement() throws -> Set<String> { try gathered.get() }

  private static func gatherStatements() throws -> Set<String> {
    var all = Set<String>()
    for suite in LedgerSuite.cases { all.formUnion(try statements { try suite.run($0) }) }
    all.formUnion(try statements { try loseAndRecover($0.openLedger()) })
    all.formUnion(try statements { try showOperators($0.openLedger()) })
    return all
  }

  private static func loseAndRecover(_ ledger: SQLLedger) throws {
    let now = Instant.at("2026-11-23T07:00:05Z")
    _ = try ledger.beginRun(at: now)
    _ = try LedgerSuite.claims(["ann@example.org"], of: ledger)
    let slot = Slot(digest: "daily", wallTime: "2026-11-22T07:00", due: now)
    let lost = LostIssue(number: 1, slot: slot, subject: "Lost", frozen: now, articles: [Article.ID("a")])
    _ = try ledger.doubtfulDeliveries()
    _ = try ledger.settle(accepted: ledger.doubtful().prefix(1).map(\.id), reply: "in the log", at: now)
    _ = try ledger.restore([lost], sendingAgain: true, at: now)
    _ = try ledger.restore([lost], sendingAgain: false, at: now)
    _ = try ledger.name(ofDigestOnce: "monthly")
    _ = try ledger.lostIssues()
    _ = try ledger.undoFuture(after: now)
  }

  private static func showOperators(_ ledger: SQLLedger) throws {
    _ = try LedgerSuite.claims(["ann@example.org"], of: ledger)
    let issue = RecordedIssue.ID(1)
    _ = try ledger.aftermath(of: issue)
    for state in [Delivery.State.refused, .deferred] {
      _ = try ledger.deliveries(of: issue, in: state, after: 0, limit: 9)
    }
    _ = try ledger.newestReplies(limit: 9)
    _ = try ledger.destinationTallies(since: 0, limit: 9)
  }

  /// The statements that ledgers of a new house run, each once.
  private static func statements(_ body: (SQLiteHouse) throws -> Void) throws -> Set<String> {
    let house = try SQLiteHouse()
    try body(house)
    return house.statements.filter { $0.prefixMatch(of: /SELECT|INSERT|UPDATE|DELETE|WITH|CREATE TEMPORARY/) != nil }
  }

  private static func scans(_ statements: Set<String>) throws -> Set<Scan> {
    try (SQLLedger(inMemory: ()).database as! SQLiteDatabase).queue.writeWithoutTransaction { db in
      let temporary = statements.filter { $0.hasPrefix("CREATE") }
      for statement in temporary { try db.execute(sql: statement) }
      let rows = try Row.fetchAll(db, sql: "SELECT rootpage, tbl_name, name FROM sqlite_schema WHERE rootpage > 0")
      let names = Dictionary(uniqueKeysWithValues: rows.map { ($0["rootpage"] as Int, $0) })
      var scans = Set<Scan>()
      for statement in statements.subtracting(temporary) {
        for page in try scannedPages(statement, db) {
          guard let row = names[page], growing.contains(row["tbl_name"]) else { continue }
          let words = statement.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          scans.insert(Scan(table: row["name"], statement: words))
        }
      }
      return scans
    }
  }

  /// The root pages of tables and indexes that the program of a statement walks through from one end, or counts
  /// (https://www.sqlite.org/opcode.html). `EXPLAIN QUERY PLAN` would name them by their aliases and leave out triggers.
  private static func scannedPages(_ statement: String, _ db: Database) throws -> Set<Int> {
    let explained = try db.makeStatement(sql: "EXPLAIN " + statement)
    explained.setUncheckedArguments(StatementArguments())
    var scanned = Set<Int>()
    var cursors: [Int: Int] = [:]
    var begun: [Int: String] = [:]
    for row in try Row.fetchAll(explained) {
      let opcode: String = row["opcode"]
      let cursor: Int = row["p1"]
      // A trigger's program follows, with its own cursors.
      if row["addr"] == 0 { (cursors, begun) = ([:], [:]) }
      switch opcode {
      case "OpenRead", "OpenWrite": cursors[cursor] = row["p3"] == 0 ? row["p2"] : nil
      case "Rewind", "Last", "SeekGE", "SeekGT", "SeekLE", "SeekLT", "SeekRowid": begun[cursor] = opcode
      case "Next", "Prev":
        if ["Rewind", "Last"].contains(begun[cursor]), let page = cursors[cursor] { scanned.insert(page) }
      case "Count":
        if let page = cursors[cursor] { scanned.insert(page) }
      default: break
      }
    }
    return scanned
  }
}
