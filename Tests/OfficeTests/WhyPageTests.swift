import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

@testable import Office

private let sunday = "2026-11-22T12:00:00Z"

/// `courant why` of a page that is not an article.
@Suite struct WhyPageTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    try site.folder.write("---\ntitle: About\n---\n![us](team.png)\n", to: "pages/about.md")
    try site.folder.write("---\ntitle: Terms\nmenu: false\n---\nText\n", to: "pages/terms.md")
    try site.folder.write("---\ntitle: Draft\ndraft: true\n---\nText\n", to: "pages/draft.md")
    try site.folder.write("---\nweight: 1\n---\nText\n", to: "pages/faulty.md")
    try site.folder.write("picture", to: "pages/team.png")
    try site.folder.write("picture", to: "pages/other.png")
    newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
  }

  private func why(_ text: String) throws -> [String] {
    let opened = try OpenedSite(folder: site.path)
    return try Why(opened, ledger: newsroom.ledger, now: .at(sunday)).explanation(of: text).lines
  }

  @Test(arguments: ["pages/about.md", "https://news.example.org/about/", "public/about/index.html"])
  func aPageIsNamedByItsFileAndByItsAddress(_ name: String) throws {
    #expect(
      try why(name) == [
        "pages/about.md: a page, not an article: in no list, feed or email; published as https://news.example.org/about/",
        "linked in the footer of every page",
      ])
  }

  @Test(arguments: [
    (
      "pages/terms.md",
      [
        "pages/terms.md: a page, not an article: in no list, feed or email; published as https://news.example.org/terms/",
        "not in the footer, because `menu` is false",
      ]
    ),
    ("pages/draft.md", ["pages/draft.md: held back by its author: `draft` in line 3 hides it"]),
    (
      "pages/faulty.md",
      ["pages/faulty.md:2:1: `title` is missing; add, for example, title: \"What is new\" (not published)"]
    ),
    ("pages/team.png", ["pages/team.png: published as https://news.example.org/pages/team.png"]),
    (
      "pages/other.png",
      ["pages/other.png: not published: no page shows it or links to it, or no run has published since"]
    ),
    (
      "pages",
      [
        "pages: 2 pages, 1 fault",
        "pages/faulty.md:2:1: `title` is missing; add, for example, title: \"What is new\" (not published)",
      ]
    ),
  ])
  func theReasonIsGiven(_ name: String, _ lines: [String]) throws { #expect(try why(name) == lines) }

  private static let easy = "articles/a.easy.md: the easy-to-read version of the article `a`"

  @Test(arguments: [
    "articles/a.easy.md", "https://news.example.org/articles/a/easy/", "public/articles/a/easy/index.html",
  ])
  func anEasyToReadVersionIsNamedByItsFileAndByItsAddress(_ name: String) throws {
    try site.folder.write("---\ntitle: Easy\n---\nText\n", to: "articles/a.easy.md")
    #expect(try why(name) == ["\(Self.easy); not published yet: the next run publishes it if the article is visible"])
    _ = try newsroom.run("2026-11-22T13:00:00Z")
    #expect(try why(name) == ["\(Self.easy); published as https://news.example.org/articles/a/easy/"])
  }

  @Test(arguments: [
    ("a", "title: Easy\ndraft: true", "a.easy.md: held back by its author: `draft` in line 3 hides it"),
    (
      "a", "title: Easy\nexpires: 2027-01-01",
      "a.easy.md: an easy-to-read version has the dates of its article; remove its own dates, or write draft: true"
        + " (not published)"
    ),
    (
      "b", "title: Easy",
      "b.easy.md: there is no article of this name, so this easy-to-read version is not published (not published)"
    ),
    (
      "c", "title: Easy",
      "c.easy.md: not published: its article is not; `courant why` with the article's file says why"
    ),
  ])
  func theReasonOfAnEasyToReadVersionIsGiven(_ name: String, _ head: String, _ line: String) throws {
    try site.folder.write("---\ntitle: C\ndate: 2026-11-20\ndraft: true\n---\nText\n", to: "articles/c.md")
    try site.folder.write("---\n\(head)\n---\nText\n", to: "articles/\(name).easy.md")
    #expect(try why("articles/\(name).easy.md") == ["articles/" + line])
  }
}
