import Model
import Testing

@testable import Gathering

/// Former addresses of an article: `aliases` of Hugo and `redirect_from` of Jekyll.
@Suite struct FormerAddressTests {
  /// The site is at https://example.org/news, the article at https://example.org/news/articles/2026/a/.
  private func read(_ lines: String, link: String? = nil) throws -> (
    file: ReadFile, article: Article, warnings: [String]
  ) {
    let path = "articles/2026/a.md"
    let site = try TemporarySite([path: "---\ntitle: A\ndate: 2026-03-05\n\(lines)\n---\nWords."])
    var settings = SourceSettings(name: "articles", folder: "articles")
    settings.link = link
    let source = FolderSource(settings: settings, site: TemporarySite.site, root: site.root)
    return try withExtendedLifetime(site) {
      let file = source.examine(path)
      guard case .article(let article, let warnings) = file.reading else { throw NoArticle(reading: file.reading) }
      return (file, article, warnings.map(\.description))
    }
  }

  private struct NoArticle: Error { let reading: Reading }

  @Test(arguments: [
    ("aliases: [/2020/old-name/]", ["2020/old-name/index.html"]),
    ("aliases: /2020/old-name", ["2020/old-name/index.html"]),
    ("Aliases: [/a.html, /b.HTM, /c.php, /d/index.html]", ["a.html", "b.HTM", "c.php/index.html", "d/index.html"]),
    (
      "aliases: [old-name, ../up/, ../../top]",
      ["articles/2026/old-name/index.html", "articles/up/index.html", "top/index.html"]
    ),
    ("redirect_from: old-name", ["old-name/index.html"]),
    (
      "redirect_from:\n  - /one/\n  - /two/\naliases: [/one, /three/]",
      ["one/index.html", "three/index.html", "two/index.html"]
    ),
    ("aliases: [https://example.org/news/full/, http://www.example.org/other/]", ["full/index.html"]),
    ("aliases: [/caf%C3%A9/, /käse/]", ["café/index.html", "käse/index.html"]),
    ("aliases: [https://old.example.com/x, //other.example.com/y]", []),
    ("aliases: [/articles/2026/a/, /articles/2026/a]", []),
    ("aliases: []", []), ("aliases:", []), ("aliases: [Multiple sclerosis, \"\"]", []),
  ])
  func pagesThatLeadToTheArticle(lines: String, expected: [String]) throws {
    let read = try read(lines)
    #expect(read.article.formerPages.sorted() == expected.sorted())
    #expect(read.warnings == [])
  }

  @Test(arguments: [
    ("aliases: [/]", "4:11: `aliases`: \"/\" is the front page, so no page can lead from there"),
    (
      "aliases:\n  -\n  - /index.html",
      "6:5: `aliases`: \"/index.html\" is the front page, so no page can lead from there"
    ),
    ("redirect_from: /?p=12", "4:16: `redirect_from`: \"/?p=12\" has a query, so no page can lead from there"),
    (
      "aliases: [/../../etc/passwd]",
      "4:11: `aliases`: \"/../../etc/passwd\" leads out of the site, so no page can lead from there"
    ),
    (
      "aliases: [../../../../x]",
      "4:11: `aliases`: \"../../../../x\" leads out of the site, so no page can lead from there"
    ),
    (
      "aliases: [/a/%2e%2e/%2e%2e/%2e%2e/x]",
      "4:11: `aliases`: \"/a/%2e%2e/%2e%2e/%2e%2e/x\" is not a usable path, so no page can lead from there"
    ),
    (
      "aliases: [/a%2f..%2f..%2fx]",
      "4:11: `aliases`: \"/a%2f..%2f..%2fx\" is not a usable path, so no page can lead from there"
    ),
    ("aliases: [/.htaccess]", "4:11: `aliases`: \"/.htaccess\" is not a usable path, so no page can lead from there"),
    ("aliases: [/a%00b/]", "4:11: `aliases`: \"/a%00b/\" is not a usable path, so no page can lead from there"),
    ("aliases: [/%ff/]", "4:11: `aliases`: \"/%ff/\" is not a usable path, so no page can lead from there"),
    (
      "aliases: [\"javascript:alert(1)\"]",
      "4:11: `aliases`: \"javascript:alert(1)\" is not an http(s) URL or a path; ignored"
    ),
    (
      "aliases: [[1]]",
      "4:11: `aliases` has a list where an address belongs; write a URL or a path, for example /2020/old-name/"
    ),
    (
      "aliases:\n  a: b",
      "5:3: `aliases` has a table where an address belongs; write a URL or a path, for example /2020/old-name/"
    ),
  ])
  func whatCannotLeadAnywhereIsReportedWithItsPlace(lines: String, warning: String) throws {
    let read = try read(lines)
    #expect(read.article.formerPages == [])
    #expect(read.warnings == ["articles/2026/a.md:" + warning])
  }

  @Test func everyAddressIsAKey() throws {
    let lines = "aliases: [/old/, \"https://old.example.com/x?utm_source=a\", /?p=12, /, https://other.example.com/]"
    #expect(
      try read(lines).file.formerKeys == [
        "L:example.org/news/old", "L:old.example.com/x", "L:example.org/news?p=12", "L:example.org/news",
      ])
  }

  /// The program that renders the pages redirects these URLs.
  @Test func onTheOperatorsOwnSiteTheyAreOnlyKeys() throws {
    let read = try read("aliases: [/old/, beside, /?p=12]", link: "https://b.example/blog/:slug/")
    #expect(read.article.formerPages == [])
    #expect(read.warnings == [])
    #expect(read.file.formerKeys == ["L:b.example/old", "L:b.example/blog/beside", "L:b.example?p=12"])
  }

  /// Earlier versions took the vowel am apart.
  @Test(arguments: [("นำ", ["articles/น\u{E4D}\u{E32}/index.html"]), ("นา", []), ("Çamur", [])])
  func theFormerSpellingOfAnAddressLeadsToTheArticle(_ name: String, _ former: [String]) throws {
    let site = try TemporarySite(["articles/\(name).md": "---\ntitle: A\ndate: 2026-03-05\n---\nWords."])
    let reading = withExtendedLifetime(site) { site.source().read("articles/\(name).md") }
    guard case .article(let article, _) = reading else { throw NoArticle(reading: reading) }
    #expect(article.formerPages == former)
    if !former.isEmpty { #expect(article.page == "articles/\(name)/index.html") }
  }

  @Test func moreThanFiveHundredAreTooMany() throws {
    let list = (0...600).map { "/\($0)/" }.joined(separator: ", ")
    let read = try read("aliases: [\(list)]")
    #expect(read.article.formerPages.count == 500)
    #expect(read.warnings.count == 1)
    #expect(
      read.warnings.first?.hasSuffix(
        "`aliases` has more than 500 addresses, with those of all keys; the rest is ignored") == true)
  }
}
