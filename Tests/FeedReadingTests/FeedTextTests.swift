import FeedReading
import Testing
import Time

@Suite struct FeedTextTests {
  // MARK: - F12: titles

  @Test(arguments: [
    ("&lt;b&gt;Bold&lt;/b&gt; &amp;amp; more", "Bold & more"), ("AT&amp;amp;amp;T", "AT&T"),
    ("List&lt;String&gt;", "List<String>"),
    ("  a \n b  ", "a b"), ("<b>a</b> b", "a b"), ("5 &lt; 6 &amp;&amp; 7 &gt; 6", "5 < 6 && 7 > 6"),
    ("&lt;script&gt;alert(1)&lt;/script&gt;x", "x"), ("a&lt;br/&gt;b", "a b"),
    ("&lt;img src=\"x\" alt=\"Cat\"&gt;", "Cat"),
    ("&lt;a title=\"1 &gt; 0\" href=\"x\"&gt;y&lt;/a&gt;", "y"),
  ])
  func aTitleIsText(_ written: String, _ title: String) throws {
    #expect(try item("<title>\(written)</title>").title == title)
  }

  @Test func withoutATitleTheFirstWordsOrTheLinkReplaceIt() throws {
    let words = String(repeating: "word ", count: 40)
    let found = try item("<description>&lt;p&gt;\(words)&lt;/p&gt;</description>")
    #expect(found.title.hasPrefix("word word") && found.title.hasSuffix("…") && found.title.count <= 80)
    #expect(!found.hasTitle)
    #expect(try item("<title> </title><link>https://a.example/x</link>").title == "https://a.example/x")
  }

  // MARK: - F13: body and summary

  @Test func theBodyIsTheLongestKindOfText() throws {
    let both = try item("<description>Short</description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>")
    #expect(both.summary?.text == "Short")
    #expect(both.body?.value == "<p>Long</p>")
    #expect(try item("<description>Plain words</description>").body == nil)
    #expect(try item("<description>Plain words</description>").summary?.text == "Plain words")
    #expect(try item("<description>&lt;p&gt;A&lt;/p&gt;</description>").body?.text == "A")
    #expect(try item("<description>\(String(repeating: "x ", count: 300))</description>").summary == nil)
    let same = try item(
      "<description>&lt;p&gt;A&lt;/p&gt;</description><content:encoded>&lt;p&gt;A&lt;/p&gt;</content:encoded>")
    #expect(same.summary == nil)
  }

  // MARK: - F14: kinds of text in Atom

  @Test(arguments: [
    ("<content type='html'>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>", "<p>a &amp; b</p>\n"),
    (
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a &amp; <i>b</i><br/>c</p></div></content>",
      "<p>a &amp; <i>b</i><br />c</p>\n"
    ),
    (
      "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>a</x:p></x:div></content>", "<p>a</p>\n"
    ),
    ("<content type='text'>&lt;p&gt; a &amp; b</content>", "<p>&lt;p&gt; a &amp; b</p>"),
    ("<content>&lt;p&gt;a&lt;/p&gt;</content>", "<p>a</p>\n"), ("<content>a &lt; b</content>", "<p>a &lt; b</p>"),
    ("<content mode='escaped' type='text/html'>&lt;p&gt;a&lt;/p&gt;</content>", "<p>a</p>\n"),
    ("<content mode='base64' type='text/html'>PHA+\nYTwvcD4=</content>", "<p>a</p>\n"),
    ("<content mode='xml' type='application/xhtml+xml'><p>a</p></content>", "<p>a</p>\n"),
  ])
  func atomDeclaresTheTypeOfItsText(_ written: String, _ html: String) throws {
    #expect(try entry(written).body?.sanitized == html)
  }

  @Test func contentElsewhereIsNotText() throws {
    #expect(try entry("<content src='https://a.example/video' type='video/mp4'/><summary>s</summary>").body == nil)
  }

  // MARK: - F15: relative addresses

