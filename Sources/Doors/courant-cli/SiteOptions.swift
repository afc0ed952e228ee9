import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Press
import Text
import Time

/// The options of every command.
struct SiteOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The site folder, with schedule.conf (default: $COURANT_SITE, or the current folder).", valueName: "dir"))
  var site = SiteOptions.usual

  /// The default site folder.
  private static var usual: String {
    let named = ProcessInfo.processInfo.environment["COURANT_SITE"] ?? ""
    return named.isEmpty ? "." : named
  }

  func open() throws -> OpenedSite { try OpenedSite(folder: site) }

  /// Opens the site's ledger, creating it and its folder on first use.
  func ledger(of site: OpenedSite) throws -> SQLLedger {
    try SQLLedger(at: site.ledgerPlace())
  }
}

extension OpenedSite {
  func ledgerPlace() throws -> LedgerPlace {
    guard let server = site.ledger?.server else { return .file(ledgerPath) }
    return .server(PostgresAddress(server.url, password: try serverPassword(of: server)))
  }
}

extension SiteOptions {
  /// The site's ledger as it is, even if schedule.conf has errors: no one who unsubscribes has
  /// to wait until they are fixed.
  func existingLedger() throws -> SQLLedger { try Self.existingLedger(in: site) }

  static func existingLedger(in folder: String) throws -> SQLLedger {
    guard let server = try OpenedSite.ledgerServer(in: folder) else {
      return try SQLLedger(existing: .file(folder + "/var/courant.sqlite"))
    }
    return try SQLLedger(existing: .server(PostgresAddress(server.url, password: server.password)))
  }
}

/// The option of commands that cron, a mail server or a script runs.
struct Output: ParsableArguments {
  @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Print only problems.")
  var isQuiet = false

  /// Prints what was done, unless only problems are wanted.
  func printResult(_ line: String) {
    if !isQuiet { print(line) }
  }

  /// Prints to standard error what is neither a result nor a problem.
  func printNotice(_ line: String) {
    if !isQuiet { printError(line) }
  }
}

/// The only place where the clock is read.
struct Moment: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Use this time as now (RFC 3339, for example 2026-11-23T07:00:05Z); a run mails what is due then.",
      valueName: "time"))
  var now: Instant?

  var instant: Instant { now ?? Self.clock }

  /// The machine's clock, even with `--now`.
  static var clock: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
}

extension Instant: ExpressibleByArgument {
  public init?(argument: String) { self.init(rfc3339: argument) }
}

extension OpenedSite {
  /// The digest of the settings. For commands that send, preview or subscribe, which need its feeds and its schedule.
  func digest(named name: String) throws -> Digest {
    if let digest = site.digest(name) { return digest }
    throw CommandError(
      "there is no digest `\(name)` in schedule.conf" + suggestion(for: name, among: site.digests.map(\.name)))
  }

  /// Throws unless the settings or the ledger have the digest. For commands that list or end subscriptions, which also
  /// find the readers of a removed digest.
  func expect(digest name: String, in ledger: SQLLedger) throws {
    guard try site.digest(name) == nil && !ledger.recordedDigests().contains(name) else { return }
    _ = try digest(named: name)
  }
}

func emailAddress(_ text: String) throws -> EmailAddress {
  guard let address = EmailAddress(text) else {
    throw CommandError("`\(text)` is not an email address; write, for example, ann@example.org")
  }
  return address
}
