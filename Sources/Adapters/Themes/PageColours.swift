internal import Templates

/// The colours of a theme on pages: custom properties that `style.css` uses.
package struct PageColours: Hashable, Sendable {
  /// Each `--ROLE: #rrggbb;`, in the order of the roles.
  private let light: String
  private let dark: String

  /// - Parameter settings: with every role, in light and dark.
  init(_ settings: ThemeSettings) {
    light = Self.declarations(settings.light)
    dark = Self.declarations(settings.dark)
  }

  /// Those of a built-in theme.
  package init(ofBuiltIn name: String) {
    var settings = ThemeSettings()
    var faults: [TemplateError] = []  // built in: a test reads it
    for file in TemplateSet.builtInTheme(name) ?? [] where file.name == "theme.toml" { settings.read(file, &faults) }
    self.init(settings)
  }

  /// A style sheet to stand before `style.css`.
  package var sheet: String {
    """
    /* The colours of the theme, from its theme.toml */
    :root {
      \(light)
    }
    @media (prefers-color-scheme: dark) {
      :root {
        \(dark)
      }
    }

    """
  }

  /// A style sheet to stand after `style.css` with other colours. Whoever asks for more or less contrast gets those of
  /// `style.css`.
  package var replacing: String {
    "@media (prefers-contrast: no-preference) { :root { \(light) } }\n"
      + "@media (prefers-contrast: no-preference) and (prefers-color-scheme: dark) { :root { \(dark) } }"
  }

  /// The roles that a style sheet of a site sets itself, before its rules for print and for contrast, with the first places.
  package static func head(of sheet: String) -> [(role: String, line: Int, column: Int)] {
    var found: [(role: String, line: Int, column: Int)] = []
    for (index, line) in sheet.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.contains("prefers-contrast") || line.contains("@media print") { break }
      for match in line.matches(of: /--([a-z]+):/) where ColourRole(rawValue: String(match.1)) != nil {
        guard !found.contains(where: { $0.role == match.1 }) else { continue }
        let column = line[..<match.range.lowerBound].utf8.count + 1
        found.append((String(match.1), index + 1, column))
      }
    }
    return found
  }

  private static func declarations(_ colours: [ColourRole: Colour]) -> String {
    ColourRole.allCases.compactMap { role in
      let usual = role == .edge && !hasVisibleEdges(colours) ? colours[.soft] : colours[role]
      return usual.map { "--\(role): \($0.text);" }
    }.joined(separator: " ")
  }

  /// A theme made before there was this role may have other backgrounds than its base.
  private static func hasVisibleEdges(_ colours: [ColourRole: Colour]) -> Bool {
    guard let edge = colours[.edge] else { return false }
    let grounds = [ColourRole.card, .paper, .take, .pill].compactMap { colours[$0] }
    return grounds.allSatisfy { edge.contrast(with: $0) >= 3 }
  }
}
