import Digests
import Model
import Templates
import Testing

struct EditionPreflightTests {
  private static let good = "{{unsubscribe_url}} {{site.publisher}}"

  @Test(arguments: [
    (
      "digest.html", "{{unsubscribe_url}} {{#left_out}}{{site.publisher}}{{/left_out}}",
      EditionError.noPostalAddress(.html)
    ),
    ("digest.html", good + " {{#sections}}{{#articles}}{{{body}}}{{/articles}}{{/sections}}", .strayBlank(.html)),
  ])
  func aMailThatBreaksARuleDoesNotLeave(_ name: String, _ template: String, _ expected: EditionError) throws {
    var article = editionArticle("a")
    article.body = "\u{1}somebody\u{1}"
    let renderer = try editionRenderer([name: template])
    #expect(throws: expected) { try renderer.edition(of: editionIssue([(ms, [article])]), following: [ms]) }
  }

  private static let lacks = "lacks the link to unsubscribe, without which nothing is sent; add `{{unsubscribe_url}}`"
  private static let lacksAddress = "lacks the postal address, without which nothing is sent; add `{{site.publisher}}`"

  @Test(arguments: [
    ("digest.html", "{{site.publisher}}", "digest.html \(lacks)"),
    ("digest.text", "{{site.publisher}}", "digest.text \(lacks)"),
    ("digest.html", "{{unsubscribe_url}}", "digest.html \(lacksAddress)"),
    ("digest.text", "{{unsubscribe_url}}", "digest.text \(lacksAddress)"),
    ("digest.html", "Trust & Co, 1 High Street {{unsubscribe_url}}", "digest.html \(lacksAddress)"),
    ("mail-footer.html", "{{site.publisher}}", "digest.html \(lacks)"),
    ("mail-footer.html", "{{unsubscribe_url}}", "digest.html \(lacksAddress)"),
  ])
  func whatATemplateLacksIsReportedAtItsFile(_ name: String, _ template: String, _ expected: String) throws {
    let renderer = try editionRenderer([name: template, "mail-end.html": ""])
    let error = #expect(throws: TemplateError.self) {
      try renderer.edition(of: editionIssue([(ms, [editionArticle("a")])]), following: [ms])
    }
    #expect(error?.description.hasSuffix("\(name):1: \(expected)") == true, "\(error?.description ?? "")")
  }

  @Test func aHiddenLinkToUnsubscribeStopsTheMail() throws {
    let footer = "<p style=\"display: none\"><a href=\"{{unsubscribe_url}}\">x</a></p>{{site.publisher}}"
    let renderer = try editionRenderer(["mail-footer.html": footer])
    let error = #expect(throws: TemplateError.self) {
      try renderer.edition(of: editionIssue([(ms, [editionArticle("a")])]), following: [ms])
    }
    #expect(error?.sentence == "the link to unsubscribe is hidden by `display: none`; show it to every reader")
  }

  /// Text from an author or the site that looks like a tag or a reference remains text, in every part of a message.
  @Test(arguments: TemplateSet.builtInThemes)
  func authorsTextIsMailedUnchanged(_ theme: String) throws {
    let said = "{{handlebars}} {{{raw}}} {{#open}} &amp; &#x41; <b> {{"
    var article = editionArticle("a", said, summary: "Takeaway: " + said)
    article.citation = .init(journal: "Journal: " + said)
    var site = editionSite()
    site.title = "Site: " + said
    let issue = editionIssue([(ms, [article, editionArticle("b", "Second: " + said)])])
    let renderer = try editionRenderer(site: site, theme: theme)
    let edition = try #require(try renderer.edition(of: issue, following: [ms]))
    #expect(edition.subject == said + " · 1 more article")
    let text = edition.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for what in ["Takeaway: ", "Journal: ", "Site: ", "Second: "] {
      #expect(text.contains(what + said), "\(what)")
      #expect(
        edition.html.contains(what + "{{handlebars}} {{{raw}}} {{#open}} &amp;amp; &amp;#x41; &lt;b&gt; {{"), "\(what)")
    }
  }

  /// An author's braces excuse no tag of a template: each is filled in or an error.
  @Test(arguments: [
    "{{nam}}", "{{title", "{{#sections}}", "{{/sections}}", "{{{title}}", "{{> nobody}}", "{{word.nobody}}", "{{}}",
  ])
  func aTagThatMeansNothingStopsTheMail(_ tag: String) throws {
    let issue = editionIssue([(ms, [editionArticle("a", "How {{tags}} work"), editionArticle("b")])])
    for name in ["digest.html", "digest.text", "mail-article.html", "mail-head.html"] {
      #expect(throws: (any Error).self, "\(name)") {
        try editionRenderer([name: Self.good + tag]).edition(of: issue, following: [ms])
      }
    }
    #expect(throws: (any Error).self) { try editionRenderer(subject: tag).edition(of: issue, following: [ms]) }
  }

  @Test func anEmptySubjectIsAnError() throws {
    let renderer = try editionRenderer(subject: "{{#lead}}{{summary}}{{/lead}} \u{1} ")
    let issue = editionIssue([(ms, [editionArticle("a")])])
    #expect(throws: EditionError.emptySubject) { try renderer.edition(of: issue, following: [ms]) }
    #expect(throws: EditionError.emptySubject) { try renderer.archivePage(of: issue) }
  }

  @Test func anEmptySectionIsAnError() throws {
    let issue = editionIssue([(ms, [editionArticle("a")]), (rare, [])])
    #expect(throws: EditionError.emptySection(rare)) { try editionRenderer().edition(of: issue, following: [ms]) }
  }

  @Test func aSiteWithoutPostalAddressSendsNothing() throws {
    var site = editionSite()
    site.publisher = " "
    let renderer = try editionRenderer(site: site)
    let issue = editionIssue([(ms, [editionArticle("a")])])
    #expect(throws: EditionError.noPostalAddress(.html)) { try renderer.edition(of: issue, following: [ms]) }
  }

  /// A narrow screen may break long words, at zero-width spaces.
  @Test(arguments: [
    "Trust, https://www.example.org/the-very-long-address-of-a-trust", "Donaudampfschifffahrtsgesellschaft, Wien",
    "Trust & Co, Grundstücksverkehrsgenehmigungszuständigkeit 1",
  ])
  func aPostalAddressMayHaveALongWord(_ publisher: String) throws {
    var site = editionSite()
    site.publisher = publisher
    let issue = editionIssue([(ms, [editionArticle("a")])])
    let edition = try editionRenderer(site: site).edition(of: issue, following: [ms])
    #expect(edition?.html.contains("\u{200B}") == true)
  }

  /// The two blanks count as 400 bytes each, in addition to their own 17 and 16.
  @Test func htmlIsCountedToTheByte() throws {
    let publisher = "Trust &amp; Co, 1 High Street"
    let rest = "\u{1}reader_address\u{1}\u{1}unsubscribe_url\u{1}".utf8.count + publisher.utf8.count + 2 * 400
    let issue = editionIssue([(ms, [editionArticle("a")])])
    func html(_ count: Int) throws -> Edition? {
      let text = String(repeating: "x", count: count - rest) + "{{reader_address}}{{unsubscribe_url}}{{site.publisher}}"
      return try editionRenderer(["digest.html": text]).edition(of: issue, following: [ms])
    }
    #expect(try html(102_400)?.html.utf8.count == 102_400 - 800)
    #expect(throws: EditionError.htmlTooLong(bytes: 102_401)) { try html(102_401) }
  }

  @Test func anErrorIsOneSentence() {
    #expect(EditionError.noUnsubscribeLink(.text).description == "digest.text lacks {{unsubscribe_url}}; add it")
    #expect(
      EditionError.htmlTooLong(bytes: 110_000).description
        == "even cut back as far as it goes the HTML has 110000 bytes, but mail programs cut a mail after 102400; shorten the templates or the note"
    )
  }
}
