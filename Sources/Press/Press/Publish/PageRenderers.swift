internal import Model
internal import Pages
internal import Presentation
internal import Templates

/// The renderers of a site's pages: one for each language in which it has articles.
struct PageRenderers {
  /// In the site's language.
  let main: PageRenderer
  private let others: [String: PageRenderer]

  /// - Parameter empty: the parts of the site without content.
  init(_ view: PublicView, without empty: Set<PageFrame.Place>) {
    let renderer = { (site: Site, templates: TemplateSet) in
      PageRenderer(site: site, templates: templates, emptyPlaces: empty, touchIcon: view.cards.touchIcon)
    }
    main = renderer(view.site, view.templates)
    let tags = Set(view.visible.compactMap(\.article.language) + view.site.feeds.compactMap(\.language))
    let used = view.templatesOfLanguages.filter { tags.contains($0.key) }
    others = Dictionary(uniqueKeysWithValues: used.map { ($0, renderer(view.site.speaking($0), $1)) })
  }

  /// In a language of the site's; otherwise the main one.
  ///
  /// - Parameter language: BCP 47; nil for the site's.
  func speaking(_ language: String?) -> PageRenderer { language.flatMap { others[$0] } ?? main }
}
