package import Model
internal import Languages
internal import Text
package import Time
internal import XML

/// A feed that the site no longer has. Its documents stay, with a notice, because otherwise feed readers
/// would only report an error.
package struct EndedFeed: Sendable {
  private let renderer: FeedRenderer
  private let notice: Article

  /// - Parameters:
  ///   - feed: the feed as last published; its title and path are used.
  ///   - since: when the feed was first found missing.
  ///   - successor: the new feed, if it was renamed.
  package init(_ feed: Feed, since: Instant, site: Site, successor: Feed? = nil) {
    renderer = FeedRenderer(site: site, feed: feed, hasEnded: true)
    let language = Language(site.language, own: site.words)
    let address = site.address(site.hasPages ? successor?.folder ?? "" : "")
    // No path of an article has this form.
    var notice = Article(
      id: Article.ID(feed.folder + "?ended"), title: language.sentence("feed_ended", ["title": feed.title]) ?? "",
      published: since, link: address)
    notice.summary = language.framedWord("feed_ended_text")
    let link = "<a href=\"\(escapedHTML(address))\">\(escapedHTML(successor?.title ?? site.title))</a>"
    notice.body = "<p>\(escapedHTML(notice.summary))</p>\n<p>\(link)</p>\n"
    self.notice = notice
  }

  package func render(_ format: Feed.Format) throws -> [UInt8] { try renderer.render(format, articles: [notice]) }
}
