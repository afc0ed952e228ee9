import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// Permanent ids keep the prefix that feed readers know.
@Suite struct KnownTagPrefixTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-19")
    newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-20T06:00:00Z", only: .publish)
  }

  private static let kept =
    "schedule.conf: with this `url`, ids of articles and feeds would begin with tag:www.example.net,2026:; they "
    + "keep tag:news.example.org,2026:, which feed readers know; write tag = \"tag:news.example.org,2026:\" in "
    + "[site] to keep it permanently"

  @Test func aNewHostKeepsEveryID() throws {
    let before = ids
    try site.set("https://news.example.org", to: "https://www.example.net")
    #expect(try run("2026-11-20T07:00:00Z").notices == [Self.kept])
    #expect(ids == before)
    #expect(try run("2026-11-20T08:00:00Z").notices == [])
    // A third host is another thing to say.
    try site.set("https://www.example.net", to: "https://third.example.net/path")
    #expect(try run("2026-11-20T09:00:00Z").notices.count == 1)
    #expect(ids == before)
  }

  /// `courant serve` renders these documents, even before the next run.
  @Test func ownFeedsAndSearchesKeepTheirIDs() throws {
    let before = try served()
    #expect(before.contains { $0.hasPrefix("tag:news.example.org,2026:") })
    try site.set("https://news.example.org", to: "https://www.example.net")
    #expect(try served() == before)
    _ = try run("2026-11-20T07:00:00Z")
    #expect(try served() == before)
    try site.set("[site]\n", to: "[site]\ntag = \"tag:example.net,2027:\"\n")
    #expect(try served().allSatisfy { $0.hasPrefix("tag:example.net,2027:") })
  }

  /// The ids in a combined feed and in the feed of a search.
  private func served() throws -> [String] {
    let opened = try OpenedSite(folder: site.path).site
    let now = Instant.at("2026-11-20T07:30:00Z")
    let own = try OwnFeed(of: feeds("all"), on: opened).document(.atom, newsroom.ledger, at: now)
    let query = try #require(SearchQuery(words: ["about"]))
    let found = try SiteSearch(opened).document(.atom, of: query, title: "About", newsroom.ledger, at: now)
    return [own, found].flatMap { document in
      String(decoding: document, as: UTF8.self).matches(of: /<id>([^<]*)<\/id>/).map { String($0.1) }
        .filter { $0.hasPrefix("tag:") }
    }
  }

  @Test(arguments: ["http://news.example.org", "https://news.example.org:8443", "https://news.example.org/news"])
  func theSameHostIsNothingToSpeakOf(_ url: String) throws {
    let before = ids
    try site.set("https://news.example.org", to: url)
    #expect(try run("2026-11-20T07:00:00Z").notices == [])
    #expect(ids == before)
  }

  @Test func aTagThatTheOperatorWritesCounts() throws {
    try site.set("[site]\n", to: "[site]\ntag = \"tag:example.net,2027:\"\n")
    #expect(
      try run("2026-11-20T07:00:00Z").notices == [
        "schedule.conf: `tag` was tag:news.example.org,2026:, so every article and feed now has a new id; feed "
          + "readers may show all articles as new"
      ])
    #expect(ids == ["tag:example.net,2027:feeds/all", "tag:example.net,2027:articles/a"])
    #expect(try run("2026-11-20T08:00:00Z").notices == [])
  }

  @Test func aTagEqualToTheKnownPrefixIsNotReported() throws {
    let before = ids
    try site.set("https://news.example.org", to: "https://www.example.net")
    try site.set("[site]\n", to: "[site]\ntag = \"tag:news.example.org,2026:\"\n")
    #expect(try run("2026-11-20T07:00:00Z").notices == [])
    #expect(ids == before)
  }

  @Test func anOlderLedgerLearnsThePrefixFromWhatItPublished() throws {
    let before = ids
    try newsroom.ledger.setNote("tag prefix", "")
    try site.set("https://news.example.org", to: "https://www.example.net")
    #expect(try run("2026-11-20T07:00:00Z").notices == [Self.kept])
    #expect(ids == before)
  }

  private func run(_ now: String) throws -> RunReport {
    try newsroom.reopen()
    return try newsroom.run(now, only: .publish)
  }

  /// The id of the Atom document.
  private var ids: [String] {
    let atom = site.folder.text("public/feeds/all/atom.xml") ?? ""
    return atom.matches(of: /<id>([^<]*)<\/id>/).map { String($0.output.1) }
  }
}
