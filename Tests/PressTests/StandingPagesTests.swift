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

/// `pages/NAME.md`: pages that are not articles.
@Suite struct StandingPagesTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(site)
    try page("about", "title: About\nweight: 10", "We write.")
  }

  private func page(_ name: String, _ head: String, _ body: String = "Text.") throws {
    try site.folder.write("---\n\(head)\n---\n\(body)\n", to: "pages/\(name).md")
  }

  private func publish(_ now: String = sunday) throws -> RunReport { try newsroom.run(now, only: .publish) }

  /// The titles and URLs in the footer of a page.
  private func footer(_ path: String = "articles/a/index.html") -> [String] {
    let text = site.folder.text("public/" + path) ?? ""
    let list = text.firstMatch(of: /(?s)<ul class="pages">.*?<\/ul>/)?.output ?? ""
    return list.matches(of: /<a href="([^"]*)"[^>]*>([^<]*)<\/a>/).map { "\($0.output.2) \($0.output.1)" }
  }

  private func body(_ path: String) -> String? {
    let text = site.folder.text("public/" + path)
    return text?.firstMatch(of: /(?s)<div class="body"[^>]*>\n(.*?)\n*<\/div>/).map { String($0.output.1) }
  }

  @Test func aPageIsInTheFooterAndInTheSitemapAndNowhereElse() throws {
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let address = "https://news.example.org/about/"
    #expect(body("about/index.html") == "<p>We write.</p>")
    let naming = site.publicFiles.filter { $0.value.contains(address) && !$0.value.contains("<ul class=\"pages\">") }
    #expect(naming.keys.sorted() == ["public/sitemap.xml"])
    let everyPage = site.publicFiles.filter { $0.key.hasSuffix(".html") }
    #expect(everyPage.allSatisfy { $0.value.contains("<a href=\"\(address)\"") })
    let mail = try #require(newsroom.mails.first)
    #expect(!String(decoding: mail.message, as: UTF8.self).contains("/about/"))
  }

  @Test func theFooterIsInTheOrderOfWeightsThenOfTitles() throws {
    try page("zebra", "title: Aardvark")
    try page("contact", "title: Contact\nweight: 20")
    try page("privacy", "title: Privacy\nweight: 5")
    try page("quiet", "title: Quiet\nmenu: false")
    try page("b", "title: Badger")
    _ = try publish()
    let names = ["Privacy privacy", "About about", "Contact contact", "Aardvark zebra", "Badger b"]
    let entries: [String] = names.map { $0.replacing(" ", with: " https://news.example.org/") + "/" }
    #expect(footer() == entries)
    #expect(footer("about/index.html") == footer())
    #expect(body("quiet/index.html") == "<p>Text.</p>")
  }

  /// Each entry of the menu on a page, the current one with a star.
  private func menu(_ path: String) -> [String] {
    let text = site.folder.text("public/" + path) ?? ""
    let list = text.firstMatch(of: /(?s)<nav class="menu".*?<\/nav>/)?.output ?? ""
    return list.matches(of: /<a [^>]*href="[^"]*"([^>]*)>([^<]*)<\/a>/).map {
      $0.output.2 + ($0.output.1.contains("aria-current") ? "*" : "")
    }
  }

  @Test func aPageMayBeInTheMenu() throws {
    _ = try publish()
    let before = menu("articles/a/index.html")
    #expect(before.count == 2 && !before.contains("About"))
    try page("about", "title: About\nweight: 10\nmenu: top", "We write.")
    _ = try publish("2026-11-22T12:05:00Z")
    #expect(menu("articles/a/index.html") == before.dropLast() + ["About"] + before.suffix(1))
    #expect(menu("about/index.html") == before.dropLast() + ["About*"] + before.suffix(1))
    #expect(footer() == ["About https://news.example.org/about/"])
  }

  @Test func aSecondRunWritesNothingAndAChangeOnlyItsPage() throws {
    _ = try publish()
    #expect(try publish().filesWritten == [])
    try page("about", "title: About\nweight: 10", "We write well.")
    #expect(try publish().filesWritten == ["about/index.html"])
    #expect(try publish().filesWritten == [])
  }

  @Test(arguments: [
    "draft: true", "published: false", "publishDate: 2026-11-22 13:00", "date: 2027-01-01", "expiryDate: 2026-11-21",
    "status: private",
  ])
  func aMarkThatHidesAnArticleHidesAPageAndTheFileThatItShows(_ line: String) throws {
    try site.folder.write("picture", to: "pages/team.png")
    try page("about", "title: About", "![us](team.png)")
    _ = try publish()
    #expect(site.folder.text("public/pages/team.png") == "picture")
    try page("about", "title: About\n\(line)", "![us](team.png)")
    #expect(try publish().problems == [])
    #expect(footer() == [])
    #expect(site.folder.text("public/about/index.html") == nil)
    #expect(site.folder.text("public/pages/team.png") == nil)
    #expect(site.folder.text("public/sitemap.xml")?.contains("about") == false)
  }

  @Test func anEmbargoEndsWithoutAnyEdit() throws {
    try page("about", "title: About\npublishDate: 2026-11-22 13:00")
    _ = try publish()
    #expect(footer() == [])
    #expect(Set(try publish("2026-11-22T13:00:00Z").filesWritten).isSuperset(of: ["about/index.html", "index.html"]))
  }

  @Test func aPageWhoseFileIsGoneIsGone() throws {
    _ = try publish()
    try site.folder.remove("pages/about.md")
    #expect(try publish().filesRemoved == ["about/index.html"])
    #expect(footer() == [])
  }

  @Test func aFaultyPageIsReportedByItsLineAndStopsNothingElse() throws {
    try page("contact", "title: Contact\nweight: heavy")
    try page("untitled", "weight: 1")
    try page("unclear", "title: Unclear\ndraft: maybe")
    let report = try publish()
    #expect(
      report.problems == [
        "pages/contact.md:3:9: `weight` must be a whole number, for example weight: 10; found a string (skipped)",
        "pages/unclear.md:3:8: `draft` is \"maybe\", which could mean that this must not be published; write "
          + "`draft: true` to hide it, or correct or remove this key (skipped)",
        "pages/untitled.md:2:1: `title` is missing; add, for example, title: \"What is new\" (skipped)",
      ])
    #expect(report.exitCode == .badContent)
    #expect(footer() == ["About https://news.example.org/about/"])
  }

  @Test(arguments: ["articles", "Topics", "feeds", "archive", "index", "years", "authors", "pages", "topics/x"])
  func aNameThatCourantNeedsIsAnError(_ name: String) throws {
    try page(name, "title: Mine")
    let first = name.lowercased().prefix { $0 != "/" }
    let place = first == "index" ? "/" : "/\(first)/"
    let sentence = "Courant's own pages are at \(place), so no other page can be; rename this file (skipped)"
    #expect(try publish().problems == ["pages/\(name).md: \(sentence)"])
    #expect(footer() == ["About https://news.example.org/about/"])
  }

  @Test func aNameThatCouldBeAFilesIsAnError() throws {
    try page("style.css", "title: Mine")
    let sentence =
      "the name of a page becomes its address, /style.css/, which cannot contain a dot; rename this file (skipped)"
    #expect(try publish().problems == ["pages/style.css.md: \(sentence)"])
    #expect(site.folder.text("public/style.css")?.isEmpty == false)
  }

  @Test func ofTwoPagesWithOneAddressTheFirstIsPublished() throws {
    try page("About", "title: First")
    let sentence = "pages/About.md has the same address, /about/; rename one of them (skipped)"
    #expect(try publish().problems == ["pages/about.md: \(sentence)"])
    #expect(footer() == ["First https://news.example.org/about/"])
  }

  @Test func pagesAndArticlesLinkToEachOtherByTheirFiles() throws {
    try site.folder.write("picture", to: "articles/a.png")
    try page("contact", "title: Contact")
    try page(
      "about", "title: About", "[c](contact.md) [a](../articles/a.md#x) ![p](../articles/a.png) [n](../articles/n.md)")
    try site.folder.write(
      "---\ntitle: B\ndate: 2026-11-20\n---\n[about](../pages/about.md#us) [gone](../pages/gone.md)\n",
      to: "articles/b.md")
    let notice = { (place: String, link: String) in
      "\(place): `\(link)`: this link leads to nothing that is published; correct it, or add the file"
    }
    let notices = try publish().notices
    #expect(
      notices == [notice("articles/b.md:5", "../pages/gone.md"), notice("pages/about.md:4", "../articles/n.md")])
    let links = body("about/index.html")?.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1) }
    let base = "https://news.example.org/"
    #expect(
      links == [base + "contact/", base + "articles/a/#x", base + "articles/a.png", "\(base)articles/n.md"])
    #expect(body("articles/b/index.html")?.contains("href=\"\(base)about/#us\"") == true)
    // Reported once; the link works as soon as the page exists.
    try page("gone", "title: Gone")
    #expect(try publish().notices == [])
    #expect(body("articles/b/index.html")?.contains("href=\"\(base)gone/\"") == true)
  }

  @Test func aFileThatNoPageShowsIsNotPublished() throws {
    try site.folder.write("picture", to: "pages/team.png")
    try site.folder.write("secret", to: "pages/minutes.pdf")
    try page("about", "title: About", "![us](team.png) <!-- minutes.pdf -->")
    _ = try publish()
    #expect(site.folder.text("public/pages/team.png") == "picture")
    #expect(site.folder.text("public/pages/minutes.pdf") == nil)
    #expect(body("about/index.html")?.contains("src=\"https://news.example.org/pages/team.png\"") == true)
  }

  @Test func aPageWithAPlaceToFillInIsNotPublished() throws {
    try page("about", "title: About", "We are [FILL IN: your name], in\nLondon. [FILL IN: more]")
    let words = { (gap: String) in
      "`\(gap)` is still to be filled in; write what is true of your site, or delete it (skipped)"
    }
    #expect(
      try publish().problems == [
        "pages/about.md:4:8: " + words("[FILL IN: your name]"), "pages/about.md:5:9: " + words("[FILL IN: more]"),
      ])
    #expect(footer() == [])
  }

  @Test func theIssuesPageAlsoHasTheFooter() throws {
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    #expect(footer("archive/weekly/1/index.html") == ["About https://news.example.org/about/"])
  }

  @Test func withoutPagesThereAreNone() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[site]", with: "[site]\npages = false"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try publish()
    #expect(site.folder.text("public/about/index.html") == nil)
  }

  @Test func aSourceOfArticlesInThatFolderStaysOne() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(
      settings.replacing("folder = \"articles\"", with: "folder = \"pages\""), to: "schedule.conf")
    try site.article("b", dated: "2026-11-20", file: "pages/b.md")
    try site.folder.remove("pages/about.md")
    try newsroom.reopen()
    #expect(try publish().problems == [])
    #expect(site.folder.text("public/articles/b/index.html") != nil)
    #expect(site.folder.text("public/b/index.html") == nil)
  }

  /// As if a disk were not mounted: the file may be unchanged.
  @Test func aPageThatCannotBeReadNowStaysPublished() throws {
    try page("contact", "title: Contact")
    _ = try publish()
    try site.folder.remove("pages/about.md")
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/pages/about.md", withDestinationPath: "/nowhere/about.md")
    let report = try publish()
    #expect(report.problems == ["pages/about.md: this link leads nowhere; correct or remove it (skipped)"])
    #expect(report.filesRemoved == [])
    #expect(body("about/index.html") == "<p>We write.</p>")
    try site.folder.remove("pages/about.md")
    #expect(try publish().filesRemoved == ["about/index.html"])
  }
}
