package import Languages
internal import Settings
package import Templates

/// The look of emails: templates, and styles that are written once and inlined into each rendered email.
///
/// A theme is a folder: `theme.toml` (colours, fonts, sizes), `theme.css` (the sheet) and templates that replace
/// built-in ones. Two themes are built in. A site's own theme needs only the files that differ from its base, a
/// built-in theme: the one with the same name, otherwise the one named in its `theme.toml`, otherwise `editorial`.
package struct Theme: Sendable {
  package let name: String
  package private(set) var templates: TemplateSet
  private let styles: Styles
  let sheet: StyleSheet
  /// Its colours on pages.
  package let pageColours: PageColours
  /// Keys of `theme.toml` without effect, and colours without a dark form.
  package let warnings: [TemplateError]

  /// - Parameter overrides: the site's own templates, which take precedence over those of any theme.
  /// - Parameter files: the files in the site's folder for this theme.
  /// - Parameter language: the language of the templates' words; its direction applies to the styles.
  package init(
    _ name: String, overrides: [TemplateSet.File] = [], files: [TemplateSet.File] = [], language: Language = .english
  ) throws(TemplateErrors) {
    self.name = name
    let (base, unknown) = Self.base(of: name, files)
    var faults = unknown.map { [$0] } ?? []
    let own = Set(files.map(\.name))
    let all = files + base.filter { !own.contains($0.name) }

    var settings = ThemeSettings()
    for file in base where file.name == "theme.toml" { settings.read(file, &faults) }
    for file in files where file.name == "theme.toml" { settings.read(file, &faults, isOwn: true) }
    let sheet = Self.sheet(among: all, &faults)
    let isTemplate = { (file: TemplateSet.File) in file.name != "theme.toml" && file.name != "theme.css" }
    var templates: TemplateSet?
    do throws(TemplateErrors) {
      templates = try TemplateSet(overrides: overrides, theme: all.filter(isTemplate), language: language)
    } catch {
      faults += error.all
    }
    let names = sheet.map(settings.ownNames)
    faults += names?.faults ?? []
    guard faults.isEmpty, let sheet, let templates else { throw TemplateErrors(all: faults) }
    self.templates = templates
    self.sheet = sheet
    pageColours = PageColours(settings)
    warnings = (names?.warnings ?? []) + settings.onlyLight + settings.faintOnPages
    styles = try Styles(sheet, settings, isRightToLeft: language.direction == .rightToLeft)
  }

  /// The same theme on a site whose pages have these colours.
  package func among(pagesIn colours: String) -> Theme {
    var theme = self
    theme.templates.colours = colours
    return theme
  }

  /// The same theme; `witness` checks each document rendered with it.
  package func witnessed(by witness: DocumentWitness) -> Theme {
    var theme = self
    theme.templates = templates.witnessed(by: witness)
    return theme
  }

  /// The value of `theme` in templates, with this style.
  package func record(style: String) -> TemplateValue { .record(["name": .text(name), "style": .html(style)]) }

  /// The content of an email's `<style>`.
  package var style: String { styles.text }

  /// For many pieces of emails in this style.
  package var inlining: Inlining { Inlining(styles) }

  /// A rendered email with the sheet in its style attributes. An email without `{{{theme.style}}}` has its own styles
  /// and stays unchanged.
  package func inlined(_ html: String) -> String {
    guard html.utf8.prefix(16_384).contains(styles.text.utf8) else { return html }
    var inlining = Inlining(styles)
    return inlining.inlined(html)
  }

  /// The first style sheet; nil if there is none, or it has mistakes.
  private static func sheet(among files: [TemplateSet.File], _ faults: inout [TemplateError]) -> StyleSheet? {
    guard let file = files.first(where: { $0.name == "theme.css" }) else { return nil }
    do throws(TemplateError) {
      return try StyleSheet(file)
    } catch {
      faults.append(error)
      return nil
    }
  }

  private static func base(of name: String, _ files: [TemplateSet.File]) -> ([TemplateSet.File], TemplateError?) {
    if let builtIn = TemplateSet.builtInTheme(name) { return (builtIn, nil) }
    let fallback = TemplateSet.builtInTheme("editorial") ?? []
    let file = files.first { $0.name == "theme.toml" }
    guard let file, let base = ThemeSettings.base(in: file.text) else { return (fallback, nil) }
    if let builtIn = TemplateSet.builtInTheme(base.name) { return (builtIn, nil) }
    let names = TemplateSet.builtInThemes.map { "\"\($0)\"" }.joined(separator: " or ")
    let error = TemplateError(
      name: file.name, path: file.path, line: base.position.line, column: base.position.column,
      sentence: "there is no built-in theme `\(base.name)`; `base` must be \(names)")
    return (fallback, error)
  }
}

extension Sequence<UInt8> {
  /// Whether the bytes occur in it consecutively.
  fileprivate func contains(_ wanted: some Collection<UInt8>) -> Bool {
    let bytes = Array(self)
    let wanted = Array(wanted)
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0] == first && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
