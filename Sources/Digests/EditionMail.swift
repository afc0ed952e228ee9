internal import Model
internal import Pages
internal import Templates
internal import Themes

/// The two parts of an edition's mail, as far as they are the same for all of its readers.
struct EditionMail {
  private let content: EditionContent
  private let site: Site
  private let theme: Theme
  /// What all measures of shortening have in common.
  private let fields: [String: TemplateValue]
  private let related: [TemplateValue]

  init(_ content: EditionContent, subject: String, site: Site, theme: Theme, related: RelatedArticles) {
    (self.content, self.site, self.theme) = (content, site, theme)
    self.related = related.related(to: content.articles).map { .record(mailRecord(of: $0, isLead: false, in: site)) }
    var fields: [String: TemplateValue] = [
      "site": site.record, "theme": theme.record, "subject": .text(subject), "preferences_url": .absent,
    ]
    for blank in Edition.Blank.allCases { fields[blank.rawValue] = .text(blank.token) }
    self.fields = fields
  }

  /// digest.html, shortened as little as it takes to stay well below the limit of mail programs.
  func html() throws -> (document: String, shortening: Shortening) {
    let note = try site.note("note.html", from: theme.templates)
    var document = ""
    var printed: Shortening?
    let print = { (shortening: Shortening) throws in
      let values = values(shortening, note: note.isEmpty ? .absent : .html(note))
      document = theme.inlined(try theme.templates.render("digest.html", values))
      printed = shortening
    }
    let shortening = try Shortening.least(articles: content.articles.count) {
      try print($0)
      return EditionPreflight.bytes(of: document) <= EditionPreflight.comfortableHTMLBytes
    }
    if printed != shortening { try print(shortening) }
    return (document, shortening)
  }

  /// digest.text, with the same articles left as long.
  func text(_ shortening: Shortening) throws -> String {
    let note = TemplateValue(try site.note("note.text", from: theme.templates))
    return mailText(try theme.templates.render("digest.text", values(shortening, note: note)))
  }

  private func values(_ shortening: Shortening, note: TemplateValue) -> TemplateValue {
    let related = shortening.showsRelated(of: content.articles.count) ? related : []
    let own: [String: TemplateValue] = [
      "note": note, "has_related": .flag(!related.isEmpty), "related": .list(related),
    ]
    return .record(fields.merging(content.fields(shortening)) { $1 }.merging(own) { $1 })
  }
}
