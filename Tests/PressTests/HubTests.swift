import CourantTesting
import Couriers
import Dispatch
import LedgerSQL
import Model
import Press
import Synchronization
import Testing
import Time

/// Which documents hubs are pinged about, when, and how often they are called again.
@Suite struct HubTests {
  private static let site = "https://news.example.org/"
  private static let all = ["atom.xml", "feed.json", "rss.xml"].map { site + "feeds/all/" + $0 }

  @Test func whatChangedIsToldOnceAndNothingElse() throws {
    let desk = try HubDesk()
    #expect(try desk.run("2026-11-20T09:00:00Z").exitCode == .done)
    #expect(desk.calls == [desk.url(1): Self.all])
    #expect(try desk.run("2026-11-20T09:05:00Z").filesWritten == [])
    try desk.site.article("b", dated: "2026-11-20T09:06:00Z", topics: ["ms"])
    #expect(desk.calls.isEmpty)
    _ = try desk.run("2026-11-20T09:10:00Z")
    #expect(desk.calls == [desk.url(1): Self.all])
    #expect(try desk.ledger.pings() == [])
  }

  @Test func aFeedWithoutNewsIsNotTold() throws {
    let desk = try HubDesk(feeds: ["all": ["*"], "ms": ["ms"]])
    _ = try desk.run("2026-11-20T09:00:00Z")
    #expect(desk.calls[desk.url(1)]?.count == 6)
    try desk.site.article("b", dated: "2026-11-20T09:06:00Z")
    _ = try desk.run("2026-11-20T09:10:00Z")
    #expect(desk.calls == [desk.url(1): Self.all])
  }

  /// A hub knows a document by its own `self` link.
  @Test func aDocumentIsNamedAsItNamesItself() throws {
    let desk = try HubDesk()
    let settings = try #require(desk.site.folder.text("schedule.conf"))
    try desk.site.folder.write(
      settings.replacing("[site]\n", with: "[site]\ntopic_feeds = true\ntopic_feed_articles = 1\n"),
      to: "schedule.conf")
    try desk.site.article("b", dated: "2026-11-19", topics: ["c++"])
    _ = try desk.run("2026-11-20T09:00:00Z")
    let address = Self.site + "topics/c%2B%2B/rss.xml"
    #expect(desk.calls[desk.url(1)]?.contains(address) == true)
    let document = try #require(desk.site.folder.text("public/topics/c++/rss.xml"))
    #expect(document.contains("rel=\"self\" type=\"application/rss+xml\" href=\"\(address)\""))
  }

  @Test func everyHubIsToldAndOneThatFailsHoldsUpNoOther() throws {
    let desk = try HubDesk(hubs: 2)
    desk.answer { $0 == 1 ? .fails : .hears }
    #expect(try desk.run("2026-11-20T09:00:00Z").exitCode == .done)
    #expect(desk.calls == [desk.url(1): Self.all, desk.url(2): Self.all])
    #expect(Set(try desk.ledger.pings().map(\.hub)) == [desk.url(1)])
    _ = try desk.run("2026-11-20T09:05:00Z")
    #expect(desk.calls == [desk.url(1): Self.all])
  }

  @Test func aFailingHubIsToldOfOnceADay() throws {
    let desk = try HubDesk()
    desk.answer { _ in .fails }
    let line =
      "the hub \(desk.url(1)) was not told that feeds changed: it broke; it is called again, less and less often, for "
      + "24 hours"
    let report = try desk.run("2026-11-20T09:00:00Z")
    #expect(report.notices == [line])
    #expect(report.problems == [])
    #expect(report.exitCode == .done)
    #expect(try desk.run("2026-11-20T09:05:00Z").notices == [])
    try desk.site.article("b", dated: "2026-11-20T12:00:00Z")
    #expect(try desk.run("2026-11-20T20:00:00Z").notices == [])
    #expect(try desk.run("2026-11-21T08:59:59Z").notices == [])
    try desk.site.article("c", dated: "2026-11-21T14:00:00Z")
    #expect(try desk.run("2026-11-21T14:59:59Z").notices == [line])
    #expect(desk.count == 5)
    desk.answer { _ in .hears }
    #expect(try desk.run("2026-11-21T20:59:59Z").notices == [])
    #expect(desk.count == 6)
    _ = try desk.run("2026-11-21T21:05:00Z")
    #expect(desk.count == 6)
  }

  @Test func aSilentHubIsCalledLessAndLessOften() throws {
    let desk = try HubDesk()
    desk.answer { _ in .fails }
    let start = Instant.at("2026-11-20T09:00:00Z")
    var calls: [Int] = []
    for minutes in [0, 4, 5, 34, 35, 36, 154, 155, 514, 515, 874, 875, 1234, 1235, 1436] {
      let before = desk.count
      _ = try desk.run((start + .seconds(60 * minutes)).rfc3339)
      if desk.count > before { calls.append(minutes) }
    }
    #expect(calls == [0, 5, 35, 155, 515, 875, 1235])
    #expect(try desk.ledger.pings() != [])
  }

