import CourantTesting
import Foundation
import Glibc
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

private let noon = "2026-11-22T12:00:00Z"

/// `static/`, which is copied to `public/` as it is.
@Suite struct StaticFilesTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(site)
  }

  private func publish(_ now: String = noon) throws -> RunReport { try newsroom.run(now, only: .publish) }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: site.path + "/" + path, withDestinationPath: target)
  }

  private func check() throws -> [String] {
    let press = try newsroom.press(noon, on: SQLLedger(inMemory: ()))
    let opened = try OpenedSite(folder: site.path)
    return try SiteCheck(opened, press: press, readers: newsroom.ledger).findings().map(\.description)
      .filter { $0.hasPrefix("static") }
  }

  @Test func filesOfEveryKindAreCopiedToTheSamePaths() throws {
    let files = [
      "fonts/text.woff2", "img/logo.svg", ".well-known/security.txt", "humans.txt", "old/page.html", "CNAME",
      ".nojekyll",
      "é ü/a b.pdf",
    ]
    for file in files { try site.folder.write("bytes of \(file)", to: "static/" + file) }
    let report = try publish()
    #expect(report.problems == [])
    #expect(Set(files).isSubset(of: report.filesWritten))
    for file in files { #expect(site.folder.text("public/" + file) == "bytes of \(file)") }
    #expect(try check() == [])
  }

  /// Under any name.
  @Test func copiesOfTheSitesOwnFilesAndPrivateKeysAreRefused() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings, to: "static/copy.txt")
    try site.folder.write("x\n-----BEGIN EC PRIVATE KEY-----\nMHc\n", to: "static/deep/key.txt")
    try site.folder.write("SQLite format 3\u{0}…CREATE TABLE subscriber (id)", to: "static/a.db")
    try site.folder.write("SQLite format 3\u{0}…CREATE TABLE book (id)", to: "static/books.db")
    try site.folder.write("-----BEGIN PUBLIC KEY-----\n", to: "static/public.pem")
    let report = try publish()
    let written = report.filesWritten.filter {
      ["copy.txt", "deep/key.txt", "a.db", "books.db", "public.pem"].contains($0)
    }
    #expect(Set(written) == ["books.db", "public.pem"])
    let copy = "this file is a copy of the site's settings, passwords or ledger; it is never published. Remove it"
    let key =
      "this file contains a private key; it is never published. Move it, and create a new key if it was published before"
    for line in ["static/a.db: \(copy)", "static/copy.txt: \(copy)", "static/deep/key.txt: \(key)"] {
      #expect(report.problems.contains { $0.contains(line) }, "\(line)")
      #expect(try check().contains(line), "\(line)")
    }
  }

  @Test func anUnchangedFileIsNotReadAgainAndARemovedOneIsRemoved() throws {
    try site.folder.write("one", to: "static/deep/er/a.txt")
    _ = try publish()
    // Its date would change if the run wrote it, and it would be missing if the run needed its bytes.
    #expect(try publish().filesWritten == [])
    try site.folder.write("two", to: "static/deep/er/a.txt")
    #expect(try publish().filesWritten == ["deep/er/a.txt"])
    #expect(site.folder.text("public/deep/er/a.txt") == "two")
    try site.folder.remove("static/deep")
    #expect(try publish().filesRemoved == ["deep/er/a.txt"])
    #expect(!FileManager.default.fileExists(atPath: site.path + "/public/deep"))
    #expect(try publish().filesRemoved == [])
  }

  @Test func whatEditorsAndVersionControlLeaveIsIgnored() throws {
    for name in [".DS_Store", "Thumbs.db", ".gitkeep", "a.txt~", ".a.txt.swp", "#a#", "._a"] {
      try site.folder.write("x", to: "static/" + name)
    }
    try site.folder.write("x", to: "static/.git/config")
    let report = try publish()
    #expect(report.problems == [])
    #expect(site.folder.files().filter { $0.hasPrefix("public/") && site.folder.text($0) == "x" } == [])
    #expect(try check() == [])
  }

  @Test func aHiddenFileIsNotPublishedAndTheCheckSaysSo() throws {
    for path in [".env", "a/.htpasswd", ".well-known/.secret"] { try site.folder.write("secret", to: "static/" + path) }
    #expect(try publish().problems == [])
    #expect(site.publicFiles.values.allSatisfy { $0 != "secret" })
    let why = "hidden files are not published, except .well-known, .htaccess and .nojekyll; rename it"
    #expect(try check() == ["static/.env: \(why)", "static/.well-known/.secret: \(why)", "static/a/.htpasswd: \(why)"])
  }

  @Test func aLinkASpecialFileAndAKeyAreRefusedByNameAndTheRestIsPublished() throws {
    try site.folder.write("fine", to: "static/fine.txt")
    try link("static/link.txt", to: "fine.txt")
    try link("static/folder", to: "../articles")
    #expect(mkfifo(site.path + "/static/pipe", 0o600) == 0)
    #expect(Glibc.link(site.path + "/schedule.conf", site.path + "/static/settings.txt") == 0)
    let report = try publish()
    let notFollowed = "is a symbolic link, which is not followed; replace it with what it leads to"
    let expected = [
      "static/folder: \(notFollowed)", "static/link.txt: \(notFollowed)",
      "static/pipe: is not a regular file, so it cannot be published; remove it",
      "static/settings.txt: this file belongs to the site's settings, keys or ledger; it is never published",
    ]
    #expect(report.problems == expected)
    #expect(report.exitCode == .badContent)
    #expect(site.folder.text("public/fine.txt") == "fine")
    #expect(try check() == expected)
    // Also if nothing else changes.
    #expect(try publish().problems == expected)
  }

  @Test func aLinkInPlaceOfTheFolderPublishesNothing() throws {
    try site.folder.write("draft", to: "drafts/secret.md")
    try link("static", to: "drafts")
    #expect(
      try publish().problems == ["static: is a symbolic link, which is not followed; replace it with the folder itself"]
    )
    #expect(site.publicFiles.values.allSatisfy { $0 != "draft" })
  }

  @Test func aFileInPlaceOfAPageOrAFeedIsRefusedAndThePageStays() throws {
    let paths = [
      "articles/a/index.html", "feeds/all/rss.xml", "feeds/all/rss.xml.gz", "index.html/x.txt", "sitemap.xml",
      "archive/weekly/7/index.html", "articles/a/card.png",
    ]
    for path in paths { try site.folder.write("mine", to: "static/" + path) }
    let report = try publish()
    let sentences = [
      "archive/weekly/7/index.html: not published: the page of a past issue has this address, or will have it; rename it",
      "articles/a/card.png: not published: the card of a page has this address; rename it",
      "articles/a/index.html: not published: Courant publishes something else at /articles/a/index.html; rename it",
      "feeds/all/rss.xml.gz: not published: Courant publishes something else at /feeds/all/rss.xml.gz; rename it",
      "feeds/all/rss.xml: not published: Courant publishes something else at /feeds/all/rss.xml; rename it",
      "index.html/x.txt: not published: Courant publishes a file at /index.html, so there can be no folder; rename it",
      "sitemap.xml: not published: Courant publishes something else at /sitemap.xml; rename it",
    ].map { "static/" + $0 }
    #expect(report.problems == sentences)
    #expect(report.exitCode == .badContent)
    #expect(site.publicFiles.values.allSatisfy { $0 != "mine" })
    let found = try check()
    #expect(Set(found) == Set(sentences))
    #expect(try publish().problems == sentences)
  }

  @Test func aFileWithTheNameOfAFolderIsRefused() throws {
    try site.folder.write("mine", to: "static/articles")
    try site.folder.write("theirs", to: "public/byhand/a.txt")
    try site.folder.write("mine", to: "static/byhand")
    #expect(
      try publish().problems == [
        "static/articles: not published: Courant publishes files below /articles/; rename it",
        "static/byhand: not published: there is a folder or a link at public/byhand, or a file in place of its folder; "
          + "remove that, or rename this file",
      ])
    #expect(site.folder.text("public/byhand/a.txt") == "theirs")
  }

  @Test func aLaterArticleTakesItsAddressFromAStaticFile() throws {
    try site.folder.write("mine", to: "static/articles/b/index.html")
    #expect(try publish().problems == [])
    try site.article("b", dated: "2026-11-21")
    let report = try publish("2026-11-22T13:00:00Z")
    let why = "not published: Courant publishes something else at /articles/b/index.html; rename it"
    #expect(report.problems == ["static/articles/b/index.html: \(why)"])
    #expect(site.folder.text("public/articles/b/index.html")?.contains("The body of b.") == true)
  }

  @Test func ownRobotsAndIconReplaceTheMadeOnesUntilTheyAreRemoved() throws {
    _ = try publish()
    let made = ["robots.txt", "icon.svg"].map { site.folder.text("public/" + $0) }
    try site.folder.write("User-agent: *\nDisallow: /\n", to: "static/robots.txt")
    try site.folder.write("<svg/>", to: "static/icon.svg")
    #expect(try publish().problems == [])
    #expect(site.folder.text("public/robots.txt") == "User-agent: *\nDisallow: /\n")
    #expect(site.folder.text("public/icon.svg") == "<svg/>")
    try site.folder.remove("static")
    _ = try publish()
    #expect(["robots.txt", "icon.svg"].map { site.folder.text("public/" + $0) } == made)
  }

  @Test func anArticleMayLinkToAStaticFileAndItsFormerAddressTakesNone() throws {
    try site.folder.write("x", to: "static/old/page.html")
    try site.article("b", dated: "2026-11-20", more: ["aliases: [/old/page.html]"])
    try site.folder.write(
      "---\ntitle: C\ndate: 2026-11-20\n---\n[here](/old/page.html) [gone](/old/none.html)\n", to: "articles/c.md")
    _ = try publish()
    #expect(site.folder.text("public/old/page.html") == "x")
    let press = try newsroom.press(noon, on: SQLLedger(inMemory: ()))
    let found = try SiteCheck(OpenedSite(folder: site.path), press: press, readers: newsroom.ledger).findings()
    let dead = found.filter { $0.path == "articles/c.md" }.map(\.description)
    #expect(dead.count == 1 && dead[0].contains("/old/none.html"))
  }

  @Test func whatWasPublishedStaysWhileTheFolderCannotBeRead() throws {
    try site.folder.write("x", to: "static/a/b.txt")
    _ = try publish()
    // A link in place of the folder cannot be read, for anyone.
    try FileManager.default.moveItem(atPath: site.path + "/static", toPath: site.path + "/elsewhere")
    try link("static", to: "elsewhere")
    let report = try publish()
    #expect(report.filesRemoved == [])
    #expect(site.folder.text("public/a/b.txt") == "x")
  }

  @Test func aFolderOfArticlesIsNotCopied() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("folder = \"articles\"", with: "folder = \"static\""), to: "schedule.conf")
    try site.folder.write("---\ntitle: Draft\ndraft: true\n---\nSecret.\n", to: "static/draft.md")
    try newsroom.reopen()
    _ = try publish()
    #expect(site.publicFiles.keys.filter { $0.hasSuffix("draft.md") } == [])
  }

  @Test func aSiteWithoutPagesHasItsStaticFiles() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("time_zone", with: "pages = false\ntime_zone"), to: "schedule.conf")
    try newsroom.reopen()
    try site.folder.write("x", to: "static/a.txt")
    _ = try publish()
    #expect(site.folder.text("public/a.txt") == "x")
  }
}
