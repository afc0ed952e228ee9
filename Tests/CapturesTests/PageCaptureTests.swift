import Captures
import CourantTesting
import Model
import Testing
import Time

@Suite struct PageCaptureTests {
  private static let paragraphs = """
    <p>The first paragraph, which is long enough, with commas, to be text of an article.</p>
    <p>The second paragraph, which is long, too, and has <em>words</em>, commas and <a href="/link">a link</a>.</p>
    """

  private func page(_ head: String = "", _ body: String = paragraphs) -> String {
    "<!doctype html><html><head><title>Window</title>\(head)</head><body>\(body)</body></html>"
  }

  private func ld(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

  /// Elements of the head, each with the line of front matter made from it.
  private static let fields: [(head: String, line: String)] = [
    ("", "title: Window"), ("<meta property=og:title content='A &amp; B'>", "title: A & B"),
    ("<meta name=citation_title content=C><meta property=og:title content=B>", "title: C"),
    (
      #"<script type="application/ld+json">{"@type":"Article","headline":"D"}</script><meta name=citation_title content=C>"#,
      "title: D"
    ),
    (
      #"<script type="application/ld+json">[{"@type":"WebPage"},{"@type":["X","NewsArticle"],"headline":"D"}]</script>"#,
      "title: D"
    ),
    (#"<script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","name":"D"}]}</script>"#, "title: D"),
    // Repaired: a comma too many, a comment, a line end in a string.
    ("<script type=application/ld+json>/* x */{\"@type\":\"Article\",\"headline\":\"D\nE\",}</script>", "title: D E"),
    ("<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":</script>", "title: Window"),
    ("<meta property=og:title content='A | Site'><meta property=og:site_name content=Site>", "title: A"),
    (
      #"<script type="application/ld+json">{"@type":"Article","datePublished":"2026-05-01T10:00:00+02:00"}</script>"#,
      "date: 2026-05-01T10:00:00+02:00"
    ),
    ("<meta property=article:published_time content=2026-05-01T08:00:00Z>", "date: 2026-05-01T08:00:00Z"),
    ("<meta name=citation_publication_date content=2026/5/1>", "date: 2026-05-01"),
    ("<meta name=date content=1/2/2026>", "date: 2026-11-20"),
    (
      #"<script type="application/ld+json">{"@type":"Article","dateModified":"2026-05-02"}</script>"#,
      "date: 2026-05-02"
    ),
    (
      #"<script type="application/ld+json">{"@type":"Article","author":[{"name":"A"},"B"]}</script>"#, "authors: [A, B]"
    ),
    ("<meta name=citation_author content='A, B'>", "authors: [\"A, B\"]"),
    ("<meta name=author content=https://e.org/a>", "draft: true"),
    ("<meta name=description content='D: e'>", "summary: \"D: e\""),
    ("<meta name=keywords content='a, b;c'>", "topics: [a, b, c]"),
    ("<meta property=article:tag content=a><meta property=article:tag content='b, c'>", "topics: [a, \"b, c\"]"),
    (
      "<link rel=canonical href=https://e.org/x/><meta property=og:image content=a.png>", "  url: https://e.org/x/a.png"
    ),
    ("<meta name=citation_doi content=https://doi.org/10.5555/x.(1)>", "  doi: \"10.5555/x.(1)\""),
    ("<meta name=citation_journal_title content=J>", "  journal: J"),
  ]

  @Test(arguments: fields.indices) func fieldsComeFromTheFirstPlaceThatHasThem(_ index: Int) throws {
    let (head, line) = Self.fields[index]
    #expect(try ImportedFile(page(head)).matter.contains(line), "\(head)")
  }

  @Test func eachFieldStatesItsOrigin() throws {
    let file = try ImportedFile(page("<meta property=og:title content=A>\n<meta name=description content=B>"))
    #expect(file.findings.map(\.description).contains("page:1: `title` is \"A\", from <meta> og:title"))
    #expect(file.findings.map(\.description).contains("page:2: `summary` is \"B\", from <meta> description"))
  }

  /// The content of the body, and the first and last words of the article's text.
  private static let bodies: [String] = [
    "<nav><p>Menu of many words, which are not text, and so on and on.</p></nav><article><h1>Window</h1>TEXT</article><footer><p>Footer</p></footer>",
    "<main>TEXT<aside><p>Read this as well, please.</p></aside></main>",
    "<div class='side x'><p>Side.</p></div><div class=entry-content>TEXT</div>",
    "<div id=a><div>TEXT</div><div class='share-buttons'><p>Share it.</p></div></div><div><a href=/a>more and more</a> <a href=/b>links here</a></div>",
    "<div itemprop=articleBody>TEXT<form><p>Subscribe now, and get more.</p></form></div><div><p>Other</p></div>",
    "TEXT", "<article hidden><p>No.</p></article><article>TEXT<p hidden>No.</p><script>no()</script></article>",
  ]

  @Test(arguments: bodies) func theBodyIsTheArticlesText(_ body: String) throws {
    let text = page("<link rel=canonical href=https://e.org/x>", body.replacing("TEXT", with: Self.paragraphs))
    #expect(
      try ImportedFile(text).body == """
        The first paragraph, which is long enough, with commas, to be text of an article.

        The second paragraph, which is long, too, and has *words*, commas and [a link](https://e.org/link).

        """)
  }

  @Test func aGuessedBodyMustBeCompared() throws {
    let guessed = try ImportedFile(page("", "<div><div>\(Self.paragraphs)</div></div>")).questions
    #expect(guessed.contains { $0.contains("the body is guessed") })
    #expect(
      try !ImportedFile(page("", "<article>\(Self.paragraphs)</article>")).questions.contains { $0.contains("guessed") }
    )
  }

  @Test func selectorsComeFirst() throws {
    let text = page(
      "<meta property=og:title content=A>",
      "<h2 class=t>B</h2><time datetime=2026-05-01>x</time><div class=b><p>One.</p><p class=ad>Two.</p></div><div class=b><p>Three.</p></div>"
    )
    let file = try ImportedFile(text) { settings in
      for written in ["title=.t", "body=.b", "date=time@datetime", "remove=.ad", "topics=.b p"] {
        let selector = try? FieldSelector(written)
        settings.selectors[selector?.field ?? .doi] = selector
      }
    }
    #expect(file.matter == ["title: B", "date: 2026-05-01", "draft: true", "topics: [One., Two., Three.]"])
    #expect(file.body == "One.\n\nThree.\n")
  }

  @Test func aSelectorThatMatchesNothingIsNamed() throws {
    let error = #expect(throws: PageRefusal.self) {
      try ImportedFile(page()) { $0.selectors[.body] = try? FieldSelector("body=.gone") }
    }
    #expect(error?.sentence == "`.gone`, for body, matches nothing on this page")
  }