  @Test func theNearestBaseCounts() throws {
    let link = "<link href='https://site.example/a/b'/>"
    let content = "<content type='html'>&lt;a href='x'&gt;l&lt;/a&gt;</content>"
    #expect(try entry(link + content).body?.sanitized == "<a href=\"https://site.example/a/x\">l</a>")
    #expect(try entry(content).body?.sanitized == "<a href=\"https://feeds.example/dir/x\">l</a>")
    let based = "<content xml:base='sub/' type='html'>&lt;img src='x' srcset='y 2x'&gt;</content>"
    #expect(
      try entry(link + based, "xml:base='https://base.example/r/'").body?.sanitized
        == "<img src=\"https://base.example/r/sub/x\" srcset=\"https://base.example/r/sub/y 2x\" />")
    let inner = "<content type='xhtml'><div xml:base='https://in.example/'><a href='x'>l</a></div></content>"
    #expect(try entry(link + inner).body?.sanitized.contains("https://in.example/x") == true)
    #expect(try entry("<link href='b'/>", "xml:base='https://base.example/a/'").link == "https://base.example/a/b")
  }

  // MARK: - F16: links and ids

  @Test func aGuidIsALinkOnlyIfItIsOne() throws {
    #expect(try item("<guid>https://a.example/1</guid>").link == "https://a.example/1")
    #expect(try item("<guid isPermaLink='false'>https://a.example/1</guid>").link == nil)
    #expect(try item("<guid>tag:a,1</guid>").link == nil)
    #expect(try item("<link>https://a.example/l</link><guid>https://a.example/1</guid>").link == "https://a.example/l")
    #expect(try item("<guid> a b </guid>").id == "a b")
    #expect(try item("<link>javascript:alert(1)</link>").link == nil)
    let origin = "<feedburner:origLink>https://a.example/o</feedburner:origLink><link>https://f.example/~r/1</link>"
    #expect(try item(origin).link == "https://a.example/o")
  }

  @Test func aPageIsBetterThanAnotherAlternate() throws {
    let links =
      "<link rel='alternate' type='application/pdf' href='p'/><link rel='self' href='s'/><link type='text/html' href='h'/>"
    #expect(try entry(links).link == "https://feeds.example/dir/h")
    #expect(
      try entry("<link rel='http://www.iana.org/assignments/relation/alternate' href='h'/>").link
        == "https://feeds.example/dir/h")
  }

  // MARK: - F17, F19

  @Test func picturesAndFilesAreFound() throws {
    let found = try item(
      "<media:group><media:content url='a.jpg' type='image/jpeg'/><media:thumbnail url='t.jpg'/></media:group>"
        + "<enclosure url='https://a.example/x.mp3' type='audio/mpeg' length='12'/>")
    #expect(found.image == "https://feeds.example/dir/a.jpg")
    #expect(found.enclosures.map(\.address) == ["https://a.example/x.mp3"])
    #expect(found.enclosures.first?.length == 12)
  }

  @Test(arguments: [
    ("ann@a.example (Ann Lee)", "Ann Lee", "ann@a.example"), ("Ann Lee <ann@a.example>", "Ann Lee", "ann@a.example"),
    ("Ann Lee (ann@a.example)", "Ann Lee", "ann@a.example"), ("ann@a.example", "", "ann@a.example"), ("Ann", "Ann", ""),
  ])
  func authorsAreNamesAndAddresses(_ written: String, _ name: String, _ email: String) throws {
    let escaped = written.replacing("<", with: "&lt;")
    #expect(try item("<author>\(escaped)</author>").authors == [FeedAuthor(name: name, email: email)])
  }

  @Test func entriesInheritTheAuthorsOfAnAtomFeed() throws {
    let text =
      "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Ann</name><email>a@b.example</email><uri>/ann</uri></author>"
      + "<entry><title>a</title></entry><entry><author><name>Bob</name></author><source><author><name>No</name></author></source></entry></feed>"
    let items = try feed(text).items
    #expect(items[0].authors == [FeedAuthor(name: "Ann", email: "a@b.example", address: "https://feeds.example/ann")])
    #expect(items[1].authors == [FeedAuthor(name: "Bob")])
  }

  /// In an export of WordPress, drafts, private posts and pages are between the articles.
  @Test func onlyPublishedArticlesOfAnExportAreRead() throws {
    func item(_ title: String, _ elements: String) -> String {
      "<item><title>\(title)</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
        + "<wp:post_password></wp:post_password>\(elements)</item>"
    }
    let items = [
      item("kept", "<excerpt:encoded>Short</excerpt:encoded><content:encoded>&lt;p>Long&lt;/p></content:encoded>"),
      item("a draft", "<wp:status>draft</wp:status>"), item("private", "<wp:status><![CDATA[private]]></wp:status>"),
      item("locked", "<wp:post_password>x</wp:post_password>"), item("a page", "<wp:post_type>page</wp:post_type>"),
      item("a menu", "<wp:post_type>nav_menu_item</wp:post_type>"),
      item("an event", "<wp:post_type>event</wp:post_type>"),
    ]
    let export = "http://wordpress.org/export/1.2/"
    let document = try feed(
      "<rss version=\"2.0\" xmlns:wp=\"\(export)\" xmlns:excerpt=\"\(export)excerpt/\"><channel>" + items.joined()
        + "</channel></rss>")
    #expect(document.items.map(\.title) == ["kept", "an event"])
    #expect(document.items.first?.summary?.text == "Short")
    #expect(
      document.remarks.map(\.sentence).contains("5 of its items are drafts, private or no articles; they are left out"))
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "‹script>alert(1)‹/script>"), ("List<String> & a < b", "List<String> & a < b"),
    ("<x onclick=alert(1)>", "‹x onclick=alert(1)>"), ("<img src=x onerror=alert(1)", "‹img src=x onerror=alert(1)"),
    ("<!-- x", "‹!-- x"), ("<textarea>", "‹textarea>"), ("no markup", "no markup"),
  ])
  func inertTextIsNotMarkupForProgramsThatShowItAsHTML(_ text: String, _ inert: String) {
    #expect(inertText(text) == inert)
  }

  @Test(arguments: [
    ("<p>One &amp; two</p>\n<p>three</p>", 15), ("", 0), ("plain", 5), ("<a href=\"x>y\">é</a>", 4), ("a < b", 2),
  ])
  func theLengthOfATextIsCountedWithoutParsing(_ html: String, _ length: Int) {
    #expect(FeedText(.html, html, base: "").length == length)
  }

  @Test func papersAndJournalsAreKnown() throws {
    let found = try item(
      "<prism:doi>10.1111/BPH.1</prism:doi><prism:publicationName>BJP</prism:publicationName><guid>pubmed:123</guid>")
    #expect(found.papers == ["doi:10.1111/bph.1", "pmid:123"])
    #expect(found.journal == "BJP")
  }

  @Test func theFeedsOwnFieldsAreRead() throws {
    let document = try feed(
      "<rss version='2.0'><channel><title>T</title><link>/home</link><description>D &amp;amp; d</description><language>de</language>"
        + "<ttl>60</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
        + "<image><url>i.png</url><title>no</title><link>no</link></image><textInput><title>no</title></textInput>"
        + "<atom:link rel='self' href='self.xml'/></channel></rss>")
    #expect(document.title == "T")
    #expect(document.home == "https://feeds.example/home")
    #expect(document.address == "https://feeds.example/dir/self.xml")
    #expect(document.subtitle == "D & d")
    #expect(document.language == "de")
    #expect(document.pace.minutes == 60)
    #expect(document.pace.skippedHours == [0, 5])
    #expect(document.pace.skippedDays == ["sunday"])
  }
}

