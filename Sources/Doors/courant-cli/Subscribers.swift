import ArgumentParser
import Foundation
import LedgerSQL
import Model
import Office
import Press
internal import Time

struct Subscribers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subscribers",
    abstract: "Manage subscribers: add, list, remove, import, export, forget, feeds.",
    subcommands: [
      Add.self, List.self, Remove.self, Import.self, Export.self, Forget.self, PrivateFeeds.self,
    ])
}

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Subscribe an address to a digest.",
    discussion: """
      Without --confirmed the subscription is pending, and nothing is mailed. Use --confirmed only if this person asked \
      for it. Readers who unsubscribed are not brought back; use --returning only if they asked to return.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The address.") var address: String
  @Option(help: ArgumentHelp("The digest.", valueName: "name")) var digest: String
  @Option(help: ArgumentHelp("Feeds to follow, comma-separated (default: all).", valueName: "a,b"))
  var feeds: String?
  @Option(help: "The person's name.") var name: String?
  @Flag(help: "This person has consented.") var confirmed = false
  @Option(
    help: ArgumentHelp(
      "With --confirmed: end this digest; no article is lost or repeated by the change.", valueName: "name"))
  var insteadOf: String?
  @Flag(help: "This person unsubscribed, or bounced, and asked to return.") var returning = false

  func run() throws {
    let opened = try options.open()
    let digest = try opened.digest(named: digest)
    var row = Enrolment(
      address: try emailAddress(address), digest: digest.name, status: confirmed ? .confirmed : nil)
    row.follows = try feeds.map { try opened.following($0, in: digest) }
    row.name = name
    row.channel = "courant subscribers add"
    row.isReturning = returning
    let ledger = try options.ledger(of: opened)
    row.insteadOf = try former(of: row.address, in: ledger)
    let result = try enrol(row, in: ledger, offered: opened.offered)
    let follows = try ledger.subscriptions(of: row.address).first { $0.digest == digest.name }?.follows ?? .all
    output.printResult(
      "\(row.address): \(result.rawValue), \(digest.name), \(follows == .all ? "all feeds" : follows.text)"
        + (confirmed ? "" : "; pending, unless already confirmed")
        + (insteadOf.map { "; instead of \($0)" } ?? ""))
  }

  private func enrol(_ row: Enrolment, in ledger: SQLLedger, offered: Set<String>) throws -> EnrolmentResult {
    try ledger.acts(at: moment).perform(.add, .reader(row.address)) { act in
      act.before = try ledger.standing(of: row.address)
      let result = try ledger.enrol([row], offered: offered, at: moment.instant)[0]
      act.after = try ledger.standing(of: row.address)
      switch result {
      case .added, .changed, .unchanged, .ended: return result
      case .staysEnded:
        throw CommandError(
          "\(row.address): unsubscribed from \(row.digest); use --returning only if they asked to return", .badContent)
      case .suppressed:
        throw CommandError(
          "\(row.address): suppressed and never mailed; `courant why \(row.address)` shows why", .badContent)
      }
    }
  }

  /// The digest to give up, to which the reader must be subscribed.
  private func former(of address: EmailAddress, in ledger: SQLLedger) throws -> String? {
    guard let insteadOf else { return nil }
    guard confirmed, insteadOf != digest else {
      throw CommandError("--instead-of needs --confirmed and another digest; the person must have asked for the change")
    }
    let isHeld = try ledger.subscriptions(of: address).contains { $0.digest == insteadOf && $0.status == .confirmed }
    guard isHeld else {
      throw CommandError("\(address): not subscribed to \(insteadOf), so there is nothing to change")
    }
    return insteadOf
  }
}

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the subscriptions as a table.")

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("Only this digest.", valueName: "name")) var digest: String?
  @Flag(help: "Print one JSON object per line and subscription; docs/json.md lists its fields.") var json =
    false

  func run() throws {
    let opened = try options.open()
    let ledger = try SQLLedger(reading: opened.ledgerPlace())
    try digest.map { try opened.expect(digest: $0, in: ledger) }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try ledger.forEachSubscription(digest: digest) { subscription in
        printExactly(String(decoding: try encoder.encode(Row(subscription)), as: UTF8.self) + "\n")
      }
    }
    var rows: [[String]] = []
    try ledger.forEachSubscription(digest: digest) { subscription in
      rows.append([
        subscription.subscriber.address.description, subscription.digest, subscription.follows.text,
        shownStanding(subscription, in: opened.site.zone), subscription.subscriber.name ?? "",
      ])
    }
    if rows.isEmpty { return print("no subscribers yet; use `courant subscribers add` or `import`") }
    printTable(["ADDRESS", "DIGEST", "FEEDS", "STATUS", "NAME"], rows)
  }
}

extension List {
  /// `confirmed`, or `confirmed, paused until 2026-12-24 07:00`.
  private func shownStanding(_ subscription: Subscription, in zone: Zone) -> String {
    let standing = subscription.standing
    guard standing == .confirmed, let until = subscription.subscriber.pausedUntil else { return standing.rawValue }
    return "\(standing.rawValue), paused until \(zone.shown(until))"
  }

  /// Property names are the keys of the JSON.
  private struct Row: Encodable {
    let email: String
    let digest: String
    let feeds: [String]
    let status: String
    let name: String?
    let consent_at: String?
    let ended_at: String?
    let paused_until: String?

    init(_ subscription: Subscription) {
      email = subscription.subscriber.address.description
      digest = subscription.digest
      feeds = subscription.follows.text.split(separator: ",").map(String.init)
      status = subscription.standing.rawValue
      name = subscription.subscriber.name
      consent_at = subscription.consentAt?.rfc3339
      ended_at = subscription.endedAt?.rfc3339
      paused_until = subscription.subscriber.pausedUntil?.rfc3339
    }
  }
}

struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "End a reader's subscription.",
    discussion: """
      No import brings them back. Without --digest the address is also suppressed, even if it is unknown. To erase a \
      person, use `courant subscribers forget`.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The address.") var address: String
  @Option(help: ArgumentHelp("Only this digest (default: all).", valueName: "name")) var digest: String?

  func run() throws {
    let opened = try options.open()
    let ledger = try options.ledger(of: opened)
    try digest.map { try opened.expect(digest: $0, in: ledger) }
    let address = try emailAddress(address)
    let ended = try ledger.acts(at: moment).perform(digest == nil ? .suppress : .end, .reader(address)) { act in
      act.before = try ledger.standing(of: address)
      let ended = try ledger.end(address, digest: digest, at: moment.instant)
      if let digest, ended == 0 { throw CommandError("\(address): not subscribed to \(digest)") }
      act.after = try ledger.standing(of: address)
      return ended
    }
    let count = ended == 1 ? "1 subscription ended" : "\(ended) subscriptions ended"
    output.printResult(
      digest == nil ? "\(address): \(count); never mailed again, unless they ask to return" : "\(address): \(count)")
  }
}

struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase a person: name, address and history. A keyed hash of the address stays suppressed.",
    discussion: """
      The hash (HMAC-SHA256 under the site's secret) prevents later imports from bringing the address back; the address \
      cannot be read from it.
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @Argument(help: "The address.") var address: String

  func run() throws {
    let address = try emailAddress(address)
    let ledger = try options.ledger(of: options.open())
    let wasKnown = try ledger.acts(at: moment).perform(.forget, .reader(address)) { act in
      let wasKnown = try ledger.forget(address, at: moment.instant)
      act.before = wasKnown ? "known" : "unknown"
      act.after = "forgotten, suppressed"
      return wasKnown
    }
    output.printResult(wasKnown ? "forgotten, and suppressed permanently" : "unknown, but now suppressed permanently")
  }
}

extension OpenedSite {
  /// The digests that are open for subscription.
  var offered: Set<String> { Set(site.digests.map(\.name)) }

  /// The feeds named on the command line; each must be one of the digest's.
  func following(_ text: String?, in digest: Digest) throws -> Following {
    guard let following = Following(text ?? "*") else {
      throw CommandError("`\(text ?? "")` is not a list of feeds; write comma-separated names, for example a,b")
    }
    if let fault = site.unknownFeed(of: following, in: digest) { throw CommandError(fault) }
    return following
  }
}
