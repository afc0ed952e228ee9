import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let nextMonday = "2026-11-30T07:00:05Z"
private let clock = "2026-11-24T09:00:00Z"

/// The first run with a correct clock undoes what one with a wrong clock decided.
@Suite struct WrongClockTests {
  private let site: SampleSite
  private let press: Newsroom

  /// In London, where clocks were an hour ahead in the winter of 1970.
  private func shown(_ moment: String) -> String { Zone("Europe/London")?.shown(.at(moment)) ?? "" }

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    press = try Newsroom(site)
    _ = try press.run(sunday)
  }

  @Test(arguments: [clock, nextMonday])
  func aRunInTheFutureIsUndoneByTheNextCorrectOne(machine: String) throws {
    _ = try press.run(monday)
    try site.article("b", dated: "2026-11-21")
    #expect(try press.run("2036-01-01T00:00:00Z", clock: clock).issues.map(\.number) == [2])
    try site.article("c", dated: "2026-11-27")
    let report = try press.run(nextMonday, clock: machine)
    #expect(report.notices.count == 1)
    #expect(
      report.notices.first?.hasPrefix(
        "an earlier run's clock was wrong: the ledger was used at 2036-01-01 00:00, in the future") == true)
    #expect(try press.run(nextMonday, clock: machine).notices == [])
    // Articles mailed under the wrong clock are not news, and the digest continues.
    #expect(try press.articles(of: report) == [["c"]])
    #expect(try press.articles(of: press.run("2026-12-07T07:00:05Z")) == [])
    #expect(press.mails.count == 3)
    #expect(try press.ledger.latestMoment() == .at("2026-12-07T07:00:05Z"))
  }

  @Test func aSiteThatBeganInTheFutureBeginsNow() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let press = try Newsroom(site)
    _ = try press.run("2036-01-01T00:00:00Z", clock: clock)
    _ = try press.run(sunday, clock: clock)
    let report = try press.run(monday, clock: clock)
    #expect(try press.articles(of: report) == [["a"]])
  }

  @Test func anEmbargoThatAWrongClockEndedHoldsAgain() throws {
    try site.article("later", dated: "2030-01-01")
    _ = try press.run("2036-01-01T00:00:00Z", clock: clock)
    #expect(site.folder.text("public/articles/later/index.html")?.contains("The body of later") == true)
    _ = try press.run(monday, clock: clock)
    #expect(site.folder.text("public/articles/later/index.html")?.contains("The body of later") == false)
    #expect(site.folder.text("public/feeds/all/atom.xml")?.contains("The body of later") == false)
  }

  @Test(arguments: ["1970-01-01T00:01:00Z", "2000-01-01T00:00:00Z", "2025-12-31T00:00:00Z"])
  func aMachineThatWokeInThePastDoesNothing(now: String) throws {
    _ = try press.run(monday)
    let (pages, slots) = (site.folder.files(), try press.slots())
    try site.article("b", dated: "1969-12-31")
    let report = try press.run(now)
    #expect(
      report.problems == [
        "the clock is at \(shown(now)), before the last run (\(shown(monday))), so nothing was done; set the clock"
      ])
    #expect(report.exitCode == .waiting)
    #expect(site.folder.files() == (pages + ["articles/b.md"]).sorted())
    #expect(try press.slots() == slots)
    #expect(try press.run("2026-11-23T08:00:00Z").problems == [])
  }

  @Test func aMomentBeforeTheLastRunThatTheMachinesClockDoesNotConfirmDoesNothing() throws {
    _ = try press.run(monday, clock: clock)
    let report = try press.run("2026-11-01T00:00:00Z", clock: clock)
    #expect(report.exitCode == .waiting)
    #expect(report.filesRemoved == [])
    #expect(try press.slots() == ["2026-11-23T07:00 issued"])
  }

  @Test func aSkewOfADayIsNotAFault() throws {
    _ = try press.run(monday)
    let report = try press.run("2026-11-22T12:00:00Z", clock: "2026-11-22T12:00:00Z")
    #expect(report.problems == [])
    #expect(report.notices == [])
    #expect(press.mails.count == 1)
  }
}
