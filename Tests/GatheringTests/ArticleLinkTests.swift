import Foundation
import Gathering
import Model
import Testing

/// Articles that are read on the operator's own site, whose URLs another program forms.
@Suite struct ArticleLinkTests {
  private static let article = """
    ---
    title: What Heat Does
    date: 2026-03-05 07:08:09
    categories: [Living With, MS]
    ---
    Words.
    """

  /// The article of a file in a source with these settings.
  private func article(
    _ text: String = article, at path: String = "articles/2026/heat-and-ms.md", link: String? = nil,
    generator: SiteGenerator? = nil, folder: String = "articles", with files: [String: String] = [:]
  ) throws -> Article {
    let site = try TemporarySite(files.merging([path: text]) { $1 })
    var settings = SourceSettings(name: "articles", folder: folder)
    settings.link = link
    settings.generator = generator
    let source = FolderSource(settings: settings, site: TemporarySite.site, root: site.root)
    _ = try source.listing()
    return try withExtendedLifetime(site) {
      guard case .article(let article, _) = source.read(path) else {
        throw NotAnArticle(reading: "\(source.read(path))")
      }
      return article
    }
  }

  private struct NotAnArticle: Error { let reading: String }

  @Test(arguments: [
    (":year/:month/:day/:title/", "2026/03/05/heat-and-ms/"),
    (":short_year/:i_month/:i_day/:slug.html", "26/3/5/heat-and-ms.html"),
    (":short_month-:long_month/:monthname/:slug", "MAR-March/March/heat-and-ms"),
    (":short_day/:long_day/:weekdayname/:weekday/:slug", "THU/Thursday/Thursday/4/heat-and-ms"),
    (":w_year/:week/:w_day/:slug", "2026/10/4/heat-and-ms"),
    (":y_day/:yearday/:slug", "064/64/heat-and-ms"),
    (":hour:minute:second-:slug", "070809-heat-and-ms"),
    (":categories/:slug/", "living%20with/ms/heat-and-ms/"),
    (":slugified_categories/:slug/", "living-with/ms/heat-and-ms/"),
    (":category/:slug:output_ext", "living-with/heat-and-ms.html"),
    (":path/", "2026/heat-and-ms/"), (":section/:sections/:filename/", "2026/2026/heat-and-ms/"),
    (":year_:slug", "2026_heat-and-ms"), (":contentbasename?page=:year", "heat-and-ms?page=2026"),
  ])
  func thePlaceholdersOfJekyllAndHugoAreFilled(pattern: String, path: String) throws {
    let article = try article(link: "https://blog.example.org/" + pattern)
    #expect(article.link == "https://blog.example.org/" + path)
    #expect(!article.hasPage)
    #expect(article.id.text == "2026/heat-and-ms")
  }

  @Test func withHugoTheTitleIsThatOfTheArticle() throws {
    let settings = ["hugo.toml": "baseURL = 'https://h.example/'"]
    let article = try article(link: "https://h.example/:title/:slug/", generator: .hugo, with: settings)
    #expect(article.link == "https://h.example/what-heat-does/what-heat-does/")
  }

  @Test(arguments: [
    ("slug: Hot Days", "https://b.example/Hot-Days/hot-days"),
    ("permalink: /heat/:year/", "https://b.example/heat/2026/"),
    ("url: /other/", "https://b.example/other/"), ("permalink: https://c.example/x", "https://c.example/x"),
    ("link: https://d.example/y", "https://d.example/y"), ("permalink: \"{{ page.x }}/\"", "https://b.example/a/a"),
    ("aliases: [/old/]", "https://b.example/a/a"),
  ])
  func frontMatterComesBeforeTheSetting(line: String, expected: String) throws {
    let text = "---\ntitle: A\ndate: 2026-03-05\n\(line)\n---\nWords."
    #expect(try article(text, at: "articles/2026-03-05-a.md", link: "https://b.example/:title/:slug").link == expected)
  }

  @Test func withoutTheSettingAPermalinkIsTheAddressOfThePage() throws {
    let text = "---\ntitle: A\ndate: 2026-03-05\npermalink: /x/\n---\nWords."
    let article = try article(text, at: "articles/a.md")
    #expect(article.link == "https://example.org/news/x/")
    #expect(article.hasPage)
  }

