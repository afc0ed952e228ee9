internal import Languages
package import Model
internal import Pictures
package import Presentation
package import Templates
internal import Text

/// The page of an article.
extension PageRenderer {
  /// The page at `article.page` (article.html).
  ///
  /// - Parameters:
  ///   - related: related articles without bodies, best first.
  ///   - sizes: sizes of the site's own images.
  ///   - card: the card drawn for the page.
  ///   - below: its sheet for an appointment and its easy-to-read version.
  package func article(
    _ article: Article, related: [Article] = [], sizes: PictureSizes = .none, card: PagePicture? = nil,
    below: PagesBelow = PagesBelow()
  ) throws(TemplateError) -> String {
    String(
      decoding: try bytes(of: article, related: related, sizes: sizes, card: card, below: below), as: UTF8.self)
  }

  /// The result of ``article(_:related:sizes:card:below:)``, as UTF-8.
  package func bytes(
    of article: Article, related: [Article], sizes: PictureSizes = .none, card: PagePicture? = nil,
    below: PagesBelow = PagesBelow()
  ) throws(TemplateError) -> [UInt8] {
    let description = article.summary.isEmpty ? site.description : article.summary
    var frame = PageFrame(heading: article.title, description: description, canonical: article.link)
    frame.article = article
    frame.about = topicalFeeds.feeds(about: article.topics)
    frame.card = card
    frame.linkedData = article.linkedData(in: site)
    frame.translations = below.translations
    let template = template(of: article.layout)
    var fields = fields(of: article, sizes, template.glossary)
    fields["sheet_url"] = TemplateValue(below.sheet.map { site.address($0) })
    fields["easy_url"] = TemplateValue(below.easy.map { site.address($0) })
    let others = below.translations.filter { $0.language != site.language }
    fields["has_translations"] = .flag(!others.isEmpty)
    fields["translations"] = .list(others.map(\.record))
    var content: TemplateRecord = [
      "article": .record(fields), "has_related": .flag(!related.isEmpty),
      "related": .list(related.map { $0.line(in: site, teaser: 160) }),
    ]
    let note = try surroundings.note.get()
    content["advice"] = note
    if template.showsAdvice { content["note"] = .absent }
    if template.isLayout { content["standing"] = .absent }
    return try template.bytes(frame, content, in: surroundings)
  }

  private func fields(of article: Article, _ sizes: PictureSizes, _ glossary: Glossary?) -> TemplateRecord {
    guard case .record(var fields) = article.record(in: site) else { return [:] }
    let body = PageBody(String(article.bodyAfterUrgent), sizes: sizes)
    var words = GlossaryLinks(glossary)
    let urgent = article.urgentNotes.map { words.linked(PageBody(String($0), sizes: sizes).html) }
    let rest = words.linked(body.html)
    fields["body"] = .html(urgent.isEmpty ? rest : whole(article.body, sizes, glossary))
    fields["body_after_urgent"] = .html(rest)
    fields["urgent"] = .list(urgent.map { .record(["html": .html($0)]) })
    fields.merge(list(words.found)) { $1 }
    fields["jump"] = jump(in: body)
    fields["image"] = picture(of: article, sizes)
    let contents = body.deservesContents ? body.headings : []
    fields["has_contents"] = .flag(!contents.isEmpty)
    fields["contents"] = .list(
      contents.map { .record(["id": .text($0.id), "heading": .html($0.words)]) })
    fields["is_long"] = .flag(article.hasLongTitle)
    fields["authors_linked"] = article.byline(in: site).map { .html($0) } ?? .absent
    let writers = article.writers(in: site)
    fields["has_writers"] = .flag(!writers.isEmpty)
    fields["writers"] = .list(writers)
    fields["send_url"] = .text(article.sendingAddress)
    fields["mistake_url"] = TemplateValue(article.mistakeAddress(on: site))
    return fields
  }

  /// For templates that show urgent notes in their original place.
  private func whole(_ body: String, _ sizes: PictureSizes, _ glossary: Glossary?) -> String {
    var words = GlossaryLinks(glossary)
    return words.linked(PageBody(body, sizes: sizes).html)
  }

  private func list(_ terms: [GlossaryTerm]) -> TemplateRecord {
    let direction = { [site] (text: String) in
      TemplateValue.text(WritingDirection(of: text, usual: site.speech.direction).rawValue)
    }
    let words = terms.map { term in
      TemplateValue.record([
        "slug": .text(TopicSlug(term.name).text), "term": .text(term.name), "term_dir": direction(term.name),
        "explanation": .text(term.explanation), "explanation_dir": direction(term.explanation),
      ])
    }
    return ["has_words": .flag(!words.isEmpty), "words": .list(words)]
  }

  /// The part about the meaning of the finding for readers; without one, the part on what to keep in mind.
  private func jump(in body: PageBody) -> TemplateValue {
    guard let heading = body.heading(of: ArticlePart.forReaders, on: site) else { return .absent }
    return .record(["id": .text(heading.id), "heading": .text(oneLine(unescapedHTML(heading.words)))])
  }

  /// Absent if the body shows it: there it may have a caption, and is where the author put it.
  private func picture(of article: Article, _ sizes: PictureSizes) -> TemplateValue {
    guard let image = article.image, !article.bodyShowsImage(on: site) else { return .absent }
    let size = sizes.size(image.url)
    return .record([
      "url": .text(image.url), "alt": .text(image.alt), "width": size.map { .number($0.width) } ?? .absent,
      "height": size.map { .number($0.height) } ?? .absent,
    ])
  }
}
