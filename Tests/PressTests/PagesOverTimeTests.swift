import CourantTesting
import Model
import Press
import PressTesting
import Testing

/// An article's places on the site from run to run: under embargo, public, withdrawn.
@Suite struct PagesOverTimeTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"], "ms": ["ms"]])
    try site.article("old", dated: "2026-11-19", topics: ["ms"])
    try site.article("other", dated: "2026-11-18", topics: ["sleep"])
    try site.article(
      "later", dated: "2026-11-22T09:00:00Z", title: "Breaking of the embargo", topics: ["ms", "newly found"])
    newsroom = try Newsroom(site)
  }

  /// Every file that has to name a public article: its page, its lists, what is related, its feeds and the sitemap.
  private let everywhere: Set = [
    "articles/index.html", "articles/later/index.html", "articles/old/index.html", "index.html", "sitemap.xml",
    "topics/index.html",
    "topics/ms/index.html", "topics/newly-found/index.html", "years/2026/index.html", "feeds/all/index.html",
    "feeds/ms/index.html", "feeds/all/atom.xml", "feeds/all/rss.xml", "feeds/all/feed.json", "feeds/ms/atom.xml",
    "feeds/ms/rss.xml", "feeds/ms/feed.json",
  ]

  @Test func anEmbargoThatPassesShowsTheArticleEverywhereAtTheNextRun() throws {
    _ = try publish("2026-11-22T08:59:59Z")
    #expect(naming(later) == [])
    #expect(relatedToOld == [])
    let report = try publish("2026-11-22T09:00:00Z")
    #expect(naming(later) == everywhere)
    #expect(relatedToOld == ["Breaking of the embargo"])
    #expect(Set(report.filesWritten) == everywhere)
  }

  @Test func aWithdrawnArticleIsNamedNowhereAndItsPageIsANotice() throws {
    _ = try publish("2026-11-22T10:00:00Z")
    try site.folder.remove("articles/later.md")
    _ = try publish("2026-11-22T11:00:00Z")
    // A feed names it once more, by its id, as deleted.
    let page = "articles/later/index.html"
    #expect(naming(later) == [page, "articles/later/withdrawn.txt", "feeds/all/atom.xml", "feeds/ms/atom.xml"])
    #expect(naming(["Breaking of the embargo"]) == [])
    #expect(relatedToOld == [])
    let text = try #require(site.folder.text("public/" + page))
    #expect(text.contains("<h1>This article was withdrawn</h1>"))
    #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(text.contains("href=\"https://news.example.org/topics/ms/\""))
    #expect(!text.contains("newly"), "a topic without articles has no page")
  }

  @Test func anArticleThatIsBackHasItsPageBack() throws {
    _ = try publish("2026-11-22T10:00:00Z")
    let (text, before) = (try #require(site.folder.text("articles/later.md")), site.publicFiles)
    try site.folder.remove("articles/later.md")
    _ = try publish("2026-11-22T11:00:00Z")
    try site.folder.write(text, to: "articles/later.md")
    _ = try publish("2026-11-22T12:00:00Z")
    #expect(site.publicFiles == before)
  }

  @Test func thePageForMissingURLsIsNotListed() throws {
    _ = try publish("2026-11-22T10:00:00Z")
    let page = try #require(site.folder.text("public/404.html"))
    #expect(page.contains("<h1>There is no such page</h1>"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("rel=\"canonical\""))
    // It is shown at any depth, so nothing in it may be relative but the way to its own text.
    let addresses = page.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1) }
    #expect(addresses.filter { !$0.hasPrefix("https://") } == ["/style.css?v=" + style, "#page:text"])
  }

  @Test func theOperatorsOwnRobotsFileIsLeftAlone() throws {
    _ = try publish("2026-11-22T10:00:00Z")
    #expect(
      site.folder.text("public/robots.txt") == """
        # Made by Courant; a robots.txt of your own in its place is left alone.
        User-agent: *
        Disallow:

        Sitemap: https://news.example.org/sitemap.xml

        """)
    let own = "User-agent: *\nDisallow: /archive/\n"
    try site.folder.write(own, to: "public/robots.txt")
    // Other settings: everything is due.
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("Research news\"", with: "Other news\""), to: "schedule.conf")
    try newsroom.reopen()
    #expect(try publish("2026-11-22T11:00:00Z").filesWritten.contains("404.html"))
    #expect(site.folder.text("public/robots.txt") == own)
  }

  @Test func aSiteInAFolderOfItsServerHasNoRobots() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing(".org\"\ntime", with: ".org/news\"\ntime"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try publish("2026-11-22T10:00:00Z")
    #expect(site.folder.text("public/robots.txt") == nil)
    #expect(site.folder.text("public/404.html")?.contains("href=\"/news/style.css?v=") == true)
  }

  private let later = ["Breaking of the embargo", "articles/later", "newly found", "newly-found"]

  private func publish(_ now: String) throws -> RunReport { try newsroom.run(now, only: .publish) }

  /// The files under `public/` that contain one of the strings, or have it in their name.
  private func naming(_ strings: [String]) -> Set<String> {
    Set(
      site.publicFiles.filter { path, text in strings.contains { path.contains($0) || text.contains($0) } }
        .map { String($0.key.trimmingPrefix("public/")) })
  }

  /// The titles under "You may also like" on the page of `old`.
  private var relatedToOld: [String] {
    let page = site.folder.text("public/articles/old/index.html") ?? ""
    let list = page.firstMatch(of: /(?s)<section class="related".*?<\/section>/)?.output ?? ""
    return list.matches(of: /<h3[^>]*><a[^>]*>([^<]*)</).map { String($0.output.1) }
  }

  private var style: String {
    let front = site.folder.text("public/index.html") ?? ""
    return front.firstMatch(of: /style.css\?v=([0-9a-f]{8})/).map { String($0.output.1) } ?? "?"
  }
}
