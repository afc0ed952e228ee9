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

  @Test func hubsArePingedOnceAndOnlyAboutChanges() throws {
    let hubSite = try HubSite()
    #expect(try hubSite.run("2026-11-20T09:00:00Z").exitCode == .done)
    #expect(hubSite.calls == [hubSite.url(1): Self.all])
    #expect(try hubSite.run("2026-11-20T09:05:00Z").filesWritten == [])
    try hubSite.site.article("b", dated: "2026-11-20T09:06:00Z", topics: ["ms"])
    #expect(hubSite.calls.isEmpty)
    _ = try hubSite.run("2026-11-20T09:10:00Z")
    #expect(hubSite.calls == [hubSite.url(1): Self.all])
    #expect(try hubSite.ledger.pings() == [])
  }

  @Test func anUnchangedFeedIsNotPinged() throws {
    let hubSite = try HubSite(feeds: ["all": ["*"], "ms": ["ms"]])
    _ = try hubSite.run("2026-11-20T09:00:00Z")
    #expect(hubSite.calls[hubSite.url(1)]?.count == 6)
    try hubSite.site.article("b", dated: "2026-11-20T09:06:00Z")
    _ = try hubSite.run("2026-11-20T09:10:00Z")
    #expect(hubSite.calls == [hubSite.url(1): Self.all])
  }

  /// A hub knows a document by its own `self` link.
  @Test func aDocumentIsNamedAsItNamesItself() throws {
    let hubSite = try HubSite()
    let settings = try #require(hubSite.site.folder.text("schedule.conf"))
    try hubSite.site.folder.write(
      settings.replacing("[site]\n", with: "[site]\ntopic_feeds = true\ntopic_feed_articles = 1\n"),
      to: "schedule.conf")
    try hubSite.site.article("b", dated: "2026-11-19", topics: ["c++"])
    _ = try hubSite.run("2026-11-20T09:00:00Z")
    let address = Self.site + "topics/c%2B%2B/rss.xml"
    #expect(hubSite.calls[hubSite.url(1)]?.contains(address) == true)
    let document = try #require(hubSite.site.folder.text("public/topics/c++/rss.xml"))
    #expect(document.contains("rel=\"self\" type=\"application/rss+xml\" href=\"\(address)\""))
  }

  @Test func everyHubIsPingedAndAFailingOneDelaysNoOther() throws {
    let hubSite = try HubSite(hubs: 2)
    hubSite.answer { $0 == 1 ? .fails : .hears }
    #expect(try hubSite.run("2026-11-20T09:00:00Z").exitCode == .done)
    #expect(hubSite.calls == [hubSite.url(1): Self.all, hubSite.url(2): Self.all])
    #expect(Set(try hubSite.ledger.pings().map(\.hub)) == [hubSite.url(1)])
    _ = try hubSite.run("2026-11-20T09:05:00Z")
    #expect(hubSite.calls == [hubSite.url(1): Self.all])
  }

  @Test func aFailingHubIsReportedOnceADay() throws {
    let hubSite = try HubSite()
    hubSite.answer { _ in .fails }
    let line =
      "hub \(hubSite.url(1)): ping failed: it broke; retrying at growing intervals for 24 hours"
    let report = try hubSite.run("2026-11-20T09:00:00Z")
    #expect(report.notices == [line])
    #expect(report.problems == [])
    #expect(report.exitCode == .done)
    #expect(try hubSite.run("2026-11-20T09:05:00Z").notices == [])
    try hubSite.site.article("b", dated: "2026-11-20T12:00:00Z")
    #expect(try hubSite.run("2026-11-20T20:00:00Z").notices == [])
    #expect(try hubSite.run("2026-11-21T08:59:59Z").notices == [])
    try hubSite.site.article("c", dated: "2026-11-21T14:00:00Z")
    #expect(try hubSite.run("2026-11-21T14:59:59Z").notices == [line])
    #expect(hubSite.count == 5)
    hubSite.answer { _ in .hears }
    #expect(try hubSite.run("2026-11-21T20:59:59Z").notices == [])
    #expect(hubSite.count == 6)
    _ = try hubSite.run("2026-11-21T21:05:00Z")
    #expect(hubSite.count == 6)
  }

  @Test func aSilentHubIsCalledLessAndLessOften() throws {
    let hubSite = try HubSite()
    hubSite.answer { _ in .fails }
    let start = Instant.at("2026-11-20T09:00:00Z")
    var calls: [Int] = []
    for minutes in [0, 4, 5, 34, 35, 36, 154, 155, 514, 515, 874, 875, 1234, 1235, 1436] {
      let before = hubSite.count
      _ = try hubSite.run((start + .seconds(60 * minutes)).rfc3339)
      if hubSite.count > before { calls.append(minutes) }
    }
    #expect(calls == [0, 5, 35, 155, 515, 875, 1235])
    #expect(try hubSite.ledger.pings() != [])
  }

  @Test func aHubThatAcceptedIsCalledAtOnceTheNextTime() throws {
    let hubSite = try HubSite()
    hubSite.answer { _ in .fails }
    for now in ["09:00", "09:05"] { _ = try hubSite.run("2026-11-20T\(now):00Z") }
    hubSite.answer { _ in .hears }
    _ = try hubSite.run("2026-11-20T09:35:00Z")
    #expect(try hubSite.ledger.pings() == [])
    hubSite.answer { _ in .fails }
    try hubSite.site.article("b", dated: "2026-11-20T09:36:00Z")
    _ = try hubSite.run("2026-11-20T09:40:00Z")
    _ = try hubSite.run("2026-11-20T09:45:00Z")
    #expect(hubSite.count == 5)
  }

  /// The hub answers only when a mail has left: were mail to wait for hubs, neither would.
  @Test func mailIsSentWhileAHubIsSilent() throws {
    let hubSite = try HubSite()
    try hubSite.enrol(.confirmed("ann@example.org"))
    _ = try hubSite.run("2026-11-22T12:00:00Z")
    try hubSite.site.article("b", dated: "2026-11-22T13:00:00Z")
    hubSite.answer { [mailed = hubSite.mailed] _ in mailed.wait(timeout: .now() + 10) == .success ? .hears : .fails }
    let report = try hubSite.run("2026-11-23T07:00:05Z")
    #expect(report.notices == [])
    #expect(report.deliveries.map(\.value) == [1])
    #expect(try hubSite.ledger.pings() == [])
  }

  @Test func aPingIsGivenUpAfterADay() throws {
    let hubSite = try HubSite()
    hubSite.answer { _ in .fails }
    _ = try hubSite.run("2026-11-20T09:00:00Z")
    _ = try hubSite.run("2026-11-21T08:59:59Z")
    #expect(hubSite.count == 2)
    #expect(try hubSite.run("2026-11-21T09:00:00Z").notices == [])
    #expect(hubSite.count == 2)
    #expect(try hubSite.ledger.pings() == [])
  }

  @Test func acceptedPingsAreNotRepeatedWithTheRest() throws {
    let hubSite = try HubSite()
    hubSite.answer { _ in .hearsOne }
    _ = try hubSite.run("2026-11-20T09:00:00Z")
    #expect(try hubSite.ledger.pings().map(\.document) == Array(Self.all.dropFirst()))
  }

  @Test func aHubThatIsNoLongerNamedIsNotCalled() throws {
    let hubSite = try HubSite(hubs: 2)
    hubSite.answer { _ in .fails }
    _ = try hubSite.run("2026-11-20T09:00:00Z")
    try hubSite.name(hubs: [hubSite.url(2)])
    _ = try hubSite.run("2026-11-20T09:05:00Z")
    #expect(Set(hubSite.calls.keys) == [hubSite.url(2)])
    #expect(Set(try hubSite.ledger.pings().map(\.hub)) == [hubSite.url(2)])
  }

  @Test func publishingAloneCallsAndDeliveriesAndDryRunsDoNot() throws {
    let hubSite = try HubSite()
    _ = try hubSite.run("2026-11-20T09:00:00Z", isRehearsal: true)
    #expect(hubSite.count == 0)
    hubSite.answer { _ in .fails }
    _ = try hubSite.run("2026-11-20T09:00:00Z", only: .publish)
    #expect(hubSite.count == 1)
    _ = try hubSite.run("2026-11-20T09:01:00Z", only: .deliveries)
    _ = try hubSite.run("2026-11-20T09:02:00Z", isRehearsal: true)
    #expect(hubSite.count == 1)
  }

  @Test func aSiteWithoutAHubRecordsNothing() throws {
    let hubSite = try HubSite(hubs: 0)
    _ = try hubSite.run("2026-11-20T09:00:00Z")
    #expect(hubSite.count == 0)
    #expect(try hubSite.ledger.pings() == [])
  }

  /// The bytes may be in place before the ledger records them; rendering them again changes nothing.
  @Test func afterAnyCrashTheNextRunsPingTheHub() throws {
    var stops = 0
    for isBefore in [true, false] {
      for write in 1... {
        let hubSite = try HubSite()
        let stopping = StoppingLedger(hubSite.ledger, stopping: isBefore ? .before(write) : .after(write))
        _ = try hubSite.run("2026-11-20T09:00:00Z", on: stopping)
        guard stopping.isStopped else { break }
        stops += 1
        _ = try hubSite.run("2026-11-20T09:05:00Z")
        #expect(hubSite.reported == Set(Self.all), "\(isBefore ? "before" : "after") \(stopping.place)")
        #expect(try hubSite.ledger.pings() == [])
      }
    }
    #expect(stops > 12)
  }
}
