internal import Languages
package import Model
package import Presentation
package import Templates
internal import Text

/// Renders articles, feeds and issues as HTML pages. The output depends only on the arguments: no clock, no files.
///
/// A class, so that the many files that wait to be rendered share it.
package final class PageRenderer: Sendable {
  let site: Site
  private let templates: TemplateSet
  let surroundings: PageSurroundings
  /// Those that pages about their topics name.
  let topicalFeeds: FeedIndex
  /// article.html.
  private let usual: ArticleTemplate
  /// The site's own templates of whole pages, by ``PageLayout/name``.
  private let layouts: [String: ArticleTemplate]

  /// - Parameters:
  ///   - emptyPlaces: the parts of the site without content, to which the menu does not lead.
  ///   - touchIcon: the path of the icon for phones' home screens, if there is one.
  package init(
    site: Site, templates: TemplateSet, emptyPlaces: Set<PageFrame.Place> = [], touchIcon: String? = nil
  ) {
    self.site = site
    self.templates = templates
    topicalFeeds = FeedIndex(site.topicalFeeds)
    var surroundings = PageSurroundings(site, templates, without: emptyPlaces)
    surroundings.touchIcon = TemplateValue(touchIcon.map { site.address($0) })
    self.surroundings = surroundings
    let glossary = Glossary(site.glossary)
    let common = surroundings.common
    usual = ArticleTemplate("article.html", of: templates, common, glossary)
    let own = templates.own(in: PageLayout.folder).compactMap { PageLayout(template: $0) }
    layouts = Dictionary(
      uniqueKeysWithValues: own.map { ($0.name, ArticleTemplate($0.template, of: templates, common, glossary)) })
  }

  /// The template of an article's page, or of a page that is not an article.
  ///
  /// - Parameter layout: the name of one, which may be another generator's.
  func template(of layout: String?) -> ArticleTemplate { ownTemplate(of: layout) ?? usual }

  /// Nil for the usual one.
  func ownTemplate(of layout: String?) -> ArticleTemplate? { layout.flatMap { layouts[$0] } }

  /// The names of the site's own templates of whole pages, sorted.
  package var layoutNames: [String] { layouts.keys.sorted() }

  /// How many articles a page shows.
  package enum Limits {
    package static let frontPage = 17
    /// Of these, the first ones are shown with their takeaways, the others as lines.
    static let frontPageCards = 5
    /// In characters; one line of it is seen.
    static let frontPageTeaser = 110
    package static let frontPageTopics = 16
    package static let frontPageIssues = 5
    package static let feedPage = 10
    /// How many of the newest issues have titles in the list of issues.
    package static let issuesWithTitles = 50
    /// Shown below the list of years.
    package static let yearsPage = 30
    /// The first page of a topic, and of a year, may show up to twice as many; see ``Paging``.
    package static let topicPage = 50
    package static let yearPage = 500
  }

  func render(
    _ template: String, _ frame: PageFrame, _ content: TemplateRecord
  ) throws(TemplateError) -> String {
    String(decoding: try bytes(template, frame, content), as: UTF8.self)
  }

  func bytes(
    _ template: String, _ frame: PageFrame, _ content: TemplateRecord
  ) throws(TemplateError) -> [UInt8] {
    try templates.bytes(template, frame.record(of: content, in: surroundings))
  }

  func render(_ template: String, _ content: TemplateRecord) throws(TemplateError) -> String {
    try templates.render(template, .record(surroundings.fields.merging(content) { $1 }))
  }
}

extension PageRenderer {
  /// The page that replaces an article withdrawn by its publisher (withdrawn.html).
  ///
  /// - Parameter topics: the article's topics that have a page.
  package func withdrawn(topics: [Topic]) throws(TemplateError) -> String {
    let frame = hidden("withdrawn")
    return try render(
      "withdrawn.html", frame,
      ["has_topics": .flag(!topics.isEmpty), "topics": .list(topics.map { $0.record(in: site) })])
  }

  /// The page that replaces that of a feed that no longer exists, or of a topic that had one (ended.html).
  package func ended(feed title: String) throws(TemplateError) -> String {
    var frame = PageFrame(heading: site.speech.sentence("feed_ended", ["title": title]) ?? "", canonical: nil)
    frame.isHidden = true
    return try render("ended.html", frame, [:])
  }

  /// The page that a web server returns for a URL that does not exist (not-found.html).
  package func notFound() throws(TemplateError) -> String {
    try render("not-found.html", hidden("not_found"), [:])
  }

  /// The frame of a page without a canonical URL; phrases in the site's language give its title and description.
  private func hidden(_ word: String) -> PageFrame {
    let words = [word + "_title", word].map(site.speech.framedWord)
    var frame = PageFrame(heading: words[0], description: words[1], canonical: nil)
    frame.isHidden = true
    return frame
  }
}
