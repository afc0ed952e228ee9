import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

@testable import Office

/// `courant why` and `courant sources` for what came over the network.
@Suite struct WhyItemTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    let settings = site.folder.text("schedule.conf") ?? ""
    let journal = """

      [sources.journal]
      url = "https://journal.example/feed"
      only = ["title: sclerosis"]
      not = ["topic: corrections", "title: sponsored"]

      """
    try site.folder.write(settings + journal, to: "schedule.conf")
    newsroom = try Newsroom(site)
    try newsroom.ledger.record(fetch())
  }

  private func id(_ name: String) -> Article.ID { Article.ID("journal/" + name) }

  /// One article, one item that was left out, one that is held.
  private func fetch() -> RecordedFetch {
    let seen = Instant.at("2026-11-21T08:00:00Z")
    var state = PollState()
    state.asked = seen
    state.begun = seen
    state.next = .at("2026-11-21T09:00:00Z")
    var fetch = RecordedFetch(source: "journal", state: state, now: seen)
    let article = Article(
      id: id("abc"), title: "A paper", published: .at("2026-11-20T00:00:00Z"), link: "https://journal.example/a",
      page: "articles/journal/abc/index.html")
    let read = ShelfChanges.Read(path: "journal/abc", stamp: "1", article: article, findings: [])
    fetch.changes = [ShelfChanges(source: "journal", listingKey: nil, read: [read], gone: [])]
    fetch.aliases = [
      ItemAlias(key: ItemKey.guid("urn:1"), article: id("abc")),
      ItemAlias(key: ItemKey.link("https://www.journal.example/a?utm_source=x"), article: id("abc"), isShared: true),
      ItemAlias(key: ItemKey.paper("doi:10.1000/1"), article: id("abc"), isShared: true),
      ItemAlias(key: ItemKey.guid("urn:2"), article: id("out")), ItemAlias(key: ItemKey.guid("urn:3"), article: nil),
      ItemAlias(key: ItemKey.guid("urn:4"), article: id("held")),
    ]
    fetch.items = ["abc", "out", "held"].map { name in
      RecordedItem(source: "journal", id: id(name), title: "Item \(name)", published: seen, firstSeen: seen)
    }
    fetch.items[0].theirDate = .at("2026-11-20T00:00:00Z")
    fetch.items[1].leftOutBy = "not = \"title: sponsored\""
    fetch.held = [
      Article(id: id("held"), title: "Item held", published: seen, link: "https://journal.example/h", page: "h")
    ]
    return fetch
  }

  private func why(_ text: String) throws -> Explanation {
    try Why(OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at("2026-11-22T12:00:00Z"))
      .explanation(of: text)
  }

  @Test(arguments: ["journal/abc", "urn:1", "http://journal.example/a", "doi:10.1000/1"])
  func anArticleIsFoundByEveryKeyOfItsSource(text: String) throws {
    let explanation = try why(text)
    #expect(explanation.kind == .article)
    #expect(explanation.subject == "journal/abc")
    #expect(
      Array(explanation.lines.prefix(6)) == [
        "journal/abc: A paper", "from source journal: feed https://journal.example/feed",
        "known there by id urn:1, link journal.example/a, paper doi:10.1000/1",
        "first seen 2026-11-21 08:00; its source dated it 2026-11-20 00:00", "only items with \"title: sclerosis\"",
        "no items with \"topic: corrections\" or \"title: sponsored\"",
      ])
  }

  @Test(arguments: [
    ("urn:2", "journal/out", "Item out", "left out by not = \"title: sponsored\""),
    ("journal/out", "journal/out", "Item out", "left out by not = \"title: sponsored\""),
    (
      "urn:4", "journal/held", "Item held",
      "waits, because its source brought too many at once; `courant release journal` lets them in"
    ),
  ])
  func anItemThatIsNotAnArticleIsExplained(text: String, subject: String, title: String, reason: String) throws {
    let lines = [
      "\(text): \(title), an item of source journal",
      "first seen 2026-11-21 08:00; its source gave no date", reason,
    ]
    #expect(try why(text) == Explanation(kind: .item, subject: subject, lines: lines))
  }

  @Test func aRuleThatIsGoneIsNotGivenAsTheReason() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    let changed = settings.replacing("\"title: sponsored\"", with: "\"title: advertisement\"")
    try site.folder.write(changed, to: "schedule.conf")
    #expect(
      try why("urn:2").lines.last
        == "left out by not = \"title: sponsored\", which is not in schedule.conf any more; if its source shows it again, "
        + "it becomes an article, but not news")
  }

  @Test func aKeyOfTwoArticlesIsExplained() throws {
    let lines = [
      "urn:3: no article of source journal",
      "two articles had this key, or it is a page that was there before the source was first read",
    ]
    #expect(try why("urn:3") == Explanation(kind: .item, subject: "urn:3", lines: lines))
  }

  @Test func anItemThatNoSourceShowedIsUnknown() {
    #expect(throws: Why.Unknown.self) { try why("urn:5") }
  }

  @Test func sourcesAreListedWithTheirArticlesAndHeldItems() throws {
    let opened = try OpenedSite(folder: site.path)
    let list = try SourceList(opened.site, ledger: newsroom.ledger, now: .at("2026-11-22T12:00:00Z")).sources
    #expect(list.map(\.name) == ["articles", "journal"])
    #expect(list.map(\.kind) == ["folder", "feed"])
    #expect(list.map(\.articles) == [0, 1])
    #expect(list.map(\.held) == [0, 1])
    #expect(list.map(\.state) == [nil, .well])
    #expect(list[1].last_check == "2026-11-21T08:00:00Z")
    #expect(list[1].next_check == "2026-11-21T09:00:00Z")
  }
}
