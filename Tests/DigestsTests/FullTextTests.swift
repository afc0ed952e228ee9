import Model
import Testing

@testable import Digests

/// A digest that shows bodies in full.
struct FullTextTests {
  private static let templates = [
    "digest.html":
      "{{#sections}}{{#articles}}\n{{{cell}}}\n{{/articles}}{{/sections}}{{unsubscribe_url}}{{site.publisher}}",
    "mail-lead.html": "{{{body}}}\n", "mail-article.html": "{{{body}}}\n",
    "mail-article.text": "{{title}}\n---\n\n{{body_text}}\n",
  ]

  private func article(_ id: String, _ body: String) -> Article {
    var article = editionArticle(id, "Title \(id)")
    article.body = body
    return article
  }

  @Test func idsOfArticlesDoNotMeet() throws {
    let body =
      "<h2 id=\"part\">id=\"part\"</h2><p><a href=\"#part\">up</a> <a href=\"https://a.example/#part\">x</a></p>"
    let issue = editionIssue([(ms, [article("a", body), article("b", body), article("c", "<p>No ids</p>")])])
    let html = try #require(try editionRenderer(Self.templates).edition(of: issue, following: [ms])?.html)
    let ids = html.matches(of: /<h2 id="([^"]*)"/).map { String($0.output.1) }
    #expect(ids.count == 2)
    #expect(Set(ids).count == 2)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /a[0-9a-f]{8}-part/) != nil })
    #expect(html.matches(of: /href="#([^"]*)"/).map { String($0.output.1) } == ids)
    #expect(html.matches(of: /https:\/\/a.example\/#part"/).count == 2)
    #expect(html.matches(of: />id="part"</).count == 2)
  }

  /// Depending on what the templates show: the images of the lead and of another article, both of which begin with their own.
  @Test(arguments: [
    ("{{#picture}}<img src=\"{{url}}\" alt=\"\">{{/picture}}{{{body}}}", "{{{body}}}", 1, 1),
    (
      "{{#image}}<img src=\"{{url}}\" alt=\"\">{{/image}}{{{body}}}",
      "{{#image}}<img src=\"{{url}}\" alt=\"\">{{/image}}", 1, 1
    ),
    ("{{#picture}}<img src=\"{{url}}\" alt=\"\">{{/picture}}", "{{{body}}}", 1, 1),
    ("{{title}}", "{{#image}}<img src=\"{{url}}\" alt=\"\">{{/image}}{{{body}}}", 0, 1),
  ])
  func anImageThatTheBodyBeginsWithIsShownOnce(_ lead: String, _ other: String, _ inLead: Int, _ inOther: Int) throws {
    var templates = Self.templates
    (templates["mail-lead.html"], templates["mail-article.html"]) = (lead, other)
    let articles = ["a", "b"].map { id in
      let address = "https://r.example/articles/\(id).png"
      var article = article(id, "<figure><img src=\"\(address)\" alt=\"\"><figcaption>C</figcaption></figure><p>T</p>")
      article.image = .init(url: address, alt: "")
      return article
    }
    let html = try #require(
      try editionRenderer(templates).edition(of: editionIssue([(ms, articles)]), following: [ms])?.html)
    #expect(html.matches(of: /<img[^>]*src="https:\/\/r.example\/articles\/a.png"/).count == inLead)
    #expect(html.matches(of: /<img[^>]*src="https:\/\/r.example\/articles\/b.png"/).count == inOther)
  }

  @Test func theTextPartContainsTheBody() throws {
    let body = "<p>One <em>two</em>.</p><ul><li>Three</li><li><a href=\"https://a.example/\">four</a></li></ul>"
    let issue = editionIssue([(ms, [article("a", body)])])
    let text = try #require(try editionRenderer(Self.templates).edition(of: issue, following: [ms])?.text)
    #expect(text.contains("Title a\n-------\n\nOne two.\n\n- Three\n- four (https://a.example/)\n"))
  }

  @Test func urgentQuotationsAreInABox() throws {
    var templates = Self.templates
    templates["digest.html", default: ""] =
      "<style>\n{{{theme.style}}}</style>\n" + Self.templates["digest.html", default: ""]
    let note = Article.urgentStart + ">\n<p><strong>Now</strong><br />\nCall.</p>\n</blockquote>\n"
    let issue = editionIssue([(ms, [article("a", note + "<p>Rest.</p>\n")])])
    let edition = try #require(try editionRenderer(templates).edition(of: issue, following: [ms]))
    #expect(edition.html.matches(of: /<blockquote [^>]*style="[^"]*border: 2px solid/).count == 1)
    #expect(edition.text.contains("Title a\n-------\n\n> Now\n> Call.\n\nRest.\n"))
  }

  /// Three bodies of 40 kB do not fit into one mail: the later ones give up theirs.
  @Test func laterBodiesAreOmittedFirst() throws {
    var templates = Self.templates
    templates["mail-article.html"] = "{{title}} {{#is_short}}short{{/is_short}}{{{body}}}\n"
    let long = "<p>\(String(repeating: "Body ", count: 8_000))</p>"
    let issue = editionIssue([(ms, ["a", "b", "c"].map { article($0, long) })])
    let edition = try #require(try editionRenderer(templates).edition(of: issue, following: [ms]))
    #expect(edition.html.matches(of: /<p>Body/).count == 2)
    #expect(edition.html.contains("Title c short"))
    #expect(edition.text.matches(of: /\n\nBody/).count == 2)
  }
}
