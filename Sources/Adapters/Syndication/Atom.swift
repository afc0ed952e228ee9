internal import Model
internal import Time
internal import XML

/// Atom 1.0 (RFC 4287), with archives (RFC 5005) and deleted entries (RFC 6721).
extension FeedRenderer {
  /// The value of `updated`, which Atom requires, for a feed without articles.
  private static let neverChanged = Instant(seconds: 0)

  func atom(_ frame: FeedFrame, _ next: () throws -> Article?, _ sink: ([UInt8]) throws -> Void) throws {
    var xml = try XMLWriter()
    try xml.styleSheet(at: styleSheet(.atom, frame.kind))
    var attributes: [XMLWriter.Attribute] = [
      ("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language),
    ]
    if frame.hasImages { attributes.append(("xmlns:media", Self.mediaNamespace)) }
    if frame.kind.isFull { attributes.append(("xmlns:fh", Self.archiveNamespace)) }
    // Declared only where it is used: validators that do not support it print a warning.
    if !frame.withdrawals.isEmpty { attributes.append(("xmlns:at", "http://purl.org/atompub/tombstones/1.0")) }
    try xml.start("feed", attributes)
    try head(frame, to: &xml)
    while let article = try next() {
      try entry(article, to: &xml)
      if xml.count > Self.portion { try sink(try xml.drain()) }
    }
    for withdrawal in frame.withdrawals {
      try xml.element("at:deleted-entry", [("ref", id(of: withdrawal.id)), ("when", withdrawal.at.rfc3339)])
    }
    try xml.end()
    try sink(try xml.finish())
  }

  private func head(_ frame: FeedFrame, to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("id", text: id)
    try xml.element("title", [("type", "text")], text: feed.title)
    if !feed.description.isEmpty { try xml.element("subtitle", [("type", "text")], text: feed.description) }
    try xml.element("updated", text: (frame.lastChange ?? Self.neverChanged).rfc3339)
    try xml.element("author") { xml throws(XMLWritingError) in
      try xml.element("name", text: site.title)
      try xml.element("uri", text: site.address(""))
    }
    for link in links(.atom, frame.kind) { try xml.element("link", link) }
    try xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)])
    if let icon = feed.icon ?? site.look.icon { try xml.element("icon", text: icon) }
    if let logo = site.look.logo { try xml.element("logo", text: logo) }
    if let rights = site.look.copyright { try xml.element("rights", [("type", "text")], text: rights) }
    try xml.element("generator", text: Self.generator)
    if frame.kind.isFull { try xml.element("fh:archive") }
  }

  /// An entry without authors has the author of the feed (§4.1.2).
  private func entry(_ article: Article, to xml: inout XMLWriter) throws(XMLWritingError) {
    var attributes: [XMLWriter.Attribute] = []
    if let language = foreignLanguage(of: article) { attributes.append(("xml:lang", language)) }
    try xml.element("entry", attributes) { xml throws(XMLWritingError) in
      try xml.element("id", text: id(of: article.id))
      try xml.element("title", [("type", "text")], text: article.title)
      try xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", article.link)])
      for file in files(of: article) {
        var attributes: [XMLWriter.Attribute] = [("rel", "enclosure"), ("type", file.type), ("href", file.address)]
        if let title = file.title { attributes.append(("title", title)) }
        if let length = file.length { attributes.append(("length", "\(length)")) }
        try xml.element("link", attributes)
      }
      try xml.element("published", text: article.published.rfc3339)
      try xml.element("updated", text: article.lastChanged.rfc3339)
      for author in article.authors {
        try xml.element("author") { xml throws(XMLWritingError) in try xml.element("name", text: author) }
      }
      for topic in article.topics { try xml.element("category", [("term", topic.label), ("scheme", scheme)]) }
      if let origin = article.origin(for: site) { try source(origin, of: article, to: &xml) }
      if !article.summary.isEmpty { try xml.element("summary", [("type", "text")], text: article.summary) }
      try xml.element("content", [("type", "html")], text: parts(of: article))
      // Last: some programs ignore namespaces and take the first element named `content`.
      try media(of: article, to: &xml)
    }
  }

  /// §4.2.11: identifies the feed, or the site, in which the article was first published.
  private func source(
    _ origin: Origin, of article: Article, to xml: inout XMLWriter
  ) throws(XMLWritingError) {
    try xml.element("source") { xml throws(XMLWritingError) in
      try xml.element("id", text: origin.feed ?? origin.address)
      try xml.element("title", [("type", "text")], text: origin.name)
      try xml.element("updated", text: article.lastChanged.rfc3339)
      try xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", origin.address)])
      if let feed = origin.feed { try xml.element("link", [("rel", "self"), ("href", feed)]) }
    }
  }
}
