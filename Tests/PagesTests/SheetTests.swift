import Model
import Pages
import Presentation
import Templates
import Testing

/// The sheet that readers take to an appointment.
@Suite struct SheetTests {
  private var article: Article {
    var article = sampleArticle("a", "A study")
    article.summary = "One in five."
    article.credibility = Rating(3.7)
    article.credibilityReason = "It was small."
    article.questions = ["Is it for <me>?", "And when?"]
    article.citation = .init(title: "The paper")
    article.body = "<p>The body.</p>"
    return article
  }

  private let note = (name: "note.html", path: "templates/note.html", text: "<p>Ask your doctor.</p>")

  @Test func theSheetHasWhatADoctorNeeds() throws {
    let page = text(
      try PageRenderer(site: sampleSite(), templates: TemplateSet(overrides: [note])).sheet(of: article))
    let main = page[try #require(page.firstRange(of: "<main")).lowerBound...]
    let parts = [
      "A study", "One in five.", "How sure is this?", "Fairly sure.", "It was small.", "Questions to ask",
      "Is it for &lt;me&gt;?", "And when?", "My notes", "The paper", "https://r.example/articles/a/", "</main>",
    ]
    let places = try parts.map { try #require(main.firstRange(of: $0), "\($0) is missing") }
    #expect(places.map(\.lowerBound).sorted().count == parts.count)
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!page.contains("rel=\"canonical\"") && !page.contains("The body.") && !page.contains("Ask your doctor."))
  }

  @Test func theArticleLeadsToItsSheet() throws {
    let renderer = PageRenderer(site: sampleSite(), templates: try TemplateSet())
    let link = "<a href=\"https://r.example/articles/a/sheet/\">Take this to your appointment</a>"
    let below = PagesBelow(sheet: PagePath.sheet(ofPage: article.page))
    #expect(try renderer.article(article, below: below).contains(link))
    #expect(try !renderer.article(article).contains("Take this"))
    #expect(PagePath.sheet(ofPage: "articles/a.html") == nil)
  }
}
