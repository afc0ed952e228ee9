internal import Model
internal import SiteFolder
internal import Templates
internal import Text

/// Built-in templates as files to change.
package enum TemplateExport {
  /// The names that can be exported.
  package static var names: [String] { TemplateSet.builtInNames + [TemplateSet.styleName] }

  /// The file's text: the built-in one after a line that names its origin; for a layout (`layouts/report.html`), that of an article
  /// with what shows a page.
  /// Nil if there is no such template.
  package static func text(of name: String) -> String? {
    if let layout = PageLayout(template: name), layout.template == name { return layoutText }
    return TemplateOrigin.builtIn(name).map { TemplateOrigin(of: name, text: $0).line + $0 }
  }

  private static var layoutText: String? {
    guard let article = text(of: "article.html"), let page = TemplateOrigin.builtIn("standing-page.html"),
      let shown = page.firstMatch(of: /\{\{#standing\}\}\n(?s:.*)\{\{\/standing\}\}\n/)
    else { return nil }
    let end = "{{/article}}\n"
    return article.replacing(end, with: end + shown.output, maxReplacements: 1)
  }

  /// The site's own layouts, as `layouts/report.html`, sorted.
  package static func layouts(in folder: String) -> [String] {
    templateOverrides(folder: folder).templates.map(\.name).filter { PageLayout(template: $0) != nil }
  }

  /// What is wrong with a name that cannot be exported.
  package static func objection(to name: String) -> String {
    "there is no built-in template `\(name)`" + suggestion(for: name, among: names)
      + "; `courant templates list` lists them"
  }
}
