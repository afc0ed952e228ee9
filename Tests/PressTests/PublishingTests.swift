import Couriers
import CourantTesting
import Files
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// The files that are written under `public/`, and those that are left alone.
@Suite struct PublishingTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"], "ms": ["multiple sclerosis"]])
    try site.article("a", dated: "2026-11-19", topics: ["multiple sclerosis"])
    try site.article("b", dated: "2026-11-20")
    newsroom = try Newsroom(site)
  }

  @Test func tenRunsAtTenMomentsWriteNothing() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    let before = try files()
    for hour in 10...19 {
      let report = try publish("2026-11-22T\(hour):00:00Z")
      #expect(report.filesWritten == [] && report.filesRemoved == [])
    }
    #expect(try files() == before)
    #expect(before.count > 10)
  }

  @Test func oneChangedBodyChangesItsPageAndTheFeedsThatHaveIt() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    let before = try files()
    try rewrite("b", adding: "One more line.")
    let report = try publish("2026-11-21T13:00:00Z")
    let all = ["atom.xml", "feed.json", "rss.xml"].map { "feeds/all/" + $0 }
    #expect(Set(report.filesWritten) == Set(all + ["articles/b/index.html"]))
    let after = try files()
    #expect(
      Set(after.keys.filter { after[$0] != before[$0] })
        == Set(all + all.map { $0 + ".gz" } + ["articles/b/index.html"]))
  }

  @Test func aDeletedFileIsWrittenAgain() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    let before = site.publicFiles
    for path in ["public/articles/a/index.html", "public/feeds/all/rss.xml.gz"] { try site.folder.remove(path) }
    #expect(try publish("2026-11-21T13:00:00Z").filesWritten == ["articles/a/index.html"])
    #expect(site.publicFiles == before)
    #expect(try files().keys.contains("feeds/all/rss.xml.gz"))
  }

  /// Else each page would grow with the number of feeds.
  @Test(arguments: [24, 25]) func pagesOfASiteWithManyFeedsLinkOnlyTheOneOfEverything(count: Int) throws {
    var feeds = ["all": ["*"]]
    for number in 1..<count { feeds["f\(number)"] = ["topic \(number)"] }
    let site = try SampleSite(feeds: feeds)
    try site.article("a", dated: "2026-11-19", topics: ["topic 3"])
    _ = try Newsroom(site).run("2026-11-21T12:00:00Z", only: .publish)
    let page = site.folder.text("public/articles/a/index.html") ?? ""
    #expect(page.contains("/feeds/all/rss.xml"))
    #expect(page.contains("/feeds/f3/rss.xml") == (count == 24))
    #expect(site.folder.text("public/feeds/index.html")?.contains("/feeds/f3/") == true)
    #expect(site.folder.text("public/feeds/f3/index.html")?.contains("/feeds/f3/rss.xml") == true)
  }

  /// Runs with nothing to do look for a few files each, in turn.
  @Test func aDeletedFileOfALargeSiteIsWrittenAgainByOneOfTheNextRuns() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    let before = site.publicFiles
    let ledger = newsroom.ledger
    let paths = try ledger.publishedPaths(after: "", limit: .max).filter { !$0.hasSuffix(".gz") }
    #expect(paths.count > 20)
    for path in [paths[0], paths[11], paths[paths.count - 1]] {
      try site.folder.remove("public/" + path)
      var written: [String] = []
      for minute in 10..<(10 + paths.count / 2) where written.isEmpty {
        written = try publish("2026-11-21T13:\(minute):00Z", lookingFor: 4).filesWritten
      }
      #expect(written == [path])
      #expect(site.publicFiles == before)
    }
  }

  @Test func filesOfAKilledRunAreNotMistakenForOlderOnes() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    let (before, text) = (site.publicFiles, site.folder.text("articles/b.md") ?? "")
    // The last file has its name when the ledger dies: it never hears of it.
    try rewrite("b", adding: "A line that is taken back.")
    let stopping = StoppingLedger(newsroom.ledger, stopping: .beforeFirst(of: "confirm(_:)"))
    _ = try newsroom.run("2026-11-21T13:00:00Z", only: .publish, on: stopping)
    #expect(stopping.isStopped)
    #expect(site.publicFiles != before)
    try site.folder.write(text, to: "articles/b.md")
    _ = try publish("2026-11-21T14:00:00Z")
    #expect(site.publicFiles == before)
  }

  @Test func aCompressedFileHasTheDateOfItsFile() throws {
    _ = try publish("2026-11-21T12:00:00Z")
    let all = try files()
    let compressed = all.keys.filter { $0.hasSuffix(".gz") }
    #expect(compressed.count == 8)
    for path in compressed { #expect(all[path]?.date == all[String(path.dropLast(3))]?.date, "\(path)") }
  }

  /// The meaning of an id depends on the site's own prefix, so unchanged articles are read again when it changes.
  @Test func aChangedPrefixOfIDsIsSeen() throws {
    try site.folder.write(
      "---\ntitle: C\ndate: 2026-11-20\nid: tag:old.example,2019:articles/x\n---\n", to: "articles/c.md")
    // Until the files are older than a tick of the file system's clock they are read again in any case.
    repeat { _ = try publish("2026-11-21T12:00:00Z") } while try newsroom.ledger.listingKey(of: "articles") == nil
    #expect(try files().keys.contains("articles/c/index.html"))
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(
      settings.replacing("publisher =", with: "tag = \"tag:old.example,2019:\"\npublisher ="), to: "schedule.conf")
    try newsroom.reopen()
    _ = try publish("2026-11-21T13:00:00Z")
    #expect(try files().keys.contains("articles/x/index.html"))
    let feed = try #require(site.folder.text("public/feeds/all/rss.xml"))
    #expect(feed.contains(">tag:old.example,2019:articles/x<") && feed.contains(">tag:old.example,2019:articles/a<"))
  }

  private func publish(_ now: String) throws -> RunReport { try newsroom.run(now, only: .publish) }

  /// - Parameter most: how many published files a run with nothing to do looks for.
  private func publish(_ now: String, lookingFor most: Int) throws -> RunReport {
    var ways = RunWays(courier: { RecordingCourier() })
    ways.mostLookedAt = most
    let opened = try OpenedSite(folder: site.path)
    return try PressRun(opened, ledger: newsroom.ledger, now: .at(now), ways: ways).run(only: .publish)
  }

  private func rewrite(_ name: String, adding line: String) throws {
    let path = "articles/\(name).md"
    try site.folder.write((site.folder.text(path) ?? "") + "\n\(line)\n", to: path)
  }

  /// The file attributes from which a server derives an ETag, and the content it sends.
  private struct Seen: Equatable {
    let date: Date
    let inode: UInt64
    let bytes: [UInt8]
  }

  private func files() throws -> [String: Seen] {
    var seen: [String: Seen] = [:]
    for path in site.folder.files() where path.hasPrefix("public/") {
      let whole = site.path + "/" + path
      let attributes = try FileManager.default.attributesOfItem(atPath: whole)
      seen[String(path.dropFirst("public/".utf8.count))] = Seen(
        date: try #require(attributes[.modificationDate] as? Date),
        inode: (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0,
        bytes: try readFile(whole))
    }
    return seen
  }
}
