import Model
import Testing
import Time
import Upstreams

private let address = "https://blog.example.org/feed"

/// The document of a feed with these elements.
private func rss(_ items: String, _ channel: String = "", _ kind: UpstreamSettings.Kind = .feed) throws
  -> UpstreamDocument
{
  let site = CannedSite()
  site.set(
    address,
    "<rss version=\"2.0\"><channel><title>Blog</title><link>https://blog.example.org/</link>\(channel)\(items)</channel></rss>"
  )
  return try document(question(kind, address), site)
}

private func item(_ elements: String, _ kind: UpstreamSettings.Kind = .feed) throws -> UpstreamItem {
  try #require(try rss("<item>\(elements)</item>", "", kind).items.first)
}

@Suite struct FeedPollTests {
  private static func cut(_ title: String, _ why: String) -> String {
    "line 1: the text of “\(title)” \(why), so only its beginning is used; the rest is at its link, and "
      + "content = \"summary\" takes summaries only"
  }

  /// F9: the part of an item that is lost is reported with the item's name.
  @Test(
    arguments: [
      (String(repeating: "<p>héllo wörld</p>", count: 60_000), "is longer than 1 MB"),
      (String(repeating: "<div>", count: 400) + "the end", "has elements nested more than 240 deep"),
      (String(repeating: "<p>hello world</p>", count: 50_000), nil), ("<p>the end</p>", nil),
    ] as [(String, String?)])
  func aBodyThatIsTooLongOrTooDeepIsReported(_ text: String, _ why: String?) throws {
    let items =
      "<item><title>One</title><guid>1</guid><link>https://blog.example.org/1</link>"
      + "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>"
      + "<content:encoded><![CDATA[<p>The beginning</p>\(text)]]></content:encoded></item>"
    let document = try rss(items)
    #expect(document.remarks == (why.map { [Self.cut("One", $0)] } ?? []))
    #expect(document.items.map { $0.body.hasPrefix("<p>The beginning</p>") } == [true])
    #expect(document.items.map { $0.body.contains("\u{FFFD}") } == [false])
  }

  @Test func aFeedIsOneRequest() throws {
    let site = CannedSite()
    site.set(address, "<rss><channel><item><title>a</title></item></channel></rss>")
    var question = question(.feed, address)
    question.first.validators = Validators(etag: "\"1\"")
    #expect(try document(question, site).items.map(\.title) == ["a"])
    #expect(site.asked == [address])
    #expect(site.requests[0].validators.etag == "\"1\"")
  }

  @Test func anItemIsReadFromItsFeed() throws {
    let found = try item(
      """
      <guid isPermaLink="false">7</guid><title>Sleep &amp; salt</title><link>https://blog.example.org/sleep?utm_source=rss&amp;p=7</link>
      <description>A short summary</description><content:encoded><![CDATA[<p>The <a href="/x?fbclid=1">text</a></p><script>x</script>]]></content:encoded>
      <pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><category>Sleep</category><dc:creator>mail@example.org (Ann Lee)</dc:creator>
      <source url="https://other.example/feed">Other</source>
      """)
    var expected = UpstreamItem(title: "Sleep & salt")
    expected.guid = "7"
    expected.link = "https://blog.example.org/sleep?p=7"
    expected.summary = "A short summary"
    expected.body = "<p>The <a href=\"https://blog.example.org/x\">text</a></p>\n"
    expected.published = Instant(rfc3339: "2026-03-02T10:00:00Z")
    expected.categories = ["Sleep"]
    expected.authors = ["Ann Lee"]
    expected.origin = UpstreamItem.Origin(title: "Other", url: "https://other.example/feed")
    #expect(found == expected)
  }

  // MARK: - F12, F13, F17, F18

  @Test(arguments: [
    ("<title>A &lt;b&gt;bold&lt;/b&gt; one</title>", "A bold one"), ("<title>R&amp;amp;D</title>", "R&D"),
    ("<description>Only a text without a title</description>", "Only a text without a title"),
    ("<link>https://blog.example.org/7</link>", "https://blog.example.org/7"),
  ])
  func aTitleIsTextAndNeverMissing(_ elements: String, _ title: String) throws {
    #expect(try item(elements).title == title)
  }

