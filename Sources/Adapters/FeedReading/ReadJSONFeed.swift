internal import Text
internal import Time
internal import XML

/// Reads JSON Feed 1.0 and 1.1, item by item.
func readJSONFeed(_ bytes: [UInt8], _ context: FeedContext) throws(FeedFailure) -> FeedDocument {
  var reader = JSONFeedReader(bytes)
  reader.read()
  guard reader.hasItems || reader.head["version"]?.text?.contains("jsonfeed") == true else {
    throw reader.isBroken ? .brokenJSON(line: reader.scanner.line) : .noJSONFeed
  }
  return reader.adapted(context)
}

private struct JSONFeedReader {
  private static let mostItems = 10_000
  private static let keys: Set<String> = [
    "version", "title", "description", "home_page_url", "feed_url", "language", "author", "authors",
  ]

  var scanner: JSONScanner
  var head: [String: JSONValue] = [:]
  var items: [JSONFeedItem] = []
  var hasItems = false
  var isBroken = false

  init(_ bytes: [UInt8]) { scanner = JSONScanner(bytes) }

  mutating func read() {
    do {
      try readMembers()
    } catch {
      isBroken = true
    }
  }

  private mutating func readMembers() throws(JSONScanner.Broken) {
    guard scanner.take("{") else { throw JSONScanner.Broken() }
    while !scanner.take("}") {
      let key = try scanner.string()
      guard scanner.take(":") else { throw JSONScanner.Broken() }
      if key == "items", scanner.take("[") {
        try readItems()
      } else if Self.keys.contains(key), head[key] == nil {
        head[key] = try scanner.value()
      } else {
        try scanner.skipValue()
      }
      _ = scanner.take(",")
    }
  }

  private mutating func readItems() throws(JSONScanner.Broken) {
    hasItems = true
    while !scanner.take("]") {
      if items.count < Self.mostItems {
        items.append(JSONFeedItem(try scanner.value(keeping: JSONFeedItem.keys)))
      } else {
        try scanner.skipValue()
      }
      _ = scanner.take(",")
    }
  }
}

// MARK: - The one way from JSON Feed

extension JSONFeedReader {
  func adapted(_ context: FeedContext) -> FeedDocument {
    let version = head["version"]?.text?.split(separator: "/").last.map(String.init) ?? ""
    var document = FeedDocument(.json(version))
    document.title = titleText(head["title"]?.text ?? "", isPlain: true)
    document.subtitle = oneLine(head["description"]?.text ?? "")
    document.home = head["home_page_url"]?.text.flatMap { webAddress($0, context.base) }
    document.address = head["feed_url"]?.text.flatMap { webAddress($0, context.base) }
    document.language = head["language"]?.text.flatMap(nonEmpty)
    document.authors = JSONFeedAuthor.all(in: .object(head)).map { $0.adapted(context.base) }.distinct
    let dates = FeedDates(context, of: items.flatMap { [$0.published, $0.updated].compactMap(\.self) })
    document.items = items.map { $0.adapted(to: document, context, dates) }
    if isBroken {
      document.isComplete = false
      let sentence = "from here on it is not JSON; only the complete items before are read"
      document.remarks.append(FeedRemark(line: scanner.line, sentence: sentence))
    }
    return document
  }
}

extension JSONFeedItem {
  fileprivate func adapted(to document: FeedDocument, _ context: FeedContext, _ dates: FeedDates) -> FeedItem {
    var item = FeedItem()
    item.id = id.flatMap { nonEmpty($0.trimmed) }
    item.link = [address, externalAddress].lazy.compactMap(\.self).compactMap { webAddress($0, context.base) }.first
    item.published = dates.instant(published) ?? dates.instant(updated)
    item.updated = dates.instant(updated)
    if item.published == nil { item.unreadableDate = published }
    let base = item.link ?? document.home ?? context.base
    let written = [html.map { FeedText(.html, $0, base: base) }, text.map { FeedText(.plain, $0, base: base) }]
    item.body = written.lazy.compactMap(\.self).first { !$0.value.trimmed.isEmpty }
    item.summary = summary.flatMap { nonEmpty($0.trimmed) }.map { FeedText(.plain, $0, base: base) }
    item.authors = authors.map { $0.adapted(base) }.distinct
    if item.authors.isEmpty { item.authors = document.authors }
    item.categories = tags.map { titleText($0, isPlain: true) }.filter { !$0.isEmpty }
    item.image = image.flatMap { webAddress($0, base) }
    item.enclosures = attachments.compactMap { file in
      webAddress(file.address, base).map {
        FeedEnclosure(address: $0, type: file.type, length: file.length, title: file.title)
      }
    }
    item.setTitle([title.map { WrittenText(kind: .plain, value: $0) }])
    return item
  }
}

extension JSONFeedAuthor {
  fileprivate func adapted(_ base: String) -> FeedAuthor {
    var author = FeedAuthor(written: oneLine(name))
    author.address = address.flatMap { webAddress($0, base) }
    return author
  }
}

private func webAddress(_ written: String, _ base: String) -> String? {
  resolve(written, against: base).flatMap { isWebAddress($0) ? $0 : nil }
}
