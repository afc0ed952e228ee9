package import Model
package import Press

/// Whether a site is working: one sentence for each reason why not.
package struct Readiness {
  package let reasons: [String]

  /// - Parameter alerts: what needs an operator now; nil to find out.
  package init(_ press: PressRun, alerts: [Alert]? = nil) throws {
    let stops = try (alerts ?? press.alerts()).filter(\.stopsWork).map(\.sentence)
    reasons = try press.doubts() + [try Self.run(press)].compactMap(\.self) + stops
  }

  /// Exit codes of runs that worked, even if some articles have faults (65), or some mail or a held issue waits (75).
  private static let working: Set<Int32> = [0, 65, 75]

  private static func run(_ press: PressRun) throws -> String? {
    let record = try RunRecord(in: press.ledger)
    guard record.last != nil else { return "no run has come to its end yet" }
    guard let status = record.exitStatus, !working.contains(status) else { return nil }
    return "the last run ended with exit code \(status)"
  }
}

extension Alert {
  /// Whether the site does not do its work.
  fileprivate var stopsWork: Bool { kind == .stale || kind == .disk && level > 1 }
}
