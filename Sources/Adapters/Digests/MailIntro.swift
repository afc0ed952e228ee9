internal import Languages
internal import Model
internal import Templates
internal import XML

/// The introduction of an issue, in the two parts of its emails.
struct MailIntro {
  let html: TemplateValue
  let text: TemplateValue
  /// That of its words.
  let direction: TemplateValue

  /// Throws an ``EditionError`` if the templates would not show it.
  ///
  /// - Parameter usual: the direction of the emails.
  init(_ intro: Introduction?, _ templates: TemplateSet, usual: WritingDirection) throws(EditionError) {
    guard let intro else {
      html = .absent
      text = .absent
      direction = .absent
      return
    }
    for part in [EditionError.Part.html, .text] {
      guard templates.showIntro(in: part.rawValue) else { throw .noIntro(part.rawValue) }
    }
    html = .html(intro.withoutIDs)
    text = TemplateValue(readableText(ofHTML: intro.html))
    direction = .text(intro.direction(usual: usual).rawValue)
  }
}

extension Introduction {
  func direction(usual: WritingDirection) -> WritingDirection {
    WritingDirection(of: readableText(ofHTML: html), usual: usual)
  }

  /// Its HTML without ids, which could also be those of articles.
  var withoutIDs: String {
    html.replacing(/<[^>]* id="[^"]*"[^>]*>/) { $0.output.replacing(/\ id="[^"]*"/, with: "") }
  }
}

extension TemplateSet {
  func showIntro(in template: String) -> Bool { use(of: [template]).values.contains("intro") }
}
