import FeedReading
import Glibc
import Testing
import Time

/// No document may crash the reader, or take longer than a moment: 0.2 s in a release build. Here, without optimisation and
/// perhaps under the address sanitizer, only quadratic time would take longer than the limit.
@Suite struct HostileFeedTests {
  private static let bombs: [(name: String, text: String)] = [
    ("billion laughs", laughs), ("quadratic", quadratic),
    ("deep", "<rss><channel><item><description>" + repeated("<a>", 200_000)),
    ("attributes", "<rss><channel><item><title " + (0..<20_000).map { "a\($0)=''" }.joined(separator: " ") + ">t"),
    ("comments", "<rss><channel><item><title>" + repeated("<!--", 200_000)),
    ("quotes", "<rss><channel><item><title>" + repeated("<a b=\"'", 100_000)),
    ("instructions", "<rss><channel>" + repeated("<?", 200_000)), ("declarations", "<rss>" + repeated("<!x", 200_000)),
    ("sections", "<rss><channel><item><title>" + repeated("<![CDATA[", 100_000)),
    ("ampersands", "<rss><channel><item><title>" + repeated("&", 200_000)),
    ("ends", "<rss><channel><item>" + repeated("</x", 200_000)),
    ("entities", "<!DOCTYPE x [" + repeated("<!ENTITY a \"", 50_000)),
    ("types", "<!DOCTYPE x [" + repeated("<!--", 100_000)),
    ("types without ends", repeated("<!DOCTYPE [", 60_000)),
    ("different names", "<rss><channel>" + (0..<200_000).map { "<e\($0)/>" }.joined()),
    ("different prefixes", "<rss><channel><item>" + (0..<60_000).map { "<q\($0):x>1</q\($0):x>" }.joined()),
    ("wrong ends", "<rss><channel>" + repeated("<a></b>", 100_000)),
    ("items", "<rss><channel>" + repeated("<item>", 100_000)),
    ("title", "<rss><channel><item><title>" + repeated("&lt;a &quot;", 60_000) + "</title></item></channel></rss>"),
    ("scripts", "<rss><channel><item><title>" + repeated("&lt;script&gt;", 20_000) + "</title></item></channel></rss>"),
    (
      "tags",
      "<rss><channel><item><description>" + repeated("&lt;x&gt;", 60_000) + "</description></item></channel></rss>"
    ),
    ("author", "<rss><channel><item><author>" + repeated("a.", 100_000) + "@</author></item></channel></rss>"),
    ("authors", "<rss><channel><item>" + repeated("<author>a@b.example</author>", 60_000) + "</item></channel></rss>"),
    (
      "bases",
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/'><entry><content type='xhtml'><div>"
        + repeated("<p xml:base='\(repeated("a/", 2_000))'><a href='b'/>", 200)
    ),
    ("names", "<rss " + (0..<60_000).map { "xmlns:a\($0)='b\($0)'" }.joined(separator: " ") + "><channel>"),
    (
      "pictures",
      "<rss><channel><item><title>" + repeated("&lt;img alt=''>", 60_000) + "</title></item></channel></rss>"
    ),
    (
      "attributes of a body",
      "<rss><channel><item><description>&lt;a " + (0..<60_000).map { "a\($0)='b'" }.joined(separator: " ")
        + ">x</description></item></channel></rss>"
    ),
    ("members", "{\"items\":[{" + (0..<100_000).map { "\"a\($0)\":1" }.joined(separator: ",") + "}]}"),
    ("date", "<rss><channel><item><pubDate>" + repeated("1:", 100_000) + "</pubDate></item></channel></rss>"),
    ("arrays", "{\"items\":" + repeated("[", 500_000)),
    ("strings", "{\"items\":[{\"id\":\"" + repeated("\\u0041", 50_000)),
    ("zeros", repeated("\0", 500_000)), ("page", "<html>" + repeated("<link rel=alternate href=x>", 10_000)),
  ]

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static let laughs: String = {
    let levels = (1...9).map { "<!ENTITY l\($0) \"\(repeated($0 == 1 ? "&lol;" : "&l\($0 - 1);", 10))\">" }.joined()
    return "<!DOCTYPE x [<!ENTITY lol \"lol\">\(levels)]><rss><channel><title>&l9;</title></channel></rss>"
  }()

