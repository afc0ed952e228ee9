internal import Digests
internal import Model
internal import Pages
internal import Presentation
package import Press
internal import Templates
internal import Themes

/// `docs/template-reference.md`: all names that themes and templates may use, as the code has them.
package struct TemplateReference {
  /// The names of the values of each template that is rendered by itself.
  private let values: [String: Set<String>]

  /// Renders everything with specimens.
  ///
  /// - Parameter press: of a site with a feed, a digest, an author, a page and `[web]`.
  package init(_ press: PressRun, _ opened: OpenedSite) throws {
    let witness = DocumentWitness(notesValues: true)
    let templates = opened.templates.witnessed(by: witness)
    try PageRenderer(site: press.site, templates: templates).rehearse()
    try LetterRenderer(site: press.site, templates: templates).rehearse()
    for digest in press.site.digests { try press.editionRenderer(for: digest, witness: witness).rehearse() }
    values = witness.valueNames
  }

  /// The last part of each name: what the documentation must explain.
  package var words: Set<String> {
    Set(values.values.joined().flatMap { $0.split(separator: ".").map(String.init) })
  }

  package var text: String {
    """
    # Names in themes and templates

    Made from the code by `TemplateReferenceTests`. What each value means is in [templates/README.md](../templates/README.md);
    how themes work, in [themes.md](themes.md).

    ## Colours

    `[light]` and `[dark]` in `theme.toml`, `var(--NAME)` in `theme.css`.

    \(colours)

    ## Fonts

    `[fonts]` in `theme.toml`, `var(--font-NAME)` in `theme.css`.

    \(table(ThemeName.fonts, "fonts"))

    ## Sizes

    `[sizes]` in `theme.toml`, as letters/lines; `var(--size-NAME)` and `var(--line-NAME)` in `theme.css`.

    \(table(ThemeName.sizes, "sizes"))

    ## Classes

    Classes in the built-in templates of emails, and the themes whose `theme.css` has a rule for them.

    \(classes)

    ## Templates

    The partials that each built-in template includes, and the values that it sees besides those of lists in them. Partials
    see the values of the template that includes them.

    \(templates)

    ## Layouts

    `templates/layouts/NAME.html`, for the articles and pages with `layout: NAME` in their front matter, sees the values of
    `article.html` and `standing`. For an article, `standing` is absent; for a page that is not an article, `article` is.

    """
  }
}

extension TemplateReference {
  private var themes: [String] { TemplateSet.builtInThemes }

  private var colours: String {
    let head = "| name | for | " + themes.map { "`\($0)`, light | dark" }.joined(separator: " | ") + " |"
    let rule = "|" + String(repeating: " :-- |", count: 2 + 2 * themes.count)
    let rows = ThemeName.colours.map { name in
      let values = themes.flatMap { theme in
        ["light", "dark"].map { BuiltInValues(of: theme).value(name.name, in: $0).map { "`\($0)`" } ?? "–" }
      }
      return "| `\(name.name)` | \(name.purpose) | \(values.joined(separator: " | ")) |"
    }
    return ([head, rule] + rows).joined(separator: "\n")
  }

  private func table(_ names: [ThemeName], _ section: String) -> String {
    let head = "| name | for | " + themes.map { "`\($0)`" }.joined(separator: " | ") + " |"
    let rule = "|" + String(repeating: " :-- |", count: 2 + themes.count)
    let rows = names.map { name in
      let values = themes.map { BuiltInValues(of: $0).value(name.name, in: section).map { "`\($0)`" } ?? "–" }
      return "| `\(name.name)` | \(name.purpose) | \(values.joined(separator: " | ")) |"
    }
    return ([head, rule] + rows).joined(separator: "\n")
  }

  private var classes: String {
    let sheets = themes.map { theme in
      let text = TemplateSet.builtInTheme(theme)?.first { $0.name == "theme.css" }?.text ?? ""
      return (theme: theme, classes: Set(text.matches(of: /\.([a-z][a-z-]*)[ ,:]/).map { String($0.output.1) }))
    }
    let inTemplates = Dictionary(grouping: MailClass.all, by: \.name)
    let names = Set(inTemplates.keys).union(sheets.flatMap(\.classes)).sorted()
    let rows = names.map { name in
      let places = Set((inTemplates[name] ?? []).map(\.template)).sorted().map { "`\($0)`" }.joined(separator: ", ")
      let styled = sheets.filter { $0.classes.contains(name) }.map { "`\($0.theme)`" }.joined(separator: ", ")
      return "| `\(name)` | \(places.isEmpty ? "–" : places) | \(styled.isEmpty ? "–" : styled) |"
    }
    return (["| class | in | rules in |", "| :-- | :-- | :-- |"] + rows).joined(separator: "\n")
  }

  private var templates: String {
    let rows = TemplateSet.builtInNames.filter { !$0.hasPrefix("desk") && !$0.hasPrefix("web-") }.map { name in
      let partials = MailClass.partials(of: name).map { "`\($0)`" }.joined(separator: ", ")
      let seen = (values[name] ?? []).filter { !$0.contains(".") }.sorted().map { "`\($0)`" }.joined(separator: ", ")
      return "| `\(name)` | \(partials.isEmpty ? "–" : partials) | \(seen.isEmpty ? "–" : seen) |"
    }
    return (["| template | includes | sees |", "| :-- | :-- | :-- |"] + rows).joined(separator: "\n")
  }
}

/// A class in a built-in template of emails.
private struct MailClass {
  let name: String
  let template: String

  static let all: [MailClass] = TemplateSet.builtInNames.filter { $0 == "digest.html" || $0.hasPrefix("mail-") }
    .flatMap { template in
      (TemplateSet.builtIn(template) ?? "").matches(of: /class="([^"{]*)"/).flatMap { match in
        match.output.1.split(separator: " ").map { MailClass(name: String($0), template: template) }
      }
    }

  static func partials(of template: String) -> [String] {
    let text = TemplateSet.builtIn(template) ?? ""
    return Set(text.matches(of: /\{\{[><]\s*([a-z-]+)\s*\}\}/).map { String($0.output.1) }).sorted()
  }
}
