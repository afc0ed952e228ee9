import Digests
import Model
import Templates
import Testing

struct EditionPreflightTests {
  private static let good = "{{unsubscribe_url}} {{site.publisher}}"

  @Test(arguments: [
    ("digest.html", "{{site.publisher}}", EditionError.noUnsubscribeLink(.html)),
    ("digest.text", "{{site.publisher}}", .noUnsubscribeLink(.text)),
    ("digest.html", "{{unsubscribe_url}}", .noPostalAddress(.html)),
    ("digest.text", "{{unsubscribe_url}}", .noPostalAddress(.text)),
    ("digest.html", "Trust & Co, 1 High Street {{unsubscribe_url}}", .noPostalAddress(.html)),
    ("digest.html", good + " {{#sections}}{{#articles}}{{{body}}}{{/articles}}{{/sections}}", .strayBlank(.html)),
  ])
  func aMailThatBreaksARuleDoesNotLeave(_ name: String, _ template: String, _ expected: EditionError) throws {
    var article = editionArticle("a")
    article.body = "\u{1}somebody\u{1}"
    let printer = try editionPrinter([name: template])
    #expect(throws: expected) { try printer.edition(of: editionIssue([(ms, [article])]), following: [ms]) }
  }

  @Test func anEmptySubjectIsAnError() throws {
    let printer = try editionPrinter(subject: "{{#lead}}{{summary}}{{/lead}} \u{1} ")
    let issue = editionIssue([(ms, [editionArticle("a")])])
    #expect(throws: EditionError.emptySubject) { try printer.edition(of: issue, following: [ms]) }
    #expect(throws: EditionError.emptySubject) { try printer.archivePage(of: issue) }
  }

  @Test func anEmptySectionIsAnError() throws {
    let issue = editionIssue([(ms, [editionArticle("a")]), (rare, [])])
    #expect(throws: EditionError.emptySection(rare)) { try editionPrinter().edition(of: issue, following: [ms]) }
  }

  @Test func aSiteWithoutPostalAddressSendsNothing() throws {
    var site = editionSite()
    site.publisher = " "
    let printer = try editionPrinter(site: site)
    let issue = editionIssue([(ms, [editionArticle("a")])])
    #expect(throws: EditionError.noPostalAddress(.html)) { try printer.edition(of: issue, following: [ms]) }
  }

  /// The two blanks count as 400 bytes each beside their own 17 and 16.
  @Test func htmlIsCountedToTheByte() throws {
    let publisher = "Trust &amp; Co, 1 High Street"
    let rest = "\u{1}reader_address\u{1}\u{1}unsubscribe_url\u{1}".utf8.count + publisher.utf8.count + 2 * 400
    let issue = editionIssue([(ms, [editionArticle("a")])])
    func html(_ count: Int) throws -> Edition? {
      let text = String(repeating: "x", count: count - rest) + "{{reader_address}}{{unsubscribe_url}}{{site.publisher}}"
      return try editionPrinter(["digest.html": text]).edition(of: issue, following: [ms])
    }
    #expect(try html(102_400)?.html.utf8.count == 102_400 - 800)
    #expect(throws: EditionError.htmlTooLong(bytes: 102_401)) { try html(102_401) }
  }

  @Test func anErrorIsOneSentence() {
    #expect(EditionError.noUnsubscribeLink(.text).description == "digest.text shows no {{unsubscribe_url}}.")
    #expect(
      EditionError.htmlTooLong(bytes: 110_000).description
        == "even with nothing but titles the HTML has 110000 bytes, but mail programs cut a mail after 102400; lower max_articles."
    )
  }
}
