internal import Languages
package import Model
package import Presentation
package import Templates
internal import Text

/// Renders articles, feeds and issues as HTML pages. The output depends only on the arguments: no clock, no files.
package struct PageRenderer: Sendable {
  let site: Site
  private let templates: TemplateSet
  private let surroundings: PageSurroundings
  /// The templates with article.html prepared, since most pages are articles.
  private let articleTemplates: TemplateSet

  /// - Parameter emptyPlaces: the parts of the site without content, to which the menu does not lead.
  package init(site: Site, templates: TemplateSet, emptyPlaces: Set<PageFrame.Place> = []) {
    self.site = site
    self.templates = templates
    surroundings = PageSurroundings(site, templates, without: emptyPlaces)
    articleTemplates = templates.prepared("article.html", for: surroundings.common)
  }

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
  /// The page at `article.page` (article.html).
  ///
  /// - Parameter related: related articles without bodies, best first.
  package func article(_ article: Article, related: [Article] = []) throws(TemplateError) -> String {
    String(decoding: try bytes(of: article, related: related), as: UTF8.self)
  }

  /// The result of ``article(_:related:)``, as UTF-8.
  package func bytes(of article: Article, related: [Article]) throws(TemplateError) -> [UInt8] {
    let description = article.summary.isEmpty ? site.description : article.summary
    var frame = PageFrame(heading: article.title, description: description, canonical: article.link)
    frame.article = article
    frame.linkedData = article.linkedData(in: site)
    guard case .record(var fields) = article.record(in: site) else { return [] }
    let body = PageBody(String(article.bodyAfterUrgent))
    let urgent = article.urgentNotes.map { PageBody(String($0)).html }
    fields["body"] = .html(urgent.isEmpty ? body.html : PageBody(article.body).html)
    fields["body_after_urgent"] = .html(body.html)
    fields["urgent"] = .list(urgent.map { .record(["html": .html($0)]) })
    fields["jump"] = jump(in: body)
    // The image in the body may have a caption, and is where the author put it.
    if article.bodyShowsImage(on: site) { fields["image"] = .absent }
    let contents = body.deservesContents ? body.headings : []
    fields["has_contents"] = .flag(!contents.isEmpty)
    fields["contents"] = .list(
      contents.map { .record(["id": .text($0.id), "heading": .html($0.words)]) })
    let content: TemplateRecord = [
      "article": .record(fields), "has_related": .flag(!related.isEmpty),
      "related": .list(related.map { $0.line(in: site, teaser: 160) }),
    ]
    return try articleTemplates.bytes("article.html", frame.record(of: content, in: surroundings))
  }

  /// The part that says what the finding means for readers; without one, the part on what to keep in mind.
  private func jump(in body: PageBody) -> TemplateValue {
    for (id, word) in [("what-it-means-for-you", "means_for_you"), ("what-to-keep-in-mind", "keep_in_mind")] {
      let words = folded(site.speech.word(word) ?? "")
      guard let heading = body.headings.first(where: { $0.id == id || folded(unescapedHTML($0.words)) == words }) else {
        continue
      }
      return .record(["id": .text(heading.id), "heading": .text(oneLine(unescapedHTML(heading.words)))])
    }
    return .absent
  }

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

/// Letters and digits in lower case, to compare headings.
private func folded(_ words: String) -> String { words.lowercased().filter { $0.isLetter || $0.isNumber } }
