import CourantTesting
import Model
import Synchronization
import Testing
import Text

@testable import Web

/// Searching the published articles.
struct SearchingTests {
  private let room: Room
  private let asked = Queries()

  /// The queries that reached the index.
  private final class Queries: Sendable {
    private let queries = Mutex<[SearchQuery]>([])
    var all: [SearchQuery] { queries.withLock { $0 } }
    func add(_ query: SearchQuery) { queries.withLock { $0.append(query) } }
  }

  init() throws {
    room = try Room()
    let asked = asked
    room.change { ways in
      ways.search = { query in
        asked.add(query)
        guard query.words != ["nothing"] else { return [] }
        return (1...45).map { .sample("a\($0)", title: "Article <\($0)>") }
      }
      ways.searchFeed = { query, title, format in Array("\(query.words) \(title) \(format.fileName)".utf8) }
    }
  }

  @Test(arguments: ["/search", "/search?q=", "/search?q=%2B%E2%80%94", "/search?q=%zz", "/search?q"])
  func withoutWordsThereIsOnlyTheForm(target: String) async {
    let page = await room.get(target)
    #expect(page.status == 200)
    #expect(page.text.contains("role=\"search\""))
    #expect(!page.text.contains("role=\"status\""))
    #expect(asked.all == [])
  }

  @Test func resultsAreEscapedAndInPages() async {
    let first = await room.get("/search?q=%3Cb%3E+Optic")
    #expect(first.heading == "Search for “&lt;b&gt; Optic”")
    #expect(first.text.contains("45 articles"))
    #expect(first.text.contains("Article &lt;1&gt;</a>"))
    #expect(!first.text.contains("Article &lt;21&gt;"))
    #expect(first.text.contains("href=\"/search?q=%3Cb%3E%20Optic&amp;page=2\""))
    #expect(asked.all == [SearchQuery(words: ["b", "optic"])])
    let last = await room.get("/search?q=optic&page=99")
    #expect(last.text.contains("Article &lt;45&gt;"))
    #expect(!last.text.contains("page=4"))
  }

  @Test func aSearchWithoutResultsIsAnsweredInWords() async {
    let page = await room.get("/search?q=nothing")
    #expect(page.text.contains("No article has all of these words."))
    #expect(!page.text.contains("search/of/"))
  }

  @Test func aSearchCanBeFollowedAtOneAddress() async {
    let page = await room.get("/search?q=Optik+N%C3%A9rv")
    #expect(page.text.contains("href=\"/search/of/optik+nerv/atom.xml\""))
    let feed = await room.get("/search/of/optik+nerv/atom.xml")
    #expect(feed.text == "[\"optik\", \"nerv\"] Search for “optik nerv” atom.xml")
    #expect(feed.field("Content-Type") == "application/atom+xml; charset=utf-8")
    let tag = feed.field("ETag") ?? ""
    #expect(await room.ask("GET", "/search/of/optik+nerv/atom.xml", [("if-none-match", tag)]).status == 304)
    let other = await room.get("/search/of/Optik+N%C3%A9rv/rss.xml")
    #expect(other.status == 308)
    #expect(other.location == "/search/of/optik+nerv/rss.xml")
    let arabic = await room.get("/search/of/%D9%85%D8%B1%D8%B6/feed.json")
    #expect(arabic.status == 200)
  }

  @Test(arguments: [
    "/search/of/%2B/atom.xml", "/search/of/%zz/atom.xml", "/search/of/a/index.html", "/search/of/a", "/search/x",
  ])
  func malformedSearchesAreNotFound(target: String) async {
    #expect(await room.get(target).status == 404)
  }

  @Test func aSearchChangesNothing() async {
    #expect(await room.post("/search", [("q", "optic")]).status == 405)
    _ = await room.get("/search?q=optic")
    #expect(room.desk.seen.requests.isEmpty)
  }
}
