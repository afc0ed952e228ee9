internal import Languages
package import Model
internal import Presentation
internal import Text

/// A form for pages of other sites: plain HTML that works without scripts.
package struct EmbeddedForm {
  private let site: Site
  private let digest: Digest
  private let feeds: [String]
  private let next: String?

  package init(site: Site, digest: Digest, feeds: [String], next: String?) {
    self.site = site
    self.digest = digest
    self.feeds = feeds
    self.next = next
  }

  package var html: String {
    let speech = site.speech
    var hidden = [("digest", digest.name)] + feeds.map { ("feed", $0) } + [("lang", site.language)]
    if let next { hidden.append(("next", next)) }
    let inputs = hidden.map { "  <input type=\"hidden\" name=\"\($0.0)\" value=\"\(escapedHTML($0.1))\">\n" }.joined()
    let word = { (key: String) in escapedHTML(speech.word(key) ?? "") }
    let consent = escapedHTML(speech.sentence("web_consent", ["site": site.title]) ?? "")
    return """
      <form method="post" action="\(escapedHTML(site.address("subscribe")))" lang="\(site.language)">
      \(inputs)  <p><label>\(word("web_address"))
        <input type="email" name="email" autocomplete="email" required></label></p>
        <p style="position: absolute; left: -200vw" aria-hidden="true"><label>\(word("web_leave_empty"))
        <input name="\(SubscribeForm.trap)" tabindex="-1" autocomplete="off"></label></p>
        <p>\(consent)</p>
        <p><button>\(word("web_send"))</button></p>
      </form>

      """
  }

  /// Whether the operator listed the origin of the page to return to.
  package func mayReturn(_ web: WebSettings) -> Bool {
    guard let url = next.flatMap({ WebURL($0) }) else { return false }
    return web.returnOrigins.contains("\(url.scheme)://\(url.host)")
  }
}
