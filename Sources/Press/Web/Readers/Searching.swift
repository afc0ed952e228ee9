internal import Languages
internal import Model
internal import Presentation
internal import Templates
internal import Text

/// `/search?q=…`: the published articles with all words of the query, and the feed of them.
extension FrontDoor {
  /// The maximum number of letters read from a query.
  private static var longest: Int { 200 }
  private static var onAPage: Int { 20 }
  private static var teaser: Int { 200 }

  func search(_ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    let written = String((visit.request.parameters["q"] ?? "").trimmed.prefix(Self.longest))
    var content: TemplateRecord = [
      "action": .text(face.path(.search)), "query": .text(written),
      "lang": TemplateValue(visit.request.parameters["lang"]),
      "has_query": .flag(false), "has_articles": .flag(false), "has_pager": .flag(false),
    ]
    guard let query = SearchQuery(words: searchWords(written)) else {
      return face.html(200, try face.page("web-search.html", heading: face.word("search"), content))
    }
    let found = try await ways.search(query)
    let pages = max(1, (found.count + Self.onAPage - 1) / Self.onAPage)
    let page = min(max(1, visit.request.parameters["page"].flatMap { Int($0) } ?? 1), pages)
    let shown = found.dropFirst((page - 1) * Self.onAPage).prefix(Self.onAPage)
    content["has_query"] = .flag(true)
    content["has_articles"] = .flag(!shown.isEmpty)
    content["count_words"] = face.speech.shown("articles", found.count)
    content["articles"] = .list(shown.map { $0.line(in: face.site, teaser: Self.teaser) })
    content["feed_url"] = .text(feedPath(query, face))
    content["has_pager"] = .flag(pages > 1)
    content["newer_url"] = page > 1 ? .text(place(visit, written, page - 1)) : .absent
    content["older_url"] = page < pages ? .text(place(visit, written, page + 1)) : .absent
    let heading = face.sentence("search_for", ["words": written])
    return face.html(200, try face.page("web-search.html", heading: heading, content))
  }

  func searchFeed(_ written: String, _ format: Feed.Format, _ visit: Visit) async throws -> WebResponse {
    let text = (try? FormFields(urlencoded: Array("q=\(written)".utf8)))?["q"]  // nil: no such page
    guard let query = text.flatMap({ SearchQuery(words: searchWords($0)) }) else { return try visit.face.notFound() }
    let words = path(of: query)
    // One address for each query, so that caches keep it once.
    guard words == written else {
      return WebResponse(308, [.init("Location", visit.face.path(.searchFeed(words: words, format)))])
    }
    let title = visit.house.siteFace.sentence("search_for", ["words": query.words.joined(separator: " ")])
    return cached(try await ways.searchFeed(query, title, format), format, visit)
  }

  private func feedPath(_ query: SearchQuery, _ face: WebFace) -> String {
    face.path(.searchFeed(words: path(of: query), .atom))
  }

  private func path(of query: SearchQuery) -> String { query.words.map(percentEncoded).joined(separator: "+") }

  private func place(_ visit: Visit, _ written: String, _ page: Int) -> String {
    let lang = visit.request.parameters["lang"].map { "&lang=" + percentEncoded($0) } ?? ""
    return visit.face.path(.search, "q=\(percentEncoded(written))&page=\(page)\(lang)")
  }
}
