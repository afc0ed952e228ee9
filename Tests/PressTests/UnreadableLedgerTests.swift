import CourantTesting
import Couriers
import Model
import Press
import Testing

@Suite struct UnreadableLedgerTests {
  /// A disk error is not an error in the settings: the mail waits, and the ledger's own message is reported.
  @Test(arguments: ["edition(_:of:)", "issue(_:number:)"])
  func aLedgerThatCannotBeReadWhileMailIsMadeIsNoBadConfiguration(_ function: String) throws {
    let issue = try WaitingIssue(readers: 3)
    let ledger = try issue.ledger()
    let broken = StoppingLedger(ledger, unreadable: function)
    let report = try issue.run("2026-11-23T07:01:00Z", on: broken) { RecordingCourier() }
    #expect(report.problems == ["the ledger cannot be read: disk I/O error"])
    #expect(report.exitCode == .waiting)
    #expect(try issue.run("2026-11-23T07:02:00Z", on: ledger) { RecordingCourier() }.deliveries == [.accepted: 3])
  }
}
