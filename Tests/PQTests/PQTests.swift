import CourantTesting
import PQ
import Testing

@Suite(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence))) struct PQTests {
  private let connection: PQConnection

  init() throws { connection = try PQConnection(PostgresServer.shared().url(of: "postgres")) }

  @Test func valuesComeBackWithTheirTypes() throws {
    let result = try connection.run(
      "SELECT $1 AS number, $2 AS word, $3 AS nothing, 2 > 1 AS yes, sum(x) AS sum FROM (VALUES (4::int8), (5)) v (x)",
      [.integer(-9_000_000_000), .text("naïve 'x' \"y\" \\"), .text(nil)])
    #expect(result.names == ["number", "word", "nothing", "yes", "sum"])
    #expect(
      result.rows == [[.integer(-9_000_000_000), .text("naïve 'x' \"y\" \\"), .null, .integer(1), .integer(9)]])
  }

  @Test func theNumberOfChangedRowsIsKnown() throws {
    try connection.script("CREATE TEMP TABLE t (a int8); INSERT INTO t VALUES (1), (2)")
    #expect(try connection.run("UPDATE t SET a = a + $1", [.integer(1)]).count == 2)
    #expect(try connection.run("SELECT a FROM t ORDER BY a").rows == [[.integer(2)], [.integer(3)]])
  }

  @Test func anErrorHasTheServersCodeAndTheConnectionLivesOn() throws {
    try connection.script("CREATE TEMP TABLE u (a int8 PRIMARY KEY); INSERT INTO u VALUES (1)")
    let error = #expect(throws: PQError.self) { try connection.run("INSERT INTO u VALUES ($1)", [.integer(1)]) }
    #expect(error?.sqlState == "23505")
    #expect(error?.isLost == false)
    #expect(try connection.run("SELECT a FROM u").rows == [[.integer(1)]])
  }

  @Test func aFailedTransactionIsKnown() throws {
    try connection.script("BEGIN")
    #expect(!connection.hasFailed)
    #expect(throws: PQError.self) { try connection.script("SELECT nonsense") }
    #expect(connection.hasFailed)
    try connection.script("ROLLBACK")
    #expect(!connection.hasFailed)
  }

  @Test func aConnectionThatTheServerEndsIsLost() throws {
    let victim = try PQConnection(PostgresServer.shared().url(of: "postgres"))
    let process = try victim.run("SELECT pg_backend_pid()").rows[0][0]
    guard case .integer(let number) = process else { return #expect(Bool(false)) }
    _ = try connection.run("SELECT pg_terminate_backend($1::int4, 5000)", [.integer(number)])
    let error = #expect(throws: PQError.self) { try victim.run("SELECT 1") }
    #expect(error?.isLost == true)
    #expect(victim.isLost)
  }

  @Test func whereNoServerIsTheErrorIsOneLine() {
    let error = #expect(throws: PQError.self) { try PQConnection("postgres://nobody@127.0.0.1:1,127.0.0.1:2/x") }
    #expect(error?.isLost == true)
    #expect(error?.message.contains("\n") == false)
    #expect(error?.message.isEmpty == false)
  }
}
