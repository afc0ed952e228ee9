internal import Languages
package import Model
internal import Presentation
package import Templates

extension PageRenderer {
  /// The easy-to-read version of an article (easy.html), in UTF-8.
  ///
  /// - Parameter body: sanitised HTML with absolute URLs.
  package func easy(_ article: Article, title: String, body: String) throws(TemplateError) -> [UInt8] {
    let names = [title, site.speech.framedWord("easy_read")].map(site.speech.isolated)
    let frame = PageFrame(heading: names.joined(separator: " – "), canonical: article.link)
    guard case .record(var fields) = article.record(in: site) else { return [] }
    var version = article
    version.title = title
    version.summary = ""
    version.body = body
    if case .record(let own) = version.record(in: site) {
      for key in ["title", "title_dir", "title_is_foreign", "title_lang"] { fields[key] = own[key] }
    }
    let direction = WritingDirection(of: title, usual: site.speech.direction)
    fields["body"] = .html(PageBody(body).html)
    fields["body_dir"] = .text(direction.rawValue)
    return try bytes("easy.html", frame, ["article": .record(fields)])
  }
}
