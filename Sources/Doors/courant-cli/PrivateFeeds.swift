import ArgumentParser
import LedgerSQL
import Model
import Office
import Press

/// The addresses of private feeds. Only new ones can be printed: the ledger keeps nothing but a hash of their tokens.
struct PrivateFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "Give or revoke the addresses of a reader's private feeds.",
    discussion: """
      Without an option, print which private feeds the reader may read, and since when they have had an address for them. \
      An address cannot be printed again, because the ledger keeps only a hash of it. Readers can ask for a new one on \
      their preferences page; it is mailed to them.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The reader's address.") var address: String?
  @Flag(help: "Print new addresses; earlier ones stop working.") var new = false
  @Flag(help: "Revoke the reader's addresses.") var revoke = false
  @Flag(help: "With --revoke: those of all readers.") var all = false

  func validate() throws {
    if new && revoke { throw ValidationError("--new and --revoke exclude each other") }
    if all && !revoke { throw ValidationError("--all needs --revoke") }
    if all != (address == nil) { throw ValidationError("name one reader, or all with --revoke --all") }
  }

  func run() throws {
    let opened = try options.open()
    guard let address = try address.map(emailAddress) else { return try revokeAll(options.ledger(of: opened)) }
    if new { return try make(for: address, on: opened.site, options.ledger(of: opened)) }
    if revoke { return try revoke(of: address, options.ledger(of: opened)) }
    try show(address, on: opened.site, SQLLedger(reading: opened.ledgerPlace()))
  }

  private func show(_ address: EmailAddress, on site: Site, _ ledger: SQLLedger) throws {
    let feeds = try privateFeeds(of: address, on: site, ledger)
    let since = try ledger.feedTokenDate(of: address).map { "has had an address since \(site.zone.shown($0))" }
    print("\(address): \(feeds.map(\.name.text).joined(separator: ", ")); \(since ?? "has no address yet")")
  }

  private func make(for address: EmailAddress, on site: Site, _ ledger: SQLLedger) throws {
    guard site.web != nil else { throw CommandError("private feeds need [web] in schedule.conf", .badConfiguration) }
    let feeds = try privateFeeds(of: address, on: site, ledger)
    let made = try ledger.acts(at: moment).perform(.newFeedAddress, .reader(address)) { act in
      act.before = try ledger.feedTokenDate(of: address) == nil ? "none" : "given"
      act.after = "given"
      return try ledger.newFeedToken(for: address, at: moment.instant)
    }
    guard let made else { throw CommandError("\(address): not a reader") }
    for feed in feeds {
      for format in feed.formats {
        printExactly(site.address(feed.folder(for: made.token) + format.fileName) + "\n")
      }
    }
  }

  private func revoke(of address: EmailAddress, _ ledger: SQLLedger) throws {
    let count = try ledger.acts(at: moment).perform(.revokeFeedAddress, .reader(address)) { act in
      let count = try ledger.revokeFeedTokens(of: address)
      act.before = count == 0 ? "none" : "given"
      act.after = "none"
      return count
    }
    output.printResult("\(address): " + (count == 0 ? "had no address of private feeds" : "revoked"))
  }

  private func revokeAll(_ ledger: SQLLedger) throws {
    let count = try ledger.acts(at: moment).perform(.revokeFeedAddress, .ledger) { act in
      let count = try ledger.revokeFeedTokens(of: nil)
      act.before = "of \(count) readers"
      act.after = "none"
      return count
    }
    output.printResult("revoked the addresses of \(count == 1 ? "1 reader" : "\(count) readers")")
  }

  /// Those that the reader may read; at least one.
  private func privateFeeds(of address: EmailAddress, on site: Site, _ ledger: SQLLedger) throws -> [Feed] {
    let subscriptions = try ledger.subscriptions(of: address).filter { $0.standing == .confirmed }
    let feeds = site.privateFeeds(for: subscriptions.map { WantedDigest($0.digest, $0.follows) })
    guard !feeds.isEmpty else {
      throw CommandError("\(address): follows no private feed; `courant why \(address)` shows what they follow")
    }
    return feeds
  }
}
