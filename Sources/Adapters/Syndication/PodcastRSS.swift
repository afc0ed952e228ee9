internal import Model
internal import XML

/// What directories and programs for podcasts read in RSS: Apple's elements (itunes:…) and those of Podcasting 2.0 (podcast:…).
extension FeedRenderer {
  static let podcastNamespaces: [XMLWriter.Attribute] = [
    ("xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("xmlns:podcast", "https://podcastindex.org/namespace/1.0"),
  ]

  func describe(_ podcast: Podcast, to xml: inout XMLWriter) throws(XMLWritingError) {
    try xml.element("itunes:author", text: podcast.author ?? site.title)
    if let owner = podcast.owner {
      try xml.element("itunes:owner") { xml throws(XMLWritingError) in
        try xml.element("itunes:name", text: owner.name ?? podcast.author ?? site.title)
        try xml.element("itunes:email", text: "\(owner.address)")
      }
    }
    try xml.element("itunes:image", [("href", podcast.image)])
    try category(podcast, to: &xml)
    if feed.isPrivate { try xml.element("itunes:block", text: "Yes") }
    try xml.element("itunes:explicit", text: podcast.isExplicit ? "true" : "false")
    try xml.element("itunes:type", text: podcast.kind.rawValue)
    if let guid = podcast.guid { try xml.element("podcast:guid", text: guid) }
    if let isLocked = podcast.isLocked {
      let owner: [XMLWriter.Attribute] = podcast.owner.map { [("owner", "\($0.address)")] } ?? []
      try xml.element("podcast:locked", owner, text: isLocked ? "yes" : "no")
    }
    try xml.element("podcast:medium", text: "podcast")
  }

  private func category(_ podcast: Podcast, to xml: inout XMLWriter) throws(XMLWritingError) {
    guard let subcategory = podcast.subcategory else {
      return try xml.element("itunes:category", [("text", podcast.category)])
    }
    try xml.element("itunes:category", [("text", podcast.category)]) { xml throws(XMLWritingError) in
      try xml.element("itunes:category", [("text", subcategory)])
    }
  }

  /// - Parameter seconds: nil if it is not known.
  func episode(_ article: Article, lasting seconds: Int?, to xml: inout XMLWriter) throws(XMLWritingError) {
    guard let audio = article.audio else { return }
    if !article.authors.isEmpty { try xml.element("itunes:author", text: article.authors.joined(separator: ", ")) }
    if let seconds { try xml.element("itunes:duration", text: "\(seconds)") }
    if let image = article.image, ["image/jpeg", "image/png"].contains(mediaType(ofPicture: image.url)) {
      try xml.element("itunes:image", [("href", image.url)])
    }
    if let isExplicit = audio.explicit { try xml.element("itunes:explicit", text: isExplicit ? "true" : "false") }
    if let season = audio.season {
      try xml.element("itunes:season", text: "\(season)")
      try xml.element("podcast:season", text: "\(season)")
    }
    if let episode = audio.episode {
      try xml.element("itunes:episode", text: "\(episode)")
      try xml.element("podcast:episode", text: "\(episode)")
    }
    try xml.element("itunes:episodeType", text: "full")
    if let transcript = audio.transcript, let type = Article.Sound.transcriptType(ofFile: transcript) {
      let language = article.language ?? site.language
      try xml.element("podcast:transcript", [("url", transcript), ("type", type), ("language", language)])
    }
  }
}
