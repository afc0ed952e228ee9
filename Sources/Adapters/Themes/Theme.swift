package import Languages
internal import Settings
package import Templates

/// What mails look like: templates, and styles that are written once and inlined into each rendered mail.
///
/// A theme is a folder: `theme.toml` (colours, fonts, sizes), `theme.css` (the sheet) and templates that take the place
/// of built-in ones. Two are built in. A site's own one needs only the files in which it differs from a built-in one, its
/// base: the one of its name, else the one its `theme.toml` names, else `editorial`.
package struct Theme: Sendable {
  package let name: String
  package private(set) var templates: TemplateSet
  private let styles: Styles
  /// Each value of the sheet, and where it stands.
  let values: [(text: String, place: TemplateError)]
  /// Keys of `theme.toml` that do nothing.
  package let advice: [TemplateError]

  /// - Parameter overrides: the site's own templates, which outweigh those of any theme.
  /// - Parameter files: those of the site's folder for this theme.
  /// - Parameter language: whose words the templates show, and whose direction the styles follow.
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
    var sheet: StyleSheet?
    do throws(TemplateError) {
      sheet = try all.first { $0.name == "theme.css" }.map { (file) throws(TemplateError) in try StyleSheet(file) }
    } catch {
      faults.append(error)
    }
    let isTemplate = { (file: TemplateSet.File) in file.name != "theme.toml" && file.name != "theme.css" }
    var templates: TemplateSet?
    do throws(TemplateErrors) {
      templates = try TemplateSet(overrides: overrides, theme: all.filter(isTemplate), language: language)
    } catch {
      faults += error.all
    }
    guard faults.isEmpty, let sheet, let templates else { throw TemplateErrors(all: faults) }
    self.templates = templates
    values = sheet.values
    advice = settings.unused(in: sheet)
    styles = try Styles(sheet, settings, isRightToLeft: language.direction == .rightToLeft)
  }

  /// The same theme, each of whose rendered templates `witness` looks at.
  package func witnessed(by witness: DocumentWitness) -> Theme {
    var theme = self
    theme.templates = templates.witnessed(by: witness)
    return theme
  }

  /// What templates see as `theme`.
  package var record: TemplateValue { record(style: style) }

  /// The same with something else in the place of the style.
  package func record(style: String) -> TemplateValue { .record(["name": .text(name), "style": .html(style)]) }

  /// What goes into a mail's `<style>`.
  package var style: String { styles.text }

  /// For many pieces of mails that have the style.
  package var inlining: Inlining { Inlining(styles) }

  /// A rendered mail with the sheet in its style attributes. One that does not hold `{{{theme.style}}}` has styles of
  /// its own and stays as it is.
  package func inlined(_ html: String) -> String {
    guard html.utf8.prefix(16_384).contains(styles.text.utf8) else { return html }
    var inlining = Inlining(styles)
    return inlining.inlined(html)
  }

  private static func base(of name: String, _ files: [TemplateSet.File]) -> ([TemplateSet.File], TemplateError?) {
    if let builtIn = TemplateSet.builtInTheme(name) { return (builtIn, nil) }
    let fallback = TemplateSet.builtInTheme("editorial") ?? []
    let file = files.first { $0.name == "theme.toml" }
    guard let file, let base = ThemeSettings.base(in: file.text) else { return (fallback, nil) }
    if let builtIn = TemplateSet.builtInTheme(base.name) { return (builtIn, nil) }
    let names = TemplateSet.builtInThemes.map { "\"\($0)\"" }.joined(separator: " or ")
    let error = TemplateError(
      name: file.name, path: file.path, line: base.mark.line, column: base.mark.column,
      sentence: "there is no built-in theme `\(base.name)`; `base` is \(names).")
    return (fallback, error)
  }
}

extension Sequence<UInt8> {
  /// Whether the bytes stand in it together.
  fileprivate func contains(_ wanted: some Collection<UInt8>) -> Bool {
    let (bytes, wanted) = (Array(self), Array(wanted))
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0] == first && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
