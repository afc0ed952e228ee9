package import Model
internal import Languages
internal import Presentation
internal import Text

/// A page that redirects to the current URL of an article, a topic or an author. Browsers and search engines follow it immediately, so
/// it needs no template.
package enum MovedPage {
  /// The page, in UTF-8.
  package static func bytes(to article: Article, on site: Site) -> [UInt8] {
    bytes(to: article.link, titled: article.title, on: site)
  }

  package static func bytes(to link: String, titled title: String, on site: Site) -> [UInt8] {
    let link = escapedHTML(link)
    let title = escapedHTML(title)
    let text = """
      <!DOCTYPE html>
      <html lang="\(escapedHTML(site.language))" dir="\(site.speech.direction.rawValue)">
      <head>
      <meta charset="utf-8">
      \(mark)
      <meta name="robots" content="noindex">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="refresh" content="0; url=\(link)">
      <link rel="canonical" href="\(link)">
      <title dir="auto">\(title)</title>
      </head>
      <body>
      <p dir="auto"><a href="\(link)">\(title)</a></p>
      </body>
      </html>

      """
    return Array(text.utf8)
  }

  private static let mark = #"<meta name="generator" content="Courant: moved">"#

  /// Whether ``bytes(to:on:)`` of this or another version made a file. Only such files may be overwritten.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(1_000), as: UTF8.self).contains(mark)
  }
}