  private static let quadratic: String = {
    let entity = repeated("A", 900)
    return
      "<!DOCTYPE x [<!ENTITY a \"\(entity)\">]><rss><channel><title>\(repeated("&a;", 20_000))</title></channel></rss>"
  }()

  @Test(arguments: 0..<bombs.count) func aBombIsReadOrRefusedAtOnce(_ index: Int) {
    let bytes = Array(Self.bombs[index].text.utf8)
    let start = cpuSeconds()
    _ = try? readFeed(bytes, FeedContext()).writeJSON { _ in }
    let time = cpuSeconds() - start
    #expect(time < 10, "\(Self.bombs[index].name) took \(time) s")
  }

  @Test func aFeedWithTooManyElementsKeepsTheItemsBeforeThem() throws {
    let pictures = Self.repeated("<media:content url='http://a.example/b.png'/>", 1_000)
    let item = "<item><title>t</title>\(pictures)</item>"
    let feed = "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel>\(Self.repeated(item, 70))</channel></rss>"
    let document = try readFeed(Array(feed.utf8), FeedContext())
    #expect(document.items.count == 62)
    #expect(document.remarks.contains { $0.sentence == "it has too many elements; what follows is not read" })
    #expect(!document.isComplete)
  }

  /// The first is resolved against the feed's address, the next against it, and so on.
  @Test func basesWithinEachOtherAddUpAlsoIfTheyAreTheSame() throws {
    let text =
      "<p xml:base='b/'><a href='x'>x</a><i xml:base='b/'><a href='y'>y</a></i></p>"
      + "<p xml:base='b/'><a href='z'>z</a></p>"
    let feed =
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/'><entry><id>1</id>"
      + "<content type='xhtml'><div>\(text)</div></content></entry></feed>"
    let body = try #require(try readFeed(Array(feed.utf8), FeedContext()).items.first?.body?.sanitized)
    let links = ["b/x", "b/b/y", "b/z"].map { "http://a.example/\($0)" }
    #expect(links.allSatisfy(body.contains), "\(body)")
  }

  @Test func aTitleIsTheBeginningOfALongBody() throws {
    let body = "<p>" + Self.repeated("Some words that say nothing. ", 400) + "</p>"
    let feed = "<rss><channel><item><description><![CDATA[\(body)]]></description></item></channel></rss>"
    let tags = Self.repeated("<b></b>", 1_000) + "words"
    let other = "<rss><channel><item><description><![CDATA[\(tags)]]></description></item></channel></rss>"
    let item = try readFeed(Array(feed.utf8), FeedContext()).items.first
    #expect(item?.title.hasPrefix("Some words that say nothing. Some words") == true)
    #expect(item?.title.count ?? 0 <= 80)
    #expect(try readFeed(Array(other.utf8), FeedContext()).items.first?.title == "words")
  }

  private static let samples = [
    "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss version=\"2.0\" xmlns:x='urn:x'><channel><title>T &amp; &nbsp;&a;</title>"
      + "<item><guid isPermaLink=\"false\">1</guid><description><![CDATA[<p>é</p>]]></description><pubDate>Mon, 02 Mar 2026 10:00:00 GMT"
      + "</pubDate></item></channel></rss>",
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/'><author><name>Ann</name></author><entry><link href='b'/>"
      + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x<br/>&#233;</p></div></content></entry></feed>",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1,\"content_html\":\"<p>\\u00e9</p>\",\"tags\":[\"a\"]}]}",
  ]

  @Test func everyBeginningOfAFeedIsReadOrRefused() {
    for sample in Self.samples {
      let bytes = Array(sample.utf8)
      for end in 0...bytes.count { _ = try? readFeed(Array(bytes[..<end]), FeedContext()).writeJSON { _ in } }
    }
  }

  /// Bytes changed, doubled and left out at random places.
  @Test func brokenFeedsAreReadOrRefused() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("HostileFeedTests: seed \(seed)")
    var random = SeededGenerator(state: seed)
    for _ in 0..<2_000 {
      var bytes = Array(Self.samples.randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(Array("<>&;\"'/![]{}".utf8).randomElement(using: &random)!, at: place)
        case 2: bytes.remove(at: place)
        default: bytes += bytes[place...]
        }
      }
      _ = try? readFeed(bytes, FeedContext()).writeJSON { _ in }
    }
  }
}

/// The time of this thread, so that other tests do not count.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
