internal import Templates
internal import Text

/// Fonts and sizes of a site's own `theme.toml` that no rule of its sheet uses.
struct OwnNames {
  /// Names that no theme has: they are misspelt.
  private(set) var faults: [TemplateError] = []
  /// Names of the built-in theme that the site's own sheet does not use.
  private(set) var warnings: [TemplateError] = []

  /// - Parameter own: `font-NAME` and `size-NAME`, each with the position of its key.
  init(_ own: [(variable: String, place: TemplateError)], builtIn: Set<String>, in sheet: StyleSheet) {
    if own.isEmpty { return }
    let used = Set(sheet.values.flatMap { $0.text.matches(of: /var\(--([^)]+)\)/).map { String($0.output.1) } })
    for (variable, place) in own {
      let kind = variable.prefix { $0 != "-" }
      let key = String(variable.dropFirst(kind.count + 1))
      if used.contains(variable) || used.contains("line-" + key) { continue }
      if builtIn.contains(variable) {
        warnings.append(place.saying("`\(key)` has no effect: theme.css has no `var(--\(variable))`"))
      } else {
        let prefixes = kind == "size" ? ["size-", "line-"] : [kind + "-"]
        let known = prefixes.flatMap { prefix in
          used.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        }
        faults.append(place.saying("unknown \(kind) `\(key)`" + Self.hint(key, kind, among: Set(known).sorted())))
      }
    }
  }

  private static func hint(_ key: String, _ kind: Substring, among known: [String]) -> String {
    let nearest = suggestion(for: key, among: known)
    if !nearest.isEmpty { return nearest }
    if known.isEmpty { return "; theme.css uses no \(kind) by name" }
    return "; theme.css uses " + known.map { "`\($0)`" }.joined(separator: ", ")
  }
}

extension TemplateError {
  /// Another sentence about the same place.
  func saying(_ sentence: String) -> TemplateError {
    TemplateError(name: name, path: path, line: line, column: column, sentence: sentence)
  }
}
