internal import Model
internal import Settings

extension UpstreamSettings.Kind {
  /// The kind, from `kind` and its own keys; nil if one of them is missing or wrong, which is reported.
  init?(_ kind: SourceKind, _ section: SettingReader) {
    switch kind {
    case .feed: self = .feed
    case .page: self = .page(section.pageSelectors())
    case .sitemap: self = .sitemap(section.pageSelectors())
    case .arxiv: self = .arxiv
    case .biorxiv, .medrxiv:
      let server = section.choice("server", of: PreprintServer.self)?.rawValue ?? kind.rawValue
      self = .preprints(server: server, category: section.line("category"))
    case .pubmed:
      guard let query = section.required("query", example: #""multiple sclerosis[majr]""#, section.line) else {
        return nil
      }
      self = .pubmed(query: query)
    case .crossref:
      guard let filter = section.required("filter", example: #""issn:1476-5381""#, section.crossrefFilter) else {
        return nil
      }
      self = .crossref(filter: filter)
    }
  }

  /// Whether ``UpstreamSettings/url`` is the base of a programming interface, which several sources may share.
  var isInterface: Bool {
    switch self {
    case .feed, .page, .sitemap, .arxiv: false
    case .pubmed, .preprints, .crossref: true
    }
  }

  private enum PreprintServer: String, CaseIterable { case biorxiv, medrxiv }
}

extension SettingReader {
  /// `url`, or its substitute if that is missing. Nil if the source cannot be asked, which is reported.
  ///
  /// - Parameter kind: nil if it is wrong, so that no URL can be expected.
  func sourceURL(of kind: SourceKind?) -> String? {
    if let interface = kind?.interface {
      guard setting("url") != nil else { return interface }
      return sourceURL("url").map { String($0[...($0.lastIndex { $0 != "/" } ?? $0.startIndex)]) }
    }
    if kind == .arxiv, setting("url") == nil { return arxivFeed() }
    if kind == .arxiv, setting("category") != nil {
      report("category", "`category` has no effect next to `url`; remove one")
    }
    guard kind == nil, setting("url") == nil else {
      return required("url", example: #""https://journal.example.org/feed""#) { sourceURL($0) }
    }
    return nil
  }

  /// The feed of a category: https://info.arxiv.org/help/rss.html.
  private func arxivFeed() -> String? {
    guard let category = required("category", example: #""q-bio.NC""#, line) else { return nil }
    let isArchive = category.wholeMatch(of: /[a-z-]+(\.[A-Za-z-]+)?(\+[a-z-]+(\.[A-Za-z-]+)?)*/) != nil
    if isArchive { return "https://rss.arxiv.org/rss/\(category)" }
    report("category", "`category` must be an archive of arXiv or one of its subjects, for example \"q-bio.NC\"")
    return nil
  }

  /// `NAME:VALUE,NAME:VALUE`: https://github.com/CrossRef/rest-api-doc#filter-names.
  fileprivate func crossrefFilter(_ key: String) -> String? {
    guard let text = line(key) else { return nil }
    if text.wholeMatch(of: /[a-z-]+(\.[a-z-]+)?:[^,\s]+(,[a-z-]+(\.[a-z-]+)?:[^,\s]+)*/) != nil { return text }
    let example = "\"issn:1476-5381,type:journal-article\""
    report(key, "`\(key)` must be names and values of Crossref's filters, for example \(example)")
    return nil
  }
}
