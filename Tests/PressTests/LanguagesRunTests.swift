import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"

/// A site that has articles in several languages (`[site] languages`).
@Suite struct LanguagesRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    let settings = try #require(site.folder.text("schedule.conf"))
    let first = settings.replacing("[site]\n", with: "[site]\nlanguages = [\"de\", \"cs\"]\n", maxReplacements: 1)
    try site.folder.write(first, to: "schedule.conf")
    try site.folder.write(
      "title = \"Auf Deutsch\"\ndescription = \"Alles\"\nlanguages = [\"de\"]\n", to: "feeds/deutsch.toml")
    try site.folder.write("key_takeaway = \"To hlavní\"\n", to: "languages/cs.toml")
    newsroom = try Newsroom(site)
  }

  private func publish() throws -> RunReport { try newsroom.run(sunday, only: .publish) }

  private func page(_ name: String) throws -> String {
    try #require(site.publicFiles["public/articles/\(name)/index.html"])
  }

  @Test func eachPageIsInItsLanguageAndLeadsToTheOthers() throws {
    try site.article("walk", dated: "2026-11-20", more: ["summary: S"])
    _ = try publish()
    #expect(try !page("walk").contains("hreflang"))
    try site.article("walk.de", dated: "2026-11-20", more: ["summary: S"])
    #expect(try publish().filesWritten.contains("articles/walk/index.html"))
    let german = try page("walk.de")
    #expect(german.contains("<html lang=\"de\" dir=\"ltr\">"))
    #expect(german.contains("20. November 2026"))
    let links = [
      "<link rel=\"alternate\" hreflang=\"de\" href=\"https://news.example.org/articles/walk.de/\">",
      "<link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example.org/articles/walk/\">",
    ]
    for page in [german, try page("walk")] { for link in links { #expect(page.contains(link)) } }
    #expect(german.contains(">English</a>") && !german.contains(">Deutsch</a>"))
    #expect(try page("walk").contains("lang=\"de\" dir=\"ltr\" rel=\"alternate\">Deutsch</a>"))
    #expect(try publish().filesWritten == [])
    try site.folder.remove("articles/walk.md")
    // Two runs: a file that is gone is believed later.
    for time in ["2026-11-22T13:00:00Z", "2026-11-24T13:00:00Z"] { _ = try newsroom.run(time, only: .publish) }
    #expect(try !page("walk.de").contains("hreflang"))
  }

  @Test func listsAndFeedsStateTheLanguageOfAnArticle() throws {
    try site.article("a", dated: "2026-11-20", more: ["summary: S"])
    try site.article("b", dated: "2026-11-19", more: ["summary: S", "lang: de"])
    try site.article("c", dated: "2026-11-18", more: ["summary: S", "lang: sw"])
    _ = try publish()
    let files = site.publicFiles
    let feed = { (path: String) in files["public/feeds/" + path] ?? "" }
    #expect(feed("all/atom.xml").matches(of: /<entry xml:lang="(..)">/).map { String($0.1) } == ["de", "sw"])
    #expect(feed("all/rss.xml").matches(of: /<dc:language>(..)</).map { String($0.1) } == ["de", "sw"])
    #expect(feed("all/feed.json").matches(of: /"language": "(..)"/).map { String($0.1) } == ["en", "de", "sw"])
    #expect(feed("all/atom.xml").contains("Das Wichtigste"))
    let german = feed("deutsch/atom.xml")
    #expect(german.contains("xml:lang=\"de\"") && german.contains("/articles/b/") && !german.contains("/articles/a/"))
    #expect(!german.contains("<entry xml:lang"))
    #expect(feed("deutsch/index.html").contains("<html lang=\"de\""))
    let front = try #require(files["public/index.html"])
    #expect(front.matches(of: /<h3 dir="ltr"(?: lang="(\w*)")?>/).map { $0.1.map(String.init) ?? "" }.contains("de"))
    // There are no phrases for it, so the page is in the site's language, and the article is marked.
    let other = try page("c")
    #expect(other.contains("<html lang=\"en\""))
    #expect(other.contains("<div class=\"body\" dir=\"ltr\" lang=\"sw\">"))
  }

  @Test func newPhrasesAreShownAtOnce() throws {
    try site.article("a", dated: "2026-11-20", more: ["summary: S", "lang: cs"])
    _ = try publish()
    #expect(try page("a").contains("To hlavní"))
    try site.folder.write("key_takeaway = \"Hlavní\"\n", to: "languages/cs.toml")
    try newsroom.reopen()
    _ = try publish()
    #expect(try page("a").contains("<strong class=\"label\">Hlavní"))
  }

  @Test func anotherListOfLanguagesReadsTheArticlesAgain() throws {
    try site.article("a.fr", dated: "2026-11-20", more: ["summary: S"])
    _ = try publish()
    #expect(try page("a.fr").contains("<html lang=\"en\""))
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("\"cs\"]", with: "\"fr\"]"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try publish()
    #expect(try page("a.fr").contains("<html lang=\"fr\""))
  }
}
