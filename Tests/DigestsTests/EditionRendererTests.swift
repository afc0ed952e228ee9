import Digests
import Model
import Templates
import Testing
import Time

struct EditionRendererTests {
  private let foot = "{{unsubscribe_url}} {{site.publisher}}"

  @Test func anEditionIsExactlyWhatItsTemplatesSay() throws {
    let renderer = try editionRenderer([
      "digest.html":
        "{{subject}}|{{number}}|{{date}}|{{count_words}}|{{preheader}}|{{archive_url}}\n{{#sections}}<h2>{{title}}</h2>{{#articles}}<p>{{title}}</p>{{/articles}}{{/sections}}\n{{reader_address}} "
        + foot,
      "digest.text": "{{#sections}}\n{{title}}\n{{#articles}}\n- {{title}}\n{{/articles}}\n{{/sections}}\n" + foot,
    ])
    let issue = editionIssue([(ms, [editionArticle("a", "A < B", summary: "S\ns"), editionArticle("b", "B")])])
    let edition = try #require(try renderer.edition(of: issue, following: [ms, all]))
    #expect(edition.feeds == [ms])
    #expect(edition.subject == "A < B · 1 more article")
    #expect(
      edition.html == """
        A &lt; B · 1 more article|12|23 November 2026|2 articles|Also: B|https://r.example/archive/weekly/12/
        <h2>Feed ms</h2><p>A &lt; B</p><p>B</p>
        \u{1}reader_address\u{1} \u{1}unsubscribe_url\u{1} Trust &amp; Co, 1 High Street
        """)
    #expect(
      edition.text == "Feed ms\n- A < B\n- B\n\u{1}unsubscribe_url\u{1} Trust & Co, 1 High Street\n")
  }

  @Test func readersSeeOnlyTheirFeedsAndEachArticleOnce() throws {
    let list = "{{#sections}}{{feed}}:{{#articles}} {{id}}{{/articles}};{{/sections}} "
    let renderer = try editionRenderer(["digest.html": list + foot, "digest.text": list + foot])
    let (a, b, c) = (editionArticle("a"), editionArticle("b"), editionArticle("c"))
    let issue = editionIssue([(ms, [a]), (rare, [c]), (all, [a, b, c])])
    func seen(_ feeds: [Feed.Name]) throws -> [String] {
      let edition = try renderer.edition(of: issue, following: feeds)
      return [
        edition?.text.split(separator: " \u{1}").first.map(String.init) ?? "",
        edition?.feeds.map(\.text).joined(separator: ",") ?? "",
      ]
    }
    #expect(try seen([ms, rare, all]) == ["ms: a;rare: c;all: b;", "ms,rare,all"])
    #expect(try seen([all, ms]) == ["ms: a;all: b c;", "ms,all"])
    #expect(try seen([all]) == ["all: a b c;", "all"])
    #expect(try seen([rare]) == ["rare: c;", "rare"])
  }

  @Test func eachTextOfTheLeadRunsInItsOwnDirection() throws {
    var lead = editionArticle("a", "MRI", summary: "مرض التصلب المتعدد")
    lead.body = "<p>Walking helps.</p>"
    let html = "{{#sections}}{{#articles}}{{title_dir}} {{summary_dir}} {{opening_dir}}{{/articles}}{{/sections}} "
    let renderer = try editionRenderer(["digest.html": html + foot, "digest.text": foot])
    let edition = try #require(try renderer.edition(of: editionIssue([(ms, [lead])]), following: [ms]))
    #expect(edition.html.hasPrefix("ltr rtl ltr "))
  }

  /// An Arabic site with a Latin name, and a feed of another direction than its mail.
  @Test func titlesOfTheOtherDirectionAreIsolated() throws {
    var site = editionSite()
    site.language = "ar"
    let issue = Issue(
      digest: "weekly", number: 12,
      slot: Slot(digest: "weekly", wallTime: "2026-11-23T07:00", due: Instant(rfc3339: "2026-11-23T07:00:00Z")!),
      sections: [
        Issue.Section(feed: ms, title: "News (MS)", articles: [editionArticle("a")]),
        Issue.Section(feed: all, title: "MS: كل الأخبار", articles: [editionArticle("b")]),
      ])
    let renderer = try editionRenderer(subject: "Issue {{number}}.", site: site)
    let mail = try #require(try renderer.edition(of: issue, following: [ms, all])).html
    #expect(mail.firstMatch(of: /<h1 [^>]*dir="ltr"[^>]*><a [^>]*>Research<\/a><\/h1>/) != nil)
    #expect(mail.firstMatch(of: /<h2 [^>]*dir="ltr"[^>]*>News \(MS\)<\/h2>/) != nil)
    #expect(mail.firstMatch(of: /<h2 [^>]*dir="rtl"[^>]*>MS: كل الأخبار<\/h2>/) != nil)
    let page = try renderer.archivePage(of: issue)
    let heading = "<span dir=\"ltr\">Weekly</span>، 23 نوفمبر 2026"
    #expect(page.contains("<h1><time datetime=\"2026-11-23\">\(heading)</time></h1>"))
    #expect(page.contains("<h2 class=\"section\" dir=\"ltr\" lang=\"\">News (MS)</h2>"))
    #expect(page.contains("<h2 class=\"section\" dir=\"rtl\">MS: كل الأخبار</h2>"))
  }

  @Test func readersWithoutNewsGetNoEdition() throws {
    let issue = editionIssue([(ms, [editionArticle("a")])])
    #expect(try editionRenderer().edition(of: issue, following: [rare]) == nil)
    #expect(try editionRenderer().edition(of: issue, following: []) == nil)
  }

  @Test(
    arguments: [
      (nil, 1, "T & <1>"), (nil, 3, "T & <1> · 2 more articles"),
      (
        "{{title}} {{number}}, {{date}}: {{count}} on {{#lead}}{{#topics}}{{label}}{{/topics}}{{/lead}}", 2,
        "Research 12, 23 November 2026: 2 on MS"
      ),
      ("{{#lead}}{{title}}{{/lead}} {{more_words}}", 3, "T & <1> and 2 more"),
      ("{{digest}} ({{digest_name}}) {{number}}", 1, "Weekly (weekly) 12"),
      ("a\r\n {{title}}\t\u{1}b ", 1, "a Research b"),
    ] as [(String?, Int, String)])
  func theSubjectIsOneLineOfPlainText(_ subject: String?, _ articles: Int, _ expected: String) throws {
    let issue = editionIssue([
      (
        ms,
        (1...articles).map { number in
          var article = editionArticle("\(number)", "T & <\(number)>")
          article.topics = [Topic("MS")]
          return article
        }
      )
    ])
    #expect(try editionRenderer(subject: subject).edition(of: issue, following: [ms])?.subject == expected)
  }

  @Test func aSubjectOfFiveThousandLettersIsCut() throws {
    let title = Array(repeating: "word", count: 1000).joined(separator: " ")
    let subject = try editionRenderer().edition(
      of: editionIssue([(ms, [editionArticle("a", title)])]), following: [ms])?
      .subject
    #expect(subject == Array(repeating: "word", count: 40).joined(separator: " ") + "…")
  }

  @Test func aTitleOfFiveThousandLettersDoesNotBuryTheOthers() throws {
    let title = Array(repeating: "word", count: 1000).joined(separator: " ")
    let issue = editionIssue([(ms, [editionArticle("a", title), editionArticle("b", title)])])
    let edition = try #require(try editionRenderer().edition(of: issue, following: [ms]))
    let words = [edition.html, edition.text].map { $0.split { !$0.isLetter }.count { $0 == "word" } }
    // Of the 2,000; the HTML says each also to screen readers, and in its <title> and preheader.
    #expect(words[1] == 144 && words[0] < 400, "\(words)")
    #expect(EditionWarnings(edition, of: issue).sentences.allSatisfy { !$0.contains("lacks its title") })
  }

  @Test func theArchivePageHasAllFeedsAndNothingOfAnyReader() throws {
    let renderer = try editionRenderer([
      "archive.html":
        "{{page.canonical}} {{subject}} {{digest}} {{number}} {{date_iso}}{{#sections}} {{feed}}:{{#articles}}{{id}}{{/articles}}{{/sections}}"
    ])
    let issue = editionIssue([
      (ms, [editionArticle("a", "A")]), (all, [editionArticle("a", "A"), editionArticle("b")]),
    ])
    #expect(
      try renderer.archivePage(of: issue)
        == "https://r.example/archive/weekly/12/ A · 1 more article Weekly 12 2026-11-23 ms:a all:b")
    #expect(try editionRenderer().archivePage(of: issue).utf8.contains(1) == false)
  }

  @Test func aTemplateErrorOnOneArticleMeansNoEdition() throws {
    let renderer = try editionRenderer([
      "digest.text": "{{#sections}}{{#articles}}{{#ratings}}{{score}}{{/ratings}}{{/articles}}{{/sections}}" + foot
    ])
    var articles = (1...12).map { editionArticle("\($0)") }
    articles[6].credibility = Rating(4.0)
    let issue = editionIssue([(ms, articles)])
    let error = #expect(throws: TemplateError.self) { try renderer.edition(of: issue, following: [ms]) }
    #expect(error?.description == "templates/digest.text:1:39: the variable `score` is unknown here")
  }

  @Test func aRehearsalFindsFaultsBeforeThereIsNews() throws {
    #expect(throws: Never.self) { try editionRenderer().rehearse() }
    let templates = try editionRenderer([
      "archive.html": "{{#sections}}\n{{#articles}}{{#image}}{{src}}{{/image}}{{/articles}}{{/sections}}"
    ])
    let error = #expect(throws: TemplateError.self) { try templates.rehearse() }
    #expect(error?.description == "templates/archive.html:2:24: the variable `src` is unknown here")
    #expect(throws: EditionError.emptySubject) {
      try editionRenderer(subject: "{{#lead}}{{summary}}{{/lead}}").rehearse()
    }
  }
}
