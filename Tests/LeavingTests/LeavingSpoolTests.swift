import CourantTesting
import Files
import Foundation
import Leaving
import Testing
import Time

struct LeavingSpoolTests {
  private let folder: TemporaryFolder
  private let spool: LeavingSpool

  init() throws {
    folder = try TemporaryFolder()
    spool = LeavingSpool(site: folder.path, most: 3)
  }

  private func departure(_ token: String, all: Bool = false) -> Departure {
    Departure(token: token, all: all, origin: "https://news.example.org/unsubscribe", at: .at("2026-11-29T12:00:00Z"))
  }

  @Test func aDepartureIsRecordedOnceAndWhole() throws {
    try spool.add(departure("abc"))
    try spool.add(departure("ABC"))
    try spool.add(departure("abc", all: true))
    #expect(spool.holds("Abc"))
    var taken: [Departure] = []
    #expect(try spool.takeIn { taken.append($0) } == 2)
    #expect(taken == [departure("abc", all: true), departure("abc")])
    #expect(try spool.takeIn { taken.append($0) } == 0)
    #expect(!spool.holds("abc"))
  }

  @Test func departuresThatTheLedgerDoesNotRecordStay() throws {
    struct Locked: Error {}
    try spool.add(departure("a"))
    try spool.add(departure("b"))
    #expect(throws: Locked.self) { try spool.takeIn { if $0.token == "b" { throw Locked() } } }
    #expect(spool.holds("b"))
    #expect(!spool.holds("a"))
  }

  @Test func aTornFileIsNotADeparture() throws {
    try folder.write("{\"token\":\"abc\",\"ends\":\"on", to: "var/leaving/abc.one")
    try folder.write("", to: "var/leaving/abd.one")
    #expect(try spool.takeIn { _ in Issue.record("nobody left") } == 0)
    #expect(folder.files() == [])
  }

  @Test func aFullSpoolRefusesMore() throws {
    for token in ["a", "b", "c"] { try spool.add(departure(token)) }
    #expect(throws: LeavingSpool.Fault.full) { try spool.add(departure("d")) }
    try spool.add(departure("a"))
  }

  @Test func noOtherUserCanReadIt() throws {
    try spool.add(departure("a"))
    let file = try #require(folder.files().first)
    #expect(try readFile(folder.path + "/" + file).isEmpty == false)
    #expect(try folder.permissions(of: file) == 0o600)
    #expect(try folder.permissions(of: "var/leaving") == 0o700)
  }
}

extension TemporaryFolder {
  fileprivate func permissions(of file: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path + "/" + file)[.posixPermissions] as? Int ?? 0
  }
}
