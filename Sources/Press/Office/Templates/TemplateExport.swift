internal import Templates
internal import Text

/// Built-in templates as files to change.
package enum TemplateExport {
  /// The names that can be exported.
  package static var names: [String] { TemplateSet.builtInNames + [TemplateSet.styleName] }

  /// The file's text: the built-in one after a line that names its origin. Nil if there is no such template.
  package static func text(of name: String) -> String? {
    TemplateOrigin.builtIn(name).map { TemplateOrigin(of: name, text: $0).line + $0 }
  }

  /// What is wrong with a name that cannot be exported.
  package static func objection(to name: String) -> String {
    "there is no built-in template `\(name)`" + suggestion(for: name, among: names)
      + "; `courant templates list` lists them"
  }
}
