internal import Synchronization

/// A connection to a PostgreSQL server (libpq: TLS, `.pgpass` and several hosts as its manual describes them). One statement
/// runs at a time; a caller that needs several in one transaction must keep other threads away.
package final class PQConnection: Sendable {
  private let session: Mutex<PQSession>

  /// - Parameters:
  ///   - url: `postgres://…`, or libpq's list of keywords.
  ///   - password: in place of one from `.pgpass` or the environment.
  /// - Throws: if no server can be reached within ten seconds, unless the URL has another `connect_timeout`.
  package init(_ url: String, password: String? = nil) throws(PQError) {
    // Later keywords win, so those of the URL win over what precedes `dbname`.
    var parameters = [("connect_timeout", "10"), ("fallback_application_name", "courant")]
    parameters += Self.silence
    parameters.append(("dbname", url))
    parameters.append(("client_encoding", "UTF8"))
    if let password { parameters.append(("password", password)) }
    session = Mutex(try PQSession(parameters.map { (keyword: $0.0, value: $0.1) }))
  }

  /// Makes a server that went away without a word a lost connection within half a minute, where Linux would wait for two hours.
  private static let silence = [
    ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
  ]

  /// One statement, with `$1` for its first argument. It is prepared when it first runs.
  package func run(_ text: String, _ arguments: [PQArgument] = []) throws(PQError) -> PQResult {
    try run([PQStatement(text, arguments)])[0]
  }

  /// Several statements in one round trip. After an error, the others are not run.
  package func run(_ statements: [PQStatement]) throws(PQError) -> [PQResult] {
    try session.withLock { (session) throws(PQError) in try session.run(statements) }
  }

  /// One statement that is not prepared.
  package func runOnce(_ text: String, _ arguments: [PQArgument] = []) throws(PQError) -> PQResult {
    try session.withLock { (session) throws(PQError) in try session.runOnce(text, arguments) }
  }

  /// Several statements without arguments, separated by semicolons. Returns what the last one returned.
  @discardableResult package func script(_ text: String) throws(PQError) -> PQResult {
    try session.withLock { (session) throws(PQError) in try session.script(text) }
  }

  /// Whether the connection has ended.
  package var isLost: Bool { session.withLock { $0.isLost } }

  /// Whether a statement of the present transaction has failed, so that it can only be rolled back.
  package var hasFailed: Bool { session.withLock { $0.hasFailed } }

  /// As `150013` for 15.13.
  package var serverVersion: Int { session.withLock { $0.serverVersion } }
}
