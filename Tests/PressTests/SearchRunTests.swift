import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Text
import Time

/// The words a run records, and the results of a search.
@Suite struct SearchRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"]])
    try site.article("seen", dated: "2026-11-19", topics: ["multiple sclerosis"])
    try site.article("ahead", dated: "2026-11-25")
    newsroom = try Newsroom(site)
  }

  @Test func aSiteWithoutPagesThatAnswerRecordsNoWords() throws {
    _ = try newsroom.run("2026-11-20T12:00:00Z")
    #expect(try newsroom.ledger.searchableArticles().isEmpty)
  }

  @Test func nothingUnderEmbargoExpiredOrRemovedIsFound() throws {
    try openDoor()
    try site.article("brief", dated: "2026-11-18", title: "Fugax", more: ["expires: 2026-11-22"])
    _ = try newsroom.run("2026-11-20T12:00:00Z")
    #expect(try found("seen", "2026-11-20T12:00:00Z") == ["seen"])
    #expect(try found("sclerosis", "2026-11-20T12:00:00Z") == ["seen"])
    #expect(try found("fugax", "2026-11-20T12:00:00Z") == ["brief"])
    #expect(try found("ahead", "2026-11-20T12:00:00Z") == [])
    // Between two runs: the index is older than the current time.
    #expect(try found("fugax", "2026-11-23T12:00:00Z") == [])
    _ = try newsroom.run("2026-11-26T12:00:00Z")
    #expect(try found("ahead", "2026-11-26T12:00:00Z") == ["ahead"])
    #expect(try found("ahead", "2026-11-20T12:00:00Z") == [])
    #expect(try newsroom.ledger.searchableArticles().keys.map(\.text).sorted() == ["ahead", "seen"])
  }

  @Test func aChangedArticleIsFoundByItsNewWords() throws {
    try openDoor()
    _ = try newsroom.run("2026-11-20T12:00:00Z")
    let text = try #require(site.folder.text("articles/seen.md"))
    try site.folder.write(text + "\nOligodendrocytes, too.\n", to: "articles/seen.md")
    _ = try newsroom.run("2026-11-20T13:00:00Z")
    #expect(try found("oligodendro", "2026-11-20T13:00:00Z") == ["seen"])
  }

  @Test func theFeedOfASearchHasTheNewestFirst() throws {
    try openDoor()
    _ = try newsroom.run("2026-11-26T12:00:00Z")
    let query = try #require(SearchQuery(words: ["about"]))
    let search = SiteSearch(newsroom.settings)
    let document = try search.document(
      .atom, of: query, title: "Search for “about”", newsroom.ledger, at: .at("2026-11-26T12:00:00Z"))
    let text = String(decoding: document, as: UTF8.self)
    #expect(text.contains("https://news.example.org/search/of/about/atom.xml"))
    let first = try #require(text.range(of: "About ahead"))
    let second = try #require(text.range(of: "About seen"))
    #expect(first.lowerBound < second.lowerBound)
  }

  private func openDoor() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings + "\n[web]\n", to: "schedule.conf")
    try newsroom.reopen()
  }

  private func found(_ words: String, _ now: String) throws -> [String] {
    let query = try #require(SearchQuery(words: searchWords(words)))
    return try SiteSearch(newsroom.settings).articles(matching: query, newsroom.ledger, at: .at(now))
      .map(\.id.text)
  }
}
