import Couriers
import Cryptography
import DNS
import Delivery
import Foundation
import Leaving
import LedgerSQL
import Model
import Office
import Press
import Synchronization
import Time
import Web

/// The thread of `courant serve` that completes the work of requests: it judges them, has their letters sent, records
/// departures, and notices changed settings. It works every few seconds, and at once after a request.
final class Clerk: Sendable {
  let door: FrontDoor
  private let served: ServedSite
  private let stop: StopSignal
  private let log: EventLog?
  /// Its own connection, so that no reader waits for it.
  private let ledger: LedgerThread<SQLLedger>
  private let bell = Bell()
  private let reported = Mutex<[String]>([])
  private let ended = DispatchSemaphore(value: 0)

  private static let pause: TimeInterval = 5
  /// At least this long between two rounds of erasing.
  private static let hour = Duration.seconds(3600)
  /// The same for looking for what operators must hear of.
  private static let minute = Duration.seconds(60)

  /// What is not done in every turn.
  private struct Turn {
    let erases: Bool
    let alerts: Bool
  }

  init(_ served: ServedSite, stop: StopSignal, log: EventLog?) {
    self.served = served
    self.stop = stop
    self.log = log
    let folder = served.folder
    ledger = LedgerThread { try SiteOptions.existingLedger(in: folder) }
    let shelf = ServedShelf(served, LedgerThread { try SiteOptions.existingLedger(in: folder) })
    var door = FrontDoor(
      desk: LedgerThread { try SiteOptions.existingLedger(in: folder) },
      reading: LedgerThread { try SiteOptions.existingLedger(in: folder) }, spool: LeavingSpool(site: folder),
      house: { served.house }, clock: { Moment.clock })
    let bell = bell
    door.ways.recorded = { bell.ring() }
    door.ways.offer = { await shelf.offer() }
    door.ways.upcoming = { await shelf.upcoming() }
    door.ways.upcomingAfterChange = { digest, subscription in
      await shelf.upcoming(of: digest, handedTo: subscription)
    }
    let reach = MailReach(clock: { Moment.clock }) { try hasMailRoute($0, by: SystemResolver(seconds: 2)) }
    door.ways.doubt = { address in
      if let meant = slip(in: address) { return .slip(meant) }
      return await reach.isOutOfReach(address.domain) ? .noServer : nil
    }
    door.ways.ownFeed = { names, format in try await shelf.feed(of: names, format) }
    door.ways.search = { query in try await shelf.articles(matching: query) }
    door.ways.searchFeed = { query, title, format in try await shelf.feed(of: query, title: title, format) }
    door.ways.sealKey = randomBytes(32) ?? []
    self.door = door
  }

  func start() {
    let thread = Thread { self.work() }
    thread.name = "courant clerk"
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// Waits for the turn in progress.
  func finish() {
    bell.ring()
    ended.wait()
  }

  private func work() {
    var erased = Instant(seconds: 0)
    var alerted = Instant(seconds: 0)
    while !stop.isRaised {
      let now = Moment.clock
      let isHourly = now - erased > Self.hour
      let isMinutely = now - alerted >= Self.minute
      turn(at: now, Turn(erases: isHourly, alerts: isMinutely))
      if isHourly { erased = now }
      if isMinutely { alerted = now }
      bell.wait(Self.pause)
    }
    ended.signal()
  }

  private func turn(at now: Instant, _ turn: Turn) {
    served.refresh()
    do {
      report(try ledger.useNow { try work(on: $0, at: now, turn) })
    } catch {
      report(["\(error)"])
    }
  }

  /// Returns problems.
  private func work(on ledger: SQLLedger, at now: Instant, _ turn: Turn) throws -> [String] {
    try door.settle(on: ledger)
    if turn.erases { _ = try ledger.eraseLapsed(at: now) }
    _ = try ledger.endPauses(at: now)
    guard let opened = served.opened else { return [] }
    if turn.alerts { try alert(opened, ledger, now) }
    let pause = try ledger.sendingPause().map { [$0.sentence(in: opened.site.zone)] } ?? []
    var round = LetterRound(opened, ledger: ledger, courier: { try opened.smtpCourier() })
    round.stop = stop
    round.stopwatch = .started()
    round.announce = printError
    if let log { round.log = log.write }
    let report = try round.run(at: now)
    try RelayRecord.note(report.relay, at: now, in: ledger)
    if let event = report.turnEvent { log?.write(event) }
    return pause + report.problems
  }

  /// Queues what this round of letters then sends.
  private func alert(_ opened: OpenedSite, _ ledger: SQLLedger, _ now: Instant) throws {
    guard !opened.site.alerts.to.isEmpty else { return }
    try AlertRound(PressRun(opened, ledger: ledger, now: now, courier: { RecordingCourier() })).tell()
  }

  /// The same problem is printed once, until it has passed.
  private func report(_ problems: [String]) {
    let before = reported.withLock { reported in
      defer { reported = problems }
      return reported
    }
    problems.filter { !before.contains($0) }.forEach(printError)
  }
}

/// Wakes a thread that waits.
final class Bell: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func ring() { semaphore.signal() }

  /// Waits at most this many seconds. Several rings since the last wait count as one.
  func wait(_ seconds: TimeInterval) {
    _ = semaphore.wait(timeout: .now() + seconds)
    while semaphore.wait(timeout: .now()) == .success {}
  }
}
