import CourantTesting
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// `templates/head-extra.html` and `templates/body-end.html`.
@Suite struct PageHooksTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20", more: ["questions: [Why?]"])
    try site.folder.write("---\ntitle: About\n---\nWe write.\n", to: "pages/about.md")
    newsroom = try Newsroom(site)
  }

  private func hook(head: String, end: String) throws {
    try site.folder.write(head, to: "templates/head-extra.html")
    try site.folder.write(end, to: "templates/body-end.html")
    try newsroom.reopen()
  }

  private var pages: [String: String] { site.publicFiles.filter { $0.key.hasSuffix(".html") } }

  private func warnings() throws -> [String] {
    let press = try newsroom.press(sunday, on: SQLLedger(inMemory: ()))
    let found = try SiteCheck(OpenedSite(folder: site.path), press: press, readers: newsroom.ledger).findings()
    return found.map(\.description).filter { $0.hasPrefix("templates/") || $0.contains("promise") }
  }

  /// Otherwise every page would be empty.
  @Test func markupThatDoesNotEndIsAFaultAndPagesStay() throws {
    _ = try newsroom.run(sunday)
    let before = site.publicFiles
    try hook(head: "<meta name=\"a\">\n <!-- oops", end: "")
    let report = try newsroom.run(sunday)
    let line =
      "templates/head-extra.html:2:2: the comment that begins here does not end, so browsers would show nothing of the page after "
      + "it; end it"
    #expect(report.problems.contains { $0.contains(line) })
    #expect(report.codes.contains(.badConfiguration))
    #expect(site.publicFiles["public/index.html"] == before["public/index.html"])
    #expect(try warnings().contains(line))
  }

  @Test func everyPageHasThemAtTheEndOfItsHeadAndOfItsBodyAndNoMailDoes() throws {
    try hook(head: "<meta name=\"x\" content=\"{{site.title}}\">", end: "<p id=\"banner\">Hello</p>")
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    #expect(pages.keys.contains("public/archive/weekly/1/index.html"))
    for (path, text) in pages {
      #expect(text.contains("<meta name=\"x\" content=\"Research news\">\n</head>"), "\(path)")
      #expect(text.hasSuffix("<p id=\"banner\">Hello</p>\n</body>\n</html>\n"), "\(path)")
    }
    let others = site.publicFiles.filter { !$0.key.hasSuffix(".html") }
    #expect(others.values.allSatisfy { !$0.contains("banner") })
    let mail = try #require(newsroom.mails.first)
    #expect(!String(decoding: mail.message, as: UTF8.self).contains("banner"))
  }

  @Test func withoutThemPagesAreAsBeforeAndThePagesOfPastIssuesLoseThemToo() throws {
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let before = pages
    try hook(head: "<meta name=\"x\">", end: "<p>Hello</p>")
    _ = try newsroom.run("2026-11-23T08:00:00Z")
    #expect(pages.values.allSatisfy { $0.contains("<p>Hello</p>") })
    try site.folder.remove("templates/head-extra.html")
    try site.folder.remove("templates/body-end.html")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-23T09:00:00Z")
    #expect(pages == before)
  }

  @Test func aTemplateOfOnesOwnNeedNotIncludeThem() throws {
    try site.folder.write(
      "<!DOCTYPE html><html><HEAD><title>x</title></HEAD ><body><main>x</main></BODY></html>",
      to: "templates/index.html")
    try hook(head: "<meta name=\"x\">", end: "<p>Hello</p>")
    _ = try newsroom.run(sunday)
    let expected =
      "<!DOCTYPE html><html><HEAD><title>x</title><meta name=\"x\">\n</HEAD ><body><main>x</main><p>Hello</p>\n</BODY></html>"
    #expect(pages["public/index.html"] == expected)
  }

  @Test func aPageThatOnlyLeadsToAnotherHasNone() throws {
    try site.article("b", dated: "2026-11-20", more: ["aliases: [/old/]"])
    try hook(head: "<meta name=\"x\">", end: "<p>Hello</p>")
    _ = try newsroom.run(sunday)
    #expect(pages["public/old/index.html"]?.contains("Hello") == false)
  }

  @Test func aMistakeInOneIsToldByLineAndNothingIsPublishedOverIt() throws {
    try hook(head: "<meta>\n{{page.title}}", end: "")
    let report = try newsroom.run(sunday)
    #expect(report.exitCode == .badConfiguration)
    #expect(report.problems.count == 1)
    #expect(report.problems.first?.hasPrefix("templates/head-extra.html:2:1: ") == true)
    #expect(try warnings().filter { $0.hasPrefix("templates/head-extra.html:2:1: ") }.count == 1)
  }

  @Test func theCheckTellsWhatIsAskedOfOtherServers() throws {
    try hook(
      head: """
        <script defer src="https://stats.example.com/a.js"></script>
        <link rel="stylesheet" href="//fonts.example.net/x.css"><link rel="stylesheet" href="/own.css">
        <style>@font-face { src: url(http://cdn.example.com/a.woff2) }</style>
        """,
      end: """
        <img src="https://news.example.org/a.png"><img src="pixel.gif"><a href="https://elsewhere.example">x</a>
        <iframe src="https://frames.example.com/"></iframe>
        <script>fetch("x")</script><script type="application/ld+json">{}</script>
        """)
    func asks(_ what: String) -> String {
      "every page asks \(what); that server learns who reads what, so tell your readers"
    }
    let promise =
      "schedule.conf: the foot of every page says \"No tracking, no cookies, no advertising.\", but pages ask other servers; "
      + "if that is not true any more, change `promise` in [words]"
    let found = try warnings()
    #expect(
      found == [
        promise,
        "templates/body-end.html:1:48: `pixel.gif` is relative to the address of each page; begin it with {{site.url}}/",
        "templates/body-end.html:2:9: " + asks("frames.example.com for a frame"),
        "templates/body-end.html:3:1: what this script asks of other servers is not known; if it asks any, tell your readers",
        "templates/head-extra.html:1:15: " + asks("stats.example.com for a script"),
        "templates/head-extra.html:2:24: " + asks("fonts.example.net for a style sheet"),
        "templates/head-extra.html:3:26: "
          + asks("cdn.example.com for a file of a style sheet, by http:, which browsers block here"),
      ])
  }

  @Test func hooksThatAskNobodyLeaveThePromiseAlone() throws {
    try hook(
      head: "<link rel=\"me\" href=\"https://social.example\">", end: "<img src=\"{{site.url}}/a.png\" alt=\"\">")
    #expect(try warnings() == [])
  }
}