  @Test(arguments: [
    ("<description>Short.</description>", "Short.", ""),
    ("<description>&lt;p&gt;With blocks&lt;/p&gt;</description>", "", "<p>With blocks</p>\n"),
    (
      "<description>One</description><content:encoded>&lt;p&gt;Two&lt;/p&gt;</content:encoded>", "One", "<p>Two</p>\n"
    ),
    ("<description>\(String(repeating: "long ", count: 120))</description>", "", nil),
  ])
  func aLoneDescriptionIsTheBodyIfItHasMarkupOrIsLong(_ elements: String, _ summary: String, _ body: String?) throws {
    let item = try item("<title>t</title>" + elements)
    #expect(item.summary == summary)
    if let body { #expect(item.body == body) } else { #expect(item.body.utf8.count > 500) }
  }

  @Test(arguments: [
    ("<media:content url='https://i.example/a.jpg' medium='image'/>", "https://i.example/a.jpg", ""),
    ("<enclosure url='https://i.example/b.png' type='image/png' length='1'/>", "https://i.example/b.png", ""),
    (
      "<description>&lt;p&gt;&lt;img src='https://i.example/c.png' width='640' height='300' alt='A nerve'&gt;&lt;/p&gt;</description>",
      "https://i.example/c.png", "A nerve"
    ),
    (
      "<description>&lt;p&gt;&lt;img src='https://i.example/icon.png' width='32' height='32' alt=''&gt;&lt;/p&gt;</description>",
      nil, ""
    ),
    (
      "<description>&lt;p&gt;x&lt;img src='https://i.example/count.gif' width='1' height='1' alt=''&gt;&lt;/p&gt;</description>",
      nil, ""
    ),
  ])
  func thePictureIsTheItemsOwnOrTheFirstLargeOneOfItsText(_ elements: String, _ url: String?, _ alt: String) throws {
    #expect(try item("<title>t</title>" + elements).image == url.map { Article.Picture(url: $0, alt: alt) })
  }

  @Test func aRecordingBecomesALinkAtTheEnd() throws {
    let found = try item(
      "<title>t</title><description>&lt;p&gt;x&lt;/p&gt;</description>"
        + "<enclosure url='https://m.example/talk%20one.mp3?a=1&amp;b=2' type='audio/mpeg' length='9'/>")
    #expect(
      found.body
        == "<p>x</p>\n<p><a href=\"https://m.example/talk%20one.mp3?a=1&amp;b=2\">talk%20one.mp3</a></p>\n")
    #expect(found.image == nil)
  }

  @Test func additionsOfFeedsAreRemoved() throws {
    let found = try item(
      "<title>t</title><description>&lt;p&gt;In short.&lt;/p&gt;&lt;p&gt;The post &lt;a href='https://b.example/1'&gt;t&lt;/a&gt; appeared first on"
        + " &lt;a href='https://b.example'&gt;B&lt;/a&gt;.&lt;/p&gt;</description>"
        + "<content:encoded>&lt;p&gt;Text&lt;/p&gt;&lt;p&gt;&lt;a href='https://x.com/intent/tweet?u=1'&gt;Share&lt;/a&gt;&lt;/p&gt;</content:encoded>"
    )
    #expect(found.summary == "In short.")
    #expect(found.body.trimmingSuffix("\n") == "<p>Text</p>")
  }

  // MARK: - Papers

  @Test(arguments: [
    ("<guid isPermaLink='false'>pubmed:39123456</guid>", ["pmid:39123456"]),
    ("<link>https://pubmed.ncbi.nlm.nih.gov/39123456/?utm_source=x&amp;fc=2026&amp;ff=2026</link>", ["pmid:39123456"]),
    ("<dc:identifier>doi:10.1111/BPH.17123</dc:identifier>", ["doi:10.1111/bph.17123"]),
    ("<prism:doi>10.1016/S1474-4422(26)00012-3</prism:doi>", ["doi:10.1016/s1474-4422(26)00012-3"]),
    ("<link>https://onlinelibrary.wiley.com/doi/10.1111/ene.16001?af=R</link>", ["doi:10.1111/ene.16001"]),
    ("<link>https://www.frontiersin.org/articles/10.3389/fneur.2026.1/full</link>", ["doi:10.3389/fneur.2026.1"]),
    (
      "<link>https://www.biorxiv.org/content/10.1101/2026.01.02.123456v2?rss=1</link>",
      ["doi:10.1101/2026.01.02.123456"]
    ),
    ("<link>https://arxiv.org/abs/2601.00001v3</link>", ["arxiv:2601.00001"]),
    ("<guid isPermaLink='false'>oai:arXiv.org:hep-th/9901001v1</guid>", ["arxiv:hep-th/9901001"]),
    (
      "<dc:identifier>doi:10.48550/arXiv.2601.00001</dc:identifier>",
      ["doi:10.48550/arxiv.2601.00001", "arxiv:2601.00001"]
    ),
    ("<description>&lt;p&gt;About https://doi.org/10.1000/1&lt;/p&gt;</description>", []),
    ("<link>https://blog.example.org/2026/03/pubmed-39123456</link>", []),
  ])
  func aPaperIsNamedInOneForm(_ elements: String, _ papers: [String]) throws {
    #expect(try item("<title>t</title>" + elements).papers == papers)
  }

  @Test func anItemOfAJournalCitesThePaper() throws {
    let found = try item(
      "<title>Salt</title><link>https://j.example/1</link><prism:publicationName>Brain</prism:publicationName>"
        + "<prism:doi>10.1093/BRAIN/awag001</prism:doi><prism:coverDate>2026-12-01T00:00:00Z</prism:coverDate>")
    let expected = Article.Citation(
      title: "Salt", journal: "Brain", doi: "10.1093/brain/awag001", url: "https://j.example/1", published: "2026-12-01"
    )
    #expect(found.citation == expected)
  }

