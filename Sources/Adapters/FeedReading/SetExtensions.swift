internal import Text
internal import XML

extension ExtensionElements {
  mutating func set(_ field: FeedField, _ capture: Capture, _ base: String) {
    switch field {
    case .dcTitle, .dcDescription, .dcCreator, .dcAuthor, .dcDate, .dcSubject, .dcLanguage, .dcIdentifier,
      .dctermsCreated, .dctermsIssued, .dctermsModified, .dctermsAbstract:
      setDublinCore(field, capture)
    case .mediaContent, .mediaThumbnail, .mediaCategory, .mediaKeywords, .mediaDescription, .mediaTitle, .mediaCredit:
      setMedia(field, capture, base)
    case .itunesAuthor, .itunesSummary, .itunesSubtitle, .itunesImage, .itunesCategory, .itunesKeywords:
      setITunes(field, capture, base)
    case .prismDOI, .prismPublicationDate, .prismPublicationName, .prismCoverDate: setPrism(field, capture)
    default: setOther(field, capture, base)
    }
  }

  private mutating func setOther(_ field: FeedField, _ capture: Capture, _ base: String) {
    switch field {
    case .contentEncoded: content = content ?? text(capture)
    case .xhtmlBody, .xhtmlDiv: xhtmlBody = xhtmlBody ?? text(capture)
    case .arxivAnnounceType: announcement = announcement ?? nonEmpty(capture.ownText.trimmed.lowercased())
    case .arxivDOI: if let doi = nonEmpty(capture.ownText.trimmed) { identifiers.append("doi:" + doi) }
    case .excerptEncoded: dcDescription = dcDescription ?? text(capture)
    case .wpStatus: if capture.ownText.trimmed != "publish" { isUnpublished = true }
    case .wpPostType: if Self.isNoArticle(capture.ownText.trimmed) { isUnpublished = true }
    case .wpPostPassword: if !capture.ownText.trimmed.isEmpty { isUnpublished = true }
    case .feedburnerOrigLink: originalLink = originalLink ?? resolve(capture.ownText.trimmed, against: base)
    default: break
    }
  }

  private static let typesOfOthers: Set<String> = [
    "page", "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "user_request",
  ]

  /// Whether WordPress itself uses the type for something else. All other types, such as those of plugins, are articles.
  private static func isNoArticle(_ type: String) -> Bool {
    type.hasPrefix("wp_") || typesOfOthers.contains(type)
  }

  private mutating func setDublinCore(_ field: FeedField, _ capture: Capture) {
    let line = titleText(capture.value, isPlain: false)
    guard !line.isEmpty else { return }
    switch field {
    case .dcTitle: dcTitle = dcTitle ?? text(capture)
    case .dcDescription, .dctermsAbstract: dcDescription = dcDescription ?? text(capture)
    case .dcCreator, .dcAuthor: authors.append(FeedAuthor(written: line))
    case .dcDate: dcDate = dcDate ?? line
    case .dctermsIssued: issued = issued ?? line
    case .dctermsCreated: created = created ?? line
    case .dctermsModified: modified = modified ?? line
    case .dcSubject: categories.append(line)
    case .dcLanguage: language = language ?? line
    case .dcIdentifier: identifiers.append(line)
    default: break
    }
  }

  private mutating func setMedia(_ field: FeedField, _ capture: Capture, _ base: String) {
    let line = titleText(capture.value, isPlain: false)
    switch field {
    case .mediaContent:
      if let found = FeedEnclosure(capture.attributes, base: base) { media.append(found) }
    case .mediaThumbnail:
      if let found = FeedEnclosure(capture.attributes, base: base) { images.append(found.address) }
    case .mediaCategory: if !line.isEmpty { categories.append(line) }
    case .mediaKeywords: addKeywords(line)
    case .mediaDescription: mediaDescription = mediaDescription ?? text(capture)
    case .mediaTitle: mediaTitle = mediaTitle ?? text(capture)
    case .mediaCredit:
      let isAuthor = capture.attributes.value("role")?.lowercased() == "author"
      if isAuthor, !line.isEmpty { authors.append(FeedAuthor(written: line)) }
    default: break
    }
  }

  private mutating func setITunes(_ field: FeedField, _ capture: Capture, _ base: String) {
    let line = titleText(capture.value, isPlain: false)
    switch field {
    case .itunesAuthor: if !line.isEmpty { authors.append(FeedAuthor(written: line)) }
    case .itunesSummary: itunesSummary = itunesSummary ?? text(capture)
    case .itunesSubtitle: mediaDescription = mediaDescription ?? text(capture)
    case .itunesImage: if let found = FeedEnclosure(capture.attributes, base: base) { images.append(found.address) }
    case .itunesCategory: if let name = capture.attributes.value("text") { categories.append(oneLine(name)) }
    case .itunesKeywords: addKeywords(line)
    default: break
    }
  }

  private mutating func setPrism(_ field: FeedField, _ capture: Capture) {
    guard let line = nonEmpty(titleText(capture.value, isPlain: false)) else { return }
    switch field {
    case .prismDOI: identifiers.append("doi:" + line)
    case .prismPublicationDate, .prismCoverDate: prismDate = prismDate ?? line
    case .prismPublicationName: journal = journal ?? line
    default: break
    }
  }

  private mutating func addKeywords(_ line: String) {
    categories += line.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  private func text(_ capture: Capture) -> WrittenText? {
    WrittenText(capture, isAtom: false).flatMap { $0.isBlank ? nil : $0 }
  }
}