  private static let unreadable: [(String, String)] = [
    ("body", "`body` has no selector; write FIELD=SELECTOR, for example body=.entry-content"),
    (
      "heading=h1",
      "`heading` is not a field; the fields are title, date, updated, summary, topics, authors, image, credibility, "
        + "interest, journal, doi, body, remove"
    ),
    (
      "body=p:hover",
      "`p:hover`: column 3: `:hover` is not supported; :first-child, :last-child, :nth-child(2n+1) and :not(.class) are"
    ),
  ]

  @Test(arguments: unreadable) func selectorsThatCannotBeReadAreRefused(_ text: String, _ sentence: String) {
    let error = #expect(throws: FieldSelector.Unreadable.self) { try FieldSelector(text) }
    #expect(error?.sentence == sentence)
  }

  /// The same page as in the captured text, as HTML: topics, dates and ratings are elements here.
  @Test func labelsOfAPageAreRead() throws {
    let file = try ImportedFile(
      page(
        "",
        """
        <nav><a href=/r>Related</a></nav><main><h1>How Salt Changes Sleep</h1>
        <div><span>Credibility</span><span aria-label="4.5 out of 5 stars">★</span></div><div><span>Interest</span><i style="width: 70%"></i></div>
        <h2>Key Takeaway</h2><p>Salt makes sleep lighter.</p><h2>What They Found</h2>\(Self.paragraphs)
        <div><h3>Article Topics:</h3><div><a href=/t/1>Na‐channels</a><a href=/t/2>sleep–wake cycle</a></div></div>
        <section><h2>You May Also Like</h2><div><h3>Tea and Sleep</h3><time>12/31/2026</time><p>Learn how.</p><a href=/x>Read More</a></div></section>
        <section><h2>Understanding Sleep Research</h2><p>Studies in journals like eLife often range from A to B.</p></section></main>
        """))
    #expect(
      file.matter == [
        "title: How Salt Changes Sleep", "date: 2026-11-20", "draft: true", "topics: [Na‐channels, sleep–wake cycle]",
        "summary: Salt makes sleep lighter.", "credibility: 4.5", "interest: 3.5", "source:", "  journal: eLife",
        "related:",
        "  - title: Tea and Sleep", "    date: 2026-12-31", "    summary: Learn how.",
      ])
    #expect(file.body.hasPrefix("## What They Found\n\nThe first paragraph"))
    #expect(file.body.hasSuffix("commas and a link.\n"))
  }

  @Test func nothingActiveIsImported() throws {
    let text = page(
      "",
      "<article>\(Self.paragraphs)<p onclick=x()>a<script>x()</script><iframe src=//x></iframe><a href=javascript:x()>b</a></p></article>"
    )
    #expect(try ImportedFile(text).body.hasSuffix("a link.\n\nab\n") || ImportedFile(text).body.hasSuffix("\n\nab\n"))
  }

  @Test func brokenPagesAreRead() throws {
    var numbers = SeededNumbers()
    let whole = Array(
      page(
        ld("{\"@type\":\"Article\",\"headline\":\"A\",\"articleBody\":\"The first\"}"),
        "<h1>A</h1><article>\(Self.paragraphs)</article>"
      ).utf8)
    for _ in 0..<150 {
      var bytes = Array(whole.prefix(Int.random(in: 20...whole.count, using: &numbers)))
      for _ in 0..<Int.random(in: 0...5, using: &numbers) {
        bytes[Int.random(in: 16..<bytes.count, using: &numbers)] = UInt8.random(in: 1...127, using: &numbers)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let file = try? ImportedFile(text)
      #expect(file?.text == (try? ImportedFile(text))?.text)
    }
  }

  @Test func largePagesTakeLittleTime() throws {
    for unit in [
      "<div>", "<p>a, b, c</p>", "<a href=/x>Related</a>", "<span>Interest</span>", "<div itemprop=name>x",
      "<h1>a</h1>",
    ] {
      let text = page("", String(repeating: unit, count: 5_000) + Self.paragraphs)
      let time = ContinuousClock().measure { _ = try? ImportedFile(text) }
      #expect(time < .seconds(30), "\(unit): \(time)")
    }
  }
}

