import Languages
import Model
import Pages
import Presentation
import Templates
import Testing
import Time

/// Titles of sites, feeds and issues, each in its own element.
@Suite struct DirectionTests {
  /// `auto` where the first letter determines it, as on all ordinary sites.
  @Test(arguments: [
    ("en", "Research", "auto"), ("en", "חדשות המחקר", "rtl foreign"), ("en", "2026: 47", "auto"),
    ("en", "אבג: The Hebrew letters", "ltr"), ("ar", "أخبار الرنين", "auto"), ("ar", "MRI أخبار الرنين", "rtl"),
    ("ar", "Research News", "ltr foreign"), ("ar", "2026: 47", "rtl"), ("he", "The Lancet: סקירה", "rtl"),
    ("he", "Ä, ö", "ltr foreign"), ("de", "MRT-Studien", "auto"),
  ])
  func aTitleIsIsolatedByItsLetters(_ language: String, _ title: String, _ expected: String) throws {
    var site = sampleSite()
    site.language = language
    site.title = title
    site.description = title
    site.feeds = [Feed(name: Feed.Name("all")!, title: title, description: title)]
    let fields = ["site.title", "site.description", "title", "description"].map {
      "{{\($0)_dir}}{{#\($0)_is_foreign}} foreign{{/\($0)_is_foreign}}"
    }
    let templates = try TemplateSet(overrides: [
      ("feeds.html", "feeds.html", "{{#feeds}}" + fields.joined(separator: "|") + "{{/feeds}}"),
      (
        "archive-index.html", "archive-index.html",
        "{{#issues}}{{subject_dir}}{{#subject_is_foreign}} foreign{{/subject_is_foreign}}{{/issues}}"
      ),
    ])
    let renderer = PageRenderer(site: site, templates: templates)
    #expect(try renderer.feeds() == [String](repeating: expected, count: 4).joined(separator: "|"))
    #expect(try renderer.archiveIndex(issues: [issue(title)]) == expected)
  }

  /// Where elements cannot isolate: the title of the page, its description and the names of its feeds.
  @Test func plainTextOfAPageIsolatesTitles() throws {
    var site = sampleSite()
    site.language = "ar"
    site.title = "أخبار"
    site.feeds = [Feed(name: Feed.Name("all")!, title: "كل المقالات", description: "كلها")]
    let renderer = PageRenderer(site: site, templates: try TemplateSet(language: Language("ar")))
    let page = try renderer.article(sampleArticle("a", "MOGAD in children"))
    #expect(page.contains("<title>\u{2068}MOGAD in children\u{2069} – أخبار</title>"))
    #expect(page.contains("title=\"كل المقالات (\u{2068}RSS\u{2069})\""))
    let front = try renderer.index(articles: [sampleArticle("a", "MOGAD"), sampleArticle("b", "التصلب")], issues: [])
    #expect(front.contains("content=\"\u{2068}MOGAD\u{2069} · التصلب\""))
  }

  @Test func thePagesOfAnEnglishSiteIsolateHebrewTitles() throws {
    var site = sampleSite()
    site.title = "חדשות (מחקר)"
    site.description = "מדי שבוע."
    site.publisher = "קרן, 1 תל אביב"
    site.feeds = [Feed(name: Feed.Name("all")!, title: "הכול!", description: "כל החדשות.")]
    let renderer = PageRenderer(site: site, templates: try TemplateSet())
    let mark = #" dir="rtl" lang="""#
    let front = try renderer.index(articles: [], issues: [issue("גיליון 3.")])
    #expect(front.contains("<h1 class=\"name\"\(mark)>חדשות (מחקר)</h1>"))
    #expect(front.contains("<p class=\"tagline\"\(mark)>מדי שבוע.</p>"))
    #expect(front.contains("<strong\(mark)>חדשות (מחקר)</strong><br><span\(mark)>קרן, 1 תל אביב</span></p>"))
    #expect(front.contains("\(mark)>הכול!</a></li>"))
    let feeds = try renderer.feeds()
    #expect(feeds.contains("<p class=\"name\"><a href=\"https://r.example/\"\(mark)>חדשות (מחקר)</a></p>"))
    #expect(feeds.contains("<h3\(mark)><a href=\"https://r.example/feeds/all/\">הכול!</a></h3>"))
    #expect(feeds.contains("<p class=\"summary\"\(mark)>כל החדשות.</p>"))
    let feed = try renderer.feedPage(site.feeds[0], articles: [])
    #expect(feed.contains("<h1\(mark)>הכול!</h1>\n<p class=\"lede\"\(mark)>כל החדשות.</p>"))
    var titled = issue("גיליון 4.")
    titled.titles = ["כותרת", "A title"]
    let archive = try renderer.archiveIndex(issues: [titled])
    #expect(archive.contains("<li\(mark)>כותרת</li>\n<li dir=\"auto\">A title</li>"))
  }

  private func issue(_ subject: String) -> IssueSummary {
    IssueSummary(
      digest: "weekly", number: 3, date: Instant(rfc3339: "2026-11-23T07:00:00Z")!, subject: subject,
      path: "archive/weekly/3/index.html")
  }
}
