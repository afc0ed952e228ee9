internal import Languages
package import Model
package import Templates
internal import Time

/// The parts around the content that all pages of a site share, built once for all of them.
package struct PageSurroundings: Sendable {
  /// `site`, `feeds` and `has_feeds`, and the `menu` and `alternates` of most pages.
  package let fields: TemplateRecord
  package let note: Result<TemplateValue, TemplateError>
  /// Links to the feeds that the head of every page names.
  package let feedLinks: [FeedLink]
  package let styleURL: TemplateValue
  /// The icon of browser tabs.
  package let iconURL: TemplateValue
  package let siteTitle: String
  /// The image of pages that have none.
  package let picture: TemplateValue
  /// The URL of the icon for phones' home screens.
  package var touchIcon = TemplateValue.absent
  private let entries: [Entry]
  private let language: Language
  private let zone: Zone

  private struct Entry {
    /// Nil for a page that is not an article.
    let place: PageFrame.Place?
    let label: TemplateValue
    let url: String
  }

  /// - Parameter empty: the places that the menu leaves out.
  package init(_ site: Site, _ templates: TemplateSet, without empty: Set<PageFrame.Place> = []) {
    note = Result { () throws(TemplateError) in
      let note = try site.note("note.html", from: templates)
      return note.isEmpty ? .absent : .html(note)
    }
    let feedLinks = Self.linked(site.publicFeeds).flatMap { $0.links(in: site) }
    self.feedLinks = feedLinks
    styleURL = .text(PageStyle(templates, hasForms: site.web != nil).address(on: site))
    siteTitle = site.title
    language = site.speech
    zone = site.zone
    picture = (site.look.logo ?? site.look.icon).map { PagePicture(url: $0, alt: "").record } ?? .absent
    let absent = site.digests.isEmpty ? empty.union([.issues]) : empty
    let places = PageFrame.Place.allCases.filter { !absent.contains($0) }.map { place in
      Entry(place: place, label: site.speech.shown(word: place.word), url: site.address(place.path))
    }
    let pages = site.menu.map { page in
      Entry(place: nil, label: .text(page.title), url: site.address(PagePath.standing(page)))
    }
    // The last place is the way to follow the site.
    let entries = Array(places.dropLast()) + pages + places.suffix(1)
    self.entries = entries
    iconURL = .text(site.look.favicon ?? site.look.icon ?? site.address(SiteIcon.path))
    fields = [
      "site": site.record, "feeds": .list(site.publicFeeds.map { $0.record(in: site) }),
      "has_feeds": .flag(!site.publicFeeds.isEmpty), "menu": Self.menu(entries) { _ in false },
      "alternates": .list(feedLinks.map(\.record)),
      "pages": .list(site.footer.map { $0.record(in: site) }), "has_pages": .flag(!site.footer.isEmpty),
    ]
  }

  private static let mostLinked = 24

  /// Links to a thousand feeds would make every page half a megabyte long. The page of feeds has all of them.
  private static func linked(_ feeds: [Feed]) -> [Feed] {
    if feeds.count <= mostLinked { return feeds }
    let whole = feeds.filter(\.takesEverything)
    return Array((whole.isEmpty ? feeds : whole).prefix(mostLinked))
  }

  /// The fields common to the outermost records of all article pages.
  package var common: TemplateRecord {
    var common = fields
    // An error in the note is reported when the page is rendered.
    if case .success(let note) = note { common["note"] = note }
    return common
  }

  /// A string to be put next to others in plain text.
  func isolated(_ text: String) -> String { language.isolated(text) }

  /// The day of an article's last change.
  func dated(_ article: Article) -> TemplateValue { language.shown(language.date(zone.civil(at: article.lastChanged))) }

  func menu(current: PageFrame.Place?) -> TemplateValue {
    Self.menu(entries) { $0.place != nil && $0.place == current }
  }

  /// - Parameter url: of the page, which may be in the menu.
  func menu(at url: String) -> TemplateValue { Self.menu(entries) { $0.url == url } }

  private static func menu(_ entries: [Entry], isCurrent: (Entry) -> Bool) -> TemplateValue {
    .list(
      entries.map { entry in
        .record([
          "label": entry.label, "url": .text(entry.url), "is_current": .flag(isCurrent(entry)),
          "is_home": .flag(entry.place == .newest), "is_follow": .flag(entry.place == .feeds),
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
