internal import Languages
internal import Model
internal import Templates

/// What all pages of a site have around their content, made once for all of them.
struct PageSurroundings: Sendable {
  /// `site`, `feeds` and `has_feeds`.
  let fields: [String: TemplateValue]
  let note: Result<TemplateValue, TemplateError>
  /// Of all the site's feeds.
  let feedLinks: [FeedLink]
  let styleURL: TemplateValue
  let siteTitle: String
  /// What stands for pages that have no picture of their own.
  let picture: TemplateValue
  private let entries: [(place: PageFrame.Place, label: String, url: String)]

  init(_ site: Site, _ templates: TemplateSet) {
    fields = [
      "site": site.record, "feeds": .list(site.feeds.map { $0.record(in: site) }),
      "has_feeds": .flag(!site.feeds.isEmpty),
    ]
    note = Result { () throws(TemplateError) in
      let note = try site.note("note.html", from: templates)
      return note.isEmpty ? .absent : .html(note)
    }
    feedLinks = site.feeds.flatMap { $0.links(in: site) }
    styleURL = .text(PageStyle(templates).address(on: site))
    siteTitle = site.title
    picture = (site.look.logo ?? site.look.icon).map { .record(["url": .text($0), "alt": .absent]) } ?? .absent
    entries = PageFrame.Place.allCases.filter { $0 != .issues || !site.digests.isEmpty }.map { place in
      (place, site.speech.word(place.word) ?? "", site.address(place.path))
    }
  }

  func menu(current: PageFrame.Place?) -> TemplateValue {
    .list(
      entries.map { entry in
        .record([
          "label": .text(entry.label), "url": .text(entry.url), "is_current": .flag(entry.place == current),
        ])
      })
  }
}

extension PageFrame.Place {
  fileprivate var word: String {
    switch self {
    case .newest: "newest"
    case .topics: "topics"
    case .articles: "all_articles"
    case .issues: "past_issues"
    case .feeds: "subscribe"
    }
  }

  package var path: PagePath {
    switch self {
    case .newest: .index
    case .topics: .topics
    case .articles: .articles
    case .issues: .archive
    case .feeds: .feeds
    }
  }
}
