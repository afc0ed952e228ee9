internal import Cryptography
internal import Model
internal import Presentation

/// Feeds of a reader's choice as one: `/feeds/of/a+b/atom.xml`. It has no token, since its articles are public, and its bytes
/// change only when they do.
extension FrontDoor {
  static var mostFeeds: Int { 20 }

  func ownFeed(_ words: [String], _ format: Feed.Format, _ visit: Visit) async throws -> WebResponse {
    let names = words.compactMap { Feed.Name($0) }
    let known = Set(visit.house.site.publicFeeds.map(\.name))
    guard names.count == words.count, names.count <= Self.mostFeeds, known.isSuperset(of: names) else {
      return try visit.face.notFound()
    }
    let sorted = Set(names).sorted()
    // One address for each choice, so that caches keep it once.
    guard sorted == names else {
      return WebResponse(308, [.init("Location", visit.face.path(.ownFeed(names: sorted.map(\.text), format)))])
    }
    guard let document = try await ways.ownFeed(names, format) else { return try visit.face.notFound() }
    return cached(document, format, visit)
  }

  /// A document that anyone may keep for an hour.
  func cached(_ document: [UInt8], _ format: Feed.Format, _ visit: Visit) -> WebResponse {
    let tag = "\"" + lowercaseHex(sha256(document).prefix(16)) + "\""
    var response = WebResponse(200, [.init("Content-Type", format.mediaType + "; charset=utf-8")], body: document)
    if visit.request.accepts(tag) { response = WebResponse(304) }
    response.set("ETag", tag)
    response.set("Cache-Control", "public, max-age=3600")
    return response
  }
}

extension WebFace {
  /// The page where a reader combines feeds: the checkboxes, and the URLs of the feed of those that are ticked.
  func ownFeedsPage(_ fields: FormFields) -> WebMessage {
    let asked = fields.values("feed")
    let chosen = site.publicFeeds.filter { asked.contains($0.name.text) }.prefix(FrontDoor.mostFeeds)
    var message = WebMessage(word("web_own_feed"), word("web_own_feed_text"))
    if !chosen.isEmpty {
      let names = chosen.map(\.name).sorted().map(\.text)
      var part = WebPart(heading: chosen.map(\.title).joined(separator: word("comma")))
      part.texts = [word("how_to_follow")]
      part.links = Feed.Format.allCases.map { format in
        WebLink(format.name, site.url + "/" + WebRoute.ownFeed(names: names, format).path)
      }
      message.parts.append(part)
    }
    var form = WebForm(to: path(.ownFeeds), word("web_own_feed_button"), "show", "yes", isMain: chosen.isEmpty)
    form.isQuestion = true
    form.legend = word("web_feeds")
    form.options = site.publicFeeds.map { feed in
      WebForm.Option(label: feed.title, name: "feed", value: feed.name.text, isChosen: chosen.contains(feed))
    }
    message.parts.append(WebPart(forms: [form]))
    return message
  }
}

extension Feed.Format {
  fileprivate var name: String {
    switch self {
    case .rss: "RSS"
    case .atom: "Atom"
    case .json: "JSON Feed"
    }
  }
}

extension WebRequest {
  /// Whether the client has the document with this entity tag (RFC 9110 §13.1.2).
  func accepts(_ tag: String) -> Bool {
    let known: [String] = (field("if-none-match") ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
    return known.contains(tag) || known.contains("W/" + tag) || known.contains("*")
  }
}
