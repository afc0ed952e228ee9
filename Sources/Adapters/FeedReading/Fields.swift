internal import Text
internal import XML

/// Which elements are read.
enum Fields {
  /// Elements without a namespace that belong to another vocabulary.
  static let plain: [String: String] = [
    "content": "atom:content", "summary": "atom:summary", "id": "atom:id", "updated": "atom:updated",
    "published": "atom:published", "modified": "atom:modified", "issued": "atom:issued", "created": "atom:created",
    "subtitle": "atom:subtitle", "tagline": "atom:subtitle", "encoded": "content:encoded", "creator": "dc:creator",
    "date": "dc:date", "subject": "dc:subject", "body": "xhtml:body", "keywords": "itunes:keywords",
    "origlink": "feedburner:origlink", "entry": "atom:entry", "pubdate": "pubdate", "thumbnail": "media:thumbnail",
  ]

  static func areKnown(_ key: String) -> Bool { known.contains(key) }

  private static let known: Set<String> = [
    "title", "link", "description", "guid", "pubdate", "lastbuilddate", "managingeditor", "category",
    "enclosure", "source", "language", "ttl", "hour", "day", "skiphours", "skipdays", "expirationdate", "webmaster",
    "atom:title", "atom:subtitle", "atom:tagline", "atom:link", "atom:id", "atom:summary", "atom:content",
    "atom:published", "atom:issued", "atom:updated", "atom:modified", "atom:created", "atom:category",
    "content:encoded", "xhtml:body", "xhtml:div", "dc:title", "dc:description", "dc:creator", "dc:author", "dc:date",
    "dc:subject", "dc:language", "dc:identifier", "dcterms:created", "dcterms:issued", "dcterms:modified",
    "dcterms:abstract", "media:content", "media:thumbnail", "media:category", "media:keywords", "media:description",
    "media:title", "media:credit", "itunes:author", "itunes:summary", "itunes:subtitle", "itunes:image",
    "itunes:category", "itunes:keywords", "prism:doi", "prism:publicationdate", "prism:publicationname",
    "prism:coverdate", "feedburner:origlink", "sy:updateperiod", "sy:updatefrequency", "arxiv:announce_type",
    "arxiv:doi", "fullitem", "atom:author", "abstract",
    "wp:status", "wp:post_type", "wp:post_password", "excerpt:encoded",
  ]
}

extension AtomLink {
  /// If an element has no `href`, its text counts, as in RSS.
  init?(_ capture: Capture, base: String) {
    if let link = AtomLink(capture.attributes, base: base) {
      self = link
      return
    }
    let text = capture.ownText.trimmed
    guard isWebAddress(text), (capture.attributes.value("rel") ?? "alternate") == "alternate",
      let address = resolve(text, against: base)
    else { return nil }
    self.init(address: address, relation: "alternate", type: "", length: nil, title: nil)
  }

  /// Nil without an address.
  init?(_ attributes: [XMLAttribute], base: String) {
    guard let written = attributes.value("href")?.trimmed, !written.isEmpty else { return nil }
    address = resolve(written, against: base) ?? written
    let relation = attributes.value("rel")?.trimmed.lowercased() ?? ""
    self.relation = relation.isEmpty ? "alternate" : String(relation.split(separator: "/").last ?? "alternate")
    type = attributes.value("type")?.trimmed.lowercased() ?? ""
    length = attributes.value("length").flatMap { Int($0.trimmed) }
    title = attributes.value("title")
  }
}

extension FeedEnclosure {
  init?(_ attributes: [XMLAttribute], base: String) {
    guard let written = attributes.value("url") ?? attributes.value("href"),
      let address = resolve(written, against: base)
    else { return nil }
    let type = attributes.value("type") ?? attributes.value("medium")
    self.init(
      address: address, type: type?.trimmed.lowercased(),
      length: (attributes.value("length") ?? attributes.value("filesize")).flatMap { Int($0.trimmed) })
  }

  init(_ link: AtomLink) {
    self.init(address: link.address, type: link.type.isEmpty ? nil : link.type, length: link.length, title: link.title)
  }
}
