import CourantTesting
import Model
import Testing
import Time

@testable import LedgerSQL

@Suite struct PollRecordTests {
  /// Records of other sources are still read.
  @Test(arguments: ["{", "[]", "", "{\"failures\": \"many\"}"])
  func aRecordThatCannotBeReadAffectsNoOther(_ text: String) throws {
    let ledger = try SQLLedger(inMemory: ())
    var well = PollState()
    well.bodyHash = "abc"
    well.url = "https://journal.example/feed"
    try ledger.note(["blog": well, "journal": well], waits: [])
    try ledger.write { try $0.execute("UPDATE poll SET state = \(text) WHERE source = \("blog")") }
    #expect(try ledger.pollStates() == ["blog": .lost, "journal": well])
  }
}
