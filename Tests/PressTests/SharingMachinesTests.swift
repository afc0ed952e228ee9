import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// Runs on several machines that share a ledger.
struct SharingMachinesTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let one: StoppingLedger
  private let other: StoppingLedger

  init() throws {
    site = try SampleSite()
    try site.article("first", dated: "2026-11-20")
    newsroom = try Newsroom(site)
    one = StoppingLedger(newsroom.ledger, on: "news1")
    other = StoppingLedger(newsroom.ledger, on: "news2")
  }

  /// Cron mails everything that is printed.
  @Test func aRunWithoutFaultsElsewhereDoesNotRepeatTheFaultsOfThisMachine() throws {
    let now = Instant.at("2026-11-22T12:00:00Z")
    #expect(try ReportedFaults(one, now: now).unreported(["the disk is full"]) == ["the disk is full"])
    try ReportedFaults(other, now: now).forgetAll()
    #expect(try ReportedFaults(one, now: now).unreported(["the disk is full"]) == [])
    #expect(try ReportedFaults(other, now: now).unreported(["the disk is full"]) == ["the disk is full"])
    try ReportedFaults(one, now: now).forgetAll()
    #expect(try ReportedFaults(one, now: now).unreported(["the disk is full"]) == ["the disk is full"])
  }

  @Test func aRelayThatOneMachineDoesNotReachMayWorkForAnother() throws {
    let now = Instant.at("2026-11-22T12:00:00Z")
    try RelayRecord.note(.fails("cannot connect"), at: now, in: one)
    try RelayRecord.note(.works, at: now, in: other)
    #expect(try RelayRecord.trouble(in: one)?.sentence == "cannot connect")
    #expect(try RelayRecord.trouble(in: other) == nil)
  }

  /// Its copy of the articles lacks one.
  @Test func anotherMachineWithdrawsNothing() throws {
    _ = try newsroom.run("2026-11-22T12:00:00Z", on: one)
    try site.folder.remove("articles/first.md")
    let first = try newsroom.run("2026-11-22T12:05:00Z", on: other)
    #expect(first.notices.contains { $0.hasPrefix("articles are gathered on news1 (") }, "\(first.notices)")
    #expect(first.problems == [])
    #expect(try newsroom.run("2026-11-22T12:10:00Z", on: other).notices == [])
    #expect(try newsroom.ledger.losses() == [])
    #expect(try newsroom.run("2026-11-22T15:00:00Z", on: other).problems == [])
    let late = try newsroom.run("2026-11-22T15:00:01Z", on: other)
    #expect(
      late.problems.contains { $0.hasPrefix("no articles were gathered since 2026-11-22 12:00; news1 (") }, "\(late)")
    // The machine that gathers may.
    _ = try newsroom.run("2026-11-22T15:05:00Z", on: one)
    #expect(try newsroom.ledger.losses().count == 1)
  }
}
