import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import Testing

/// Cron's mail lists some faults and counts the rest.
@Suite struct ManyFaultsTests {
  private let site: SampleSite
  private let opened: OpenedSite
  private let ledger: SQLLedger

  init() throws {
    site = try SampleSite(digests: [:])
    for number in 100...219 { try site.article("f\(number)", dated: "never") }
    opened = try OpenedSite(folder: site.path)
    ledger = try SQLLedger(inMemory: ())
  }

  private func press(_ now: String, on ledger: SQLLedger) -> PressRun {
    PressRun(opened, ledger: ledger, now: .at(now), courier: { throw LedgerError("nobody is mailed") })
  }

  private func problems(_ now: String) throws -> [String] {
    let report = try press(now, on: ledger).run(only: .publish)
    #expect(report.exitCode == .badContent)
    return report.problems
  }

  private func sentence(_ number: Int) -> String {
    "articles/f\(number).md:4:7: `date` is \"never\"; write it as 2026-11-23 or 2026-11-23 07:00"
  }

  @Test func aRunReportsTheFirstFiftyOnceADayAndCountsTheRest() throws {
    let reported =
      (100...149).map { sentence($0) + " (skipped)" } + ["… and 70 more like these; `courant check` lists all of them"]
    #expect(try problems("2026-11-21T12:00:00Z") == reported)
    #expect(try problems("2026-11-21T12:05:00Z") == [])
    try site.article("g", dated: "soon")
    #expect(
      try problems("2026-11-21T12:10:00Z")
        == ["articles/g.md:4:7: `date` is \"soon\"; write it as 2026-11-23 or 2026-11-23 07:00 (skipped)"])
    #expect(try problems("2026-11-22T12:05:00Z") == reported)
  }

  @Test func fiftyAreReportedInFull() throws {
    for number in 150...219 { try site.folder.remove("articles/f\(number).md") }
    #expect(try problems("2026-11-21T12:00:00Z") == (100...149).map { sentence($0) + " (skipped)" })
  }

  @Test func checkListsThemAll() throws {
    let found = try SiteCheck(
      opened, press: press("2026-11-21T12:00:00Z", on: ledger), readers: SQLLedger(inMemory: ())
    ).findings()
    #expect(found.filter { $0.weight == .fault }.map(\.description) == (100...219).map(sentence))
  }

  @Test func sourcesThatAreAwayAreAlsoCounted() throws {
    let sources = (100...169).map { "[sources.s\($0)]\nfolder = \"away/s\($0)\"\n" }.joined()
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + sources, to: "schedule.conf")
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: ledger, now: .at("2026-11-21T12:00:00Z"), courier: { throw LedgerError("nobody is mailed") })
    let report = try press.run(only: .publish)
    #expect(report.exitCode == .unreachable)
    #expect(report.problems.count == 102)
    #expect(report.problems[50] == "… and 20 more like these; `courant check` lists all of them")
    let found = try SiteCheck(opened, press: press, readers: SQLLedger(inMemory: ())).findings()
    #expect(found.count { $0.description.contains("away/s") } == 70)
  }
}
