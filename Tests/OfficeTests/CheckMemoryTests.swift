import CourantTesting
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PublicPlace
import Testing
import Time

/// Checks of a site that has not changed since the last one.
struct CheckMemoryTests {
  private static let now = Instant.at("2026-11-29T12:00:00Z")
  private struct Checked: Equatable {
    let findings: [Finding]
    /// Whether the articles were read.
    let hasRead: Bool
  }

  /// - Parameter began: when the check begins, in seconds from now: by default, long after the files were written.
  private func check(
    _ site: SampleSite, at now: Instant = now, remembers: Bool = true, began: Double = 10
  ) throws -> Checked {
    let opened = try OpenedSite(folder: site.path)
    let ledger = try SQLLedger(inMemory: ())
    let readers = try SQLLedger(inMemory: ())
    let asked = AskedPaths()
    var ways = RunWays(courier: { RecordingCourier() })
    ways.output = opened.publicPlace(record: readers, now: now, asked: asked)
    let press = PressRun(opened, ledger: ledger, now: now, ways: ways)
    let memory = remembers ? CheckMemory(of: opened, asked: asked, began: Date() + began) : nil
    let findings = try SiteCheck(opened, press: press, readers: readers, memory: memory).findings()
    return Checked(findings: findings, hasRead: try ledger.articleCount() > 0)
  }

  private func site() throws -> SampleSite {
    let site = try SampleSite()
    try FileManager.default.createDirectory(atPath: site.path + "/var", withIntermediateDirectories: true)
    try site.folder.write(
      "---\ntitle: A\ndate: 2026-11-20\ntopics: [a]\nsummary: S\n---\n\n[B](/b.txt) and [C](/c.txt)\n",
      to: "articles/a.md")
    return site
  }

  @Test func aSiteThatHasNotChangedIsNotReadAgain() throws {
    let site = try site()
    let first = try check(site)
    #expect(first.hasRead)
    #expect(first.findings.contains { $0.sentence.contains("/b.txt") })
    #expect(try check(site) == Checked(findings: first.findings, hasRead: false))
    #expect(try check(site, remembers: false) == first)
  }

  @Test(arguments: [
    ("articles/a.md", "---\ntitle: Other\ndate: 2026-11-20\ntopics: [a]\nsummary: S\n---\n\nText.\n"),
    ("articles/new.md", "---\ntitle: New\n---\n\nText.\n"), ("articles/deep/er/new.md", "Text without a title.\n"),
    ("templates/article.html", "{{nothing"), ("pages/about.md", "---\ntitle: About\n---\n[x](/no/)\n"),
    ("static/b.txt", "B"), ("public/b.txt", "B"), ("feeds/other.toml", "title = \"Other\"\ntopics = [\"zzz\"]\n"),
  ])
  func anyChangeIsNoticed(_ path: String, _ text: String) throws {
    let site = try site()
    let before = try check(site)
    try site.folder.write(text, to: path)
    let changed = Result { try check(site) }
    let anew = Result { try check(site, remembers: false) }
    switch (changed, anew) {
    case (.success(let changed), .success(let anew)):
      #expect(changed == anew)
      #expect(changed.findings != before.findings)
    case (.failure(let changed), .failure(let anew)): #expect("\(changed)" == "\(anew)")
    default: Issue.record("one of them failed")
    }
    try site.folder.remove(path)
    if path != "articles/a.md" { #expect(try check(site).findings == before.findings) }
  }

  /// Files in `public/` that no link leads to may come and go.
  @Test func otherPublishedFilesDoNotMatter() throws {
    let site = try site()
    try site.folder.write("x", to: "public/index.html")
    _ = try check(site)
    try site.folder.write("x", to: "public/articles/x/index.html")
    #expect(try !check(site).hasRead)
  }

  /// They may have been read before they changed.
  @Test func filesThatChangeDuringACheckAreReadAgain() throws {
    let site = try site()
    _ = try check(site, began: -10)
    #expect(try check(site).hasRead)
    #expect(try !check(site).hasRead)
  }

  @Test func anArticlesDateAndTheNextDayEndIt() throws {
    let site = try site()
    try site.folder.write(
      "---\ntitle: Later\ndate: 2026-11-29T15:00:00Z\ntopics: [a]\nsummary: S\n---\n\n[D](/d.txt)\n",
      to: "articles/later.md")
    let first = try check(site)
    #expect(try !check(site, at: .at("2026-11-29T14:59:59Z")).hasRead)
    let then = try check(site, at: .at("2026-11-29T15:00:00Z"))
    #expect(then.hasRead)
    #expect(then.findings != first.findings)
    #expect(try !check(site, at: .at("2026-11-29T16:00:00Z")).hasRead)
    #expect(try check(site).hasRead, "an earlier moment")
    #expect(try check(site, at: .at("2026-11-30T12:00:00Z")).hasRead)
  }

  @Test(arguments: ["", "{}", "{\"key\": 1}", "no JSON"])
  func anUnusableMemoryIsReplaced(_ text: String) throws {
    let site = try site()
    let first = try check(site)
    try site.folder.write(text, to: "var/courant.check")
    #expect(try check(site) == first)
    #expect(try !check(site).hasRead)
  }

  @Test func withoutAFolderForItNothingIsKept() throws {
    let site = try site()
    try site.folder.remove("var")
    let first = try check(site)
    #expect(try check(site) == first)
    #expect(!FileManager.default.fileExists(atPath: site.path + "/var"))
  }
}
