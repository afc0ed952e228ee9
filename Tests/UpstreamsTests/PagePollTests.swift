import Model
import Testing
import Time
import Upstreams

private let home = "https://lab.example.org/news/"

private func selectors(_ set: (inout PageSelectors) -> Void = { _ in }) -> PageSelectors {
  var selectors = PageSelectors()
  set(&selectors)
  return selectors
}

private let listed: PageSelectors = selectors {
  $0.items = "main article"
  $0.link = "h2 a"
  $0.title = "h2"
  $0.date = "time@datetime"
  $0.body = ".entry-content"
  $0.remove = ".share"
}

private func entry(_ number: Int, _ date: String = "2026-11-20") -> String {
  "<article class='post'><h2><a href='a\(number)?utm_source=x'>Title \(number)</a></h2><time datetime='\(date)'>then</time><p>Teaser \(number).</p></article>"
}

private func list(_ entries: String) -> String {
  "<!DOCTYPE html><html><head><title>News</title></head><body><nav><a href='/'>Home</a></nav><main>\(entries)</main></body></html>"
}

private func article(_ number: Int, _ body: String = "<p>Text.</p><p class=share>Share</p>", _ head: String = "")
  -> String
{
  "<!DOCTYPE html><html><head><title>Title \(number) | Lab</title>\(head)</head><body><h1>Title \(number)</h1><div class='entry-content'>\(body)</div></body></html>"
}

/// A list of articles, each on its page.
private func site(_ numbers: [Int]) -> CannedSite {
  let site = CannedSite()
  site.set(home, list(numbers.map { entry($0) }.joined()))
  for number in numbers { site.set("https://lab.example.org/news/a\(number)", article(number)) }
  return site
}

@Suite struct PagePollTests {
  @Test func aTextOfAListThatIsTooLongIsRemarkedOn() throws {
    let site = CannedSite()
    let long = String(repeating: "<p>words</p>", count: 90_000)
    site.set(
      home,
      list(
        "<article><h2>Long</h2><div class=body>\(long)</div></article><article><h2>Short</h2><div class=body>x</div></article>"
      ))
    let found = try document(
      question(
        .page(
          selectors {
            $0.items = "article"
            $0.title = "h2"
            $0.body = ".body"
          }), home), site)
    #expect(found.items.map(\.title) == ["Long", "Short"])
    #expect(found.remarks == ["the text of “Long” is longer than 1 MB, so only its beginning is used"])
  }

  @Test func eachUnknownArticleIsReadOnItsPage() throws {
    let site = site([1, 2])
    var question = question(.page(listed), home)
    question.known = [ItemKey.link("https://lab.example.org/news/a2")]
    let found = try document(question, site)
    var expected = UpstreamItem(title: "Title 1")
    expected.link = "https://lab.example.org/news/a1"
    expected.summary = "Teaser 1."
    expected.body = "<div>\n<p>Text.</p>\n</div>\n"
    expected.published = Instant(rfc3339: "2026-11-20T00:00:00Z")
    #expect(found.items == [expected])
    #expect(found.title == "News")
    #expect(site.asked == [home, "https://lab.example.org/news/a1"])
    #expect(found.isComplete)
  }

  /// Known articles are not in the document, and must not be withdrawn for that.
  @Test func nothingFollowsFromArticlesThatAreNotReadAgain() throws {
    for kind in [UpstreamSettings.Kind.page(listed), .sitemap(listed), .pubmed(query: "x")] {
      var settings = UpstreamSettings(name: "lab", kind: kind, url: home)
      settings.isMirror = true
      let site = site([1])
      if kind != .page(listed) { site.set(home, "<urlset></urlset>") }
      site.set(
        home + "/esearch.fcgi?db=pubmed&term=x&datetype=edat&reldate=30&retmax=1000&retmode=xml&tool=courant",
        "<eSearchResult><Count>0</Count><IdList/></eSearchResult>")
      let question = UpstreamQuestion(source: settings, first: FetchRequest(url: home, userAgent: "c"), now: noon)
      #expect(try !document(question, site).isComplete)
    }
  }