  @Test func aHubThatHeardIsCalledAtOnceTheNextTime() throws {
    let desk = try HubDesk()
    desk.answer { _ in .fails }
    for now in ["09:00", "09:05"] { _ = try desk.run("2026-11-20T\(now):00Z") }
    desk.answer { _ in .hears }
    _ = try desk.run("2026-11-20T09:35:00Z")
    #expect(try desk.ledger.pings() == [])
    desk.answer { _ in .fails }
    try desk.site.article("b", dated: "2026-11-20T09:36:00Z")
    _ = try desk.run("2026-11-20T09:40:00Z")
    _ = try desk.run("2026-11-20T09:45:00Z")
    #expect(desk.count == 5)
  }

  /// The hub answers only when a mail has left: were mail to wait for hubs, neither would.
  @Test func mailLeavesWhileAHubIsSilent() throws {
    let desk = try HubDesk()
    try desk.enrol(.confirmed("ann@example.org"))
    _ = try desk.run("2026-11-22T12:00:00Z")
    try desk.site.article("b", dated: "2026-11-22T13:00:00Z")
    desk.answer { [mailed = desk.mailed] _ in mailed.wait(timeout: .now() + 10) == .success ? .hears : .fails }
    let report = try desk.run("2026-11-23T07:00:05Z")
    #expect(report.notices == [])
    #expect(report.deliveries.map(\.value) == [1])
    #expect(try desk.ledger.pings() == [])
  }

  @Test func aPingIsGivenUpAfterADay() throws {
    let desk = try HubDesk()
    desk.answer { _ in .fails }
    _ = try desk.run("2026-11-20T09:00:00Z")
    _ = try desk.run("2026-11-21T08:59:59Z")
    #expect(desk.count == 2)
    #expect(try desk.run("2026-11-21T09:00:00Z").notices == [])
    #expect(desk.count == 2)
    #expect(try desk.ledger.pings() == [])
  }

  @Test func whatAHubHeardIsNotToldAgainWithTheRest() throws {
    let desk = try HubDesk()
    desk.answer { _ in .hearsOne }
    _ = try desk.run("2026-11-20T09:00:00Z")
    #expect(try desk.ledger.pings().map(\.document) == Array(Self.all.dropFirst()))
  }

  @Test func aHubThatIsNoLongerNamedIsNotCalled() throws {
    let desk = try HubDesk(hubs: 2)
    desk.answer { _ in .fails }
    _ = try desk.run("2026-11-20T09:00:00Z")
    try desk.name(hubs: [desk.url(2)])
    _ = try desk.run("2026-11-20T09:05:00Z")
    #expect(Set(desk.calls.keys) == [desk.url(2)])
    #expect(Set(try desk.ledger.pings().map(\.hub)) == [desk.url(2)])
  }

  @Test func publishingAloneCallsAndDeliveriesAndDryRunsDoNot() throws {
    let desk = try HubDesk()
    _ = try desk.run("2026-11-20T09:00:00Z", isRehearsal: true)
    #expect(desk.count == 0)
    desk.answer { _ in .fails }
    _ = try desk.run("2026-11-20T09:00:00Z", only: .publish)
    #expect(desk.count == 1)
    _ = try desk.run("2026-11-20T09:01:00Z", only: .deliveries)
    _ = try desk.run("2026-11-20T09:02:00Z", isRehearsal: true)
    #expect(desk.count == 1)
  }

  @Test func aSiteWithoutAHubRecordsNothing() throws {
    let desk = try HubDesk(hubs: 0)
    _ = try desk.run("2026-11-20T09:00:00Z")
    #expect(desk.count == 0)
    #expect(try desk.ledger.pings() == [])
  }

  /// The bytes may be in place before the ledger records them; rendering them again changes nothing.
  @Test func whereverARunStopsTheNextOnesTellTheHub() throws {
    var stops = 0
    for isBefore in [true, false] {
      for write in 1... {
        let desk = try HubDesk()
        let stopping = StoppingLedger(desk.ledger, stopping: isBefore ? .before(write) : .after(write))
        _ = try desk.run("2026-11-20T09:00:00Z", on: stopping)
        guard stopping.isStopped else { break }
        stops += 1
        _ = try desk.run("2026-11-20T09:05:00Z")
        #expect(desk.told == Set(Self.all), "\(isBefore ? "before" : "after") \(stopping.place)")
        #expect(try desk.ledger.pings() == [])
      }
    }
    #expect(stops > 12)
  }
}
