internal import Languages
package import Model
internal import Presentation
package import Templates
package import Themes

/// Renders an issue for a set of followed feeds as an edition, and an issue as its page in the archive.
package struct EditionRenderer: Sendable {
  let site: Site
  let digest: Digest
  let theme: Theme
  private let related: RelatedArticles
  /// Whether the digest's theme is not that of the site, whose colours other pages have.
  private let hasOwnTheme: Bool
  private let moved: @Sendable (TemplateError) -> TemplateError

  /// - Parameter related: the candidates for `You may also like`.
  /// - Parameter moved: gives an error in the digest's subject its position in the settings.
  package init(
    site: Site, digest: Digest, theme: Theme, related: RelatedArticles = .none,
    moved: @escaping @Sendable (TemplateError) -> TemplateError = { $0 }
  ) {
    self.site = site.inMails(of: digest)
    hasOwnTheme = digest.theme.map { $0 != site.mail?.theme } ?? false
    self.digest = digest
    self.theme = theme
    self.related = related
    self.moved = moved
  }

  /// The complete edition for readers who follow `feeds`; nil if the issue has no news for them.
  ///
  /// Throws the same errors as ``IssueEditions/edition(following:)``.
  package func edition(of issue: Issue, following feeds: [Feed.Name]) throws -> Edition? {
    try editions(of: issue).edition(following: feeds)?.whole
  }

  /// Shares work between the editions, for an issue with many of them.
  package func editions(of issue: Issue) throws -> IssueEditions {
    try IssueEditions(of: issue, self, theme: theme, related: related)
  }

  /// The issue as a public page, with the articles of all its feeds and no reader's values (archive.html).
  package func archivePage(of issue: Issue) throws -> String {
    let content = EditionContent(issue, following: issue.sections.map(\.feed), site: site)
    let bodies = ShownBodies(theme.templates, digest.shape)
    let records = content.articles.enumerated().map { place, article in
      var fields = mailRecord(of: article, isLead: place == 0, in: site, bodies)
      fields.merge(digest.shape.flags) { $1 }
      if digest.shape == .full { fields["full_body"] = article.fullBody(on: .page) }
      return TemplateValue.record(fields)
    }
    let subject = try subject(of: content, lead: records.first)
    let heading = content.heading
    var frame = PageFrame(heading: heading, description: content.description, canonical: content.archiveURL)
    frame.place = .issues
    if hasOwnTheme { frame.colours = theme.pageColours.replacing }
    frame.hasPlaceForImage = true
    frame.linkedData = site.linkedData(
      ofList: heading, at: content.archiveURL, description: content.description,
      items: content.articles.map { (name: $0.title, url: $0.link) })
    var fields = content.fields { records[$0] }.merging(issue.record(in: site)) { $1 }
    fields["intro"] = issue.intro.map { .html($0.withoutIDs) } ?? .absent
    fields["intro_dir"] = TemplateValue(issue.intro?.direction(usual: site.speech.direction).rawValue)
    if issue.intro != nil, !theme.templates.showIntro(in: "archive.html") { throw EditionError.noIntro("archive.html") }
    fields["sponsor"] = try sponsor(of: issue, in: ["archive.html"])
    fields.merge(try attachmentFields(of: issue, in: ["archive.html"])) { $1 }
    fields["issue_links"] = .html(IssuePage.linksPlace)
    fields.merge(site.speech.standalone("subject", subject)) { $1 }
    return try theme.templates.render("archive.html", frame.record(of: fields, on: site, from: theme.templates))
  }
}

extension EditionRenderer {
  /// - Parameter lead: the first article.
  func subject(of content: EditionContent, lead: TemplateValue?) throws -> String {
    let rendered: String
    do throws(TemplateError) {
      let fields = TemplateValue.record(content.subjectFields(lead: lead))
      rendered = try theme.templates.renderText(digest.subject, from: "subject of digest.\(digest.name)", fields)
    } catch {
      throw moved(error)
    }
    let subject = rendered.withoutControls.withoutOuterIsolate.abridged(to: maxSubjectLength)
    guard !subject.isEmpty else { throw EditionError.emptySubject }
    return subject
  }
}

extension String {
  /// A value that is the whole subject is not next to anything.
  fileprivate var withoutOuterIsolate: String {
    let inner = unicodeScalars.dropFirst().dropLast()
    guard unicodeScalars.first == "\u{2068}", unicodeScalars.last == "\u{2069}",
      !inner.contains(where: { (0x2066...0x2069).contains($0.value) })
    else { return self }
    return String(inner)
  }

  /// Replaces every control character with a space, so that no subject can contain a line break or a blank.
  fileprivate var withoutControls: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }
}