  @Test(arguments: [
    ("", "https://b.example/living%20with/ms/2026/03/05/heat.html"),
    ("permalink: pretty", "https://b.example/living%20with/ms/2026/03/05/heat/"),
    ("permalink: none", "https://b.example/living%20with/ms/heat.html"),
    ("permalink: ordinal", "https://b.example/living%20with/ms/2026/064/heat.html"),
    ("permalink: weekdate", "https://b.example/living%20with/ms/2026/W10/THU/heat.html"),
    ("permalink: /news/:title", "https://b.example/news/heat"),
    ("permalink: /news/:title\nbaseurl: /blog", "https://b.example/blog/news/heat"),
  ])
  func theSettingsOfJekyllSayWhereItsPostsAre(lines: String, expected: String) throws {
    let config = "url: https://b.example\n" + lines
    let path = "blog/_posts/2026-03-05-heat.md"
    #expect(
      try article(at: path, generator: .jekyll, folder: "blog/_posts", with: ["blog/_config.yml": config]).link
        == expected)
  }

  @Test func foldersAboveThePostsAreCategories() throws {
    let text = "---\ntitle: A\ndate: 2026-03-05\n---\nWords."
    let config = ["blog/_config.yml": "url: https://b.example\npermalink: /:categories/:title/"]
    let article = try article(
      text, at: "blog/ms/Care/_posts/2026-03-05-a.md", generator: .jekyll, folder: "blog", with: config)
    #expect(article.link == "https://b.example/ms/care/a/")
  }

  @Test(arguments: [
    ("hugo.toml", "baseURL = 'https://h.example/docs/'", "https://h.example/docs/posts/2026/heat/"),
    ("config.toml", "baseurl = 'https://h.example'", "https://h.example/posts/2026/heat/"),
    ("hugo.yaml", "baseURL: https://h.example/\npermalinks:\n  posts: /:year/:slug/", "https://h.example/2026/a-b/"),
    (
      "hugo.json", "{\"baseURL\": \"https://h.example/\", \"permalinks\": {\"page\": {\"posts\": \"/p/:filename/\"}}}",
      "https://h.example/p/heat/"
    ),
    (
      "config/_default/hugo.toml", "baseURL = 'https://h.example/'\n[permalinks]\ntalks = '/:year/'",
      "https://h.example/posts/2026/heat/"
    ),
  ])
  func theSettingsOfHugoSayWhereItsPagesAre(file: String, config: String, expected: String) throws {
    let text = "---\ntitle: A & b\ndate: 2026-03-05\n---\nWords."
    let path = "site/content/posts/2026/Heat/index.md"
    #expect(
      try article(
        text, at: path, generator: .hugo, folder: "site/content/posts", with: ["site/" + file: config]
      ).link == expected)
  }

  @Test func linksLeadToTheOtherArticlesAndToTheOperatorsSite() throws {
    let site = try TemporarySite([
      "articles/a.md": "---\ntitle: A\ndate: 2026-03-05\n---\n[b](b.md) [about](/about/) ![p](p.png) [n](#n)",
      "articles/b.md": "---\ntitle: B\ndate: 2026-03-05\n---\nWords.", "articles/p.png": "x",
    ])
    var settings = SourceSettings(name: "articles", folder: "articles")
    settings.link = "https://b.example/:year/:slug/"
    let source = FolderSource(settings: settings, site: TemporarySite.site, root: site.root)
    guard case .article(let article, _) = source.read("articles/a.md") else {
      Issue.record("not an article")
      return
    }
    #expect(
      article.body
        == "<p><a href=\"https://b.example/2026/b/\">b</a> <a href=\"https://b.example/about/\">about</a> "
        + "<img src=\"https://example.org/news/articles/p.png\" alt=\"p\" /> "
        + "<a href=\"https://b.example/2026/a/#n\">n</a></p>\n")
  }

  @Test func valuesOfTheOtherSiteAreWrittenIntoTheText() throws {
    let config = "url: https://b.example\nbaseurl: /blog\nrepository: ann/site\nauthor:\n  name: Ann <b>"
    let text = """
      ---
      title: A
      date: 2026-03-05
      ---
      {{ site.repository }} {{ site.author.name }} [x]({{ site.baseurl }}/x) [y]({{ '/y' | relative_url }}) \
      [z]({{ site.url }}/z)
      """
    let article = try article(
      text, at: "blog/_posts/2026-03-05-a.md", generator: .jekyll, folder: "blog/_posts",
      with: ["blog/_config.yml": config])
    #expect(
      article.body
        == "<p>ann/site Ann &lt;b&gt; <a href=\"https://b.example/blog/x\">x</a> "
        + "<a href=\"https://b.example/blog/y\">y</a> <a href=\"https://b.example/z\">z</a></p>\n")
  }

  @Test func paramsOfHugoAreWrittenIntoTheText() throws {
    let config = "baseURL = 'https://h.example/'\n[params]\nversion = 4"
    let text = "---\ntitle: A\ndate: 2026-03-05\n---\nVersion {{< param version >}}."
    let article = try article(
      text, at: "content/a.md", generator: .hugo, folder: "content", with: ["hugo.toml": config])
    #expect(article.body == "<p>Version 4.</p>\n")
  }

  @Test(arguments: [
    (
      [:],
      "schedule.conf: source `articles` has generator = \"jekyll\", but there is no _config.yml in the folder "
        + "`blog/_posts` or above it; put it there, or write `link` instead of `generator`"
    ),
    (
      ["blog/_config.yml": "title: x"],
      "blog/_config.yml: `url` is missing, so it is unknown where the articles of source `articles` are read; add it, "
        + "or write `link` in schedule.conf"
    ),
    (
      ["_config.yml": "url: https://b.example\npermalink: /:yaer/:title/"],
      "_config.yml:2:13: `:yaer` is not a placeholder; did you mean `year`?"
    ),
    (["_config.yml": "url: b.example"], "_config.yml:1:6: \"b.example\" is not an absolute http(s) URL"),
  ])
  func settingsThatAreMissingOrWrongStopTheSource(files: [String: String], finding: String) throws {
    let error = #expect(throws: SourceUnavailable.self) {
      try article(at: "blog/_posts/2026-03-05-a.md", generator: .jekyll, folder: "blog/_posts", with: files)
    }
    #expect(error?.finding.description == finding)
  }

  @Test func anotherSettingsFileIsNoticed() throws {
    func key(_ config: String) throws -> String {
      let site = try TemporarySite(["_config.yml": config])
      var settings = SourceSettings(name: "articles", folder: "articles")
      settings.generator = .jekyll
      return withExtendedLifetime(site) {
        FolderSource(settings: settings, site: TemporarySite.site, root: site.root).generatorKey
      }
    }
    #expect(try key("url: https://a.example") == key("url: https://a.example"))
    #expect(try key("url: https://a.example") != key("url: https://b.example"))
  }
}

