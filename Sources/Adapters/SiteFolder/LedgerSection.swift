package import Model
internal import Settings

extension LedgerSettings {
  /// Reads `[ledger]`. Mistakes are reported.
  init(_ section: SettingReader) {
    self.init()
    server = section.ledgerServer()
    keep = section.years("keep")
    backupWithin = section.duration("backup_within", atLeast: "1h", atMost: "366d", example: "2d")
    gather = section.choice("gather", of: Gathering.self) ?? .one
  }
}

extension SettingReader {
  /// Nil for SQLite's file, or after a mistake.
  fileprivate func ledgerServer() -> LedgerServer? {
    let passwordFile = innerPath("password_file")
    let text = line("url") ?? LedgerServer.file
    if text == LedgerServer.file {
      if passwordFile != nil { report("password_file", "`password_file` needs a server in `url`") }
      return nil
    }
    guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
      report(
        "url", "`url` must be \"\(LedgerServer.file)\" or \"postgres://USER@HOST/DATABASE\"; found \"\(text)\"")
      return nil
    }
    guard !LedgerServer.hasPassword(text) else {
      report(
        "url",
        "remove the password from `url`; write it into ~/.pgpass, or point `password_file` to a file that only you can "
          + "read")
      return nil
    }
    return LedgerServer(text, passwordFile: passwordFile)
  }

  /// A duration that may also be written in years of 365 days: `2y`.
  fileprivate func years(_ key: String) -> Duration? {
    let years = setting(key)?.string.flatMap { $0.hasSuffix("y") ? Int64($0.dropLast()) : nil }
    if let years, (1...20).contains(years) { return .seconds(years * 365 * 86_400) }
    return duration(key, atLeast: "90d", atMost: "7300d", example: "2y")
  }
}

extension LedgerServer {
  /// What `url` is without a server.
  fileprivate static let file = "sqlite:var/courant.sqlite"

  /// Before the `@`, or as a parameter.
  fileprivate static func hasPassword(_ url: String) -> Bool {
    let parts = url.split(separator: "?", maxSplits: 1)
    let login = parts[0].split(separator: "/").dropFirst().first { $0.contains("@") }
    if let login, login.prefix(while: { $0 != "@" }).contains(":") { return true }
    return parts.count == 2 && parts[1].split(separator: "&").contains { $0.hasPrefix("password=") }
  }

  /// Its password, from its file; nil if it has none.
  ///
  /// - Parameter folder: of the site.
  package func password(in folder: String) throws(Finding) -> String? {
    guard let passwordFile else { return nil }
    return try readSecret(passwordFile, in: folder, key: "password_file", what: "password")
  }

  /// The server in `[ledger]`, even if other parts of the settings have mistakes: no one who unsubscribes has to wait until
  /// they are fixed. Nil if the ledger is a file.
  ///
  /// - Throws: if the settings cannot be read, or this part of them.
  package static func read(in folder: String) throws(Finding) -> LedgerServer? {
    var findings: [Finding] = []
    guard let schedule = SettingsFile("schedule.conf", in: folder, &findings) else { throw findings[0] }
    let server = schedule.reader.table("ledger").flatMap { LedgerSettings($0).server }
    let fault = schedule.reader.problems.first { !$0.isWarning }
    guard let fault else { return server }
    throw Finding("schedule.conf", line: fault.position.line, column: fault.position.column, fault.sentence)
  }
}
