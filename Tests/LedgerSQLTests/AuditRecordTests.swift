import CourantTesting
@testable import LedgerSQL
import Model
import Testing
import Time

/// The record of acts is append-only, regardless of which program opens the ledger.
@Suite struct AuditRecordTests {
  @Test(arguments: ["UPDATE act SET who = 'eve'", "DELETE FROM act"])
  func noActIsEverChangedOrDeleted(statement: String) throws {
    let ledger = try SQLLedger(inMemory: ())
    try ledger.record(Act(.prune, .ledger, by: Operator("ann", at: .shell), at: .at("2026-11-23T07:00:00Z")))
    #expect(throws: (any Error).self) { try ledger.write { try $0.script(statement) } }
    #expect(try ledger.acts(since: nil, before: nil, limit: 9).map(\.by.name) == ["ann"])
  }
}
