internal import Text
internal import XML

extension ExtensionElements {
  /// - Parameter key: `dc:creator`.
  mutating func set(_ key: String, _ capture: Capture, _ base: String, isItem: Bool) {
    switch key.split(separator: ":").first {
    case "dc", "dcterms": setDublinCore(key, capture)
    case "media": setMedia(key, capture, base)
    case "itunes": setITunes(key, capture, base)
    case "prism": setPrism(key, capture)
    default: setOther(key, capture, base)
    }
  }

  private mutating func setOther(_ key: String, _ capture: Capture, _ base: String) {
    switch key {
    case "content:encoded": content = content ?? text(capture)
    case "xhtml:body", "xhtml:div": xhtmlBody = xhtmlBody ?? text(capture)
    case "arxiv:announce_type": announcement = announcement ?? nonEmpty(capture.ownText.trimmed.lowercased())
    case "arxiv:doi": if let doi = nonEmpty(capture.ownText.trimmed) { identifiers.append("doi:" + doi) }
    case "excerpt:encoded": dcDescription = dcDescription ?? text(capture)
    case "wp:status": if capture.ownText.trimmed != "publish" { isUnpublished = true }
    case "wp:post_type": if Self.isNoArticle(capture.ownText.trimmed) { isUnpublished = true }
    case "wp:post_password": if !capture.ownText.trimmed.isEmpty { isUnpublished = true }
    case "feedburner:origlink": originalLink = originalLink ?? resolve(capture.ownText.trimmed, against: base)
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

  private mutating func setDublinCore(_ key: String, _ capture: Capture) {
    let line = titleText(capture.value, isPlain: false)
    guard !line.isEmpty else { return }
    switch key {
    case "dc:title": dcTitle = dcTitle ?? text(capture)
    case "dc:description", "dcterms:abstract": dcDescription = dcDescription ?? text(capture)
    case "dc:creator", "dc:author": authors.append(FeedAuthor(written: line))
    case "dc:date": dcDate = dcDate ?? line
    case "dcterms:issued": issued = issued ?? line
    case "dcterms:created": created = created ?? line
    case "dcterms:modified": modified = modified ?? line
    case "dc:subject": categories.append(line)
    case "dc:language": language = language ?? line
    case "dc:identifier": identifiers.append(line)
    default: break
    }
  }

  private mutating func setMedia(_ key: String, _ capture: Capture, _ base: String) {
    let line = titleText(capture.value, isPlain: false)
    switch key {
    case "media:content":
      if let found = FeedEnclosure(capture.attributes, base: base) { media.append(found) }
    case "media:thumbnail":
      if let found = FeedEnclosure(capture.attributes, base: base) { images.append(found.address) }
    case "media:category": if !line.isEmpty { categories.append(line) }
    case "media:keywords": addKeywords(line)
    case "media:description": mediaDescription = mediaDescription ?? text(capture)
    case "media:title": mediaTitle = mediaTitle ?? text(capture)
    case "media:credit":
      let isAuthor = capture.attributes.value("role")?.lowercased() == "author"
      if isAuthor, !line.isEmpty { authors.append(FeedAuthor(written: line)) }
    default: break
    }
  }

  private mutating func setITunes(_ key: String, _ capture: Capture, _ base: String) {
    let line = titleText(capture.value, isPlain: false)
    switch key {
    case "itunes:author": if !line.isEmpty { authors.append(FeedAuthor(written: line)) }
    case "itunes:summary": itunesSummary = itunesSummary ?? text(capture)
    case "itunes:subtitle": mediaDescription = mediaDescription ?? text(capture)
    case "itunes:image": if let found = FeedEnclosure(capture.attributes, base: base) { images.append(found.address) }
    case "itunes:category": if let name = capture.attributes.value("text") { categories.append(oneLine(name)) }
    case "itunes:keywords": addKeywords(line)
    default: break
    }
  }

  private mutating func setPrism(_ key: String, _ capture: Capture) {
    guard let line = nonEmpty(titleText(capture.value, isPlain: false)) else { return }
    switch key {
    case "prism:doi": identifiers.append("doi:" + line)
    case "prism:publicationdate", "prism:coverdate": prismDate = prismDate ?? line
    case "prism:publicationname": journal = journal ?? line
    default: break
    }
  }

  private mutating func addKeywords(_ line: String) {
    categories += line.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  private func text(_ capture: Capture) -> WrittenText? {
    WrittenText(capture, isAtom: false).flatMap { $0.value.trimmed.isEmpty ? nil : $0 }
  }
}
