package import CourantTesting
internal import Couriers
package import Delivery
package import LedgerSQL
package import Model
internal import Office
package import Press

/// A site, its ledger and its outgoing post, run in process.
package final class Newsroom {
  package let site: SampleSite
  package let ledger: SQLLedger
  private var opened: OpenedSite
  private let post = RecordingCourier.Record()
  private let relay: Relay
  /// Answers in place of upstream sources' servers, and reads their responses; nil if they are not fetched.
  package var fetcher: (any Fetcher)?
  package var upstreams: (any UpstreamReader)?
  /// The lines that the runs printed at once.
  package private(set) var announced: [String] = []

  /// The relay's reply to a message for this reader, given the number of earlier ones to them.
  package typealias Relay = @Sendable (EmailAddress, _ before: Int) -> Outcome

  /// - Parameter ledger: one in memory unless another is given.
  /// - Parameter opened: the site's settings if they were read before.
  package init(
    _ site: SampleSite, readers: [Enrolment] = [.confirmed("ann@example.org")], ledger: SQLLedger? = nil,
    opened: OpenedSite? = nil,
    relay: @escaping Relay = { _, _ in .accepted(Reply(stage: .finalDot, code: 250, text: "recorded")) }
  ) throws {
    self.site = site
    self.relay = relay
    self.ledger = try ledger ?? SQLLedger(inMemory: ())
    self.opened = try opened ?? OpenedSite(folder: site.path)
    try enrol(readers)
  }

  /// The settings as they were last read.
  package var settings: Site { opened.site }

  /// The messages sent so far.
  package var mails: [Parcel] { post.parcels }

  /// Reads settings and templates again, as every run of the command does.
  package func reopen() throws { opened = try OpenedSite(folder: site.path) }

  package func enrol(_ readers: [Enrolment]) throws { _ = try ledger.enrol(readers, at: .at("2026-01-01T00:00:00Z")) }

  /// One run at that time, on this ledger or on one that wraps it.
  ///
  /// - Parameter clock: the machine's; that moment too unless another is given.
  package func run(
    _ now: String, only part: PressRun.Part? = nil, on ledger: (any Ledger)? = nil, stopwatch: Stopwatch = .stopped,
    clock: String? = nil
  ) throws -> RunReport {
    var ways = self.ways
    ways.stopwatch = stopwatch
    let press = PressRun(
      opened, ledger: ledger ?? self.ledger, now: .at(now), clock: clock.map { .at($0) }, ways: ways)
    return try press.run(only: part)
  }

  /// A run at that time that has not begun, to ask or to go on with.
  package func press(_ now: String, on ledger: (any Ledger)? = nil) throws -> PressRun {
    PressRun(opened, ledger: ledger ?? self.ledger, now: .at(now), ways: ways)
  }

  private var ways: RunWays {
    var ways = RunWays { [post, relay] in
      RecordingCourier(record: post) { parcel in
        relay(parcel.recipient, post.parcels.count { $0.recipient == parcel.recipient })
      }
    }
    ways.fetcher = fetcher
    ways.upstreams = upstreams
    ways.announce = { self.announced.append($0) }
    return ways
  }

  /// `courant recover --yes` at that moment.
  package func recover(_ now: String, sendingAgain: Bool = false) throws -> Restored? {
    let press = PressRun(opened, ledger: ledger, now: .at(now), courier: { [post] in RecordingCourier(record: post) })
    return try press.recover(sendingAgain: sendingAgain)
  }

  /// The articles of the issues that a run froze, each in the order of its issue.
  package func articles(of report: RunReport) throws -> [[String]] {
    try report.issues.map { try articles($0.digest, $0.number) }
  }

  package func articles(_ digest: String, _ number: Int) throws -> [String] {
    guard let issue = try ledger.issue(digest, number: number) else { return [] }
    return try ledger.content(of: issue.id).articles.map(\.id.text)
  }

  /// Slots as `2026-11-23T07:00 issued`, oldest first.
  package func slots(_ digest: String = "weekly") throws -> [String] {
    try ledger.slots(of: digest).map { "\($0.slot.wallTime) \($0.state.rawValue)" }
  }
}

extension Parcel {
  /// The value of a header field, without the fields' folding; nil if there is none.
  package func field(_ name: String) -> String? {
    let lines = String(decoding: message, as: UTF8.self).replacing("\r\n ", with: " ").split(separator: "\r\n")
    return lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.utf8.count + 2)) }
  }
}
