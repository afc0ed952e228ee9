internal import Model
internal import Presentation
internal import Templates
internal import Themes

/// The HTML and text parts of an edition's message, before personalisation.
struct EditionMail {
  private let content: EditionContent
  private let theme: Theme
  private let cells: IssueCells
  /// Fields common to all degrees of shortening.
  private let fields: TemplateRecord
  private let intro: MailIntro
  private let related: [TemplateValue]

  /// - Parameter fields: common to all editions of the issue.
  init(
    _ content: EditionContent, _ fields: TemplateRecord, intro: MailIntro, related: [TemplateValue], theme: Theme,
    cells: IssueCells
  ) {
    self.intro = intro
    self.content = content
    self.fields = fields
    self.related = related
    self.theme = theme
    self.cells = cells
  }

  /// Renders digest.html, shortened as little as necessary to stay well below the size limit of mail programs.
  func html(note: TemplateValue) throws -> (document: EditionDocument, shortening: Shortening) {
    let render = { (shortening: Shortening) throws -> EditionDocument in
      let rendered = try theme.templates.render("digest.html", values(shortening, .html, note: note))
      return try EditionDocument(html: rendered, cells, theme)
    }
    let whole = try render(.none)
    if fits(whole) { return (whole, .none) }
    if let foreseen = try foreseen(whole, render) { return foreseen }
    let least = try Shortening.least(articles: content.articles.count) { try fits(render($0)) }
    return (try render(least), least)
  }

  /// The same without trial rendering: because the sizes of cells are known, the least shortening that fits can be
  /// computed. Nil if the template does not use cells in the usual way.
  private func foreseen(
    _ whole: EditionDocument, _ render: (Shortening) throws -> EditionDocument
  ) throws -> (document: EditionDocument, shortening: Shortening)? {
    guard !whole.cells.isEmpty else { return nil }
    let lengths = try content.articles.enumerated().map { try cells.htmlLengths(of: $1, isLead: $0 == 0) }
    var shortening = least(whole, renderedWith: .none, lengths)
    for _ in 0..<2 {  // with the frame of the whole email, then of a shortened one
      let document = try render(shortening)
      let next = least(document, renderedWith: shortening, lengths)
      if next == shortening { return fits(document) ? (document, shortening) : nil }
      shortening = next
    }
    return nil
  }

  private func least(
    _ document: EditionDocument, renderedWith shortening: Shortening, _ lengths: [IssueCells.Lengths]
  ) -> Shortening {
    let bytes = { (shortening: Shortening) in
      lengths.indices.reduce(0) { $0 + lengths[$1][shortening.measure(at: $1, of: lengths.count)]! }
    }
    let frame = document.facts.bytes - bytes(shortening)
    return Shortening.least(articles: lengths.count) { frame + bytes($0) <= MailSize.comfortableHTML }
  }

  private func fits(_ document: EditionDocument) -> Bool {
    document.facts.bytes <= MailSize.comfortableHTML
  }

  /// Renders digest.text, with the same articles shortened.
  func text(_ shortening: Shortening, note: TemplateValue) throws -> EditionDocument {
    try EditionDocument(text: try theme.templates.render("digest.text", values(shortening, .text, note: note)), cells)
  }

  private func values(
    _ shortening: Shortening, _ part: EditionError.Part, note: TemplateValue
  ) -> TemplateValue {
    let count = content.articles.count
    let related = shortening.showsRelated(of: count) ? related : []
    var own: TemplateRecord = [
      "note": note, "intro": part == .html ? intro.html : intro.text, "intro_dir": intro.direction,
      "has_related": .flag(!related.isEmpty), "related": .list(related),
    ]
    if cells.shape == .headlines {  // the articles themselves are a list of titles
      own["contents"] = .list([])
      own["has_contents"] = .flag(false)
    }
    let fields = fields.merging(
      content.fields(shortening) { place in
        let measure = shortening.measure(at: place, of: count)
        return measure == .omitted
          ? nil : cells.record(of: content.articles[place], isLead: place == 0, measure, in: part)
      }
    ) { $1 }
    return .record(fields.merging(own) { $1 })
  }
}
