import Model
import Testing

@testable import Digests

struct EditionWarningsTests {
  private static let link = "https://r.example/articles/a/"
  private static let html = "<a href=\"\(link)\">Title</a>"

  @Test(arguments: [
    ("S", html, "Title \(link)", []),
    (
      String(repeating: "s", count: 79), html, "Title \(link)",
      ["the subject has 79 characters; inboxes show at most about 78"]
    ),
    ("S", html, "Title", ["a: the text part lacks its link"]),
    ("S", html, "\(link)", ["a: the text part lacks its title"]),
    ("S", html + "<a href='tel:1'>", "Title \(link)", ["the link `tel:1` is neither http(s) nor mailto; correct it"]),
    (
      "S", html + String(repeating: "x", count: 81_921 - html.utf8.count), "Title \(link)",
      ["the HTML has 81921 bytes, more than 80 % of the 102400 after which mail programs cut it"]
    ),
  ])
  func readersMayStumble(_ subject: String, _ html: String, _ text: String, _ expected: [String]) {
    let issue = editionIssue([(ms, [editionArticle("a", summary: "Takeaway.")])])
    let edition = Edition(feeds: [ms], subject: subject, html: html, text: text)
    #expect(EditionWarnings(edition, of: issue).sentences == expected)
  }

  /// In any form in which a site's own template writes it; an empty `alt` marks decoration.
  @Test(arguments: [
    ("<img src=\"https://r.example/a.png\" alt=\"A\">", []), ("<img alt src='a.png'>", []),
    ("<IMG SRC=a.png ALT=''/>", []), ("<!-- <img src=a> -->", []), ("<image>", []),
    ("<img\nsrc='https://r.example/?alt=1&amp;b'>", ["https://r.example/?alt=1&b"]),
    ("<img title='> alt=\"\"' src=a.png><img src=b.png><img src=a.png>", ["a.png", "b.png"]),
    ("<img data-alt=\"\" src=\"a.png\"", []), ("<img>", [""]),
  ])
  func anImageWithoutAltTextIsNamed(_ image: String, _ expected: [String]) {
    let edition = Edition(feeds: [ms], subject: "S", html: Self.html + image, text: "Title \(Self.link)")
    let issue = editionIssue([(ms, [editionArticle("a", summary: "Takeaway.")])])
    let sentences = expected.map {
      "digest.html: the image `\($0)` has no `alt`; describe the image, or write alt=\"\" for decoration"
    }
    #expect(EditionWarnings(edition, of: issue).sentences == sentences)
  }

  @Test func anArticleWithoutTakeawayOrAltIsNamed() {
    var article = editionArticle("a")
    article.image = .init(url: "https://r.example/a.png", alt: "")
    let edition = Edition(feeds: [ms], subject: "S", html: Self.html, text: "Title \(Self.link)")
    #expect(
      EditionWarnings(edition, of: editionIssue([(ms, [article])])).sentences
        == ["a: no key takeaway; the opening text is used", "a: the image has no alt text; add it"])
  }

  private static let good = "{{unsubscribe_url}} {{site.publisher}} "

  @Test func aWeightyFindingStopsTheIssue() throws {
    let renderer = try editionRenderer(["digest.html": Self.good + "<a href=\"/x\">x</a>"])
    let issue = editionIssue([(ms, [editionArticle("a")])])
    #expect(throws: EditionError.relativeLink("/x")) { try renderer.edition(of: issue, following: [ms]) }
  }

  @Test func articlesForWhichThereIsNoRoomAreCounted() throws {
    let articles = (0..<200).map {
      editionArticle("\($0)", "No\($0)" + String(repeating: "日本語", count: 999), summary: "Takeaway.")
    }
    let issue = editionIssue([(ms, articles)])
    let edition = try #require(try editionRenderer().edition(of: issue, following: [ms]))
    let shown = MailLinks.all(in: edition.html).count { $0.contains("/articles/") }
    #expect((20..<180).contains(shown))
    #expect(
      EditionWarnings(edition, of: issue).sentences == [
        "the subject has 200 characters and was shortened; inboxes show at most about 78",
        "the HTML has \(DocumentFacts(edition.html).bytes) bytes, more than 80 % of the 102400 after which mail programs cut it",
        "\(200 - shown) of 200 articles do not fit and appear only on the web",
      ])
  }
}
