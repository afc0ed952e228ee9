import CourantTesting
import FeedReading
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Upstreams

/// Content from the network reaches pages, feeds and mail without anything active: a site, a run, and everything it published.
@Suite struct HostileSourceTests {
  /// HTML of others, each with its own trick.
  private static let attacks = [
    // Scripts, and what hides them
    "<script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)",
    "<<script>alert(1)//<</script>",
    "<script\n>alert(1)</script\n>", "<![CDATA[<script>alert(1)</script>", "<!--><img src=x onerror=alert(1)>-->",
    "<!--x--!><img src=x onerror=alert(1)>-->", "<?php echo 1 ?><img src=x onerror=alert(1)>",
    "<!x><img src=x onerror=alert(1)>",
    "</x><img src=x onerror=alert(1)>", "<\u{212A}><ſcript>alert(1)</ſcript>",
    "<meta charset=utf-7>+ADw-script+AD4-alert(1)",
    // Handlers
    "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src=\"x\"onerror=\"alert(1)\">",
    "<img src=`x`onerror=alert(1)>", "<img alt=\"><script>alert(1)</script>\" src=x OnErRoR\u{C}=\u{C}alert(1)>",
    "<a id=x tabindex=1 onfocus=alert(1) autofocus>x</a>", "<details open ontoggle=alert(1)>x",
    "<x onclick=alert(1)>x",
    "<div popover id=p onbeforetoggle=alert(1)>x</div>", "<img src=x onerror=alert(1)//",
    // URLs
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" \u{1}JaVa\tScRiPt:alert(1)\">x</a>",
    "<a href=\"java&Tab;script&colon;alert(1)\">x</a>",
    "<a href=\"&#x6A&#x61&#x76ascript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>", "<a href=\"feed:javascript:alert(1)\">x</a>",
    "<a href='https://x.example/\"onmouseover=\"alert(1)'>x</a>",
    "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\">",
    "<img srcset=\"javascript:alert(1) 2x, data:text/html,x 3x\" src=x>",
    "<picture><source srcset=\"javascript:alert(1)\"><img src=x onerror=alert(1)></picture>",
    "<video poster=javascript:alert(1)//></video>",
    "<table background=\"javascript:alert(1)\"><tr><td background=javascript:alert(1)>x</table>",
    // Other vocabularies, and what changes when it is parsed again
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<svg><set attributeName=onmouseover to=alert(1)>",
    "<math href=\"javascript:alert(1)\">x</math>",
    "<math><mtext><table><mglyph><style><math><img src onerror=alert(1)>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<listing>&lt;img onerror=\"alert(1)\" src=x&gt;</listing>",
    "<template shadowrootmode=open><script>alert(1)</script></template>",
    "<select><template><style><!--</template><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">",
    // Elements that do something
    "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\">", "<object data=\"javascript:alert(1)\"></object>",
    "<embed src=\"javascript:alert(1)\">",
    "<form action=\"javascript:alert(1)\"><button formaction=javascript:alert(1)>x</button></form>",
    "<base href=\"javascript:alert(1)//\">",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<style>@import \"javascript:alert(1)\";</style>",
    "<p style=\"background:\\75rl(javascript:alert(1));position:fixed\">x</p>",
    // Escaped text, which must stay text
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "<a\(String(repeating: " b", count: 150)) onclick=alert(1) href=javascript:alert(1)>x",
  ]

  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(digests: ["weekly": SampleSite.weekly + "hold_above = 1000\n"])
    let sources = ["rss.xml", "atom.xml", "feed.json"].enumerated().map { number, name in
      "[sources.s\(number)]\nurl = \"https://s\(number).example.org/\(name)\"\nnew_source = \"all\"\nmax_new = 1000\n"
    }
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(settings + sources.joined(), to: "schedule.conf")
    try FileManager.default.createDirectory(atPath: site.path + "/articles", withIntermediateDirectories: true)
    newsroom = try Newsroom(site)
    newsroom.upstreams = UpstreamKinds()
    newsroom.fetcher = ScriptedFetcher { request in
      let text = request.url.hasSuffix("rss.xml") ? Self.rss : request.url.hasSuffix("atom.xml") ? Self.atom : Self.json
      return FetchAnswer(.document(Array(text.utf8)), url: request.url)
    }
  }

  /// Escaped text stays text; we cannot fix a reader that decodes a title twice.
  private static func inTitle(_ attack: String) -> String { attack.hasPrefix("&") ? "text" : attack }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\u{1}", with: "").replacing("\u{C}", with: "")
  }

  private static let rss: String = {
    let items = attacks.enumerated().map { number, attack in
      let text = escaped(attack)
      let line = escaped(inTitle(attack))
      return """
        <item><title>RSS \(number) \(line)</title><guid>\(number) \(text)</guid>
        <link>https://s0.example.org/\(number)?\(text)</link>
        <author>\(line)</author><category>\(line)</category><enclosure url="\(text)" type="audio/mpeg"/>
        <source url="\(text)">\(line)</source><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>\(text)</description>
        <content:encoded>&lt;p>Text&lt;/p>\(text)</content:encoded></item>
        """
    }
    return "<rss version=\"2.0\"><channel><title>\(escaped(attacks[0]))</title><link>javascript:alert(1)</link>"
      + items.joined() + "</channel></rss>"
  }()

  private static let atom: String = {
    let entries = attacks.enumerated().map { number, attack in
      let text = escaped(attack)
      let line = escaped(inTitle(attack))
      let markup = attack.contains("<!") || attack.contains("<?") ? text : attack
      return """
        <entry><id>a\(number)</id><title type="text">Atom \(number) \(line)</title><updated>2026-11-20T10:00:00Z</updated>
        <link href="https://s1.example.org/\(number)"/><author><name>\(line)</name><uri>\(text)</uri></author>
        <category term="\(line)"/><summary type="html">\(text)</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" xmlns:s="http://www.w3.org/2000/svg"><p>Text</p>\(markup)
        <s:svg onload="alert(1)"><s:script>alert(1)</s:script></s:svg></div></content></entry>
        """
    }
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>a</id><title>A</title>" + entries.joined() + "</feed>"
  }()

  private static let json: String = {
    struct Item: Encodable {
      let id: String
      let url: String
      let title: String
      let content_html: String
      let date_published = "2026-11-20T10:00:00Z"
      let image: String
      let tags: [String]
      let authors: [[String: String]]
    }
    struct Feed: Encodable {
      let version = "https://jsonfeed.org/version/1.1"
      let title: String
      let items: [Item]
    }
    let items = attacks.enumerated().map { number, attack in
      Item(
        id: "j\(number)", url: "https://s2.example.org/\(number)", title: "JSON \(number) \(inTitle(attack))",
        content_html: "<p>Text</p>" + attack, image: attack, tags: [inTitle(attack)],
        authors: [["name": inTitle(attack), "url": attack]])
    }
    let data = try? JSONEncoder().encode(Feed(title: attacks[0], items: items))
    return String(decoding: data ?? Data(), as: UTF8.self)
  }()

  @Test func nothingActiveIsPublishedOrMailed() throws {
    _ = try newsroom.run("2026-11-20T12:00:00Z")
    let report = try newsroom.run("2026-11-23T07:00:00Z")
    #expect(report.issues.count == 1, "\(report.problems) \(report.notices)")
    #expect(try newsroom.ledger.articleCount() == 3 * Self.attacks.count)
    var documents = 0
    for file in site.folder.files() where file.hasPrefix("public/") {
      guard let text = site.folder.text(file) else { continue }
      documents += 1
      if file.hasSuffix(".html") {
        #expect(ActiveHTML(in: text).first == nil, "\(file)")
      } else if file.hasSuffix(".xml") || file.hasSuffix(".json"),
        let feed = try? readFeed(Array(text.utf8), FeedContext())
      {
        for item in feed.items {
          let summary = item.summary.map { $0.kind == .html ? $0.value : "" } ?? ""
          for text in [item.title, item.body?.value ?? "", summary] + item.categories + item.authors.map(\.name) {
            #expect(ActiveHTML(in: text).first == nil, "\(file)")
          }
          let urls = [item.link, item.image, item.source?.address] + item.enclosures.map(\.address)
          for url in urls.compactMap(\.self) { #expect(ActiveHTML.isHarmless(url), "\(file): \(url)") }
        }
      }
    }
    #expect(documents > Self.attacks.count)
    let mail = try #require(newsroom.mails.first)
    #expect(ActiveHTML(in: mail.htmlPart).first == nil)
  }
}
