import CourantTesting
import Foundation
import Gathering
import Model
import Testing

@Suite struct ArticleTests {
  /// The fields of every article in this suite unless stated otherwise.
  private func article(_ id: String = "a", _ title: String = "T", published: String = "2026-11-23T00:00:00Z") throws
    -> Article
  {
    Article(
      id: Article.ID(id), title: title, published: try instant(published),
      link: "https://example.org/news/articles/\(id)/", page: "articles/\(id)/index.html")
  }

  @Test(arguments: [
    """
    ---
    title: "New & old: one"
    date: 2026-07-01 09:30
    updated: 2026-07-02T10:00:00+02:00
    id: mogad/one
    topics: [MS, "P‐glycoprotein", multiple  Sclerosis]
    summary: >
      Two lines
      of *text*.
    short_title: New and old
    credibility: 4.5
    credibility_reason: >
      Two trials
      agree.
    tested_in: people
    interest: 3
    means: Ask your doctor.
    mind: It was *small*.
    questions: ["Is it safe: for me?", How long?]
    changes:
      - 2026-07-02: Corrected a dose.
      - "2026-07-03 Added a trial."
    authors: [Ann Doe, Bo Roe, Ann Doe]
    source:
      title: A trial
      journal: Brain
      doi: https://doi.org/10.1000/xyz
      url: https://brain.example/1?a=1&b=2
      published: 2026
    image: {url: pic 1.png, alt: A brain}
    link: https://elsewhere.example/one
    layout: post
    ---
    Body.
    """,
    """
    +++
    title = 'New & old: one'
    date = 2026-07-01T09:30:00
    updated = 2026-07-02T10:00:00+02:00
    id = "mogad/one"
    topics = ["MS", "P‐glycoprotein", "multiple  Sclerosis"]
    summary = \"""
    Two lines
    of *text*.\"""
    short_title = "New and old"
    credibility = 4.5
    credibility_reason = "Two trials agree."
    tested_in = "people"
    interest = 3
    means = "Ask your doctor."
    mind = "It was *small*."
    questions = ["Is it safe: for me?", "How long?"]
    changes = ["2026-07-02: Corrected a dose.", "2026-07-03: Added a trial."]
    authors = ["Ann Doe", "Bo Roe"]
    link = "https://elsewhere.example/one"
    layout = "post"
    draft = false
    [source]
    title = "A trial"
    journal = "Brain"
    doi = "10.1000/xyz"
    url = "https://brain.example/1?a=1&b=2"
    published = 2026
    [image]
    url = "https://example.org/news/articles/pic%201.png"
    alt = "A brain"
    +++
    Body.
    """,
  ])
  func everyKeyOfOursIsRead(_ text: String) throws {
    var expected = Article(
      id: Article.ID("mogad/one"), title: "New & old: one", published: try instant("2026-07-01T08:30:00Z"),
      link: "https://elsewhere.example/one", page: "articles/mogad/one/index.html")
    expected.updated = try instant("2026-07-02T08:00:00Z")
    expected.topics = [Topic("multiple sclerosis"), Topic("P‐glycoprotein"), Topic("neurology")]
    expected.summary = "Two lines of *text*."
    expected.credibility = Rating(4.5)
    expected.interest = Rating(3)
    expected.shortTitle = "New and old"
    expected.credibilityReason = "Two trials agree."
    expected.testedIn = .people
    expected.means = "Ask your doctor."
    expected.mind = "It was *small*."
    expected.questions = ["Is it safe: for me?", "How long?"]
    expected.changes = [
      .init(date: "2026-07-02", what: "Corrected a dose."), .init(date: "2026-07-03", what: "Added a trial."),
    ]
    expected.authors = ["Ann Doe", "Bo Roe"]
    expected.layout = "post"
    expected.citation = Article.Citation(
      title: "A trial", journal: "Brain", doi: "10.1000/xyz", url: "https://brain.example/1?a=1&b=2", published: "2026")
    expected.image = Article.Picture(url: "https://example.org/news/articles/pic%201.png", alt: "A brain")
    expected.minutes = 1
    expected.body = "<p>Body.</p>\n"
    #expect(try reading(text, topics: ["neurology"]) == .article(expected, warnings: []))
    // The first, `attached`, `audio`, `former` and the last two have their own tests, the second needs an article without a summary.
    let unset = unsetFields(of: expected)
    let untested: Set = ["expires", "excerpt", "attached", "audio", "former", "origin", "language", "translationKey"]
    #expect(unset == untested, "write every field of an article in the texts above")
  }

