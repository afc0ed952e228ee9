internal import Foundation
internal import Model
package import Press
internal import Time

/// Whether a site does its work: one sentence for each reason why not.
package struct Readiness {
  package let reasons: [String]

  /// A run every five minutes may miss twice.
  private static let patience = Duration.seconds(3 * 300)
  private static let leastSpace: Int64 = 100 << 20

  package init(_ press: PressRun) throws {
    reasons = try press.doubts() + [try Self.run(press), Self.space(press)].compactMap(\.self)
  }

  /// Exit code 65 is a run that did its work, but for articles with faults.
  private static func run(_ press: PressRun) throws -> String? {
    let record = try RunRecord(in: press.ledger)
    guard let last = record.last else { return "no run has come to its end yet" }
    if press.now - last > patience {
      return "the last run began at \(press.site.zone.shown(last)), more than 15 minutes ago"
    }
    guard let status = record.exitStatus, status != 0, status != 65 else { return nil }
    return "the last run ended with exit code \(status)"
  }

  private static func space(_ press: PressRun) -> String? {
    // A folder that cannot be asked has other faults, which runs report.
    let values = try? FileManager.default.attributesOfFileSystem(forPath: press.folder)
    guard let free = (values?[.systemFreeSize] as? NSNumber)?.int64Value, free < leastSpace else { return nil }
    return "only \(free >> 20) MB of disk are free"
  }
}
