import CourantTesting
import Model
import Testing
import Time

@Suite struct FirstSightTests {
  private static let now = Instant.at("2026-11-23T07:00:00Z")

  struct Row: Sendable {
    let published: String?
    var updated: String?
    var place = 0
    var future = UpstreamSettings.Future.now
    let becomes: (String, String?)

    init(
      _ published: String?, _ updated: String? = nil, place: Int = 0, future: UpstreamSettings.Future = .now,
      becomes: (String, String?)
    ) {
      self.published = published
      self.updated = updated
      self.place = place
      self.future = future
      self.becomes = becomes
    }
  }

  @Test(arguments: [
    Row("2026-11-20T09:00:00Z", becomes: ("2026-11-20T09:00:00Z", nil)),
    Row(nil, becomes: ("2026-11-23T07:00:00Z", nil)),
    Row(nil, place: 3, becomes: ("2026-11-23T06:59:57Z", nil)),
    Row("2026-11-23T07:10:00Z", becomes: ("2026-11-23T07:10:00Z", nil)),
    Row("2026-11-23T07:10:01Z", becomes: ("2026-11-23T07:00:00Z", nil)),
    Row("2099-01-01T00:00:00Z", place: 2, becomes: ("2026-11-23T07:00:00Z", nil)),
    Row("2026-12-01T00:00:00Z", future: .embargo, becomes: ("2026-12-01T00:00:00Z", nil)),
    Row("2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z", becomes: ("2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z")),
    Row("2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z", becomes: ("2026-11-20T09:00:00Z", nil)),
    Row("2026-11-20T09:00:00Z", "2030-01-01T00:00:00Z", becomes: ("2026-11-20T09:00:00Z", nil)),
  ]) func anItemIsDatedAtFirstSight(row: Row) {
    var item = UpstreamItem(title: "T")
    item.published = row.published.map { .at($0) }
    item.updated = row.updated.map { .at($0) }
    let sight = FirstSight(of: item, place: row.place, future: row.future, at: Self.now)
    #expect(sight.published == .at(row.becomes.0))
    #expect(sight.updated == row.becomes.1.map { .at($0) })
  }

  @Test(
    arguments: [
      (UpstreamSettings.FirstNews.sinceLastIssue, "2026-11-20T00:00:00Z", "2026-11-16T07:00:00Z", false),
      (.sinceLastIssue, "2026-11-16T07:00:00Z", "2026-11-16T07:00:00Z", true),
      (.sinceLastIssue, nil, "2026-11-16T07:00:00Z", true), (.sinceLastIssue, nil, nil, true),
      (.sinceLastIssue, "2026-11-20T00:00:00Z", nil, false), (.none, "2026-11-20T00:00:00Z", nil, true),
      (.all, nil, "2026-11-16T07:00:00Z", false),
    ] as [(UpstreamSettings.FirstNews, String?, String?, Bool)]) func theFirstFetchMailsNoArchive(
      news: UpstreamSettings.FirstNews, date: String?, settled: String?, isPast: Bool
    )
  {
    var settings = UpstreamSettings(name: "s", kind: .feed, url: "https://x.example/")
    settings.firstNews = news
    #expect(settings.isPast(date.map { .at($0) }, settledThrough: settled.map { .at($0) }) == isPast)
  }

  @Test func aRepublishedArchiveIsPast() {
    let dates: [Instant?] = (1...12).map { .at("2026-11-\($0 < 10 ? "0" : "")\($0)T00:00:00Z") } + [nil]
    let flood = Flood(unknown: dates, of: 20, newestKnown: .at("2026-11-11T00:00:00Z"), most: 50)
    #expect(dates.map { flood.fate(of: $0) } == Array(repeating: .past, count: 10) + [.news, .news, .news])
  }

  @Test func fewUnknownItemsAreNewsHoweverOld() {
    let dates: [Instant?] = Array(repeating: .at("2026-11-01T00:00:00Z"), count: 9)
    let flood = Flood(unknown: dates, of: 9, newestKnown: .at("2026-11-11T00:00:00Z"), most: 50)
    #expect(dates.allSatisfy { flood.fate(of: $0) == .news })
  }

  @Test func halfOfAFetchIsNotAFlood() {
    let dates: [Instant?] = Array(repeating: .at("2026-11-01T00:00:00Z"), count: 10)
    let known = Instant.at("2026-11-11T00:00:00Z")
    #expect(Flood(unknown: dates, of: 20, newestKnown: known, most: 50).fate(of: dates[0]) == .news)
    #expect(Flood(unknown: dates, of: 19, newestKnown: known, most: 50).fate(of: dates[0]) == .past)
  }

  @Test func moreThanMaxNewAreHeld() {
    let dates: [Instant?] = Array(repeating: .at("2026-11-22T00:00:00Z"), count: 51)
    let known = Instant.at("2026-11-11T00:00:00Z")
    #expect(Flood(unknown: dates, of: 51, newestKnown: known, most: 50).fate(of: dates[0]) == .held)
    #expect(Flood(unknown: dates.dropLast(), of: 51, newestKnown: known, most: 50).fate(of: dates[0]) == .news)
    #expect(Flood(unknown: dates, of: 51, newestKnown: known, most: 50).fate(of: .at("2026-11-01T00:00:00Z")) == .past)
  }
}