/// Pages from the network, which nobody has looked at.
@Suite struct HostilePageTests {
  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// In a release, half a second: each element's words were read again in each of the elements around it.
  @Test func deepPagesAreReadInTime() throws {
    for text in ["journals ", Self.repeated("journals such as ", 150)] {
      let block = Self.repeated("<div>", 200) + text + Self.repeated("</div>", 200)
      let start = ContinuousClock.now
      _ = try? ReadPage(Array(("<html><body>" + Self.repeated(block, 60)).utf8), CaptureSettings())
      #expect(ContinuousClock.now - start < .seconds(60))
    }
  }

  @Test func aPageWithTooManyTagsIsRefused() {
    let page = Array(("<html><body>" + Self.repeated("<b>x", 200_000)).utf8)
    let dates = ImportedFile.Dates(written: nil, modified: .init(2026, 11, 20), today: .init(2026, 11, 30))
    let refusals = [
      #expect(throws: PageRefusal.self) { _ = try ReadPage(page, CaptureSettings()) },
      #expect(throws: PageRefusal.self) {
        _ = try ImportedFile(page, path: "page", settings: CaptureSettings(), dates: dates)
      },
    ]
    for refusal in refusals { #expect(refusal?.sentence == "this page has more than 200,000 tags") }
  }

  @Test func aSelectorThatMayMissIsNamed() throws {
    var settings = CaptureSettings()
    settings.mayMiss = true
    settings.selectors[.body] = try FieldSelector("body=.text")
    let page = "<html><head><title>T</title></head><body><p>x</p></body></html>"
    let read = try ReadPage(Array(page.utf8), settings)
    #expect(read.article.unmatched == [.body])
    #expect(read.isBodyGuessed || read.article.body == nil)
  }
}
