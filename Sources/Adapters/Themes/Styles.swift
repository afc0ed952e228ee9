internal import Templates

/// A sheet with the colours, fonts and sizes of its theme filled in, for one writing direction.
///
/// Logical properties (start and end) become left or right, because mail programs do not support them. Properties that
/// do not suit Arabic and Hebrew letters (letter spacing, italics) are left out in right-to-left languages.
struct Styles: Sendable {
  struct Style: Hashable, Sendable {
    let property: String
    let light: String
    let dark: String
  }

  /// Mail programs drop a longer `<style>`.
  static let maxBytes = 8192

  /// In the order of the sheet: selectors → their styles.
  private var rules: [(selectors: [String], styles: [Style])] = []
  private var media: [(condition: String, rules: [(selectors: [String], styles: [Style])])] = []
  /// Indices of rules, by selector.
  private var places: [String: [Int]] = [:]
  /// Classes that occur in a rule of ``text``; documents need no other classes.
  let keptClasses: Set<String>
  /// The content of the document's only `<style>`: narrow screens and dark mode.
  let text: String

  init(_ sheet: StyleSheet, _ settings: ThemeSettings, isRightToLeft: Bool) throws(TemplateErrors) {
    var filling = Filling(sheet: sheet, settings: settings, isRightToLeft: isRightToLeft)
    rules = sheet.rules.map { ($0.selectors, filling.styles($0)) }
    media = sheet.media.map { ($0.condition, $0.rules.map { rule in (rule.selectors, filling.styles(rule)) }) }
    for (index, rule) in rules.enumerated() {
      for selector in rule.selectors { places[selector, default: []].append(index) }
    }
    let dark = rules.map { ($0.selectors, $0.styles.filter { $0.light != $0.dark }) }.filter { !$0.1.isEmpty }
    let narrow = media.flatMap(\.rules)
    keptClasses = Set((dark.map(\.0) + narrow.map(\.selectors)).joined())
    text = Self.text(media: media, dark: dark)
    if filling.faults.isEmpty, text.utf8.count > Self.maxBytes {
      filling.faults = [
        sheet.fault(
          at: 0,
          "the rules for dark mode and narrow screens have \(text.utf8.count) bytes; write at most \(Self.maxBytes)")
      ]
    }
    guard filling.faults.isEmpty else { throw TemplateErrors(all: filling.faults) }
  }

  /// The declarations for the style attribute of an element with these classes, in the order of the sheet: element
  /// rules first, then class rules, each property once.
  func inline(element: String, classes: [String]) -> [(property: String, value: String)] {
    let ofClasses = Set(classes.flatMap { places["." + $0] ?? [] }).sorted()
    var found: [(property: String, value: String)] = []
    for style in ((places[element] ?? []) + ofClasses).flatMap({ rules[$0].styles }) {
      found.removeAll { $0.property == style.property }
      found.append((style.property, style.light))
    }
    return found
  }
}

extension Styles {
  /// Apple Mail makes blue links of dates and street addresses.
  private static let detected =
    "a[x-apple-data-detectors] { color: inherit !important; text-decoration: none !important; }\n"

  private static func text(
    media: [(condition: String, rules: [(selectors: [String], styles: [Style])])],
    dark: [([String], [Style])]
  ) -> String {
    var text = ":root { color-scheme: light dark; supported-color-schemes: light dark; }\n" + Self.detected
    for (condition, rules) in media {
      let inner = rules.map { rule($0.selectors, $0.styles.map { ($0.property, $0.light) }) }.joined()
      text += "@media \(condition) {\n\(inner)}\n"
    }
    guard !dark.isEmpty else { return text }
    let darkRules = dark.map { rule($0.0, $0.1.map { ($0.property, $0.dark) }) }.joined()
    return text + "@media (prefers-color-scheme: dark) {\n" + darkRules + "}\n"
  }

  private static func rule(_ selectors: [String], _ styles: [(String, String)]) -> String {
    let declarations = styles.map { "\($0): \($1) !important;" }.joined(separator: " ")
    return selectors.joined(separator: ", ") + " { \(declarations) }\n"
  }
}

/// Substitutes variables and turns start and end into sides.
private struct Filling {
  let sheet: StyleSheet
  let settings: ThemeSettings
  let isRightToLeft: Bool
  var faults: [TemplateError] = []

  /// Properties that do not suit Arabic and Hebrew letters.
  private static let onlyLeftToRight: Set = ["letter-spacing", "font-style", "text-transform"]

  mutating func styles(_ rule: StyleSheet.Rule) -> [Styles.Style] {
    rule.declarations.compactMap { declaration in
      if isRightToLeft, Self.onlyLeftToRight.contains(declaration.property) { return nil }
      let value = sided(declaration.value)
      return Styles.Style(
        property: physical(declaration.property), light: filled(value, declaration, \.light),
        dark: filled(value, declaration, \.dark))
    }
  }

  private func sided(_ value: String) -> String {
    switch value {
    case "start": isRightToLeft ? "right" : "left"
    case "end": isRightToLeft ? "left" : "right"
    default: value
    }
  }

  /// `padding-inline-start` → `padding-left`, and so on.
  private func physical(_ property: String) -> String {
    property.replacing("inline-start", with: isRightToLeft ? "right" : "left")
      .replacing("inline-end", with: isRightToLeft ? "left" : "right")
  }

  private mutating func filled(
    _ value: String, _ declaration: StyleSheet.Declaration, _ side: KeyPath<(light: String, dark: String), String>
  ) -> String {
    var result = ""
    var rest = value[...]
    while let opening = rest.firstRange(of: "var(--"), let end = rest[opening.upperBound...].firstIndex(of: ")") {
      let name = String(rest[opening.upperBound..<end])
      result += rest[..<opening.lowerBound]
      if let found = settings.variables[name] {
        result += found[keyPath: side]
      } else {
        let fault = sheet.fault(at: declaration.offset, "theme.toml has no `\(name)`; add it, or correct `--\(name)`")
        if !faults.contains(fault) { faults.append(fault) }
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
