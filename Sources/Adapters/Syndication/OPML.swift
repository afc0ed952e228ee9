package import Model
internal import Text
internal import XML

/// The site's public feeds as a subscription list (OPML 2.0), each in the first of its formats.
///
/// `type` is "rss" for every format, as in the subscription lists of the specification.
///
/// - Parameter topics: feeds of single topics, listed after the site's own feeds.
package func opml(site: Site, topics: [Feed] = []) throws -> [UInt8] {
  var xml = try XMLWriter()
  try xml.element("opml", [("version", "2.0")]) { xml throws(XMLWritingError) in
    try xml.element("head") { xml throws(XMLWritingError) in try xml.element("title", text: site.title) }
    try xml.element("body") { xml throws(XMLWritingError) in
      for feed in site.publicFeeds + topics {
        guard let format = feed.formats.first else { continue }
        try xml.element("outline", outline(of: feed, format, in: site))
      }
    }
  }
  return try xml.finish()
}

private func outline(of feed: Feed, _ format: Feed.Format, in site: Site) -> [XMLWriter.Attribute] {
  var attributes: [XMLWriter.Attribute] = [
    ("type", "rss"), ("text", feed.title), ("title", feed.title),
    ("xmlUrl", site.address(percentEncodedPath(feed.path(format)))),
    ("htmlUrl", site.page(of: feed)), ("language", feed.language ?? site.language),
  ]
  if !feed.description.isEmpty { attributes.append(("description", feed.description)) }
  return attributes
}