  @Test func linksOfPubMedDoNotChangeWithEachFetch() throws {
    let found = try item(
      "<title>t</title><link>https://pubmed.ncbi.nlm.nih.gov/1/?utm_source=Safari&amp;fc=20261130&amp;ff=20261130&amp;v=2.18</link>"
    )
    #expect(found.link == "https://pubmed.ncbi.nlm.nih.gov/1/")
  }

  // MARK: - arXiv

  private static func announced(_ type: String, _ number: String) -> String {
    "<item><title>\(number)</title><link>https://arxiv.org/abs/\(number)</link><guid isPermaLink='false'>oai:arXiv.org:\(number)v2</guid>"
      + "<description>arXiv:\(number)v2 Announce Type: \(type)\nAbstract: We show that a &lt; b.</description>"
      + "<arxiv:announce_type>\(type)</arxiv:announce_type><dc:creator>Ann Lee, Bo Wu</dc:creator></item>"
  }

  @Test func onlyNewAndCrossListedPapersOfArXivAreNews() throws {
    let types = ["new", "cross", "replace", "replace-cross"]
    let items = types.enumerated().map { Self.announced($1, "2601.0000\($0)") }.joined()
    let found = try rss(items, "", .arxiv).items
    #expect(found.map(\.title) == ["2601.00000", "2601.00001"])
    #expect(found[0].body == "<p>We show that a &lt; b.</p>")
    #expect(found[0].authors == ["Ann Lee", "Bo Wu"])
    #expect(found[0].papers == ["arxiv:2601.00000"])
    #expect(found[0].citation?.journal == "arXiv")
  }

  @Test func anotherVersionOfAKnownPaperComes() throws {
    let site = CannedSite()
    site.set(address, "<rss><channel>\(Self.announced("replace", "2601.00001"))</channel></rss>")
    var question = question(.arxiv, address)
    question.known = [ItemKey.paper("arxiv:2601.00001")]
    #expect(try document(question, site).items.count == 1)
  }

  // MARK: - The document

  @Test func aFeedStatesHowOftenToAsk() throws {
    let channel =
      "<ttl>90</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day><day>Monday</day></skipDays>"
      + "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
    let pace = try rss("<item><title>a</title></item>", channel).pace
    #expect(pace.minutes == 90)
    #expect(pace.skippedHours == [3])
    #expect(pace.skippedDays == [1, 7])
    #expect(pace.period == .seconds(6 * 3600))
  }

  @Test func goneItemsAreReported() throws {
    let site = CannedSite()
    site.set(
      address,
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'><title>B</title>"
        + "<at:deleted-entry ref='tag:b.example,2026:1' when='2026-01-01T00:00:00Z'/></feed>")
    let found = try document(question(.feed, address), site)
    #expect(found.gone == ["tag:b.example,2026:1"])
    #expect(found.title == "B")
  }

  @Test func aFeedThatIsCutOffIsNotComplete() throws {
    let site = CannedSite()
    site.set(address, "<rss><channel><item><title>a</title></item><item><title>b")
    let found = try document(question(.feed, address), site)
    #expect(found.items.map(\.title) == ["a"])
    #expect(!found.isComplete)
  }

  // MARK: - F2 and bodies that are not documents

  @Test func aWebPageInsteadOfAFeedIsNamedWithItsFeeds() {
    let site = CannedSite()
    site.set(
      address,
      "<!DOCTYPE html><html><head><title>Log in</title><link rel='alternate' type='application/rss+xml' href='/rss.xml'></head>"
    )
    let expected = UpstreamFailure(
      sentence: "a web page called “Log in” came instead of a feed", proposals: ["https://blog.example.org/rss.xml"])
    #expect(failure(question(.feed, address), site) == expected)
  }

  @Test func aPageForPeopleIsNamedAsSuch() {
    let site = CannedSite()
    site.set(address, "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>")
    let sentence =
      "a web page called “Just a moment...” came instead of a feed, which asks visitors to prove that they are people; "
      + "ask the site to let Courant read it"
    #expect(failure(question(.feed, address), site)?.sentence == sentence)
  }

  @Test func theBytesOfLastTimeAreNotReadAgain() throws {
    let site = CannedSite()
    site.set(address, "<rss><channel><item><title>a</title></item></channel></rss>")
    var again = question(.feed, address)
    guard case .document(_, let hash) = outcome(again, site) else {
      Issue.record("no document")
      return
    }
    again.bodyHash = hash
    #expect(outcome(again, site) == .unchanged)
    again.bodyHash = "other"
    #expect(outcome(again, site) != .unchanged)
  }

  @Test func withoutADocumentNothingIsRead() {
    let site = CannedSite()
    #expect(outcome(question(.feed, address), site) == .unanswered)
    site.answers[address] = .failed(FetchFailure(.timedOut, "it took too long"))
    #expect(outcome(question(.feed, address), site) == .unanswered)
    site.answers[address] = .unchanged
    var conditional = question(.feed, address)
    conditional.first.validators = Validators(etag: "\"1\"")
    #expect(outcome(conditional, site) == .unchanged)
    // H3: no conditional request was made.
    #expect(failure(question(.feed, address), site) != nil)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)).trimmingSuffix(suffix) : self
  }
}
