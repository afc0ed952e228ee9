internal import Templates
internal import Themes

/// A theme to start from: a built-in one, with all that it is made of.
package struct NewTheme {
  private let name: String
  private let base: String

  /// - Parameter base: the name of a built-in theme.
  package init(_ name: String, from base: String) {
    self.name = name
    self.base = base
  }

  package static var bases: [String] { TemplateSet.builtInThemes }

  /// The name of the folder, and part of its address in settings.
  package static func isName(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z0-9][a-z0-9_-]{0,62}/) != nil && !bases.contains(text)
  }

  /// Relative to the site folder.
  package var folder: String { "templates/themes/\(name)" }

  /// Path in the site folder, and text.
  package var files: [(path: String, text: String)] {
    let others = (TemplateSet.builtInTheme(base) ?? []).filter { $0.name == "theme.css" || isUsed($0.name) }
    return [("\(folder)/theme.toml", settings)]
      + others.map { ("\(folder)/\($0.name)", TemplateOrigin(of: "\(base)/\($0.name)", text: $0.text).line + $0.text) }
  }
}

extension NewTheme {
  /// The others are for operators' templates that include them.
  private func isUsed(_ template: String) -> Bool {
    let theme = try? Theme(base)
    return theme?.templates.use(of: ["digest.html", "digest.text"]).templates.contains(template) ?? false
  }

  private var settings: String {
    let values = BuiltInValues(of: base)
    var text = """
      # The theme \(name), made from \(base). What you delete here keeps the value of \(base).
      base = "\(base)"

      # Colours, as #rrggbb. Text needs a contrast of 4.5:1 on its background; `courant check` says where it is less.
      \(section("light", ThemeName.colours, values))
      # The same for dark mode.
      \(section("dark", ThemeName.colours, values))
      # The first font should be one that Windows has: with another, some Outlooks show Times New Roman.
      \(section("fonts", ThemeName.fonts, values))
      # Letters/lines, in px.
      \(section("sizes", ThemeName.sizes, values))
      """
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private func section(_ key: String, _ names: [ThemeName], _ values: BuiltInValues) -> String {
    let lines = names.compactMap { name in
      values.value(name.name, in: key).map { (entry: "\(name.name) = \"\($0)\"", purpose: name.purpose) }
    }
    let width = lines.map(\.entry.count).max() ?? 0
    let written = lines.map { line in
      line.entry + String(repeating: " ", count: width - line.entry.count) + "  # \(line.purpose)\n"
    }
    return "[\(key)]\n" + written.joined()
  }
}
