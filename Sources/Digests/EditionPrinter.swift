internal import Languages
package import Model
internal import Pages
internal import Templates
package import Themes

/// Issue × feeds followed → edition, and issue → its page in the archive.
package struct EditionPrinter: Sendable {
  let site: Site
  let digest: Digest
  private let theme: Theme
  private let related: RelatedArticles

  /// - Parameter related: among what `You may also like` is chosen.
  package init(site: Site, digest: Digest, theme: Theme, related: RelatedArticles = .none) {
    (self.site, self.digest, self.theme, self.related) = (site, digest, theme, related)
  }

  /// What readers get who follow `feeds`; nil if the issue has no news for them. An edition too long for mail programs
  /// is shortened, HTML and text alike.
  ///
  /// Throws a ``TemplateError``, or an ``EditionError`` for an edition that must not be sent.
  package func edition(of issue: Issue, following feeds: [Feed.Name]) throws -> Edition? {
    if let section = issue.sections.first(where: \.articles.isEmpty) { throw EditionError.emptySection(section.feed) }
    let content = EditionContent(issue, following: feeds, site: site)
    guard !content.sections.isEmpty else { return nil }
    let subject = try subject(of: content)
    let mail = EditionMail(content, subject: subject, site: site, theme: theme, related: related)
    let html = try mail.html()
    let edition = Edition(
      feeds: issue.sections.map(\.feed).filter(feeds.contains), subject: subject, html: html.document,
      text: try mail.text(html.shortening))
    try EditionPreflight(edition: edition, publisher: site.publisher, bracesAreText: writesBraces(content)).check()
    return edition
  }

  /// The issue as a page for everybody, with the articles of all its feeds and nothing of any reader (archive.html).
  package func archivePage(of issue: Issue) throws -> String {
    let content = EditionContent(issue, following: issue.sections.map(\.feed), site: site)
    let subject = try subject(of: content)
    var frame = PageFrame(heading: subject, description: content.preheader, canonical: content.archiveURL)
    frame.place = .issues
    var fields = content.fields()
    fields["issue_links"] = .html(IssuePage.linksPlace)
    fields["subject"] = .text(subject)
    return try theme.templates.render("archive.html", frame.record(of: fields, on: site, from: theme.templates))
  }
}

extension EditionPrinter {
  /// Whether `{{` stands in what people wrote and mails show.
  private func writesBraces(_ content: EditionContent) -> Bool {
    let shown = content.articles + related.related(to: content.articles)
    let texts = shown.flatMap { article -> [String] in
      let cited = article.citation
      let perhaps: [String?] = [
        article.image?.alt, article.image?.url, cited?.title, cited?.journal, cited?.published, cited?.link,
      ]
      let always: [String] = [article.title, article.summary, article.body, article.link]
      return always + article.authors + article.topics.map(\.label) + perhaps.compactMap { $0 }
    }
    let settings: [String] = [site.title, site.publisher] + Array(site.words.values) + content.sections.map(\.title)
    return (settings + texts).contains { $0.contains("{{") }
  }

  private func subject(of content: EditionContent) throws -> String {
    let rendered = try theme.templates.renderText(
      digest.subject, from: "subject of digest.\(digest.name)", .record(content.subjectFields))
    let subject = rendered.withoutControls.abridged(to: 250)
    guard !subject.isEmpty else { throw EditionError.emptySubject }
    return subject
  }
}

extension String {
  /// With a space for every control character, so that no subject can hold a line break or a blank.
  fileprivate var withoutControls: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }
}
