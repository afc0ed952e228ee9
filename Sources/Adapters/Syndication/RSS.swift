internal import Model
internal import Text
internal import Time
internal import XML

/// RSS 2.0 (rssboard.org) with the elements of the Best Practices Profile, and archives (RFC 5005, appendix B).
extension FeedRenderer {
  func rss(_ frame: FeedFrame, _ next: () throws -> Article?, _ sink: ([UInt8]) throws -> Void) throws {
    var xml = try XMLWriter()
    try xml.styleSheet(at: styleSheet(.rss, frame.kind))
    var namespaces: [XMLWriter.Attribute] = [
      ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
      ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"), ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ]
    if frame.hasImages { namespaces.append(("xmlns:media", Self.mediaNamespace)) }
    if feed.podcast != nil { namespaces += Self.podcastNamespaces }
    if frame.kind.isFull { namespaces.append(("xmlns:fh", Self.archiveNamespace)) }
    try xml.start("rss", namespaces)
    try xml.start("channel", [])
    try channel(frame, to: &xml)
    while let article = try next() {
      try item(article, to: &xml)
      if xml.count > Self.portion { try sink(try xml.drain()) }
    }
    try xml.end()
    try xml.end()
    try sink(try xml.finish())
  }

  private func channel(_ frame: FeedFrame, to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("title", text: feed.title)
    try xml.element("link", text: home)
    // Plain text here, unlike in items.
    try xml.element("description", text: feed.description.isEmpty ? feed.title : feed.description)
    for link in links(.rss, frame.kind) { try xml.element("atom:link", link) }
    try xml.element("language", text: language)
    if let copyright = site.look.copyright { try xml.element("copyright", text: copyright) }
    if let changed = frame.lastChange { try xml.element("lastBuildDate", text: changed.rfc5322()) }
    try xml.element("generator", text: Self.generator)
    try xml.element("docs", text: "https://www.rssboard.org/rss-specification")
    try xml.element("ttl", text: "\(Self.minutesToLive)")
    if let picture { try image(picture, to: &xml) }
    if let podcast = feed.podcast { try describe(podcast, to: &xml) }
    if frame.kind.isFull { try xml.element("fh:archive") }
  }

  /// Its title and link must equal those of the channel.
  private func image(_ address: String, to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("image") { xml throws(XMLWritingError) in
      try xml.element("url", text: address)
      try xml.element("title", text: feed.title)
      try xml.element("link", text: home)
    }
  }

  private func item(_ article: Article, to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("item") { xml throws(XMLWritingError) in
      try xml.element("title", text: article.title)
      try xml.element("link", text: article.link)
      try xml.element("guid", [("isPermaLink", "false")], text: id(of: article.id))
      try xml.element("pubDate", text: article.published.rfc5322())
      if let language = foreignLanguage(of: article) { try xml.element("dc:language", text: language) }
      // `author` would have to be an email address.
      for author in article.authors { try xml.element("dc:creator", text: author) }
      for topic in article.topics { try xml.element("category", [("domain", scheme)], text: topic.label) }
      let enclosure = enclosures(of: article).first
      if let enclosure {
        // The length is required; 0 if unknown (Best Practices Profile).
        let length = "\(enclosure.length ?? 0)"
        try xml.element("enclosure", [("url", enclosure.address), ("length", length), ("type", enclosure.type)])
      }
      if let origin = article.origin(for: site) {
        try xml.element("source", [("url", origin.feed ?? origin.address)], text: origin.name)
      }
      // HTML, unlike `title`. It is always written, before `content:encoded`, because feed readers may
      // use the last of the two.
      try xml.element("description", text: escapedHTML(article.summary.isEmpty ? article.title : article.summary))
      try xml.element("content:encoded", text: parts(of: article))
      try xml.element("atom:updated", text: article.lastChanged.rfc3339)
      if feed.podcast != nil { try episode(article, lasting: enclosure?.duration, to: &xml) }
      try media(of: article, to: &xml)
    }
  }
}
