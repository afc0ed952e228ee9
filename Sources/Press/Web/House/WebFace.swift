internal import Languages
internal import Model
internal import Presentation
internal import Templates

/// The pages of `courant serve` in one language, in the site's look.
struct WebFace: Sendable {
  /// With this language and its phrases.
  let site: Site
  let speech: Language
  private let templates: TemplateSet
  private let surroundings: PageSurroundings

  init(_ site: Site, in language: String, templates: TemplateSet) {
    self.site = site.speaking(language)
    self.templates = templates
    speech = self.site.speech
    surroundings = PageSurroundings(self.site, templates)
  }

  /// A whole page, in UTF-8.
  func page(
    _ template: String, heading: String, isError: Bool = false, _ content: TemplateRecord
  ) throws(TemplateError) -> [UInt8] {
    let title = isError ? sentence("web_error", ["heading": heading]) : heading
    var frame = PageFrame(heading: title, canonical: nil)
    frame.isHidden = true
    var content = content
    content["heading"] = .text(heading)
    return try templates.bytes(template, frame.record(of: content, in: surroundings))
  }

  /// A phrase; empty if the key does not exist.
  func word(_ key: String) -> String { speech.framedWord(key) }

  func sentence(_ key: String, _ values: [String: String]) -> String { speech.sentence(key, values) ?? "" }

  /// The path of a page on this server.
  func path(_ route: WebRoute, _ state: String = "") -> String {
    site.folder + route.path + (state.isEmpty ? "" : "?" + state)
  }
}
