import Model
import Presentation
import Templates
import Testing
import Themes
import Time

@testable import Digests

/// UTM parameters in the links of emails.
struct LinkTagTests {
  private func site(_ change: (inout Site) -> Void = { _ in }) -> Site {
    var site = editionSite()
    site.mail = MailSettings(from: Mailbox("a@r.example")!, smtp: .init(host: "127.0.0.1", port: 25))
    site.mail?.utm = UTMParameters([.init("utm_source", "news & more"), .init("utm_campaign", "{digest}-{number}")])
    change(&site)
    return site
  }

  private func tags(_ change: (inout Site) -> Void = { _ in }) throws -> LinkTags {
    try #require(LinkTags(of: editionIssue([]), in: site(change)))
  }

  private let added = "utm_source=news%20%26%20more&utm_campaign=weekly-12"

  @Test(arguments: [
    ("https://r.example/a/", "https://r.example/a/?+"),
    ("HTTP://R.example", "HTTP://R.example?+"),
    ("https://r.example/?id=3", "https://r.example/?id=3&+"),
    ("https://r.example/#part", "https://r.example/?+#part"),
    ("https://r.example/?id=3#part?x", "https://r.example/?id=3&+#part?x"),
    ("https://r.example/?", "https://r.example/?+"),
    ("https://r.example/?a&", "https://r.example/?a&+"),
    ("https://doi.org/10.1/x", "https://doi.org/10.1/x?+"),
  ])
  func theParametersEndTheQuery(_ url: String, _ tagged: String) throws {
    #expect(try tags().tagged(url) == tagged.replacing("+", with: added))
    let attribute = url.replacing("&", with: "&amp;")
    #expect(
      try tags().tagged(inAttribute: attribute)
        == tagged.replacing("+", with: added).replacing("&", with: "&amp;"))
  }

  @Test(arguments: [
    "mailto:a@r.example", "#top", "tel:1", "relative/", "https://r.example/?utm_source=mine",
    "https://r.example/?a=1&UTM_medium=x#y", "https://r.example/#utm_source=x", "https://r.example/leave/\u{1}x\u{1}",
    "https://r.example/preferences/abc", "https://r.example/confirm/x?y", "https://r.example/unsubscribe",
    "https://leave.example/now/token",
  ])
  func otherLinksStayAsTheyAre(_ url: String) throws {
    let tags = try tags {
      $0.web = WebSettings()
      $0.mail?.oneClick = "https://leave.example/now"
    }
    #expect(tags.tagged(url) == nil)
  }

  @Test func onlyLinksToTheseHostsAreTagged() throws {
    let tags = try tags { $0.mail?.utm.hosts = ["r.example"] }
    let urls = ["https://r.example:8443/", "https://www.R.example/", "https://bar.example/", "https://xr.example/"]
    #expect(urls.map { tags.tagged($0) != nil } == [true, true, false, false])
  }

  @Test func aCharacterReferenceIsNoFragment() throws {
    #expect(
      try tags().tagged(inAttribute: "https://r.example/a&#39;b?c&#38;d#e")
        == "https://r.example/a&#39;b?c&#38;d&amp;\(added.replacing("&", with: "&amp;"))#e")
  }

  @Test func theDateIsThatOfTheIssue() throws {
    let tags = try tags { $0.mail?.utm = UTMParameters([.init("utm_content", "{date}")]) }
    #expect(tags.tagged("https://r.example/") == "https://r.example/?utm_content=2026-11-23")
  }

  @Test func bothPartsHaveTheSameLinks() throws {
    let tagging = LinkTagging(try tags { $0.mail?.utm = UTMParameters([.init("utm_source", "n")]) })
    let html = """
      <link href="https://r.example/x.css"><img src="https://r.example/i.png"><a class=x href='https://r.example/a?b&amp;c'>
      <!--[if mso]><v:roundrect href="https://r.example/b." x><![endif]--><a href="\u{1}unsubscribe_url\u{1}">
      """
    #expect(
      tagging.tag(html: html) == """
        <link href="https://r.example/x.css"><img src="https://r.example/i.png"><a class=x href='https://r.example/a?b&amp;c&amp;utm_source=n'>
        <!--[if mso]><v:roundrect href="https://r.example/b.?utm_source=n" x><![endif]--><a href="\u{1}unsubscribe_url\u{1}">
        """)
    #expect(
      tagging.tag(
        text: """
          Read (https://r.example/a?b&c), <https://r.example/b.>
          \u{2068}https://r.example/b.\u{2069} https://r.example/a?b&cd https://r.example/x.css
          \u{1}unsubscribe_url\u{1} ://
          """) == """
          Read (https://r.example/a?b&c&utm_source=n), <https://r.example/b.?utm_source=n>
          \u{2068}https://r.example/b.?utm_source=n\u{2069} https://r.example/a?b&cd https://r.example/x.css
          \u{1}unsubscribe_url\u{1} ://
          """)
  }

  @Test func theWholeEditionIsTaggedExceptItsPage() throws {
    var digest = Digest(name: "weekly", cron: try CronExpression("@weekly"))
    digest.utm = UTMParameters([.init("utm_source", "n")])
    let site = site { $0.mail?.utm = .none }
    let theme = try Theme("editorial", language: site.inMails(of: digest).mailSpeech)
    var article = editionArticle("a", summary: "What it found.")
    article.image = .init(url: "https://r.example/i.png", alt: "A nerve")
    let issue = editionIssue([(ms, [article, editionArticle("b")])])
    let renderer = EditionRenderer(site: site, digest: digest, theme: theme)
    let edition = try #require(try renderer.edition(of: issue, following: [ms]))
    let links = MailLinks.all(in: edition.html).filter { $0.hasPrefix("http") }
    #expect(Set(links.map { $0.hasSuffix("?utm_source=n") }) == [true])
    let inText = edition.text.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("http") }.map(String.init)
    #expect(Set(inText).isSubset(of: links))
    #expect(inText.contains("https://r.example/articles/b/?utm_source=n"))
    #expect(edition.html.contains("src=\"https://r.example/i.png\""))
    let promise = "The links show which issue you come from, but not who you are."
    #expect(edition.html.contains(promise) && !edition.html.contains("what you click"))
    #expect(edition.text.contains(promise) && !edition.text.contains("what you click"))
    #expect(try !renderer.archivePage(of: issue).contains("utm_"))
    let tags = LinkTags(of: issue, in: site.inMails(of: digest))
    #expect(!EditionWarnings(edition, of: issue, tags: tags).sentences.contains { $0.contains("lacks its link") })
  }
}
