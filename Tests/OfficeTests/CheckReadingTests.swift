import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// Where `courant check` reports that an article is hard to read.
@Suite struct CheckReadingTests {
  private func findings(_ site: SampleSite) throws -> [String] {
    let opened = try OpenedSite(folder: site.path)
    let now = Instant.at("2026-11-29T12:00:00Z")
    let press = PressRun(opened, ledger: try SQLLedger(inMemory: ()), now: now, courier: { RecordingCourier() })
    return try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
      .filter { $0.weight == .warning && !$0.sentence.contains("which is an example") }.map(\.description)
  }

  private func write(_ text: String, to site: SampleSite, _ name: String = "a", topics: String = "a") throws {
    let head = ["title: A", "date: 2026-11-20", "topics: [\(topics)]", "summary: The short of it."]
    try site.folder.write("---\n\(head.joined(separator: "\n"))\n---\n\n\(text)\n", to: "articles/\(name).md")
  }

  private let long =
    "It is *one* of those [sentences](https://example.org/a)" + String(repeating: " and more", count: 12)

  @Test func eachKindIsReportedOnceAtTheLineOfItsText() throws {
    let site = try SampleSite()
    try write(
      """
      Short.

      \(long) that.

      Also it happens: \(long), too. The change was significant. It was significant again.

      The NfL level rose. It lowered
      the risk by 30%.
      """, to: site)
    #expect(
      try findings(site) == [
        "articles/a.md:12: a sentence has 34 words, and 1 more has over 25; split it, or cut it",
        "articles/a.md:12: calls a result significant without a number; say how large it is",
        "articles/a.md:14: `NfL` is not spelled out at first use; write the words, then the letters in brackets",
        "articles/a.md:14: compares risks in percent only; say how many people in how many, "
          + "for example “2 in 100, not 3”",
      ])
  }

  @Test func codeTopicsAndOtherLanguagesAreNotJudged() throws {
    let site = try SampleSite()
    try write("Of NfL.\n\n```\n\(long) that XYZ\n```", to: site, topics: "NfL and others")
    #expect(try findings(site) == [])
    try write("\(long) that XYZ.", to: site)
    #expect(try findings(site).count == 2)
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[site]", with: "[site]\nreading_ease = false"), to: "schedule.conf")
    #expect(try findings(site) == [])
  }

  @Test func theMeaningComesBeforeTheMethods() throws {
    let site = try SampleSite()
    try write("## What it means for you\n\nThis.\n\n## What they did\n\nThat.", to: site)
    #expect(try findings(site) == [])
    for name in ["a", "b"] {
      try write("## What they did\n\nThis \(name).\n\n## What it means for you\n\nThat.", to: site, name)
    }
    #expect(
      try findings(site) == [
        "articles/a.md:8: says “What they did” before what it means for readers, like 1 more article; "
          + "put that first, since tired readers stop early"
      ])
  }
}
