internal import Languages
package import Model
package import Templates
internal import Time

/// A page without its content: the data for its head, and its position in the menu.
package struct PageFrame: Sendable {
  /// The part of the site that a page belongs to, as in the menu.
  package enum Place: CaseIterable, Sendable { case newest, topics, articles, issues, feeds }

  /// The page's title without the site's.
  private let heading: String
  private let description: String
  /// The canonical URL of the content, absolute; nil for a page without one.
  private let canonical: String?
  package var place: Place?
  /// Whether the menu entry of `place` leads to this page.
  package var isHeadOfPlace = false
  /// Excluded from search engines.
  package var isHidden = false
  package var linkedData: LinkedData?
  /// Feeds of this page only, listed before those of the site.
  package var ownFeeds: [FeedLink] = []
  /// The feeds that this page is about; readers who sign up here ask for them. Empty for all.
  package var about: [Feed.Name] = []
  /// The page's article in all languages in which the site has it; empty if it is in one only.
  package var translations: [Translation] = []
  /// Set only for the page of an article.
  package var article: Article?
  /// The card drawn for this page.
  package var card: PagePicture?
  /// Whether the menu may lead to this page, although it is in no place.
  package var isStanding = false
  /// A style sheet with colours that replace those of other pages.
  package var colours: String?
  /// Whether the page is frozen before its card is known.
  package var hasPlaceForImage = false

  package init(heading: String, description: String = "", canonical: String?) {
    self.heading = heading
    self.description = description.abridged(to: 160)
    self.canonical = canonical
  }

  /// The context of a page: `site`, `feeds`, `note`, `menu`, `alternates`, `page`, and the page's `content`.
  package func record(
    of content: TemplateRecord, on site: Site, from templates: TemplateSet
  ) throws(TemplateError) -> TemplateValue {
    try record(of: content, in: PageSurroundings(site, templates))
  }

  package func record(
    of content: TemplateRecord, in surroundings: PageSurroundings
  ) throws(TemplateError) -> TemplateValue {
    var fields = surroundings.fields
    fields["note"] = try surroundings.note.get()
    if isHeadOfPlace { fields["menu"] = surroundings.menu(current: place) }
    if isStanding, let canonical { fields["menu"] = surroundings.menu(at: canonical) }
    if !ownFeeds.isEmpty {
      let own = Set(ownFeeds.map(\.url))
      fields["alternates"] = .list(
        ownFeeds.map(\.record) + surroundings.feedLinks.filter { !own.contains($0.url) }.map(\.record))
    }
    fields["page"] = page(in: surroundings)
    return .record(fields.merging(content) { $1 })
  }
}

extension PageFrame {
  /// The author's image takes precedence over a card.
  private var picture: PagePicture? {
    article?.image.map { PagePicture(url: $0.url, alt: $0.alt) } ?? card
  }

  private func page(in surroundings: PageSurroundings) -> TemplateValue {
    let isHome = place == .newest && isHeadOfPlace
    let siteTitle = surroundings.siteTitle
    let whole = [heading, siteTitle].map(surroundings.isolated).joined(separator: " – ")
    return .record([
      "title": .text(isHome ? siteTitle : whole),
      "heading": .text(isHome ? siteTitle : heading),
      "description": TemplateValue(description),
      "canonical": TemplateValue(canonical),
      "translations": .list(translations.map(\.record)),
      "is_home": .flag(isHome),
      "about": .list(about.map { .record(["name": .text($0.text)]) }),
      "is_hidden": .flag(isHidden),
      "kind": .text(article == nil ? "website" : "article"),
      "published": TemplateValue(article?.published.rfc3339),
      "modified": TemplateValue(article?.lastChanged.rfc3339),
      "image": picture?.record ?? surroundings.picture,
      "card": .text(PagePicture.cardType(picture)),
      "image_place": hasPlaceForImage ? .html(IssuePage.imagePlace) : .absent,
      "touch_icon": surroundings.touchIcon,
      "linked_data": linkedData.map { .html($0.document) } ?? .absent,
      "style_url": surroundings.styleURL,
      "colours": colours.map { .html($0) } ?? .absent,
      "icon_url": surroundings.iconURL,
      "dated": article.map { surroundings.dated($0) } ?? .absent,
    ])
  }
}

/// The URL of a feed document, for `<link rel="alternate">`.
package struct FeedLink: Hashable, Sendable {
  package let title: String
  /// `RSS`, `Atom` or `JSON Feed`.
  package let label: String
  package let mediaType: String
  package let url: String

  package init(title: String, format: Feed.Format, url: String) {
    self.title = title
    self.url = url
    label = format.label
    mediaType = format.mediaType
  }

  package var record: TemplateValue {
    .record([
      "title": .text(title), "label": .text(label), "media_type": .text(mediaType), "url": .text(url),
    ])
  }
}

extension Feed.Format {
  /// The format's usual name, the same in every language.
  var label: String {
    switch self {
    case .rss: "RSS"
    case .atom: "Atom"
    case .json: "JSON Feed"
    }
  }
}
