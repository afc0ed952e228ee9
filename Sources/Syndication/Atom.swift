internal import Model
internal import XML

/// Atom 1.0 (RFC 4287).
extension FeedPrinter {
  /// What `updated`, which Atom demands, says of a feed without articles.
  private static let neverChanged = Instant(seconds: 0)

  func atom(_ articles: [Article]) throws(XMLWritingError) -> [UInt8] {
    var xml = try XMLWriter()
    let attributes: [XMLWriter.Attribute] = [
      ("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.language),
    ]
    try xml.element("feed", attributes) { xml throws(XMLWritingError) in
      try head(articles, to: &xml)
      for article in articles { try entry(article, to: &xml) }
    }
    return try xml.finish()
  }

  private func head(_ articles: [Article], to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("id", text: id)
    try xml.element("title", text: feed.title)
    if !feed.description.isEmpty { try xml.element("subtitle", text: feed.description) }
    try xml.element("updated", text: (lastChange(articles) ?? Self.neverChanged).rfc3339)
    try xml.element("author") { xml throws(XMLWritingError) in
      try xml.element("name", text: site.title)
      try xml.element("uri", text: site.address(""))
    }
    let address = site.address(feed.path(.atom))
    try xml.element("link", [("rel", "self"), ("type", Feed.Format.atom.mediaType), ("href", address)])
    try xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)])
    try xml.element("generator", text: Self.generator)
  }

  /// An entry without authors has that of the feed (§4.1.2).
  private func entry(_ article: Article, to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("entry") { xml throws(XMLWritingError) in
      try xml.element("id", text: id(of: article))
      try xml.element("title", text: article.title)
      try xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", article.link)])
      try xml.element("published", text: article.published.rfc3339)
      try xml.element("updated", text: article.lastChanged.rfc3339)
      for author in article.authors {
        try xml.element("author") { xml throws(XMLWritingError) in try xml.element("name", text: author) }
      }
      for topic in article.topics { try xml.element("category", [("term", topic.label)]) }
      if !article.summary.isEmpty { try xml.element("summary", text: article.summary) }
      try xml.element("content", [("type", "html")], text: content(of: article, in: language))
    }
  }
}
