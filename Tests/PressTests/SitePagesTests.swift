import CourantTesting
import Model
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let later = "2026-11-23T09:00:00Z"

/// What a site's pages show about its topics, its issues and itself, from run to run.
@Suite struct SitePagesTests {
  @Test func aTopicHasOneSpellingEverywhere() throws {
    let site = try SampleSite()
    try site.article("old", dated: "2026-11-18", topics: ["P-glycoprotein"])
    try site.article("new", dated: "2026-11-20", topics: ["P–glycoprotein"])
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let documents = site.publicFiles.values + newsroom.mails.map { String(decoding: $0.message, as: UTF8.self) }
    #expect(documents.filter { $0.contains("P–glycoprotein") } == [])
    #expect(site.publicFiles.filter { $0.value.contains("P-glycoprotein") }.count > 8)

    try site.folder.remove("articles/old.md")
    _ = try newsroom.run(later)
    let frozen = "public/archive/weekly/1/index.html"
    #expect(site.publicFiles.filter { $0.value.contains("P-glycoprotein") }.map(\.key) == [frozen])
    #expect(site.folder.text("public/articles/new/index.html")?.contains("P–glycoprotein") == true)
  }

  @Test func theMenuLeadsOnlyToPagesThatExist() throws {
    let site = try SampleSite()
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-21T12:00:00Z")
    #expect(menu(of: "404.html", on: site) == ["Get the news"])
    #expect(site.folder.text("public/index.html")?.contains("The first articles appear here soon.") == true)
    try site.article("a", dated: "2026-11-20")
    _ = try newsroom.run(sunday)
    #expect(menu(of: "404.html", on: site) == ["All articles", "Get the news"])
    try site.article("b", dated: "2026-11-20", topics: ["sleep"])
    _ = try newsroom.run("2026-11-22T13:00:00Z")
    #expect(menu(of: "articles/a/index.html", on: site) == ["Topics", "All articles", "Get the news"])
    _ = try newsroom.run(monday)
    let all = ["Topics", "All articles", "Past issues", "Get the news"]
    for path in ["404.html", "articles/a/index.html", "archive/weekly/1/index.html"] {
      #expect(menu(of: path, on: site) == all)
    }
  }

  @Test func theListOfIssuesDoesNotNameWithdrawnArticles() throws {
    let site = try SampleSite()
    for id in ["a", "b", "c", "d", "e"] { try site.article(id, dated: "2026-11-20", title: "Title \(id)") }
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    #expect(titles(on: site) == ["Title a", "Title b", "Title c"])
    try site.folder.remove("articles/b.md")
    _ = try newsroom.run(later)
    #expect(titles(on: site) == ["Title a", "Title c", "Title d"])
    #expect(site.folder.text("public/archive/index.html")?.contains("5 articles") == true)
  }

  @Test func aSiteWithoutAnIconHasItsFirstLetter() throws {
    let site = try SampleSite()
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    #expect(site.folder.text("public/icon.svg")?.contains(">R</text>") == true)
    #expect(icon(on: site) == "https://news.example.org/icon.svg")
  }

  @Test func theOperatorsIconIsLeftAlone() throws {
    let site = try SampleSite()
    try site.folder.write("<svg/>", to: "public/icon.svg")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    #expect(site.folder.text("public/icon.svg") == "<svg/>")
  }

  @Test func aSiteWithAFaviconNeedsNoOther() throws {
    let site = try SampleSite()
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[site]", with: "[site]\nfavicon = \"/f.png\""), to: "schedule.conf")
    _ = try Newsroom(site).run(sunday)
    #expect(site.folder.text("public/icon.svg") == nil)
    #expect(icon(on: site) == "https://news.example.org/f.png")
  }

  private func menu(of path: String, on site: SampleSite) -> [String] {
    let page = site.folder.text("public/" + path) ?? ""
    guard let menu = page.firstMatch(of: /<nav class="menu"[^§]*?<\/nav>/)?.output else { return [] }
    return menu.matches(of: /<li><a[^>]*>([^<]*)<\/a>/).map { String($0.1) }
  }

  private func titles(on site: SampleSite) -> [String] {
    let page = site.folder.text("public/archive/index.html") ?? ""
    return page.matches(of: /<li dir="auto">([^<]*)<\/li>/).map { String($0.1) }
  }

  private func icon(on site: SampleSite) -> String? {
    site.folder.text("public/index.html")?.firstMatch(of: /<link rel="icon" href="([^"]*)">/).map { String($0.1) }
  }
}
