import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

/// A date of change that has not come is passed over, in all that is published, until it has.
@Suite struct ChangeAheadTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    newsroom = try Newsroom(site)
  }

  private func write(_ change: String, date: String = "2026-11-20T08:00:00Z") throws {
    try site.article("a", dated: date, topics: ["x"], more: [change])
  }

  /// The output after each run: the places in which a date of change appears.
  private func places(of moment: String) -> [String] {
    let day = String(moment.prefix(10))
    let page = site.folder.text("public/articles/a/index.html") ?? ""
    let entries = [
      ("page", page.contains("<time datetime=\"\(day)\">")), ("meta", page.contains("content=\"\(moment)\"")),
      ("linked data", page.contains("\"dateModified\":\"\(moment)\"")),
      ("sitemap", site.folder.text("public/sitemap.xml")?.contains("<lastmod>\(moment)</lastmod>") == true),
    ]
    let feeds = ["atom.xml", "rss.xml", "feed.json"].map { name in
      (name, site.folder.text("public/feeds/all/\(name)")?.contains(moment) == true)
    }
    return (entries + feeds).filter(\.1).map(\.0)
  }

  private static let all = ["page", "meta", "linked data", "sitemap", "atom.xml", "rss.xml", "feed.json"]

  @Test(arguments: [
    "lastmod: 2026-12-05T10:00:00Z", "updated: 2026-12-05 10:00", "modified: 2026-12-05T12:00:00+02:00",
    "Last_Modified: \"Sat, 05 Dec 2026 10:00:00 GMT\"", "updated: [2026-11-22, 2026-12-05T10:00:00Z]",
  ])
  func aChangeShowsOnceItHasComeWithoutAnEdit(_ change: String) throws {
    let moment = "2026-12-05T10:00:00Z"
    try write(change)
    _ = try newsroom.run("2026-11-21T12:00:00Z", only: .publish)
    #expect(places(of: moment) == [])
    #expect(places(of: "2026-11-20T08:00:00Z") == Self.all)
    #expect(try newsroom.run("2026-12-05T09:59:59Z", only: .publish).filesWritten == [])
    _ = try newsroom.run(moment, only: .publish)
    #expect(places(of: moment) == Self.all)
    #expect(try newsroom.run("2026-12-05T10:05:00Z", only: .publish).filesWritten == [])
  }

  @Test(arguments: [
    ("updated: 2026-11-20", "2026-11-20T08:00:00Z", "before the date, on the same day"),
    ("updated: 2026-11-19", "2026-11-20T08:00:00Z", "before the date"),
    ("updated: 2026-11-20 09:30", "2026-11-20T09:30:00Z", "later on the same day"),
    ("lastmod: 2026-11-21", "2026-11-21T00:00:00Z", "today"),
    ("lastmod: 2026-11-21T12:00:00Z", "2026-11-21T12:00:00Z", "this second"),
    ("lastmod: 2026-11-21T12:00:01Z", "2026-11-20T08:00:00Z", "the next second"),
  ])
  func aChangeThatHasComeIsShown(_ change: String, _ shown: String, _ what: String) throws {
    try write(change)
    _ = try newsroom.run("2026-11-21T12:00:00Z", only: .publish)
    #expect(places(of: shown) == Self.all, "\(what)")
  }

  @Test func anEmbargoedArticleKeepsItsChangeForLater() throws {
    try write("lastmod: 2026-12-05T10:00:00Z", date: "2026-12-01T08:00:00Z")
    _ = try newsroom.run("2026-11-21T12:00:00Z", only: .publish)
    _ = try newsroom.run("2026-12-01T08:00:00Z", only: .publish)
    #expect(places(of: "2026-12-01T08:00:00Z") == Self.all)
    _ = try newsroom.run("2026-12-05T10:00:00Z", only: .publish)
    #expect(places(of: "2026-12-05T10:00:00Z") == Self.all)
  }

  @Test func anIssueIsFrozenWithWhatHadComeByThen() throws {
    try site.folder.write(
      "{{#sections}}{{#articles}}{{id}} {{updated_iso}}|{{/articles}}{{/sections}}{{unsubscribe_url}} {{site.publisher}}",
      to: "templates/digest.text")
    try newsroom.reopen()
    try write("lastmod: 2026-12-05T10:00:00Z")
    try site.article("b", dated: "2026-11-20", topics: ["x"], more: ["updated: 2026-11-22"])
    _ = try newsroom.run("2026-11-21T12:00:00Z")
    _ = try newsroom.run("2026-11-23T07:00:00Z")
    let mail = String(decoding: try #require(newsroom.mails.first).message, as: UTF8.self)
    #expect(mail.contains("a |") && mail.contains("b 2026-11-22|"))
  }

  @Test(arguments: [
    ("lastmod: 2062-11-02", "`lastmod` is 2062-11-02 00:00"),
    ("updated: 2026-11-21 12:01", "`updated` is 2026-11-21 12:01"),
    ("Modified: [2026-11-20, 2026-12-24]", "`Modified` is 2026-12-24 00:00"),
    ("updated: 2026-11-21 12:00", nil), ("updated: 2026-11-19", nil),
  ])
  func checkTellsItByLine(_ change: String, _ expected: String?) throws {
    try write(change)
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: .at("2026-11-21T12:00:00Z"), courier: { RecordingCourier() })
    let found = try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
      .map(\.description)
    let column = (change.firstIndex(of: " ").map { change.distance(from: change.startIndex, to: $0) } ?? 0) + 2
    let sentence = "which has not come: it is passed over until then; correct it if that is a mistake"
    let wanted = expected.map { ["articles/a.md:6:\(column): \($0), \(sentence)"] } ?? []
    #expect(found.filter { $0.contains("has not come") } == wanted)
  }
}
