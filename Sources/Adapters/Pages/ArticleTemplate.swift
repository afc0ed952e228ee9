internal import Model
internal import Presentation
internal import Templates

/// A template of an article's page, prepared, since most pages are articles.
struct ArticleTemplate: Sendable {
  private let name: String
  private let templates: TemplateSet
  /// Whether it is the site's own for some articles, and perhaps for pages that are not articles.
  var isLayout: Bool { name.hasPrefix(PageLayout.folder + "/") }

  /// Whether it shows the standing note itself, as `advice`: the footer then does not repeat it.
  let showsAdvice: Bool
  /// Nil if there is none, or if the template does not list the words it explains.
  let glossary: Glossary?

  /// - Parameter common: the values that all pages share.
  init(_ name: String, of templates: TemplateSet, _ common: TemplateRecord, _ glossary: Glossary?) {
    self.name = name
    let used = templates.use(of: [name]).values
    showsAdvice = used.contains("advice")
    self.glossary = used.contains("has_words") ? glossary : nil
    var common = common
    if showsAdvice {
      common["advice"] = common["note"]
      common["note"] = .absent
    }
    self.templates = templates.prepared(name, for: common)
  }

  func bytes(
    _ frame: PageFrame, _ content: TemplateRecord, in surroundings: PageSurroundings
  ) throws(TemplateError) -> [UInt8] {
    try templates.bytes(name, frame.record(of: content, in: surroundings))
  }
}
