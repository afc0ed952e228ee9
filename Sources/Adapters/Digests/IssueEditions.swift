internal import Languages
package import Model
internal import Presentation
internal import Templates
internal import Themes

/// The editions of one issue, one after another; shared parts are rendered once.
package final class IssueEditions {
  private let issue: Issue
  private let renderer: EditionRenderer
  private let theme: Theme
  private let related: RelatedArticles
  private let cells: IssueCells
  /// The fields that all editions share.
  private let fields: TemplateRecord
  private let notes: (html: TemplateValue, text: TemplateValue)
  private let intro: MailIntro
  private let minutes: [Article.ID: Int]
  /// Templates hide the link to unsubscribe in all editions or in none.
  private var hasSeenLink = false

  /// Throws if the site's note cannot be rendered.
  init(of issue: Issue, _ renderer: EditionRenderer, theme: Theme, related: RelatedArticles) throws {
    self.issue = issue
    self.renderer = renderer
    self.theme = theme
    self.related = related
    let site = renderer.site
    var shared = issue.record(in: site)
    shared["site"] = site.record
    shared["theme"] = theme.record(style: FrozenEdition.Cell.placeholder(IssueCells.style))
    shared["reply_to"] = TemplateValue(site.mail?.replyTo?.address.description)
    for blank in Edition.Blank.allCases { shared[blank.rawValue] = .text(blank.token) }
    if site.web == nil { shared["preferences_url"] = .absent }
    shared["sponsor"] = try renderer.sponsor(of: issue, in: ["digest.html", "digest.text"])
    shared.merge(try renderer.attachmentFields(of: issue, in: ["digest.html", "digest.text"])) { $1 }
    fields = shared
    minutes = EditionOverview.readingMinutes(of: issue, in: site)
    intro = try MailIntro(issue.intro, theme.templates, usual: site.speech.direction)
    cells = IssueCells(
      site: site, theme: theme, shape: renderer.digest.shape, shared: shared, links: LinkTags(of: issue, in: site))
    let html = try site.note("note.html", from: theme.templates)
    notes = (html.isEmpty ? .absent : .html(html), TemplateValue(try site.note("note.text", from: theme.templates)))
  }

  /// The edition for readers who follow `feeds`; nil if the issue has no news for them. An edition too long for mail
  /// clients is shortened, both HTML and text.
  ///
  /// Throws a ``TemplateError``, or an ``EditionError`` for an edition that must not be sent.
  package func edition(following feeds: [Feed.Name]) throws -> FrozenEdition? {
    if let section = issue.sections.first(where: \.articles.isEmpty) { throw EditionError.emptySection(section.feed) }
    let content = EditionContent(issue, following: feeds, site: renderer.site, minutes: minutes)
    guard let first = content.articles.first else { return nil }
    let subject = try renderer.subject(of: content, lead: .record(cells.whole(first, isLead: true)))
    let others = try related.related(to: content.articles)
    let mail = EditionMail(
      content, fields.merging(["subject": .text(subject)]) { $1 }, intro: intro,
      related: others.map { .record(cells.whole($0, isLead: false)) }, theme: theme, cells: cells)
    let html = try mail.html(note: notes.html)
    let text = try mail.text(html.shortening, note: notes.text)
    try check(html.document, text)
    return FrozenEdition(
      feeds: issue.sections.map(\.feed).filter(Set(feeds).contains), subject: subject, html: html.document.text,
      text: text.text, cells: html.document.cells + text.cells)
  }

  private func check(_ html: EditionDocument, _ text: EditionDocument) throws {
    do throws(EditionError) {
      try EditionPreflight(html: html, text: text, publisher: renderer.site.publisher).check()
    } catch {
      throw error.located(in: theme.templates) ?? error
    }
    if hasSeenLink { return }
    let link = UnsubscribeLink(token: Edition.Blank.unsubscribeURL.token, in: html.text, of: theme)
    if let hidden = link.concealment { throw hidden }
    hasSeenLink = true
  }
}
