import Digests
import Model
import Testing

struct EditionAdviceTests {
  private static let link = "https://r.example/articles/a/"
  private static let html = "<a href=\"\(link)\">Title</a>"

  @Test(arguments: [
    ("S", html, "Title \(link)", []),
    (
      String(repeating: "s", count: 79), html, "Title \(link)",
      ["the subject has 79 characters; inboxes show about 78 at most."]
    ),
    ("S", html, "Title", ["a: the text part lacks its link."]),
    ("S", html, "\(link)", ["a: the text part lacks its title."]),
    ("S", html + "<a href='tel:1'>", "Title \(link)", ["the link `tel:1` is neither http(s) nor mailto."]),
    (
      "S", html + String(repeating: "x", count: 81_921 - html.utf8.count), "Title \(link)",
      ["the HTML has 81921 bytes, more than 80 % of the 102400 after which mail programs cut."]
    ),
  ])
  func readersMayStumble(_ subject: String, _ html: String, _ text: String, _ expected: [String]) {
    let issue = editionIssue([(ms, [editionArticle("a", summary: "Takeaway.")])])
    let edition = Edition(feeds: [ms], subject: subject, html: html, text: text)
    #expect(EditionAdvice(edition, of: issue).sentences == expected)
  }

  @Test func anArticleWithoutTakeawayOrAltIsNamed() {
    var article = editionArticle("a")
    article.image = .init(url: "https://r.example/a.png", alt: "")
    let edition = Edition(feeds: [ms], subject: "S", html: Self.html, text: "Title \(Self.link)")
    #expect(
      EditionAdvice(edition, of: editionIssue([(ms, [article])])).sentences
        == ["a: no key takeaway; its beginning stands in its place.", "a: the image has no alt text."])
  }

  private static let good = "{{unsubscribe_url}} {{site.publisher}} "

  @Test(arguments: [
    ("<a href=\"/x\">x</a>", EditionError.relativeLink("/x")),
    ("{{#sections}}{{#articles}}{{title}}{{title}}{{/articles}}{{/sections}}", .unresolvedTag(.html)),
  ])
  func aWeightyFindingStopsTheIssue(_ template: String, _ expected: EditionError) throws {
    let printer = try editionPrinter(["digest.html": Self.good + template])
    let issue = editionIssue([(ms, [editionArticle("a", "{")])])
    #expect(throws: expected) { try printer.edition(of: issue, following: [ms]) }
  }

  @Test func anAuthorMayWriteBraces() throws {
    let issue = editionIssue([(ms, [editionArticle("a", "How {{tags}} work")])])
    #expect(try editionPrinter().edition(of: issue, following: [ms]) != nil)
  }
}
