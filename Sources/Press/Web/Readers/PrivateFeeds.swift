internal import Cryptography
internal import Languages
internal import Model
internal import Presentation
internal import Time

/// Private feeds: each reader who follows one reads it at `/feeds/for/TOKEN/NAME/`. The address comes to them only in a letter, so
/// the weak token of an email never leads to it.
extension FrontDoor {
  /// Whatever is wrong with the address, the ledger is asked the same questions, and the answer is the same.
  func privateFeed(
    _ token: String, _ name: String, _ format: Feed.Format, _ visit: Visit
  ) async throws -> WebResponse {
    let (follows, document) = try await look { desk in
      let follows = try desk.follows(ofFeedToken: token)
      return (follows, try Feed.Name(name).flatMap { try desk.privateDocument(of: $0, format) })
    }
    let site = visit.house.site
    if !follows.isEmpty, let feed = site.publicFeeds.first(where: { $0.name.text == name }),
      feed.formats.contains(format)
    {
      return WebResponse(301, [.init("Location", site.address(feed.path(format)))]).ofPrivateFeed
    }
    guard site.privateFeeds(for: follows).contains(where: { $0.name.text == name }), let document,
      let changed = document.changed
    else { return try visit.face.notFound().ofPrivateFeed }
    let bytes = document.bytes(for: token.lowercased())
    let tag = "\"" + lowercaseHex(sha256(bytes).prefix(16)) + "\""
    var response = WebResponse(200, [.init("Content-Type", format.mediaType + "; charset=utf-8")], body: bytes)
    if visit.request.has(tag, changed: changed) { response = WebResponse(304) }
    response.set("ETag", tag)
    response.set("Last-Modified", changed.httpDate)
    // Asked again each time, so that a revoked address stops at once.
    response.set("Cache-Control", "private, no-cache")
    return response.ofPrivateFeed
  }

  /// The letter goes to the reader's address, since anyone may hold the token of this page.
  func sendPrivateFeeds(_ token: String, _ visit: Visit) async throws -> WebResponse {
    guard let account = try await look({ try $0.account(of: token) }) else {
      return try await withoutReader(token, visit)
    }
    guard !visit.house.site.privateFeeds(for: account.confirmed).isEmpty else {
      return .see(visit.face.path(.preferences(token)))
    }
    try await record(.privateFeeds, from: account.address, visit, in: visit.face(of: account).site.language)
    return .see(visit.face.path(.preferences(token), "feeds"))
  }
}

extension WebFace {
  /// Offers the addresses of a reader's private feeds; nil if they follow none.
  func privateFeedsPart(_ token: String, _ account: ReaderAccount) -> WebPart? {
    let feeds = site.privateFeeds(for: account.confirmed)
    if feeds.isEmpty { return nil }
    var part = WebPart(heading: word("web_private_feeds"), texts: [word("web_private_feeds_text")])
    part.items = feeds.map { speech.isolated($0.title) }
    part.forms = [
      WebForm(to: path(.preferences(token)), word("web_private_feeds_button"), "do", "private-feeds")
    ]
    return part
  }
}

extension WebResponse {
  /// No page that a feed leads to learns its address, as browsers would otherwise tell it.
  fileprivate var ofPrivateFeed: WebResponse {
    var response = self
    response.set("Referrer-Policy", "no-referrer")
    return response
  }
}

extension WebRequest {
  /// Whether the client has the current document (RFC 9110 §13.2.2).
  fileprivate func has(_ tag: String, changed: Instant) -> Bool {
    if field("if-none-match") != nil { return accepts(tag) }
    guard let date = field("if-modified-since"), let known = WrittenDate(ofFeed: date)?.instant(in: .utc) else {
      return false
    }
    return changed <= known
  }
}

extension Instant {
  /// RFC 9110 §5.6.7: `Mon, 23 Nov 2026 07:00:00 GMT`.
  fileprivate var httpDate: String { rfc5322().replacing("+0000", with: "GMT") }
}
