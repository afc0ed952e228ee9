import CourantTesting
import Couriers
import Foundation
import LedgerSQL
import Model
import Press

/// An issue that is frozen and waits for its first mail, to be mailed again and again from copies of its ledger.
final class WaitingIssue: Sendable {
  let readers: [String]
  private let site: SampleSite
  private let opened: OpenedSite

  init(readers count: Int) throws {
    readers = (1...count).map { "r\($0)@example.org" }
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    try site.folder.write("", to: "var/.keep")
    opened = try OpenedSite(folder: site.path)
    let ledger = try SQLLedger(path: opened.ledgerPath)
    _ = try ledger.enrol(readers.map { .confirmed($0) }, at: .at("2026-01-01T00:00:00Z"))
    let nothing: @Sendable () -> any Courier = { RecordingCourier() }
    for now in ["2026-11-22T12:00:00Z", "2026-11-23T07:00:05Z"] {
      for part in [PressRun.Part.digests, .publish] {
        _ = try PressRun(opened, ledger: ledger, now: .at(now), courier: nothing).run(only: part)
      }
    }
  }

  /// A ledger in which the issue waits.
  func ledger() throws -> SQLLedger { try SQLLedger(copying: opened.ledgerPath) }

  /// One complete run that mails by SMTP. Its report's problems include the lines printed at once.
  func run(_ now: String, on ledger: SQLLedger, by settings: SMTPCourier.Settings) throws -> RunReport {
    try run(now, on: ledger) { SMTPCourier(settings) }
  }

  /// One whole run that mails by these couriers.
  func run(_ now: String, on ledger: any Ledger, courier: @escaping @Sendable () -> any Courier) throws -> RunReport {
    var reported: [String] = []
    var ways = RunWays(courier: courier)
    ways.announce = { reported.append($0) }
    let press = PressRun(opened, ledger: ledger, now: .at(now), ways: ways)
    var report = try press.run()
    report.problems += reported
    return report
  }
}

/// Runs blocking work on a separate thread, because several wait at the same time.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Swift.Result { try work() }) }
  }
}