  @Test func jekyllPostsAreRead() throws {
    let text = """
      \u{FEFF}---\r
      layout: new-layouts/post\r
      published: true\r
      title: "It's Coming: the Great API"\r
      author: dabrahams\r
      category: "Developer Tools"\r
      categories: one two\r
      tags: three, four five\r
      last_modified_at: 2016-02-01\r
      description: ""\r
      excerpt: Short.\r
      ---\r
      See [it](/blog/) and ![p](/assets/a.png){:width="50%"}\r
      """
    var expected = try article("2016-1-29-api", "It's Coming: the Great API", published: "2016-01-29T00:00:00Z")
    expected.updated = try instant("2016-02-01T00:00:00Z")
    expected.topics = ["Developer Tools", "one", "two", "three", "four five"].map { Topic($0) }
    expected.summary = "Short."
    expected.authors = ["dabrahams"]
    expected.minutes = 1
    expected.body =
      "<p>See <a href=\"https://example.org/blog/\">it</a> and <img src=\"https://example.org/assets/a.png\" alt=\"p\" /></p>\n"
    #expect(try reading(text, path: "articles/2016-1-29-api.md") == .article(expected, warnings: []))
  }

  @Test func hugoBundlesAreRead() throws {
    let text = """
      +++
      title = "T"
      date = 2026-11-20
      publishDate = 2026-11-23T06:00:00Z
      lastmod = 2026-11-24T00:00:00Z
      draft = false
      description = "D"
      images = ["cover.jpg", "b.jpg"]
      tags = ["a b", "c"]
      [taxonomies]
      categories = ["d"]
      [author]
      name = "Ann"
      [params]
      any = 1
      +++
      ![x](/pic.png)
      """
    var expected = try article("posts/slug", published: "2026-11-23T06:00:00Z")
    expected.updated = try instant("2026-11-24T00:00:00Z")
    expected.topics = ["a b", "c", "d"].map { Topic($0) }
    expected.summary = "D"
    expected.authors = ["Ann"]
    expected.image = Article.Picture(url: "https://example.org/news/articles/posts/slug/cover.jpg", alt: "")
    expected.body = "<p><img src=\"https://example.org/pic.png\" alt=\"x\" /></p>\n"
    #expect(try reading(text, path: "articles/posts/slug/index.md") == .article(expected, warnings: []))
  }

