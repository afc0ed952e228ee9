import CourantTesting
import LedgerSQL
import Model
import Office
import Testing
import Time

/// Pauses move with the readers. An import never makes mail to a paused reader start earlier.
@Suite struct PauseSheetTests {
  private static let spring = Instant.at("2027-03-01T00:00:00Z")
  private let readers: Readers

  init() throws { readers = try Readers() }

  private func pause(_ address: String = "ann@example.org") throws -> Instant? {
    try readers.ledger.subscriptions(of: mailbox(address)).first?.subscriber.pausedUntil
  }

  private func events() throws -> [String] {
    try readers.ledger.consentEvents(of: mailbox("ann@example.org")).map { "\($0.kind) \($0.origin)" }
  }

  private func add(until: String, status: String = "confirmed") throws -> String {
    try readers.add("email,digest,status,paused_until\nann@example.org,weekly,\(status),\(until)\n").summary
  }

  @Test func aPauseIsImportedWithItsEvent() throws {
    #expect(try add(until: "2027-03-01") == "1 added")
    #expect(try pause() == Self.spring)
    #expect(try events() == ["imported import list.csv", "paused import list.csv"])
    #expect(try readers.ledger.followings() == [:])
    #expect(try readers.export().hasSuffix("import list.csv,,,,2027-03-01T00:00:00Z\r\n"))
  }

  @Test(arguments: ["", "NULL", "2027-02-01", "2026-11-01", "2027-03-01"])
  func noFileShortensAPauseOrEndsIt(_ cell: String) throws {
    _ = try add(until: "2027-03-01")
    let before = try events()
    #expect(try add(until: cell) == "1 unchanged")
    #expect(try pause() == Self.spring)
    #expect(try events() == before)
  }

  @Test func aLaterPauseWins() throws {
    _ = try add(until: "")
    #expect(try add(until: "2027-02-01") == "1 changed")
    #expect(try add(until: "2027-03-01") == "1 changed")
    #expect(try pause() == Self.spring)
    #expect(try events().suffix(2) == ["paused import list.csv", "paused import list.csv"])
  }

  /// A file from last year does not pause a reader again.
  @Test func aPauseThatIsOverChangesNoReader() throws {
    _ = try add(until: "")
    #expect(try add(until: "2026-11-01") == "1 unchanged")
    #expect(try pause() == nil)
  }

  @Test func aRowThatIsRefusedPausesNobody() throws {
    _ = try add(until: "", status: "ended")
    #expect(try add(until: "2027-03-01").contains("not brought back"))
    #expect(try pause() == nil)
  }

  /// If the date were ignored, the reader would be mailed.
  @Test(arguments: ["paused_until", "Paused until"])
  func aDateThatIsNotUnderstoodIsAFault(_ column: String) throws {
    let result = try readers.add("email,digest,status,\(column)\nann@example.org,weekly,confirmed,in spring\n")
    #expect(
      result.faults.map { "\($0.line): \($0.sentence)" } == [
        "2: `paused_until` must be a date, for example 2026-11-23"
      ])
    #expect(try readers.standings() == [])
  }
}
