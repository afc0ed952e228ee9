import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// The findings of `courant check` about articles' ratings.
@Suite struct CheckRatingsTests {
  private func findings(_ site: SampleSite) throws -> [String] {
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: .at("2026-11-29T12:00:00Z"), courier: { RecordingCourier() })
    let found = try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
    return found.map(\.description).filter { $0.contains("credibility") }
  }

  private func write(_ name: String, _ day: Int, _ matter: String, to site: SampleSite) throws {
    let head = "---\ntitle: \(name)\ndate: 2026-11-\(day)\ntopics: [a]\n"
    try site.folder.write(head + matter + "\n---\n\nText about \(name).\n", to: "articles/\(name).md")
  }

  @Test func ratingsWithoutAReasonAreReportedOnce() throws {
    let site = try SampleSite()
    try write("explained", 21, "credibility: 3\ncredibility_reason: Two trials.", to: site)
    #expect(try findings(site) == [])
    try write("old", 11, "credibility: 3", to: site)
    let what = "has a `credibility` without a `credibility_reason`"
    #expect(try findings(site) == ["articles/old.md: \(what); add one sentence that says why"])
    try write("new", 12, "credibility: 4", to: site)
    #expect(try findings(site) == ["articles/new.md: \(what), like 1 more article; add one sentence that says why"])
    try write("older", 10, "credibility: 4", to: site)
    #expect(try findings(site) == ["articles/new.md: \(what), like 2 more articles; add one sentence that says why"])
  }

  @Test func aLevelThatIsLoweredIsReported() throws {
    let site = try SampleSite()
    try write("mice", 21, "credibility: 3\ncredibility_reason: Mice.\ntested_in: animals", to: site)
    let sentence = "`credibility` 3 is shown as no more than early, because `tested_in` is animals"
    #expect(try findings(site) == ["articles/mice.md:5:14: \(sentence)"])
  }
}
