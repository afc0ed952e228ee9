internal import Model
internal import XML

/// RSS 2.0 (rssboard.org) with the elements of the Best Practices Profile.
extension FeedPrinter {
  func rss(_ articles: [Article]) throws(XMLWritingError) -> [UInt8] {
    var xml = try XMLWriter()
    let namespaces: [XMLWriter.Attribute] = [
      ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
      ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"), ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ]
    try xml.element("rss", namespaces) { xml throws(XMLWritingError) in
      try xml.element("channel") { xml throws(XMLWritingError) in
        try channel(articles, to: &xml)
        for article in articles { try item(article, to: &xml) }
      }
    }
    return try xml.finish()
  }

  private func channel(_ articles: [Article], to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("title", text: feed.title)
    try xml.element("link", text: home)
    try xml.element("description", text: escapedHTML(feed.description.isEmpty ? feed.title : feed.description))
    let address = site.address(feed.path(.rss))
    try xml.element("atom:link", [("href", address), ("rel", "self"), ("type", Feed.Format.rss.mediaType)])
    try xml.element("language", text: site.language)
    if let changed = lastChange(articles) { try xml.element("lastBuildDate", text: changed.rfc5322()) }
    try xml.element("generator", text: Self.generator)
    try xml.element("docs", text: "https://www.rssboard.org/rss-specification")
    try xml.element("ttl", text: "60")  // minutes
  }

  private func item(_ article: Article, to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("item") { xml throws(XMLWritingError) in
      try xml.element("title", text: article.title)
      try xml.element("link", text: article.link)
      try xml.element("guid", [("isPermaLink", "false")], text: id(of: article))
      try xml.element("pubDate", text: article.published.rfc5322())
      // `author` would have to be a mail address.
      for author in article.authors { try xml.element("dc:creator", text: author) }
      for topic in article.topics { try xml.element("category", text: topic.label) }
      // HTML, unlike `title`; and always there, before `content:encoded`, since readers may take the last of the two.
      try xml.element("description", text: escapedHTML(article.summary.isEmpty ? article.title : article.summary))
      try xml.element("content:encoded", text: content(of: article, in: language))
      try xml.element("atom:updated", text: article.lastChanged.rfc3339)
    }
  }
}
