import CourantTesting
import Gathering
import Model
import Testing

/// `> [!urgent]`: urgent notes come before everything else in the article.
@Suite struct UrgentTests {
  private func article(_ markdown: String) throws -> Article? {
    guard case .article(let article, _) = try reading("---\ntitle: T\ndate: 2026-11-23\n---\n" + markdown) else {
      return nil
    }
    return article
  }

  private static let sign = "\u{26A0}\u{FE0E}\u{A0}"

  private static func note(_ title: String, _ text: String) -> String {
    "<blockquote class=\"urgent\">\n<p><strong>\(sign)\(title)</strong><br />\n\(text)</p>\n</blockquote>\n"
  }

  private static let bodies: [(String, String)] = [
    ("One.\n\n> [!urgent]\n> Call.\n\nTwo.\n", note("Call the same day", "Call.") + "<p>One.</p>\n\n<p>Two.</p>\n"),
    ("One.\n\n> [!URGENT] Call 112\n> Now.\n", note("Call 112", "Now.") + "<p>One.</p>\n\n"),
    (
      "One.<br>\n\n:::urgent\nA.\n:::\n\nTwo.\n\n!!! urgent\n    B.\n",
      ["A.", "B."].map { note("Call the same day", $0).replacing("/>\n", with: "/>") }.joined()
        + "<p>One.<br /></p>\n\n<p>Two.</p>\n\n"
    ),
    (
      "- item\n\n  > [!urgent]\n  > In a list.\n",
      "<ul>\n<li>\n<p>item</p>\n" + note("Call the same day", "In a list.") + "</li>\n</ul>\n"
    ),
    ("> **\(sign)Sign**\n> Text.\n", "<blockquote>\n<p><strong>\(sign)Sign</strong>\nText.</p>\n</blockquote>\n"),
    (
      "One.\n\n{{< note urgent >}}\nA.\n{{< /note >}}\n",
      "<blockquote class=\"urgent\">\n<p><strong>\(sign)Call the same day</strong></p>\n<p>A.</p>\n</blockquote>\n"
        + "<p>One.</p>\n\n"
    ),
    (
      "One.\n\n<blockquote class=\"urgent\"><p>B</p></blockquote>\n",
      "<blockquote class=\"urgent\">\n<p>B</p>\n</blockquote>\n<p>One.</p>\n\n"
    ),
    ("> [!tip]\n> Rest.\n", "<blockquote>\n<p><strong>Tip</strong><br />\nRest.</p>\n</blockquote>\n"),
    ("One.\n\n```\n> [!urgent]\n```\n", "<p>One.</p>\n<pre><code>&gt; [!urgent]\n</code></pre>\n"),
  ]

  @Test(arguments: bodies) func urgentQuotationsComeFirst(_ markdown: String, _ body: String) throws {
    #expect(try article(markdown)?.body == body)
  }

  @Test func theSummaryIsNotTheWarning() throws {
    let article = try #require(try article("One.\n\n> [!urgent]\n> Call.\n"))
    #expect(article.summary == "One.")
    #expect(article.bodyBeginsWithSummary)
    #expect(article.bodyAfterUrgent == "<p>One.</p>\n\n")
    let notes = article.urgentNotes.map { String($0) }
    #expect(notes == ["<p><strong>\(Self.sign)Call the same day</strong><br />\nCall.</p>\n"])
  }

  /// A quotation in it ends before it does.
  @Test func anUrgentQuotationMayQuote() throws {
    let article = try #require(try article("> [!urgent]\n> A.\n>\n> > B.\n\n> [!urgent]\n> C.\n\nEnd.\n"))
    #expect(article.urgentNotes.count == 2)
    #expect(article.bodyAfterUrgent == "<p>End.</p>\n")
  }
}
