internal import Model
internal import Text

/// Where the articles of a source are read on the operator's own site.
struct ArticleLinks: Sendable {
  /// The URL in front of a path such as `/2026/mogad/`, without `/` at the end.
  let home: String
  let generator: SiteGenerator?
  /// For an article in a section of Hugo; Jekyll has one for all. Nil: Hugo's default, the path of the file.
  let template: @Sendable (_ section: String) -> LinkTemplate?

  /// Nil if the source's articles have pages of Courant.
  ///
  /// - Parameter generated: the permalink settings of the source's generator, if it has one.
  init?(_ settings: SourceSettings, _ generated: GeneratorSite?) {
    generator = settings.generator
    if let link = settings.link {
      // Templates were checked when the settings were read.
      guard let template = try? LinkTemplate(link), let url = WebURL(link) else { return nil }
      home = "\(url.scheme)://\(url.host)" + (generated?.root ?? "")
      self.template = { _ in template }
    } else {
      guard let generated, let url = generated.url else { return nil }
      home = url + generated.root
      template = generated.template(ofSection:)
    }
  }

  /// The absolute URL; nil if the article's values make none.
  func link(of article: LinkValues) -> String? {
    let own = article.permalink.map { written in
      generator == .hugo ? written : (try? LinkTemplate(written))?.filled(article.value) ?? written
    }
    let made = own ?? template(article.section)?.filled(article.value) ?? "/" + article.hugoPath
    let url = isWebAddress(made) ? made : home + (made.hasPrefix("/") ? "" : "/") + made
    return resolve(url, against: home)
  }
}
