internal import Languages
internal import Model
internal import Presentation
internal import Templates
internal import Themes
internal import Time

extension EditionRenderer {
  /// The advertisement of an issue, labelled; absent if there is none.
  ///
  /// Throws an ``EditionError`` if one of the templates would not show it.
  func sponsor(of issue: Issue, in templates: [String]) throws(EditionError) -> TemplateValue {
    guard let sponsor = digest.sponsor, sponsor.isShown(on: site.zone.civil(at: issue.slot.due)) else { return .absent }
    for template in templates {
      let values = theme.templates.use(of: [template]).values
      let isLabelled = values.contains { $0 == "label" || $0 == "sponsor.label" }
      guard values.contains("sponsor"), isLabelled else { throw .noSponsor(template) }
    }
    return .record([
      "label": sponsor.label.map { .text($0) } ?? site.speech.shown(word: "advertisement"),
      "text": .text(sponsor.text),
      "link": TemplateValue(sponsor.link),
      "image": sponsor.image.map { .record(["url": .text($0.url), "alt": .text($0.alt)]) } ?? .absent,
    ])
  }
}
