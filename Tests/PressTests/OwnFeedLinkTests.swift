import CourantTesting
import Model
import Press
import PressTesting
import Testing

/// The page of all feeds links to the page where readers combine several, if `courant serve` answers there.
@Suite struct OwnFeedLinkTests {
  @Test(arguments: [(true, 2, true), (false, 2, false), (true, 1, false)])
  func thePageOfFeedsLeadsToIt(_ isOpen: Bool, _ feeds: Int, _ isLinked: Bool) throws {
    let names = [("ms", ["ms"]), ("pd", ["pd"])].prefix(feeds)
    let site = try SampleSite(feeds: Dictionary(uniqueKeysWithValues: names.map { ($0.0, $0.1) }))
    try site.article("a", dated: "2026-11-19", topics: ["ms"])
    if isOpen { try site.folder.write((site.folder.text("schedule.conf") ?? "") + "\n[web]\n", to: "schedule.conf") }
    _ = try Newsroom(site).run("2026-11-20T06:00:00Z", only: .publish)
    let page = try #require(site.folder.text("public/feeds/index.html"))
    #expect(page.contains("href=\"https://news.example.org/feeds/of/\"") == isLinked)
  }
}
