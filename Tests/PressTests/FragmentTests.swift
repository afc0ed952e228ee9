import CourantTesting
import Foundation
import Couriers
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

/// Links to places in articles.
@Suite struct FragmentTests {
  private let site: SampleSite

  init() throws {
    site = try SampleSite()
    try write(
      "b", "## 1. What's *new* in 1.31?\n\n## Notes {#my-notes}\n\n<a id=\"what-s-not\"></a>\n\n## What's not\n")
  }

  private func write(_ id: String, _ body: String) throws {
    try site.folder.write(
      "---\ntitle: \(id)\ndate: 2026-11-20\ntopics: [a]\nsummary: S\n---\n\n\(body)\n", to: "articles/\(id).md")
  }

  private func checked() throws -> [String] {
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: .at("2026-11-23T12:00:00Z"), courier: { RecordingCourier() })
    let found = try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
    return found.map(\.description).filter { $0.contains("leads nowhere") }
  }

  /// By the file, by the page's path and by the whole URL; as Zola, kramdown, Pandoc and VuePress name the heading.
  @Test(arguments: ["b.md", "/articles/b/", "https://news.example.org/articles/b/"])
  func aLinkToAnotherArticleFindsTheHeading(_ address: String) throws {
    let ids = [
      "1-whats-new-in-131", "1-what-s-new-in-1-31", "whats-new-in-131", "whats-new-in-1.31", "_1-what-s-new-in-1-31",
      "my-notes", "what-s-not", "whats-not",
    ]
    try write("a", ids.map { "[x](\(address)#\($0))" }.joined(separator: "\n"))
    #expect(try checked() == [])
    let newsroom = try Newsroom(site)
    #expect(try newsroom.run("2026-11-23T12:00:00Z", only: .publish).notices == [])
    let page = try #require(site.folder.text("public/articles/b/index.html"))
    for id in ids { #expect(page.matches(of: try Regex("id=\"\(id)\"")).count == 1, "\(id)") }
  }

  @Test func aLinkToNoHeadingIsReportedByRunOnce() throws {
    try write("a", "text\n\n[x](b.md#gone)\n[y](/articles/b/#My-Notes) [z](#here) [w](/feeds/#all)\n[v](b.md#my-notes)")
    let b = "the link to https://news.example.org/articles/b/"
    let lines = [
      "articles/a.md:10: \(b)#gone leads nowhere on this site; correct it, or add what is missing",
      "articles/a.md:11: the link to https://news.example.org/articles/a/#here leads nowhere on this site; "
        + "correct it, or add what is missing",
      "articles/a.md:11: \(b)#My-Notes leads nowhere on this site; did you mean `#my-notes`?",
    ]
    let newsroom = try Newsroom(site)
    #expect(try newsroom.run("2026-11-23T12:00:00Z", only: .publish).notices == lines)
    // The file is read again, although its text is the same.
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: site.path + "/articles/a.md")
    let second = try newsroom.run("2026-11-23T12:05:00Z", only: .publish)
    #expect(second.articlesRead > 0)
    #expect(second.notices == [])
    #expect(try checked() == lines)
  }
}
