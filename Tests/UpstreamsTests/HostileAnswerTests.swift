import Compression
import Glibc
import Model
import Testing
import Time
import Upstreams

/// No answer may crash a reader, keep it for long or make it ask without end.
@Suite struct HostileAnswerTests {
  private static let selectors: PageSelectors = {
    var selectors = PageSelectors()
    selectors.items = "div"
    selectors.body = "p"
    return selectors
  }()

  private static let kinds: [UpstreamSettings.Kind] = [
    .feed, .arxiv, .page(selectors), .page(PageSelectors()), .sitemap(PageSelectors()), .pubmed(query: "x"),
    .preprints(server: "biorxiv", category: "neuroscience"), .crossref(filter: "issn:1"),
  ]

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static let bombs: [(name: String, text: String)] = [
    ("deep page", "<html><body>" + repeated("<div><p>a", 20_000)),
    ("deep text", "<html><body>" + repeated(repeated("<div>", 200) + "journals " + repeated("</div>", 200), 100)),
    ("links", "<html><body>" + repeated("<div><a href=x>y</a></div>", 10_000)),
    ("headings", "<html><body><article>" + repeated("<h2><a href=x>y</a></h2><time>2026-01-01</time>", 8_000)),
    ("articles", "<html><body>" + repeated("<article><a href=x>y</a><time>2026-01-01</time>", 20_000)),
    ("attributes", "<html><body><div " + (0..<20_000).map { "a\($0)=''" }.joined(separator: " ") + ">t"),
    ("linked data", "<html><script type='application/ld+json'>" + repeated("[", 20_000)),
    ("linked data of lists", "<html><script type='application/ld+json'>" + repeated("[{\"@graph\":", 20_000)),
    ("urls", "<urlset>" + repeated("<url><loc>https://a.example/", 10_000)),
    ("sitemaps", "<sitemapindex>" + repeated("<sitemap><loc>/a</loc></sitemap>", 10_000)),
    ("deep record", "<PubmedArticleSet><PubmedArticle>" + repeated("<a>", 20_000)),
    ("long record", "<PubmedArticleSet><PubmedArticle>" + repeated("<PMID>1</PMID>", 20_000)),
    ("ids", "<eSearchResult><IdList>" + (0..<10_000).map { "<Id>\($0)</Id>" }.joined()),
    (
      "laughs",
      "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]><eSearchResult>" + repeated("&b;", 20_000)
    ),
    ("arrays", repeated("[", 60_000)), ("objects", repeated("{\"message\":", 20_000)),
    ("works", "{\"message\":{\"items\":[" + repeated("{\"DOI\":\"10.1000/1\",\"title\":[\"a\"]},", 20_000)),
    (
      "abstract",
      "{\"message\":{\"items\":[{\"DOI\":\"10.1000/1\",\"title\":[\"a\"],\"abstract\":\""
        + repeated("<jats:sec>", 10_000)
        + "\"}]}}"
    ), ("zeros", repeated("\0", 60_000)), ("doi", "<rss><item><guid>doi:10.1000/" + repeated("((", 20_000)),
  ]

  @Test(arguments: 0..<bombs.count) func aBombIsReadOrRefusedAtOnce(_ index: Int) {
    let bytes = Array(Self.bombs[index].text.utf8)
    for kind in Self.kinds {
      let start = cpuSeconds()
      let requests = Self.answerAll(kind, isFirst: false, most: 5) { _ in bytes }
      let time = cpuSeconds() - start
      // Here, without optimisation, only quadratic time takes so long; each page of a poll counts.
      #expect(time < 10 * Double(max(1, min(requests, 10))), "\(Self.bombs[index].name) took \(time) s as \(kind)")
    }
  }

