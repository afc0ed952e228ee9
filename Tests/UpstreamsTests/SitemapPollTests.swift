import Compression
import Model
import Testing
import Time
import Upstreams

private let address = "https://blog.example.org/sitemap.xml"

private func urls(_ numbers: some Sequence<Int>) -> String {
  numbers.map { "<url><loc>https://blog.example.org/\($0)/</loc><lastmod>2026-11-\(10 + $0 % 20)</lastmod></url>" }
    .joined()
}

private func urlset(_ numbers: some Sequence<Int>) -> String {
  "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(urls(numbers))</urlset>"
}

private func page(_ title: String) -> String {
  "<html><head><title>\(title)</title></head><body><h1>\(title)</h1><article><p>Text.</p></article></body></html>"
}

private func later(_ known: [Int], maxNew: Int = 50) -> UpstreamQuestion {
  var settings = UpstreamSettings(name: "blog", kind: .sitemap(PageSelectors()), url: address)
  settings.maxNew = maxNew
  var question = UpstreamQuestion(source: settings, first: FetchRequest(url: address, userAgent: "c"), now: noon)
  question.isFirst = false
  question.known = Set(known.map { ItemKey.link("https://blog.example.org/\($0)/") })
  return question
}

/// T10.
@Suite struct SitemapPollTests {
  @Test func inTheFirstPollAllPagesArePastAndNoneIsFetched() throws {
    let site = CannedSite()
    site.set(address, urlset(1...300))
    let found = try document(question(.sitemap(PageSelectors()), address), site)
    #expect(found.items.isEmpty)
    #expect(found.unread == (1...300).map { "https://blog.example.org/\($0)/" })
    #expect(site.asked == [address])
  }

  @Test func laterOnlyUnknownPagesAreFetchedTheNewestFirst() throws {
    let site = CannedSite()
    site.set(address, urlset(1...5))
    for number in 1...5 { site.set("https://blog.example.org/\(number)/", page("Article \(number)")) }
    let found = try document(later([1, 3]), site)
    #expect(found.items.map(\.title) == ["Article 5", "Article 4", "Article 2"])
    #expect(found.items.map(\.body) == Array(repeating: "<div>\n<p>Text.</p>\n</div>\n", count: 3))
    // `lastmod` is not the date of an article.
    #expect(found.items.map(\.published) == [nil, nil, nil])
    #expect(site.asked.count == 4)
    #expect(found.unread.isEmpty)
  }

  @Test func atMostMaxNewPagesAreFetchedInAPoll() throws {
    let site = CannedSite()
    site.set(address, urlset(1...9))
    for number in 1...9 { site.set("https://blog.example.org/\(number)/", page("Article \(number)")) }
    guard case .document(let found, hash: nil) = outcome(later([], maxNew: 3), site) else {
      Issue.record("no document without a hash")
      return
    }
    #expect(found.items.count == 3)
    #expect(!found.isComplete)
    #expect(site.asked.count == 4)
  }

