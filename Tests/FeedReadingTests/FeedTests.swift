import FeedReading
import Testing
import Time

/// Reads a feed; fails the test if it cannot be read.
func feed(_ text: String, base: String = "https://feeds.example/dir/feed.xml") throws -> FeedDocument {
  var context = FeedContext()
  context.base = base
  return try readFeed(Array(text.utf8), context)
}

/// An RSS feed with one item.
func item(_ elements: String) throws -> FeedItem {
  let text = "<rss version=\"2.0\"><channel><title>T</title><link>https://site.example/</link><item>\(elements)</item>"
  return try #require(try feed(text + "</channel></rss>").items.first)
}

/// An Atom feed with one entry.
func entry(_ elements: String, _ attributes: String = "") throws -> FeedItem {
  let text = "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)><entry>\(elements)</entry></feed>"
  return try #require(try feed(text).items.first)
}

@Suite struct FeedTests {
  // MARK: - F1, F11: which format

  @Test(arguments: [
    ("<rss version=\"0.91\"><channel><item><title>a</title></item></channel></rss>", "RSS 0.91"),
    (
      "\u{FEFF} \n<!-- x --><?xml version=\"1.0\"?><rss version='2.0'><channel><item><title>a</title></item></channel></rss>",
      "RSS 2.0"
    ),
    (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/>"
        + "<item rdf:about='https://a.example/'><title>a</title></item></rdf:RDF>", "RSS 1.0 (RDF)"
    ),
    (
      "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
        + "<channel/><item><title>a</title></item></r:RDF>", "RSS 1.0 (RDF)"
    ),
    ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>a</title></entry></feed>", "Atom 0.3"),
    ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>a</a:title></a:entry></a:feed>", "Atom 1.0"),
    ("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1,\"title\":\"a\"}]}", "JSON Feed 1"),
    ("Warning: PHP <b>x</b>\n<rss version='2.0'><channel><item><title>a</title></item></channel></rss>", "RSS 2.0"),
  ])
  func theContentDecidesTheFormat(_ text: String, _ format: String) throws {
    let document = try feed(text)
    #expect(document.format.name == format)
    #expect(document.items.map(\.title) == ["a"])
  }

  @Test(arguments: [
    ("", FeedFailure.empty), (" \n\u{FEFF}", .noFeed), ("hello", .noFeed), ("<svg/>", .noFeed),
    ("[1]", .brokenJSON(line: 1)),
    ("{\"a\":1}", .noJSONFeed), ("{\n\"a\":", .brokenJSON(line: 2)),
    ("<!DOCTYPE html><html><head><title>Log\nin</title></head></html>", .webPage(title: "Log in", feeds: [])),
    (
      "<html><head><title>Blog</title><link rel='alternate' type='application/rss+xml' href='/feed'></head></html>",
      .webPage(title: "Blog", feeds: ["https://feeds.example/feed"])
    ),
  ])
  func documentsThatAreNotFeedsAreNamed(_ text: String, _ failure: FeedFailure) {
    #expect(throws: failure) { try feed(text) }
  }

