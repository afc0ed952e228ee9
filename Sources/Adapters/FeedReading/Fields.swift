internal import Text
internal import XML

/// The elements that are read: `title` of RSS, `atom:title`, `dc:creator`.
enum FeedField: String {
  case item, channel, categories, authors, image, author, textInput = "textinput"
  case atomEntry = "atom:entry", atomSource = "atom:source", atomAuthor = "atom:author",
    atomContributor = "atom:contributor", atomTitle = "atom:title", atomSubtitle = "atom:subtitle",
    atomTagline = "atom:tagline", atomLink = "atom:link", atomID = "atom:id", atomSummary = "atom:summary",
    atomContent = "atom:content", atomPublished = "atom:published", atomIssued = "atom:issued",
    atomUpdated = "atom:updated", atomModified = "atom:modified", atomCreated = "atom:created",
    atomCategory = "atom:category"
  case mediaGroup = "media:group", mediaContent = "media:content", mediaThumbnail = "media:thumbnail",
    mediaCategory = "media:category", mediaKeywords = "media:keywords", mediaDescription = "media:description",
    mediaTitle = "media:title", mediaCredit = "media:credit"
  case itunesOwner = "itunes:owner", itunesAuthor = "itunes:author", itunesSummary = "itunes:summary",
    itunesSubtitle = "itunes:subtitle", itunesImage = "itunes:image", itunesCategory = "itunes:category",
    itunesKeywords = "itunes:keywords"
  case deletedEntry = "deleted:deleted-entry"
  case title, link, description, guid, pubDate = "pubdate", lastBuildDate = "lastbuilddate",
    managingEditor = "managingeditor", category, enclosure, source, language, ttl, hour, day, skipHours = "skiphours",
    skipDays = "skipdays", expirationDate = "expirationdate", webMaster = "webmaster", fullItem = "fullitem", abstract
  case contentEncoded = "content:encoded"
  case xhtmlBody = "xhtml:body", xhtmlDiv = "xhtml:div"
  case dcTitle = "dc:title", dcDescription = "dc:description", dcCreator = "dc:creator", dcAuthor = "dc:author",
    dcDate = "dc:date", dcSubject = "dc:subject", dcLanguage = "dc:language", dcIdentifier = "dc:identifier"
  case dctermsCreated = "dcterms:created", dctermsIssued = "dcterms:issued", dctermsModified = "dcterms:modified",
    dctermsAbstract = "dcterms:abstract"
  case prismDOI = "prism:doi", prismPublicationDate = "prism:publicationdate",
    prismPublicationName = "prism:publicationname", prismCoverDate = "prism:coverdate"
  case feedburnerOrigLink = "feedburner:origlink"
  case syUpdatePeriod = "sy:updateperiod", syUpdateFrequency = "sy:updatefrequency"
  case arxivAnnounceType = "arxiv:announce_type", arxivDOI = "arxiv:doi"
  case wpStatus = "wp:status", wpPostType = "wp:post_type", wpPostPassword = "wp:post_password"
  case excerptEncoded = "excerpt:encoded"

  /// Nil for elements that are not read.
  init?(_ local: String, _ vocabulary: Vocabulary, isAtom: Bool) {
    switch vocabulary {
    case .plain where isAtom: self.init(rawValue: "atom:" + local)
    case .plain: self.init(rawValue: Self.plain[local] ?? local)
    default: self.init(rawValue: vocabulary.rawValue + ":" + local)
    }
  }

  /// Elements without a namespace that belong to another vocabulary.
  private static let plain: [String: String] = [
    "content": "atom:content", "summary": "atom:summary", "id": "atom:id", "updated": "atom:updated",
    "published": "atom:published", "modified": "atom:modified", "issued": "atom:issued", "created": "atom:created",
    "subtitle": "atom:subtitle", "tagline": "atom:subtitle", "encoded": "content:encoded", "creator": "dc:creator",
    "date": "dc:date", "subject": "dc:subject", "body": "xhtml:body", "keywords": "itunes:keywords",
    "origlink": "feedburner:origlink", "entry": "atom:entry", "pubdate": "pubdate", "thumbnail": "media:thumbnail",
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
