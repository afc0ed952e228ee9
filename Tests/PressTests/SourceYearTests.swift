import CourantTesting
import Foundation
import LedgerSQL
import Model
import PressTesting
import Synchronization
import Testing
import Time
import Upstreams

/// A year of polls of a server that misbehaves in every way: no article is lost, repeated or mailed twice.
@Suite struct SourceYearTests {
  @Test func noArticleIsLostOrMailedTwiceInAYear() throws {
    var random = SeededNumbers()
    let site = try SampleSite()
    try site.folder.write(
      (site.folder.text("schedule.conf") ?? "")
        + "\n[sources.blog]\nurl = \"https://blog.example/feed\"\nevery = \"1h\"\n", to: "schedule.conf")
    try FileManager.default.createDirectory(atPath: site.path + "/articles", withIntermediateDirectories: true)
    let newsroom = try Newsroom(site)
    let fetcher = ScriptedFetcher()
    newsroom.fetcher = fetcher
    newsroom.upstreams = UpstreamKinds()

    var blog = Blog()
    var read = Set<Int>()
    var mailed: [String] = []
    var now = Instant.at("2026-11-16T08:00:00Z")
    for _ in 0..<10 { blog.publish(at: now - .seconds(20 * 86_400), using: &random) }
    let old = Set(blog.posts.map(\.number))
    // An older post that was not in the first document is a late post.
    var archive: Set<Int>?
    while now < .at("2027-11-16T08:00:00Z") {
      blog.misbehave(using: &random)
      let answer = blog.answer(using: &random)
      fetcher.follow { _ in answer }
      let count = fetcher.requests.count
      let report = try newsroom.run(now.rfc3339)
      if fetcher.requests.count > count, answer.isReadable {
        read.formUnion(blog.shown)
        archive = archive ?? blog.shown.intersection(old)
      }
      let titles = Dictionary(
        uniqueKeysWithValues: try newsroom.ledger.shelvedArticles().map { ($0.id.text, $0.article.title) })
      mailed += try newsroom.articles(of: report).flatMap(\.self).compactMap { titles[$0] }
      now = now + .seconds(Int64.random(in: 10...40, using: &random) * 3600)
      if Int.random(in: 0..<2, using: &random) == 0 { blog.publish(at: now - .seconds(3600), using: &random) }
    }
    let shelf = try newsroom.ledger.shelvedArticles().map { Blog.number(of: $0.article.title) }.sorted()
    #expect(shelf == read.sorted(), "each post that was read is one article")
    let numbers = mailed.map(Blog.number)
    let repeated = Dictionary(grouping: numbers, by: \.self).filter { $1.count > 1 }.keys.sorted()
    #expect(repeated == [], "mailed twice")
    #expect(try #require(archive).isDisjoint(with: numbers), "the archive is not mailed")
    #expect(numbers.count > 50)
  }
}

extension FetchAnswer {
  fileprivate var isReadable: Bool {
    guard case .document(let bytes) = result else { return false }
    return !bytes.starts(with: "<!DOCTYPE".utf8)
  }
}

/// A blog whose program is changed every few days.
private struct Blog {
  struct Post {
    let number: Int
    let date: Instant
    var edits = 0
    var title: String { "Post \(number)\(edits > 0 ? ", edited" : "")" }
    let words: [String]
  }

  enum Whim: CaseIterable {
    case none, https, badGuids, newGuids, newDates, noDates, otherHost, slashes, edited, trackedLinks, noGuids, fewer
  }

  private(set) var posts: [Post] = []
  private var whim = Whim.none
  private var left = 0
  private var generation = 0

  mutating func publish(at date: Instant, using random: inout SeededNumbers) {
    let words = (0..<80).map { _ in "w\(Int.random(in: 0..<100_000, using: &random))" }
    posts.append(Post(number: posts.count + 1, date: date, words: words))
  }

  /// Another whim after some polls; one at a time, and between two of them the feed is well once.
  mutating func misbehave(using random: inout SeededNumbers) {
    left -= 1
    guard left < 0 else { return }
    whim = whim == .none ? Whim.allCases.randomElement(using: &random) ?? .none : .none
    left = whim == .none ? 0 : Int.random(in: 1...5, using: &random)
    generation += 1
    if whim == .edited, let last = posts.indices.last { posts[last].edits = 1 }
  }

  private var window: ArraySlice<Post> { posts.suffix(whim == .fewer ? 3 : 10) }

  var shown: Set<Int> { Set(window.map(\.number)) }

  func answer(using random: inout SeededNumbers) -> FetchAnswer {
    let url = "https://blog.example/feed"
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return FetchAnswer(.status(503), url: url)
    case 1: return FetchAnswer(.status(404), url: url)
    case 2: return FetchAnswer(.failed(FetchFailure(.timedOut, "no answer within 30 s")), url: url)
    case 3: return FetchAnswer(.document(Array("<!DOCTYPE html><html><title>Log in</title></html>".utf8)), url: url)
    default: return FetchAnswer(.document(Array(rss.utf8)), url: url)
    }
  }

  private var rss: String {
    let items = window.reversed().map(item).joined(separator: "\n")
    return "<rss version=\"2.0\"><channel><title>Blog</title><link>https://blog.example/</link>\(items)</channel></rss>"
  }

  private func item(_ post: Post) -> String {
    let scheme = whim == .https ? "https" : "http"
    let host = whim == .otherHost ? "new.example" : "blog.example"
    let slash = whim == .slashes ? "/" : ""
    var guid = "\(scheme)://\(host)/?p=\(post.number)\(slash)"
    if whim == .badGuids { guid = "N/A" }
    if whim == .newGuids { guid = "g\(generation)-\(post.number)" }
    let link = "\(scheme)://\(host)/posts/\(post.number)\(whim == .trackedLinks ? "?utm_source=x" : slash)"
    var date = "<pubDate>\(post.date.rfc5322())</pubDate>"
    if whim == .newDates { date = "<pubDate>\((post.date + .seconds(86_400 * 3)).rfc5322())</pubDate>" }
    if whim == .noDates { date = "" }
    let id = whim == .noGuids ? "" : "<guid isPermaLink=\"false\">\(guid)</guid>"
    return "<item><title>\(post.title)</title>\(id)<link>\(link)</link>\(date)"
      + "<description>&lt;p&gt;\(post.words.joined(separator: " "))&lt;/p&gt;</description></item>"
  }

  static func number(of title: String) -> Int {
    Int(title.dropFirst("Post ".count).prefix { $0.isNumber }) ?? 0
  }
}
