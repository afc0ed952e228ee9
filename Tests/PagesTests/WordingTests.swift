import Model
import Pages
import Presentation
import Templates
import Testing

struct WordingTests {
  @Test(arguments: [
    ("en", "ltr left right"), ("en-GB", "ltr left right"), ("ar", "rtl right left"), ("he-IL", "rtl right left"),
    ("FA", "rtl right left"), ("az-Arab", "rtl right left"), ("ku-Latn", "ltr left right"),
    ("ar-Latn", "ltr left right"),
    ("de-1996", "ltr left right"), ("", "ltr left right"),
  ])
  func aLanguageHasADirection(_ language: String, _ expected: String) throws {
    var site = sampleSite()
    site.language = language
    let file = (name: "note.html", path: "note.html", text: "{{site.dir}} {{site.start}} {{site.end}}")
    #expect(try site.note("note.html", from: TemplateSet(overrides: [file])) == expected)
  }

  @Test(arguments: [
    (0, "0 low ○○○○○"), (5, "0.5 low ○○○○○"), (6, "0.6 low ●○○○○"), (24, "2.4 low ●●○○○"),
    (25, "2.5 moderate ●●○○○"), (39, "3.9 moderate ●●●●○"), (40, "4 high ●●●●○"), (45, "4.5 high ●●●●○"),
    (46, "4.6 high ●●●●●"), (50, "5 high ●●●●●"),
  ])
  func aRatingHasWordsAndABar(_ tenths: Int, _ expected: String) throws {
    var article = sampleArticle("a", "A")
    article.interest = Rating(tenths: tenths)
    let templates = try TemplateSet(overrides: [
      (
        "article.html", "article.html",
        "{{#article}}{{#ratings}}{{#interest}}{{value}} {{words}} {{bar}}{{/interest}}{{/ratings}}{{/article}}"
      )
    ])
    #expect(try PageRenderer(site: sampleSite(), templates: templates).article(article) == expected)
  }

  @Test func pagesHaveTheirPlaces() {
    #expect(PagePath.index.file == "index.html")
    #expect(PagePath.archive.file == "archive/index.html")
    #expect(PagePath.feed(Feed.Name("ms")!).file == "feeds/ms/index.html")
    #expect(PagePath.issue(digest: "weekly", number: 12).file == "archive/weekly/12/index.html")
  }
}