  @Test func atMostMaxNewPagesAreFetchedInAPoll() throws {
    let site = site(Array(1...5))
    var settings = UpstreamSettings(name: "lab", kind: .page(listed), url: home)
    settings.maxNew = 2
    let question = UpstreamQuestion(source: settings, first: FetchRequest(url: home, userAgent: "c"), now: noon)
    guard case .document(let found, let hash) = outcome(question, site) else {
      Issue.record("no document")
      return
    }
    #expect(found.items.map(\.title) == ["Title 1", "Title 2"])
    // The rest must come next time, although the list has not changed.
    #expect(!found.isComplete)
    #expect(hash == nil)
  }

  @Test func withoutASelectorForBodiesOnlyTheListIsRead() throws {
    let site = site([1, 2])
    var teasers = listed
    teasers.body = nil
    let found = try document(question(.page(teasers), home), site)
    #expect(found.items.map(\.title) == ["Title 1", "Title 2"])
    #expect(found.items.map(\.summary) == ["Teaser 1.", "Teaser 2."])
    #expect(site.asked == [home])
  }

  @Test func anArticleWithoutALinkIsOnTheListItself() throws {
    let site = CannedSite()
    site.set(
      home, list("<section><h3>One</h3><div class=t><p>Text <a href='/x'>x</a></p><i class=share>s</i></div></section>")
    )
    let whole = selectors {
      $0.items = "section"
      $0.link = "h3 a"
      $0.body = ".t"
      $0.remove = ".share"
    }
    // The selector of links must match, so it is left out.
    var withoutLink = whole
    withoutLink.link = "h3@data-none"
    #expect(failure(question(.page(withoutLink), home), site)?.sentence.contains("`h3@data-none`") == true)
    let dated = CannedSite()
    dated.set(home, list("<section><h3>One</h3><div class=t><p>Text</p><i class=share>s</i></div></section>"))
    withoutLink.link = nil
    #expect(
      try document(question(.page(withoutLink), home), dated).items.map(\.body) == ["<div>\n<p>Text</p>\n</div>\n"])
  }

  // MARK: - By markup

  @Test(arguments: [
    "<div class='h-entry'><a class='u-url p-name' href='1'>One</a><time class='dt-published' datetime='2026-11-20'></time><p class='p-summary'>Short.</p></div>",
    "<article><h2><a href='1'>One</a></h2><time datetime='2026-11-20'>20 Nov</time><p>Short.</p><article><a href='2'>A comment</a><time>2026-11-21</time></article></article>",
    "<a href='1'><div itemscope itemtype='https://schema.org/BlogPosting'><h3 itemprop='headline'><a href='1'>One</a></h3><meta itemprop='datePublished' content='2026-11-20'><p itemprop='description'>Short.</p></div></a>",
  ])
  func articlesAreFoundByTheirMarkup(_ markup: String) throws {
    let site = CannedSite()
    site.set(home, list(markup))
    var expected = UpstreamItem(title: "One")
    expected.link = "https://lab.example.org/news/1"
    expected.summary = "Short."
    expected.published = Instant(rfc3339: "2026-11-20T00:00:00Z")
    #expect(try document(question(.page(PageSelectors()), home), site).items == [expected])
  }

  @Test func aPageWithoutMarkedArticlesIsRefused() {
    let site = CannedSite()
    site.set(home, list("<div><a href='1'>One</a></div>"))
    let sentence =
      "no articles with links and dates are marked on https://lab.example.org/news/; name them with the selector `items`"
    #expect(failure(question(.page(PageSelectors()), home), site)?.sentence == sentence)
  }

  // MARK: - T11

  @Test(arguments: [("items", "main .post2"), ("link", "h5 a"), ("title", "h5"), ("date", "time@when")])
  func aSelectorThatMatchesNothingIsNamed(_ part: String, _ text: String) {
    var changed = listed
    switch part {
    case "items": changed.items = text
    case "link": changed.link = text
    case "title": changed.title = text
    default: changed.date = text
    }
    let sentence =
      "`\(text)`, its selector `\(part)`, matches nothing on \(home); if the page has changed, correct [sources.journal.page]"
    #expect(failure(question(.page(changed), home), site([1])) == UpstreamFailure(sentence: sentence))
  }

  @Test func aBodyThatIsOnNoPageIsARedesign() throws {
    var changed = listed
    changed.body = ".text"
    let site = site([1, 2])
    let sentence =
      "`.text`, its selector `body`, matches nothing on https://lab.example.org/news/a1; if the page has changed, correct "
      + "[sources.journal.page]"
    #expect(failure(question(.page(changed), home), site) == UpstreamFailure(sentence: sentence))
    // One page may be different.
    site.set("https://lab.example.org/news/a2", article(2, "<div class=text><p>New</p></div>"))
    let found = try document(question(.page(changed), home), site)
    #expect(found.items.map(\.body) == ["", "<div>\n<p>New</p>\n</div>\n"])
    #expect(found.remarks == [sentence])
  }

  @Test func elementsToRemoveNeedNotExist() throws {
    let site = site([1])
    site.set("https://lab.example.org/news/a1", article(1, "<p>Text</p>"))
    #expect(try document(question(.page(listed), home), site).items.map(\.body) == ["<div>\n<p>Text</p>\n</div>\n"])
  }

  // MARK: - 1.7: where the fields of an article come from

  private static let head =
    "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"headline\":\"From JSON-LD\",\"datePublished\":\"2026-11-03\","
    + "\"author\":{\"name\":\"Ann Lee\"},\"keywords\":\"sleep, salt\",\"image\":\"https://lab.example.org/i.jpg\"}</script>"

  @Test func anArticlesPageSaysMoreThanTheList() throws {
    let site = CannedSite()
    site.set(home, list("<div class=row><a href='a1'>Read</a></div>"))
    site.set("https://lab.example.org/news/a1", article(1, "<p>Text</p>", Self.head))
    let rows = selectors {
      $0.items = ".row"
      $0.body = ".entry-content"
    }
    let item = try #require(try document(question(.page(rows), home), site).items.first)
    #expect(item.title == "From JSON-LD")
    #expect(item.authors == ["Ann Lee"])
    #expect(item.categories == ["sleep", "salt"])
    #expect(item.image?.url == "https://lab.example.org/i.jpg")
    #expect(item.published == Instant(rfc3339: "2026-11-03T00:00:00Z"))
  }

  /// The title of the browser's window often also contains the site's name.
  @Test(arguments: [
    ("<h2><a href='a1'>Lab one</a></h2>", "<title>Lab one | Lab</title>", "", "Lab one"),
    ("<h2><a href='a1'>Lab one</a></h2>", "<title>The first lab</title>", "", "Lab one"),
    ("<h2><a href='a1'>Lab one</a></h2>", "<title>Lab</title>", "<h1>Lab number one</h1>", "Lab number one"),
    ("<h2><a href='a1'>Lab one</a></h2>", "<meta property=og:title content='Lab one – Lab'>", "", "Lab one"),
    ("<a href='a1'>Read more</a>", "<title>Lab one | Lab</title>", "", "Lab one | Lab"),
  ])
  func aHeadingIsABetterTitleThanThatOfTheWindow(
    _ row: String, _ head: String, _ body: String, _ title: String
  ) throws {
    let site = CannedSite()
    site.set(home, list("<div class=row>\(row)</div>"))
    let page = "<html><head>\(head)</head><body>\(body)<div class='entry-content'><p>Text</p></div></body></html>"
    site.set("https://lab.example.org/news/a1", page)
    let rows = selectors {
      $0.items = ".row"
      $0.body = ".entry-content"
    }
    #expect(try document(question(.page(rows), home), site).items.map(\.title) == [title])
  }

  @Test func aPageOfAPaperIsThePaper() throws {
    let site = CannedSite()
    let page = "https://j.example/salt"
    site.set("https://j.example/sitemap.xml", "<urlset><url><loc>\(page)</loc></url></urlset>")
    site.set(
      page,
      "<html><head><meta name='citation_title' content='Salt'><meta name='citation_doi' content='10.1000/SALT'>"
        + "<meta name='citation_journal_title' content='Brain'><meta name='citation_publication_date' content='2026/11/03'></head>"
        + "<body><article><p>Text</p></article></body></html>")
    var question = question(.sitemap(PageSelectors()), "https://j.example/sitemap.xml")
    question.isFirst = false
    let item = try #require(try document(question, site).items.first)
    #expect(item.papers == ["doi:10.1000/salt"])
    let expected = Article.Citation(
      title: "Salt", journal: "Brain", doi: "10.1000/salt", url: page, published: "2026-11-03")
    #expect(item.citation == expected)
  }

  @Test func aBodyIsGuessedOnlyIfTheOperatorAllowsIt() throws {
    let text = String(repeating: "A sentence, with a comma, of some length. ", count: 10)
    let site = CannedSite()
    site.set("https://j.example/sitemap.xml", "<urlset><url><loc>https://j.example/1</loc></url></urlset>")
    site.set(
      "https://j.example/1",
      "<html><head><title>One</title></head><body><div><p>\(text)</p><p>\(text)</p></div></body></html>")
    for isGuessed in [false, true] {
      var settings = UpstreamSettings(name: "j", kind: .sitemap(PageSelectors()), url: "https://j.example/sitemap.xml")
      settings.guessesBodies = isGuessed
      var question = UpstreamQuestion(
        source: settings, first: FetchRequest(url: settings.url, userAgent: "c"), now: noon)
      question.isFirst = false
      let found = try document(question, site)
      #expect(found.items.first?.body.isEmpty == !isGuessed)
      #expect(found.remarks.isEmpty == isGuessed)
    }
  }

  // MARK: - What goes wrong

  @Test func anArticleThatIsGoneIsPassedOver() throws {
    let site = site([1, 2])
    site.answers["https://lab.example.org/news/a1"] = .status(404)
    let found = try document(question(.page(listed), home), site)
    #expect(found.items.map(\.title) == ["Title 2"])
    #expect(found.remarks == ["https://lab.example.org/news/a1 is not there any more"])
  }

  @Test func aHostThatAsksForAPauseGetsOneAndReadItemsAreKept() {
    let site = site([1, 2, 3])
    site.answers["https://lab.example.org/news/a2"] = .status(429)
    var poll: any UpstreamPoll = UpstreamKinds().poll(question(.page(listed), home))
    carry(&poll, site)
    #expect(site.asked.count == 3)
    #expect(poll.decisive?.result == .status(429))
    guard case .document(let found, hash: nil) = poll.outcome() else {
      Issue.record("\(poll.outcome())")
      return
    }
    #expect(found.items.map(\.title) == ["Title 1"])
    #expect(!found.isComplete)
  }

  @Test func credentialsAndPermissionsAreForTheSourcesOwnHost() throws {
    let site = CannedSite()
    site.set(home, list(entry(1).replacing("a1?utm_source=x", with: "https://other.example/1")))
    site.set("https://other.example/1", article(1))
    var question = question(.page(listed), home)
    question.first.credentials = "ann:secret"
    question.first.allowsPrivate = true
    question.first.validators = Validators(etag: "\"1\"")
    _ = try document(question, site)
    #expect(site.requests.map(\.credentials) == ["ann:secret", nil])
    #expect(site.requests.map(\.allowsPrivate) == [true, false])
    #expect(site.requests.map(\.validators.isEmpty) == [false, true])
  }

  @Test func theListOfLastTimeIsNotReadAgain() throws {
    let site = site([1])
    var again = question(.page(listed), home)
    guard case .document(_, let hash?) = outcome(again, site) else {
      Issue.record("no document")
      return
    }
    again.bodyHash = hash
    #expect(outcome(again, site) == .unchanged)
  }

  @Test func aFeedIsNotAPage() {
    let site = CannedSite()
    site.set(home, "<rss><channel><item><title>a</title></item></channel></rss>")
    #expect(
      failure(question(.page(listed), home), site)?.sentence
        == "it is not an HTML page; if it is a feed, write kind = \"feed\"")
  }
}