/// F18, F20.
@Suite struct FeedTidyingTests {
  private func tidied(_ html: String) -> String { FeedText(.html, html, base: "https://a.example/").tidied }

  @Test(arguments: [
    ("<p>Text</p><img src='/pixel' width='1' height='1'>", "<p>Text</p>\n"),
    ("<p>Text</p><p><img src='/p.gif' height=\"0\"></p>", "<p>Text</p>\n"),
    ("<p>Text</p><p>The post <a href='/x'>Title</a> appeared first on <a href='/'>Blog</a>.</p>", "<p>Text</p>\n"),
    (
      "<p>The post office appeared first on Monday mornings.</p><p>b</p>",
      "<p>The post office appeared first on Monday mornings.</p>\n<p>b</p>\n"
    ),
    ("<p>a</p><ul><li><a href='https://twitter.com/intent/tweet?u=1'>Tweet</a></li></ul>", "<p>a</p>\n"),
    ("<a href='/x?utm_source=rss&amp;id=1#top'>l</a>", "<a href=\"https://a.example/x?id=1#top\">l</a>"),
    ("<img src='/big.png' width='100'>", "<img src=\"https://a.example/big.png\" width=\"100\" />"),
  ])
  func additionsOfFeedsToArticlesAreRemoved(_ written: String, _ html: String) { #expect(tidied(written) == html) }

  @Test(arguments: [
    ("https://a.example/?utm_medium=x", "https://a.example/"),
    ("https://a.example/?a=1&fbclid=2&b", "https://a.example/?a=1&b"),
    ("https://a.example/?a=1", "https://a.example/?a=1"), ("https://a.example/", "https://a.example/"),
    ("https://a.example/?q=a&&b", "https://a.example/?q=a&&b"),
  ])
  func countingParametersAreRemoved(_ written: String, _ address: String) { #expect(tidiedAddress(written) == address) }

  @Test(arguments: [
    "<script>alert(1)</script>", "<p onclick=x>a</p>", "<a href='java&#10;script:x'>a</a>",
    "<iframe srcdoc='<script>'></iframe>",
    "<svg><script>x</script></svg>", "<img src=x onerror=alert(1)>", "<style>@import 'x'</style>",
    "<base href='https://evil.example/'>",
  ])
  func nothingActiveIsLeft(_ hostile: String) throws {
    let escaped = hostile.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let html = try #require(try item("<description>&lt;p&gt;x&lt;/p&gt;\(escaped)</description>").body).sanitized
      .lowercased()
    for word in ["script", "onclick", "onerror", "iframe", "style", "base", "import"] { #expect(!html.contains(word)) }
  }
}
