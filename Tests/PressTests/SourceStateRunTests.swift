import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// A source that has not changed is recognised by its state; a change is seen by the next run all the same.
struct SourceStateRunTests {
  private func newsroom(_ site: SampleSite) throws -> Newsroom {
    for name in ["a", "b"] { try site.article(name, dated: "2026-11-19") }
    let newsroom = try Newsroom(site)
    try settle(newsroom, from: 10)
    return newsroom
  }

  /// Runs until the same state is found again: a file that changed within the clock's tick is read once more.
  private func settle(_ newsroom: Newsroom, from hour: Int) throws {
    var states: [String?] = [nil]
    for minute in 10..<60 where states.last == .some(nil) || states.suffix(2).first != states.last {
      _ = try newsroom.run("2026-11-24T\(hour):\(minute):00Z", only: .publish)
      states.append(try newsroom.ledger.note("state of articles"))
    }
    #expect(states.count < 51 && states.last != .some(nil))
  }

  @Test func everyChangeIsSeen() throws {
    let site = try SampleSite()
    let newsroom = try newsroom(site)
    var report = try newsroom.run("2026-11-24T11:00:00Z", only: .publish)
    #expect(report.articlesRead == 0 && report.articlesGone == 0)
    try site.article("a", dated: "2026-11-19", title: "Another title")
    report = try newsroom.run("2026-11-24T11:01:00Z", only: .publish)
    #expect(report.articlesRead == 1)
    try settle(newsroom, from: 12)
    try site.folder.remove("articles/b.md")
    report = try newsroom.run("2026-11-24T13:01:00Z", only: .publish)
    #expect(report.articlesGone == 1)
    try settle(newsroom, from: 14)
    try site.article("c", dated: "2026-11-19")
    report = try newsroom.run("2026-11-24T15:01:00Z", only: .publish)
    #expect(report.articlesRead == 1)
  }

  @Test func aSettingThatChangesHowArticlesAreReadIsSeen() throws {
    let site = try SampleSite()
    let newsroom = try newsroom(site)
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(
      settings.replacing("folder = \"articles\"\n", with: "folder = \"articles\"\nexclude = [\"b.md\"]\n"),
      to: "schedule.conf")
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-24T11:00:00Z", only: .publish)
    #expect(report.articlesGone == 1)
  }

  /// A preview or a dry run records nothing.
  @Test func onlyARunKeepsIt() throws {
    let site = try SampleSite()
    for name in ["a", "b"] { try site.article(name, dated: "2026-11-19") }
    let newsroom = try Newsroom(site)
    var report = RunReport()
    let opened = try OpenedSite(folder: site.path)
    for _ in 0..<20 {
      let press = PressRun(
        opened, ledger: newsroom.ledger, now: .at("2026-11-24T10:00:00Z"), courier: { throw CancellationError() })
      try press.gather(&report)
    }
    #expect(try newsroom.ledger.note("state of articles") == nil)
  }
}
