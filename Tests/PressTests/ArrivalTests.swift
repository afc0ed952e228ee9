import CourantTesting
import LedgerSQL
import Press
import PressTesting
import Testing

/// News for the first issue of a digest, by time of arrival.
@Suite struct ArrivalTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.article("old", dated: "2026-11-20")
    newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-23T09:00:00Z")
  }

  @Test func theArchiveOfASourceThatIsAddedLaterIsPast() throws {
    try site.add(source: "posts")
    for day in 10...22 { try site.article("p\(day)", dated: "2026-11-\(day)", file: "posts/p\(day).md") }
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-23T12:00:00Z")
    try site.article("a", dated: "2026-11-23", file: "posts/a.md")
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:00:05Z")) == [["a"]])
    #expect(try newsroom.run("2026-12-07T07:00:05Z").issues == [])
  }

  @Test func aRenamedSourceKeepsWhenItsArticlesArrived() throws {
    try site.article("a", dated: "2026-11-23")
    _ = try newsroom.run("2026-11-23T10:00:00Z")
    try site.set("[sources.articles]", to: "[sources.posts]")
    try newsroom.reopen()
    #expect(try newsroom.articles(of: try newsroom.run("2026-11-30T07:00:05Z")) == [["a"]])
  }

  @Test func whatWasThereBeforeADigestIsItsPast() throws {
    try site.article("a", dated: "2026-11-24")
    _ = try newsroom.run("2026-11-24T10:00:00Z")
    try site.set("[digest.weekly]", to: "[digest.daily]\ncron = \"0 7 * * *\"\n\n[digest.weekly]")
    try newsroom.reopen()
    try newsroom.enrol([.confirmed("ann@example.org", digest: "daily")])
    _ = try newsroom.run("2026-11-25T10:00:00Z")
    try site.article("b", dated: "2026-11-25")
    let report = try newsroom.run("2026-11-26T07:00:05Z")
    #expect(try newsroom.articles(of: report) == [["b"]])
  }
}