/// `exclude` of a source.
@Suite struct ExclusionTests {
  private func listed(_ exclude: [String]) throws -> [String] {
    let site = try TemporarySite([
      "articles/a.md": "x", "articles/b.md": "x", "articles/drafts/c.md": "x", "articles/drafts/old/d.md": "x",
      "articles/2026/drafts/e.md": "x", "articles/2026/e.png": "x", "articles/2026/B.md": "x",
    ])
    var settings = SourceSettings(name: "articles", folder: "articles")
    settings.exclude = exclude
    let listing = try FolderSource(settings: settings, site: TemporarySite.site, root: site.root).listing()
    return (listing.articles + listing.assets).map { String($0.path.dropFirst("articles/".count)) }
  }

  @Test(arguments: [
    ([], ["2026/B.md", "2026/drafts/e.md", "a.md", "b.md", "drafts/c.md", "drafts/old/d.md", "2026/e.png"]),
    (["b.md"], ["2026/B.md", "2026/drafts/e.md", "a.md", "drafts/c.md", "drafts/old/d.md", "2026/e.png"]),
    (["drafts"], ["2026/B.md", "a.md", "b.md", "2026/e.png"]),
    (["drafts/**"], ["2026/B.md", "2026/drafts/e.md", "a.md", "b.md", "2026/e.png"]),
    (["drafts/*"], ["2026/B.md", "2026/drafts/e.md", "a.md", "b.md", "2026/e.png"]),
    (["drafts/*.md"], ["2026/B.md", "2026/drafts/e.md", "a.md", "b.md", "drafts/old/d.md", "2026/e.png"]),
    (["**/drafts/**"], ["2026/B.md", "a.md", "b.md", "2026/e.png"]),
    (["?.md"], ["2026/e.png"]),
    (["*.png", "2026/*.md"], ["2026/drafts/e.md", "a.md", "b.md", "drafts/c.md", "drafts/old/d.md"]),
    (["**"], []), (["2026/**/e.*"], ["2026/B.md", "a.md", "b.md", "drafts/c.md", "drafts/old/d.md"]),
  ])
  func filesThatAPatternMatchesAreNeitherArticlesNorAssets(exclude: [String], expected: [String]) throws {
    #expect(try listed(exclude) == expected)
  }

  @Test func aLinkToAnExcludedFileLeadsNowhere() throws {
    let site = try TemporarySite([
      "articles/a.md": "---\ntitle: A\ndate: 2026-03-05\n---\n[b](b.md) ![p](p.png)",
      "articles/b.md": "---\ntitle: B\ndate: 2026-03-05\n---\nWords.", "articles/p.png": "x",
    ])
    var settings = SourceSettings(name: "articles", folder: "articles")
    settings.exclude = ["b.md", "*.png"]
    let source = FolderSource(settings: settings, site: TemporarySite.site, root: site.root)
    let file = source.examine("articles/a.md")
    #expect(file.lacksSomething)
  }

  @Test func patternsWithManyStarsTakeNoTime() throws {
    let start = ContinuousClock.now
    _ = try listed([String(repeating: "*a", count: 500), Array(repeating: "**", count: 500).joined(separator: "/a/")])
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
