/// The PostgreSQL server that has the ledger.
package struct LedgerServer: Hashable, Sendable {
  /// As libpq reads it: `postgres://USER@HOST/DATABASE`, without a password.
  package let url: String
  /// Relative to the site folder; nil if libpq finds the password (`.pgpass`, `PGPASSWORD`), or the server needs none.
  package let passwordFile: String?

  package init(_ url: String, passwordFile: String? = nil) {
    self.url = url
    self.passwordFile = passwordFile
  }
}
