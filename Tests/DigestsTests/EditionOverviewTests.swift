import Model
import Presentation
import Templates
import Testing

@testable import Digests

struct EditionOverviewTests {
  private let foot = "{{unsubscribe_url}} {{site.publisher}}"

  private func site(_ language: String = "en") -> Site {
    var site = editionSite()
    site.language = language
    return site
  }

  private func shown(_ template: String, _ issue: Model.Issue, _ site: Site) throws -> String? {
    let renderer = try editionRenderer(site: site, ["digest.html": template + "|" + foot])
    return try renderer.edition(of: issue, following: issue.sections.map(\.feed))?.html
      .split(separator: "|").first.map(String.init)
  }

  /// In inboxes the subject ends with the number of these titles.
  @Test(arguments: [
    ("en", "Also: B · C"), ("de", "Außerdem: B · C"), ("fr", "À lire aussi\u{A0}: B · C"), ("es", "Además: B · C"),
    ("ar", "اقرؤوا أيضًا: \u{2068}B\u{2069} · \u{2068}C\u{2069}"),
  ])
  func thePreheaderNamesTheArticlesThatTheSubjectDoesNot(_ language: String, _ expected: String) throws {
    let issue = editionIssue([
      (ms, [editionArticle("a", "A", summary: "S"), editionArticle("b", "B")]),
      (rare, [editionArticle("c", "C")]),
    ])
    #expect(try shown("{{preheader}}", issue, site(language)) == expected)
  }

  @Test func aSingleArticleHasItsTakeawayInThePreheader() throws {
    let issue = editionIssue([(ms, [editionArticle("a", "A", summary: "It works.")])])
    #expect(try shown("{{preheader}}", issue, site()) == "It works.")
    #expect(try shown("[{{#has_contents}}yes{{/has_contents}}]", issue, site()) == "[]")
  }

  @Test func aPreheaderHasAtMost200Characters() throws {
    let issue = editionIssue([(ms, (0..<40).map { editionArticle("\($0)", "Title of \($0)") })])
    let preheader = try #require(try shown("{{preheader}}", issue, site()))
    #expect((180...200).contains(preheader.count))
    #expect(preheader.hasPrefix("Also: Title of 1 · Title of 2 ·") && preheader.hasSuffix("…"))
  }

  @Test func theContentsNameTwelveArticlesAndCountTheRest() throws {
    let issue = editionIssue([(ms, (0..<14).map { editionArticle("\($0)", "T\($0)") })])
    let list = "{{#contents}}{{title}} {{/contents}}{{contents_more}}"
    #expect(try shown(list, issue, site()) == "T0 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 and 2 more")
  }

  @Test(arguments: [
    ("en", "about 5 minutes"), ("de", "etwa 5 Minuten"), ("fr", "environ 5 minutes"), ("es", "alrededor de 5 minutos"),
    ("ar", "نحو 5 دقائق"),
  ])
  func theMinutesOfAllArticlesAddUp(_ language: String, _ expected: String) throws {
    var articles = [editionArticle("a"), editionArticle("b")]
    articles[0].body = "<p>\(String(repeating: "word ", count: 700))</p>"
    articles[1].body = "<p>word</p>"
    #expect(try shown("{{about_minutes}}", editionIssue([(ms, articles)]), site(language)) == expected)
    articles[1].link = "https://elsewhere.example/"
    let unknown = "[{{#about_minutes}}{{about_minutes}}{{/about_minutes}}]"
    #expect(try shown(unknown, editionIssue([(ms, articles)]), site(language)) == "[]")
  }

  @Test(arguments: [(1, 1), (9, 9), (10, 10), (12, 10), (13, 15), (21, 20), (58, 60)])
  func manyMinutesAreRounded(_ minutes: Int, _ expected: Int) {
    #expect(EditionOverview.rounded(minutes) == expected)
  }

  /// The last feed has every article, so what remains of it is the rest.
  @Test func theSectionOfWhatRemainsSaysSo() throws {
    var site = site()
    var some = Feed(name: ms, title: "MS", description: "")
    some.topics = TopicRule(anyOf: [Topic("MS").slug])
    site.feeds = [Feed(name: all, title: "All articles", description: ""), some]
    let titles = "{{#sections}}[{{title}}]{{/sections}}{{#has_section_titles}}!{{/has_section_titles}}"
    let (a, b) = (editionArticle("a"), editionArticle("b"))
    #expect(try shown(titles, editionIssue([(ms, [a]), (all, [b])]), site) == "[Feed ms][More news]!")
    #expect(try shown(titles, editionIssue([(all, [a]), (ms, [b])]), site) == "[Feed all][Feed ms]!")
    #expect(try shown(titles, editionIssue([(all, [a])]), site) == "[Feed all]")
  }
}