  @Test func aPackedBombIsRefused() throws {
    let packed = try #require(gzip(Array(repeating: 0x20, count: 60_000_000)))
    let site = CannedSite()
    site.answers["https://a.example/s.xml.gz"] = .document(packed)
    let sentence = "https://a.example/s.xml.gz has more than 50 MB when it is unpacked; split it"
    #expect(
      failure(question(.sitemap(PageSelectors()), "https://a.example/s.xml.gz"), site)?.sentence == sentence)
  }

  private static let samples = [
    "<rss><channel><title>T</title><item><guid>doi:10.1000/1</guid><link>https://arxiv.org/abs/2601.00001v1</link><enclosure url='https://a/b.mp3'/></item></channel></rss>",
    "<html><head><title>T</title><meta name='citation_doi' content='10.1/2'><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"h\"}</script></head>"
      + "<body><div><h2><a href='/x'>One</a></h2><time datetime='2026-01-02'>x</time><p>Text</p></div></body></html>",
    "<urlset><url><loc>https://a.example/1</loc><lastmod>2026-01-01</lastmod></url></urlset>",
    "<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>",
    "<eSearchResult><Count>1</Count><IdList><Id>1</Id></IdList><WarningList><PhraseNotFound>x</PhraseNotFound></WarningList></eSearchResult>",
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T.</ArticleTitle><Abstract><AbstractText Label='A'>b<i>c</i></AbstractText></Abstract>"
      + "</Article></MedlineCitation><PubmedData><History><PubMedPubDate PubStatus='entrez'><Year>2026</Year><Month>1</Month><Day>2</Day></PubMedPubDate></History></PubmedData></PubmedArticle></PubmedArticleSet>",
    "{\"messages\":[{\"status\":\"ok\",\"total\":2}],\"collection\":[{\"doi\":\"10.1101/1\",\"title\":\"t\",\"version\":\"1\",\"date\":\"2026-01-01\",\"category\":\"neuroscience\",\"published\":\"10.1/2\",\"authors\":\"A, B; C\"}]}",
    "{\"message\":{\"next-cursor\":\"x\",\"items\":[{\"DOI\":\"10.1/2\",\"title\":[\"t\"],\"issued\":{\"date-parts\":[[2026,1]]},\"abstract\":\"<jats:p>x</jats:p>\",\"author\":[{\"given\":\"A\"}],\"relation\":{\"has-preprint\":[{\"id-type\":\"doi\",\"id\":\"10.1/3\"}]}}]}}",
  ]

  /// Bytes changed, doubled and left out at random places, as an answer to any request of any kind of source.
  @Test func brokenAnswersAreReadOrRefused() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("HostileAnswerTests: seed \(seed)")
    var random = SeededGenerator(state: seed)
    for _ in 0..<50 {
      for kind in Self.kinds {
        let isFirst = Bool.random(using: &random)
        _ = Self.answerAll(kind, isFirst: isFirst) { random in
          var bytes = Array((Self.samples.randomElement(using: &random) ?? "").utf8)
          for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.insert(Array("<>&;\"'/![]{}:,".utf8).randomElement(using: &random) ?? 0, at: place)
            case 2: bytes.remove(at: place)
            default: bytes += bytes[place...]
            }
          }
          return bytes
        } random: {
          random
        }
        random.state &+= 1
      }
    }
  }

  /// Carries a poll in which every request gets an answer. Returns how many there were.
  private static func answerAll(
    _ kind: UpstreamSettings.Kind, isFirst: Bool, most: Int = 120, _ bytes: (inout SeededGenerator) -> [UInt8],
    random: () -> SeededGenerator = { SeededGenerator(state: 1) }
  ) -> Int {
    var settings = UpstreamSettings(name: "s", kind: kind, url: "https://a.example/x")
    settings.maxNew = 3
    settings.guessesBodies = true
    var question = UpstreamQuestion(source: settings, first: FetchRequest(url: settings.url, userAgent: "c"), now: noon)
    question.isFirst = isFirst
    var poll = UpstreamKinds().poll(question)
    var generator = random()
    var answer: FetchAnswer?
    var requests = 0
    while let request = poll.next(after: answer), requests < most {
      requests += 1
      answer = FetchAnswer(.document(bytes(&generator)), url: request.url)
    }
    #expect(requests < 120, "\(kind)")
    _ = poll.outcome()
    return requests
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
