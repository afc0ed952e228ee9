import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// Articles of which only the body changed are published without looking at the rest of the site. ``StalePagesTests`` compares the results
/// with those of publishing everything.
@Suite struct RewordingTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"], "ms": ["multiple sclerosis"]])
    for number in 1...4 {
      try site.article("a\(number)", dated: "2026-11-1\(number)", topics: ["multiple sclerosis"])
    }
    newsroom = try Newsroom(site)
  }

  private static let page = "articles/a2/index.html"

  @Test func itsPageAndTheFeedsThatContainItAreWritten() throws {
    _ = try settled()
    try edit("a2")
    let ledger = StoppingLedger(newsroom.ledger, claimingAllPages: false)
    let report = try newsroom.run("2026-11-20T13:00:00Z", only: .publish, on: ledger)
    let feeds = ["all", "ms"].flatMap { name in ["atom.xml", "feed.json", "rss.xml"].map { "feeds/\(name)/\($0)" } }
    #expect(report.filesWritten.filter { !$0.hasSuffix(".gz") }.sorted() == [Self.page] + feeds)
    #expect(ledger.reads(by: "publishedFiles()") == 0)
    #expect(site.folder.text("public/" + Self.page)?.contains("One more line") == true)
    #expect(site.folder.text("public/feeds/ms/atom.xml")?.contains("One more line") == true)
    #expect(try newsroom.ledger.reworded() == [:])
  }

  /// Whatever the next run finds is made complete.
  @Test func whereverItStopsTheNextRunCompletesIt() throws {
    var stops = 0
    for isBefore in [true, false] {
      for write in 1... {
        let other = try RewordingTests()
        _ = try other.settled()
        try other.edit("a2")
        let stopping = StoppingLedger(other.newsroom.ledger, stopping: isBefore ? .before(write) : .after(write))
        do { _ = try other.newsroom.run("2026-11-20T13:00:00Z", only: .publish, on: stopping) } catch {}
        guard stopping.isStopped else { break }
        stops += 1
        if stops % 2 == 0 { try other.edit("a3") }
        _ = try other.newsroom.run("2026-11-20T14:00:00Z", only: .publish)
        #expect(try other.staleFiles() == [], "\(isBefore), \(write): \(stopping.place)")
      }
    }
    #expect(stops > 8)
  }

  /// Everything else is published as usual.
  @Test(arguments: [
    "title: Another", "topics: [another]", "credibility: 3", "translation_key: k", "questions: [Why?]", "draft: true",
  ]) func aChangeOfAnythingElseIsSeen(line: String) throws {
    _ = try settled()
    let key = String(line.prefix { $0 != ":" })
    let text = try #require(site.folder.text("articles/a2.md"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(key + ":") }
    let changed = lines.prefix(1) + [line[...]] + lines.dropFirst()
    try site.folder.write(changed.joined(separator: "\n"), to: "articles/a2.md")
    try edit("a3")
    _ = try newsroom.run("2026-11-20T13:00:00Z", only: .publish)
    #expect(try staleFiles() == [])
  }

  /// A record that disagrees with what would be made is not relied on.
  @Test func aRecordThatIsWrongIsNotReliedOn() throws {
    _ = try settled()
    try newsroom.ledger.confirm([Self.page: PublishedFile(key: Fingerprint(bits: 1), cast: .init([]))])
    try edit("a2")
    _ = try newsroom.run("2026-11-20T13:00:00Z", only: .publish)
    #expect(try staleFiles() == [])
  }

  /// After a publication that was not completed, settings that are as they were before it do not make it complete.
  @Test func settingsThatReturnAreNotTakenForPublished() throws {
    _ = try settled()
    try site.set("title = \"Research news\"", to: "title = \"Other news\"")
    try newsroom.reopen()
    let stopping = StoppingLedger(newsroom.ledger, stopping: .beforeFirst(of: "confirm(_:)"))
    _ = try? newsroom.run("2026-11-20T13:00:00Z", only: .publish, on: stopping)
    #expect(stopping.isStopped)
    #expect(site.folder.text("public/" + Self.page)?.contains("Other news") == true)
    try site.set("title = \"Other news\"", to: "title = \"Research news\"")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-20T14:00:00Z", only: .publish)
    #expect(site.folder.text("public/" + Self.page)?.contains("Other news") == false)
    #expect(try staleFiles() == [])
  }

  /// Publishes until no file is read again because it changed within the clock's tick.
  private func settled() throws {
    for minute in 10..<60 {
      _ = try newsroom.run("2026-11-20T12:\(minute):00Z", only: .publish)
      if try newsroom.ledger.stamps(of: "articles").values.allSatisfy({ !$0.isEmpty }) { return }
    }
  }

  private func edit(_ id: String) throws {
    let path = "articles/\(id).md"
    try site.folder.write(try #require(site.folder.text(path)) + "\nOne more line.\n", to: path)
  }

  /// The files that publishing everything writes again.
  private func staleFiles() throws -> [String] {
    try newsroom.ledger.announce(newsroom.ledger.publishedPaths(after: "", limit: .max))
    try newsroom.ledger.setNote("published", "")
    let report = try newsroom.run("2026-11-20T15:00:00Z", only: .publish)
    return (report.filesWritten + report.filesRemoved).sorted()
  }
}