  @Test(arguments: [
    ("title: T\ndate: 2026-11-23\ndraft: true", true), ("title: T\npublished: false", true), ("draft: yes", true),
    ("title: T\ndate: 2026-11-23\ndraft: no\npublished: 2026-01-01", false),
    ("title: T\ndate: 2026-11-23\ndraft:", false),
  ])
  func draftsAreKnown(_ matter: String, _ isDraft: Bool) throws {
    #expect(
      try reading("---\n\(matter)\n---\n") == (isDraft ? .draft(warnings: []) : .article(article(), warnings: [])))
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-23T00:00:00Z"), ("2026-07-01", "2026-06-30T23:00:00Z"),
    ("2026-08-20 13:45:00", "2026-08-20T12:45:00Z"), ("2016-1-29", "2016-01-29T00:00:00Z"),
    ("2016-01-29 10:00:00 -0800", "2016-01-29T18:00:00Z"), ("\"2026-11-23T07:00Z\"", "2026-11-23T07:00:00Z"),
    ("7/4/2026", "2026-07-03T23:00:00Z"),
  ])
  func datesAreReadInTheSitesZone(_ date: String, _ published: String) throws {
    let expected = try article(published: published)
    #expect(try reading("---\ntitle: T\ndate: \(date)\n---\n", readsUSDates: true) == .article(expected, warnings: []))
  }

  @Test(arguments: [
    ("A\\nB\\t C", "A B C"), ("a\\0b\\x01c\\uFFFEd\\x81", "abcd"), ("a\\x7Fb\\Nc", "a\u{7F}b\u{85}c"),
    ("e\\u0301", "e\u{301}"),
    ("\\xA0Qui\\u202F?\\u2028 «\\xA0moi\\u3000", "Qui\u{202F}?\u{2028} «\u{A0}moi"),
    ("  <b>&amp; 🧑‍⚕️ ‫עברית‬ ", "<b>&amp; 🧑‍⚕️ ‫עברית‬"),
    ("<\\u0301", "<\u{301}"), ("]]>", "]]>"),
  ])
  func titlesAreOneCleanLine(_ written: String, _ title: String) throws {
    let expected = try article("a", title)
    #expect(try reading("---\ntitle: \"\(written)\"\ndate: 2026-11-23\n---\n") == .article(expected, warnings: []))
    guard case .article(let article, _) = try reading("---\ntitle: \"\(written)\"\ndate: 2026-11-23\n---\n") else {
      return
    }
    #expect(Array(article.title.unicodeScalars) == Array(title.unicodeScalars))
  }

  private static let pages: [(String, String)] = [
    ("Plain Id", "plain-id"), ("a/B c/d", "a/b-c/d"), ("Über Größe/Ærø", "uber-grosse/aero"), ("Москва й", "москва-й"),
    ("日本/2026", "日本/2026"), ("..a../.b", "a/b"), ("a -- ?! b", "a---b"), ("???", "x3f3f3f"), ("a//b", "a/b"),
    ("ﬁne Ⅷ", "fine-viii"), (String(repeating: "é", count: 200), String(repeating: "e", count: 200)),
    (String(repeating: "日", count: 200), String(repeating: "日", count: 66)), ("x\"y", "x-y"),
  ]

  /// After a move from another program, articles keep the ids that feed readers know; the page is named after the file.
  @Test(arguments: [
    ("https://old.example/?p=12", "https://old.example/?p=12"),
    ("tag:old.example,2019:/a/b#c", "tag:old.example,2019:/a/b#c"),
    ("urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6", "urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6"),
    ("http://old.example/é", "http://old.example/é"),
    // What our own feeds call an article
    ("tag:example.org,2026:articles/b/c%20d", "b/c d"),
  ])
  func anIDMayBeTheURIOfEarlierFeeds(_ written: String, _ id: String) throws {
    guard
      case .article(let article, let warnings) = try reading(
        "---\ntitle: T\ndate: 2026-11-23\nid: \"\(written)\"\n---\n")
    else { throw NotAnInstant(text: written) }
    #expect(article.id == Article.ID(id) && warnings.isEmpty)
    #expect(article.page == (article.id.isAddress ? "articles/a/index.html" : "articles/b/c-d/index.html"))
    #expect(article.link == "https://example.org/news/" + article.page.dropLast("index.html".count))
  }

  @Test(arguments: ["https://old.example/a b", "tag:old.example,2019:<a>", "urn:a\u{A0}b", "http://old.example/{x}"])
  func aMalformedURIIsNotAnID(_ written: String) throws {
    let sign = written.unicodeScalars.first { " <{\u{A0}".unicodeScalars.contains($0) }.map(String.init) ?? ""
    #expect(
      try reading("---\ntitle: T\ndate: 2026-11-23\nid: \"\(written)\"\n---\n")
        == .fault([
          Finding(
            "articles/a.md", line: 4, column: 5,
            "`id` is a URI with `\(sign)`; percent-encode it, as earlier feeds did")
        ]))
  }

  @Test(arguments: pages)
  func pagesHavePlainNames(_ id: String, _ folder: String) throws {
    let quoted = id.replacing("\"", with: "\\\"")
    guard
      case .article(let article, _) = try reading("---\ntitle: T\ndate: 2026-11-23\nid: \"\(quoted)\"\n---\n")
    else { throw NotAnInstant(text: id) }
    #expect(article.id == Article.ID(id))
    #expect(article.page == "articles/\(folder)/index.html")
    let path = folder.addingPercentEncoding(
      withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\u{20}"..."\u{7E}")).union(
        .init(charactersIn: "-._~/")))
    #expect(article.link == "https://example.org/news/articles/\(path ?? "")/")
  }

  @Test func theFirstParagraphIsTheSummaryCutAtAWord() throws {
    let words = String(repeating: "word, ", count: 100)
    guard case .article(let article, _) = try reading("---\ntitle: T\ndate: 2026-11-23\n---\n# H\n\n\(words)*x*\n")
    else { return }
    #expect(article.summary == String(String(repeating: "word, ", count: 50).dropLast(2)) + "…")
    #expect(article.summaryIsExcerpt)
  }

  @Test(arguments: [
    ("date: 2026-11-01 10:00:00 UTC", "2026-11-01T10:00:00Z"), ("date: 2026/11/01", "2026-11-01T00:00:00Z"),
    ("date: Sun, 01 Nov 2026 10:00:00 +0000", "2026-11-01T10:00:00Z"),
    ("date: November 1, 2026", "2026-11-01T00:00:00Z"),
    ("date: \"1 Nov 2026\"", "2026-11-01T00:00:00Z"), ("date: 1793527200", "2026-11-01T10:00:00Z"),
    ("date: \"1793527200\"", "2026-11-01T10:00:00Z"), ("date: 20261101", "2026-11-01T00:00:00Z"),
    ("Date: 2026-11-01", "2026-11-01T00:00:00Z"), ("DATE: Nov 1st 2026", "2026-11-01T00:00:00Z"),
    ("pubDate: \"Nov 01 2026\"", "2026-11-01T00:00:00Z"), ("date: 2026-W44-7", "2026-11-01T00:00:00Z"),
    ("path: 2026/11/01/1.0-Timeline", "2026-11-01T00:00:00Z"), ("slug: 2026-11-01-name", "2026-11-01T00:00:00Z"),
    ("url: /2026/11/01/name/", "2026-11-01T00:00:00Z"),
  ])
  func aDateOfAnyProgramIsRead(_ line: String, _ expected: String) throws {
    guard case .article(let article, _) = try reading("---\nTitle: T\n\(line)\n---\n") else {
      Issue.record("it is not published")
      return
    }
    #expect(article.title == "T")
    #expect(article.published == (try instant(expected)))
  }

  @Test(arguments: [
    "2026/11/01-name.md", "2026/11/01/name.md", "2026-11-01/name.md", "2026-11-01-name.md", "2026-11-01.md",
    "2026-11-01_name.md", "20261101-name.md", "2026/11-01-name.md", "2026-11-01-name/index.md", "a/2026-11/01-name.md",
  ])
  func aDateInTheNameCountsWhereThereIsNone(_ path: String) throws {
    for line in ["layout: post", "date: 1er nov 2026"] {
      guard case .article(let article, _) = try reading("---\ntitle: T\n\(line)\n---\n", path: "articles/\(path)")
      else {
        Issue.record("\(line) is not published")
        continue
      }
      #expect(article.published == (try instant("2026-11-01T00:00:00Z")))
    }
  }

  @Test(arguments: [
    ("2026-11-01-name.md", "date: someday"), ("2026-11-01-name.md", "date: 1er dec 2027"),
    ("name.md", "date: 01/02/2026"), ("2026-11-1x.md", "layout: post"), ("1024-11-01-a.md", "layout: post"),
    ("2026/11/name.md", "layout: post"), ("2026-13-01-name.md", "layout: post"), ("x2026-11-01-a.md", "layout: post"),
  ])
  func aNameWithoutTheDateIsAFault(_ path: String, _ line: String) throws {
    guard case .fault = try reading("---\ntitle: T\n\(line)\n---\n", path: "articles/\(path)") else {
      Issue.record("it is published")
      return
    }
  }

  @Test(arguments: [
    "updated: Nov 2, 2026", "lastmod: 2026/11/02", "modified: 2026-11-02", "updatedDate: \"Nov 02 2026\"",
    "LastMod: 2026-11-02", "modDatetime: 2026-11-02T00:00:00Z", "date_modified: 1793577600", "Updated: 2026-11-02",
  ])
  func aDateOfAChangeIsReadUnderAnyOfItsKeys(_ line: String) throws {
    guard case .article(let article, _) = try reading("---\ntitle: T\ndate: 2026-11-01\n\(line)\n---\n") else {
      Issue.record("it is not published")
      return
    }
    #expect(article.updated == (try instant("2026-11-02T00:00:00Z")))
  }

  @Test(arguments: [
    ("updated: [2026-11-02, 2026-11-05, 2026-11-03]", "2026-11-05T00:00:00Z"),
    ("lastmod: [2026-11-02, soon, 2026-11-05]", "2026-11-05T00:00:00Z"), ("lastmod: [soon]", nil),
    ("lastmod: 2062-11-02", "2062-11-02T00:00:00Z"),
    ("updated: 2026-10-31", nil), ("updated: 2026-11-01 08:00", nil),
    ("updated: 2026-11-01 23:00", "2026-11-01T23:00:00Z"),
    ("lastmod: soon\nmodified: 2026-11-04", "2026-11-04T00:00:00Z"),
    ("lastmod: 2026-11-03\nupdated: 2026-11-04", "2026-11-04T00:00:00Z"),
  ])
  func theLatestDateOfAChangeCounts(_ lines: String, _ expected: String?) throws {
    let text = "---\ntitle: T\ndate: 2026-11-01 09:00\n\(lines)\n---\n"
    guard case .article(let article, _) = try reading(text) else {
      Issue.record("it is not published")
      return
    }
    #expect(article.updated == (try expected.map(instant)))
  }

  @Test func aListWithAnythingButDatesIsAFault() throws {
    let found = try reading("---\ntitle: T\ndate: 2026-11-01\nupdated: [2026-11-02, soon]\n---\n")
    let sentence = "`updated` must be a list of dates, for example 2026-11-23"
    #expect(found == .fault([Finding("articles/a.md", line: 4, column: 23, sentence)]))
  }
}