  @Test func aPageIsNamedInTheSentence() {
    #expect(
      FeedFailure.webPage(title: "Log in", feeds: ["https://a.example/f"]).sentence
        == "a web page called “Log in” came instead of a feed; it names https://a.example/f")
  }

  // MARK: - F3: cut off

  @Test func onlyClosedItemsOfACutOffFeedCount() throws {
    let document = try feed("<rss><channel><item><title>a</title></item><item><title>b</title>")
    #expect(document.items.map(\.title) == ["a"])
    #expect(!document.isComplete)
    #expect(document.remarks.contains { $0.sentence.hasPrefix("it is cut off") })
    #expect(try feed("<rss><channel><item><title>a</title></item></channel></rss>").isComplete)
    let json = try feed("{\"items\":[{\"id\":\"1\"},{\"id\":")
    #expect(json.items.map(\.id) == ["1"])
    #expect(!json.isComplete)
  }

  // MARK: - F6, F7: repairs

  @Test(arguments: [
    ("a &nbsp; b & c", "a \u{A0} b & c"), ("AT&T", "AT&T"), ("a &unknown; b", "a &unknown; b"), ("1 < 2", "1 < 2"),
    ("a\u{1}b\u{FFFF}c", "abc"), ("it&#146;s &#8230;", "it’s …"), ("&#0;x&#xFFFE;", "x"), ("a ]]> b", "a ]]> b"),
    ("<![CDATA[a & b &amp; c]]>", "a & b & c"), ("<![CDATA[a]]> and <![CDATA[b]]>", "a and b"),
    ("a<!-- \n & -->b", "ab"), ("a<?php x ?>b", "ab"), ("&eacute;&copy;&hellip;", "é©…"),
  ])
  func mistakesOfXMLAreRepaired(_ written: String, _ title: String) throws {
    #expect(try item("<title>\(written)</title><link>https://a.example/?a=1&b=2</link>").title == title)
    #expect(
      try item("<title>\(written)</title><link>https://a.example/?a=1&b=2</link>").link == "https://a.example/?a=1&b=2")
  }

  @Test(arguments: [
    "<item><title>a</titel><guid>1</guid></item>", "<item><title>a</title><guid>1</guid></b></item>",
    "<item><TITLE>a</title><guid>1</guid></item>", "<item><guid>1<title>a</title></item>",
    "<item><guid x=1 x=2 checked y='<'>1</guid><title>a</title></item>", "<item><title>a</title><guid>1</item>",
  ])
  func wrongTagsDoNotLoseTheNextItem(_ broken: String) throws {
    let document = try feed("<rss><channel>\(broken)<item><title>next</title><guid>2</guid></item></channel></rss>")
    #expect(document.items.count == 2)
    #expect(document.items.last?.id == "2")
    #expect(document.items.last?.title == "next")
  }

  @Test func repairsAreRemarkedOnWithTheirLines() throws {
    let text =
      "<rss>\n<channel><title>a\n& b</title>\n<item><guid>1</guid><title>&nbsp;x</b></title></item>\n</channel></rss>"
    let remarks = try feed(text).remarks.filter { $0.line > 0 }.map { "\($0.line): \($0.sentence)" }
    #expect(
      remarks == [
        "3: a bare & or an unknown name after it",
        "4: a name of HTML after &, which XML does not know",
        "4: end tags that do not match the open elements", "4: an item without a link",
        "4: an item without a date",
      ])
  }

  // MARK: - F8: entities

  @Test func literalEntitiesAreReadAndOthersNever() throws {
    let subset =
      "<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\"><!ENTITY me 'Ann &#38; Bob'><!ENTITY deep '&me;&me;'>"
      + "<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'>%p;]>"
    let text = "\(subset)<rss><channel><item><title>&nbsp;&me;, &deep;, &file;</title></item></channel></rss>"
    let document = try feed(text)
    #expect(document.items.map(\.title) == ["Ann & Bob, &deep;, &file;"])
    #expect(document.remarks.contains { $0.sentence.hasPrefix("an entity that refers to others or to a file") })
  }

  @Test func theNetscapeDocumentTypeIsIgnored() throws {
    let type =
      "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">"
    #expect(
      try feed(
        "<?xml version=\"1.0\"?>\(type)<rss version=\"0.91\"><channel><item><title>a</title></item></channel></rss>"
      ).items.count == 1)
  }

  // MARK: - F10: namespaces

  @Test(arguments: [
    "xmlns:dc='http://purl.org/dc/elements/1.1/'", "", "xmlns:dc=' https://purl.org/dc/elements/1.1 '",
    "xmlns:dc='http://purl.org/rss/1.0/modules/dc/'",
  ])
  func usualPrefixesWork(_ declaration: String) throws {
    let text = "<rss \(declaration)><channel><item><dc:creator>Ann</dc:creator></item></channel></rss>"
    #expect(try feed(text).items.first?.authors == [FeedAuthor(name: "Ann")])
  }

  @Test func elementsOfUnknownNamespacesAreIgnored() throws {
    let found = try item(
      "<x:title xmlns:x='urn:x'>no</x:title><title>yes</title><x:box xmlns:x='urn:x'><link>no</link></x:box>")
    #expect(found.title == "yes")
    #expect(found.link == nil)
  }
}
