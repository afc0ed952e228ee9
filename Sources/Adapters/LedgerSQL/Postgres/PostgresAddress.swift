internal import PQ

/// Where the ledger's server is, and how to log in.
package struct PostgresAddress: Hashable, Sendable {
  /// `postgres://…`, with several hosts and any parameters of libpq.
  package let url: String
  /// Nil if libpq finds one (`.pgpass`, `PGPASSWORD`), or the server needs none.
  package let password: String?

  package init(_ url: String, password: String? = nil) {
    self.url = url
    self.password = password
  }

  /// For messages: without a password.
  package var shown: String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let rest = url[scheme.upperBound...]
    guard let at = rest.firstIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else { return url }
    return String(url[..<colon] + url[at...])
  }

  /// Opens a connection whose completed transactions survive power loss.
  func connect() throws(PQError) -> PQConnection { try opened().connection }

  /// The same, for transactions.
  func connectForTransactions() throws(PQError) -> PostgresConnection {
    let (connection, process) = try opened()
    return PostgresConnection(connection, of: process)
  }

  /// Also returns the process of the server, found out together with the settings: a pooler may lead the next statement to
  /// another session.
  private func opened() throws(PQError) -> (connection: PQConnection, process: PQResult) {
    let connection = try PQConnection(url, password: password)
    let version = connection.serverVersion / 10_000
    guard version >= 13 else {
      throw PQError(message: "the server is PostgreSQL \(version); version 13 or newer is needed")
    }
    let process = try connection.script(
      """
      SET client_min_messages = warning; SET synchronous_commit = on; SET idle_in_transaction_session_timeout = '5min';
      SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
      SELECT pg_backend_pid() AS process
      """)
    return (connection, process)
  }
}

extension PQError {
  /// What the operator can do (PostgreSQL, appendix A: classes of SQLSTATE).
  var remedy: String {
    if isLost { return "; check that the database server runs and can be reached, then run again" }
    switch sqlState.prefix(2) {
    case "28": return "; check the user and password in `[ledger] url`, `password_file` or .pgpass"
    case "3D": return "; create the database"
    // A prepared statement is missing, or exists already, because another client's session was used.
    case "26": return SQLFault.pooler.remedy
    case "42" where sqlState == "42P05": return SQLFault.pooler.remedy
    case "42" where sqlState == "42501": return "; the user needs the right to create tables, or to use them"
    case "53": return "; the server lacks space, memory or connections; mend that, then run again"
    case "57": return "; the server is being stopped or started; try again later"
    case "25" where sqlState == "25006": return "; this server is a standby; add the primary and target_session_attrs"
    default: return ""
    }
  }
}

extension SQLFault {
  static let pooler = SQLFault(
    "the connection pooler in front of the server changed the session",
    remedy: "; connect to the server itself, or set pool_mode = session in the connection pooler")
}
