internal import Foundation
internal import Model
package import Press
internal import Time

/// Whether a site is working: one sentence for each reason why not.
package struct Readiness {
  package let reasons: [String]

  private static let leastSpace: Int64 = 100 << 20

  package init(_ press: PressRun) throws {
    reasons = try press.doubts() + [try Self.run(press), Self.space(press)].compactMap(\.self)
  }

  /// Exit codes of runs that worked, even if some articles have faults (65), or some mail or a held issue waits (75).
  private static let working: Set<Int32> = [0, 65, 75]

  private static func run(_ press: PressRun) throws -> String? {
    let record = try RunRecord(in: press.ledger)
    guard let last = record.last else { return "no run has come to its end yet" }
    if press.now - last > press.site.alerts.runWithin {
      return "the last run began at \(press.site.zone.shown(last)), longer ago than `run_within` of [alerts]"
    }
    guard let status = record.exitStatus, !working.contains(status) else { return nil }
    return "the last run ended with exit code \(status)"
  }

  private static func space(_ press: PressRun) -> String? {
    // A folder that cannot be asked has other faults, which runs report.
    let values = try? FileManager.default.attributesOfFileSystem(forPath: press.folder)
    guard let free = (values?[.systemFreeSize] as? NSNumber)?.int64Value, free < leastSpace else { return nil }
    return "only \(free >> 20) MB of disk are free"
  }
}
