import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

@testable import Office

/// Keys of items, and nothing else.
private final class KeyBook: SourceBook {
  private let keys: [ItemAlias]

  init(_ keys: [ItemAlias]) { self.keys = keys }

  func pollStates() -> [String: PollState] { [:] }
  func hostWaits() -> [HostWait] { [] }
  func aliases(of source: String) -> [ItemAlias] { source == "journal" ? keys : [] }
  func record(_ fetch: RecordedFetch) {}
}

/// `courant why` for what came over the network.
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
    let article = Article(
      id: Article.ID("journal/abc"), title: "A paper", published: .at("2026-11-20T00:00:00Z"),
      link: "https://journal.example/a", page: "articles/journal/abc/index.html")
    let read = ShelfChanges.Read(path: "journal/abc", stamp: "1", article: article, findings: [])
    try newsroom.ledger.apply([ShelfChanges(source: "journal", listingKey: nil, read: [read], gone: [])])
  }

  private func why(_ text: String) throws -> Explanation {
    var why = try Why(OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at("2026-11-22T12:00:00Z"))
    let article = Article.ID("journal/abc")
    why.items = KeyBook([
      ItemAlias(key: ItemKey.guid("urn:1"), article: article),
      ItemAlias(key: ItemKey.link("https://www.journal.example/a?utm_source=x"), article: article),
      ItemAlias(key: ItemKey.paper("doi:10.1000/1"), article: article, isShared: true),
      ItemAlias(key: ItemKey.guid("urn:2"), article: nil),
    ])
    return try why.explanation(of: text)
  }

  private let rules = [
    "only items with \"title: sclerosis\"", "no items with \"topic: corrections\" or \"title: sponsored\"",
  ]

  @Test(arguments: ["journal/abc", "urn:1", "http://journal.example/a", "doi:10.1000/1"])
  func anArticleIsFoundByEveryKeyOfItsSource(text: String) throws {
    let explanation = try why(text)
    #expect(explanation.kind == .article)
    #expect(explanation.subject == "journal/abc")
    let beginning = [
      "journal/abc: A paper", "from source journal: feed https://journal.example/feed",
      "known there by id urn:1, link journal.example/a, paper doi:10.1000/1",
    ]
    #expect(Array(explanation.lines.prefix(5)) == beginning + rules)
  }

  @Test func anItemThatWasLeftOutIsExplained() throws {
    let lines = [
      "urn:2: an item of source journal that is no article",
      "it was left out when it was first seen, or two articles have this key",
    ]
    #expect(try why("urn:2") == Explanation(kind: .item, subject: "urn:2", lines: lines + rules))
  }

  @Test func whatNoSourceShowedIsUnknown() {
    #expect(throws: Why.Unknown.self) { try why("urn:3") }
  }
}