  @Test func aPackedSitemapIsUnpacked() throws {
    let site = CannedSite()
    site.answers[address] = .document(try #require(gzip(Array(urlset(1...3).utf8))))
    #expect(try document(question(.sitemap(PageSelectors()), address), site).unread.count == 3)
  }

  @Test func anIndexNamesSitemaps() throws {
    let site = CannedSite()
    site.set(
      address,
      "<sitemapindex><sitemap><loc>https://blog.example.org/posts.xml</loc></sitemap><sitemap><loc>/pages.xml.gz</loc></sitemap></sitemapindex>"
    )
    site.set("https://blog.example.org/posts.xml", urlset(1...2))
    site.answers["https://blog.example.org/pages.xml.gz"] = .document(try #require(gzip(Array(urlset(3...4).utf8))))
    #expect(try document(question(.sitemap(PageSelectors()), address), site).unread.count == 4)
    #expect(site.asked.count == 3)
    for number in 1...4 { site.set("https://blog.example.org/\(number)/", page("Article \(number)")) }
    #expect(try document(later([1, 2, 3]), site).items.map(\.title) == ["Article 4"])
  }

  /// Its sitemaps change when it does not.
  @Test func theValidatorsOfAnIndexAreNotUsed() {
    let index = "<sitemapindex><sitemap><loc>https://blog.example.org/posts.xml</loc></sitemap></sitemapindex>"
    for (text, isKept) in [(index, false), (urlset(1...2), true)] {
      var poll: any UpstreamPoll = UpstreamKinds().poll(question(.sitemap(PageSelectors()), address))
      var answer: FetchAnswer?
      while let request = poll.next(after: answer) {
        answer = FetchAnswer(.document(Array((request.url == address ? text : urlset(1...2)).utf8)), url: request.url)
        answer?.validators = Validators(etag: "\"7\"")
      }
      #expect(poll.decisive?.validators.isEmpty == !isKept)
      guard case .document(_, let hash) = poll.outcome() else {
        Issue.record("no document")
        return
      }
      #expect((hash != nil) == isKept)
    }
  }

  @Test func anIndexThatCannotBeReadAsAWholeIsReadLater() {
    let site = CannedSite()
    site.set(address, "<sitemapindex><sitemap><loc>https://blog.example.org/posts.xml</loc></sitemap></sitemapindex>")
    #expect(outcome(question(.sitemap(PageSelectors()), address), site) == .unanswered)
    // Its pages would look new later.
    site.set("https://blog.example.org/posts.xml", String(urlset(1...9).dropLast(40)))
    #expect(failure(question(.sitemap(PageSelectors()), address), site) != nil)
  }

  @Test func pagesThatAreGoneAreNotAskedForAgain() throws {
    let site = CannedSite()
    site.set(address, urlset(1...3))
    site.set("https://blog.example.org/1/", page("Article 1"))
    site.set("https://blog.example.org/2/", "%PDF-1.7")
    let found = try document(later([]), site)
    #expect(found.items.map(\.title) == ["Article 1"])
    #expect(found.unread == ["https://blog.example.org/3/", "https://blog.example.org/2/"])
    #expect(found.remarks.count == 2)
  }

  @Test func aNewsSitemapHasTitlesAndDates() throws {
    let site = CannedSite()
    site.set(
      address,
      "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://blog.example.org/1/</loc>"
        + "<news:news><news:publication><news:name>B</news:name></news:publication><news:publication_date>2026-11-29</news:publication_date>"
        + "<news:title>From the sitemap</news:title></news:news></url></urlset>")
    site.set("https://blog.example.org/1/", "<html><body><article><p>Text.</p></article></body></html>")
    let item = try #require(try document(later([]), site).items.first)
    #expect(item.title == "From the sitemap")
    #expect(item.published == Instant(rfc3339: "2026-11-29T00:00:00Z"))
  }

  @Test(arguments: [
    ("<html><head><title>Not found</title></head></html>", "a web page called “Not found” came instead of a sitemap"),
    ("<rss/>", "it is not a sitemap: it has neither `urlset` nor `sitemapindex`"),
    ("\u{1F}nothing", "it is not a sitemap: it has neither `urlset` nor `sitemapindex`"),
  ])
  func documentsThatAreNotSitemapsAreNamed(_ text: String, _ sentence: String) {
    let site = CannedSite()
    site.set(address, text)
    #expect(failure(question(.sitemap(PageSelectors()), address), site)?.sentence == sentence)
  }

  @Test func atMost50000PagesAreRead() throws {
    let site = CannedSite()
    site.set(address, urlset(1...50_010))
    let found = try document(question(.sitemap(PageSelectors()), address), site)
    #expect(found.unread.count == 50_000)
    #expect(found.remarks == ["it has more than 50000 pages; the others are not read"])
  }
}
