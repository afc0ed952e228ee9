internal import Languages
package import Model
internal import Pages
package import Templates

/// Issue × feeds followed → edition, and issue → its page in the archive.
package struct EditionPrinter: Sendable {
  let site: Site
  let digest: Digest
  private let templates: TemplateSet

  package init(site: Site, digest: Digest, templates: TemplateSet) {
    (self.site, self.digest, self.templates) = (site, digest, templates)
  }

  /// What readers get who follow `feeds`; nil if the issue has no news for them.
  ///
  /// Throws a ``TemplateError``, or an ``EditionError`` for an edition that must not be sent.
  package func edition(of issue: Issue, following feeds: [Feed.Name]) throws -> Edition? {
    if let section = issue.sections.first(where: \.articles.isEmpty) { throw EditionError.emptySection(section.feed) }
    let content = EditionContent(issue, following: feeds, site: site)
    guard !content.sections.isEmpty else { return nil }
    let subject = try subject(of: content)
    let edition = Edition(
      feeds: issue.sections.map(\.feed).filter(feeds.contains), subject: subject,
      html: try templates.render("digest.html", mail(content, subject, note: htmlNote())),
      text: wrapped(try templates.render("digest.text", mail(content, subject, note: textNote()))))
    try EditionPreflight(edition: edition, publisher: site.publisher).check()
    return edition
  }

  /// The issue as a page for everybody, with the articles of all its feeds and nothing of any reader (archive.html).
  package func archivePage(of issue: Issue) throws -> String {
    let content = EditionContent(issue, following: issue.sections.map(\.feed), site: site)
    let subject = try subject(of: content)
    let frame = PageFrame(
      title: "\(subject) – \(site.title)", description: content.preheader, canonical: content.archiveURL)
    var fields = content.fields
    fields["subject"] = .text(subject)
    return try templates.render("archive.html", frame.record(of: fields, on: site, from: templates))
  }
}

extension EditionPrinter {
  private func subject(of content: EditionContent) throws -> String {
    let rendered = try templates.renderText(
      digest.subject, from: "subject of digest.\(digest.name)", .record(content.subjectFields))
    let subject = rendered.withoutControls.abridged(to: 250)
    guard !subject.isEmpty else { throw EditionError.emptySubject }
    return subject
  }

  private func mail(_ content: EditionContent, _ subject: String, note: TemplateValue) -> TemplateValue {
    var fields = content.fields
    fields["site"] = site.record
    fields["subject"] = .text(subject)
    fields["note"] = note
    for blank in Edition.Blank.allCases { fields[blank.rawValue] = .text(blank.token) }
    return .record(fields)
  }

  private func htmlNote() throws -> TemplateValue {
    let note = try site.note("note.html", from: templates)
    return note.isEmpty ? .absent : .html(note)
  }

  private func textNote() throws -> TemplateValue { TemplateValue(try site.note("note.text", from: templates)) }
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
