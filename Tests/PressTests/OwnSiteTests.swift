import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// Articles that are read on the operator's own site, from run to run.
@Suite struct OwnSiteTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  /// As in the sample site.
  private let settings: String

  init() throws {
    site = try SampleSite()
    settings = site.folder.text("schedule.conf") ?? ""
    try site.article("a", dated: "2026-11-20", more: ["questions: [Why?]"])
    newsroom = try Newsroom(site)
  }

  private func setLink(_ line: String) throws {
    let folder = "folder = \"articles\"\n"
    try site.folder.write(settings.replacing(folder, with: folder + line + "\n"), to: "schedule.conf")
    try newsroom.reopen()
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: site.path + "/public/" + path) }

  private func feed() throws -> String { site.folder.text("public/feeds/all/atom.xml") ?? "" }

  @Test func suchAnArticleHasNoPageAndFeedsLeadToItsOwn() throws {
    try setLink("link = \"https://blog.example.org/:year/:slug/\"")
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    #expect(!exists("articles/a"))
    #expect(try feed().contains("href=\"https://blog.example.org/2026/a/\""))
    try site.article("a", dated: "2026-11-20", more: ["draft: true"])
    _ = try newsroom.run("2026-11-22T13:00:00Z")
    #expect(!exists("articles/a"))
    #expect(try !feed().contains("<entry>"))
  }

  @Test func anotherLinkIsNoticedAndThePageGoesAndComesBack() throws {
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    #expect(exists("articles/a/index.html"))
    try setLink("link = \"https://blog.example.org/:slug/\"")
    _ = try newsroom.run("2026-11-22T13:00:00Z")
    #expect(!exists("articles/a/index.html"))
    #expect(try feed().contains("href=\"https://blog.example.org/a/\""))
    try setLink("")
    _ = try newsroom.run("2026-11-22T14:00:00Z")
    #expect(exists("articles/a/index.html"))
    #expect(try feed().contains("href=\"https://news.example.org/articles/a/\""))
  }

  @Test func excludedFilesAreWithdrawn() throws {
    try site.article("b", dated: "2026-11-20")
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    #expect(try newsroom.ledger.articleCount() == 2)
    try setLink("exclude = [\"b.md\"]")
    _ = try newsroom.run("2026-11-22T13:00:00Z")
    #expect(try newsroom.ledger.places().map(\.path) == ["articles/a.md"])
  }
}
