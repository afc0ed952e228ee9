internal import Digests
internal import Model
internal import Press
internal import SiteFolder
internal import Templates

/// Templates that the site exported and that no longer say anything of their own, or whose built-in originals have changed.
extension SiteCheck {
  var templateOrigins: [Finding] {
    let own = templateOverrides(folder: folder).templates
    let equal = own.filter { text in TemplateOrigin.builtIn(text.name).map { isSame(text.text, $0) } ?? false }
    return Self.superfluous(equal.map(\.path).sorted())
      + (own + opened.themeFiles).filter { !equal.contains($0) }.compactMap(outdated)
  }

  /// - Parameter paths: sorted.
  private static func superfluous(_ paths: [String]) -> [Finding] {
    guard let first = paths.first else { return [] }
    let others =
      paths.count > 1
      ? " (and \(paths.count - 1) more: \(paths.dropFirst().prefix(3).joined(separator: ", "))\(paths.count > 4 ? " …" : ""))"
      : ""
    let sentence =
      "is the same as the built-in template\(others); delete what you do not change, so that it improves with Courant"
    return [Finding(first, sentence, weight: .warning)]
  }

  private func outdated(_ file: TemplateOverride) -> Finding? {
    guard let origin = TemplateOrigin(firstLineOf: file.text) else { return nil }
    guard let now = TemplateOrigin.builtIn(origin.name) else {
      return Finding(
        file.path, line: 1, "was made from the built-in \(origin.name), which Courant no longer has", weight: .warning)
    }
    guard TemplateOrigin.fingerprint(now) != origin.fingerprint else { return nil }
    let isUnchanged = TemplateOrigin.fingerprint(withoutOrigin(file.text)) == origin.fingerprint
    let what =
      isUnchanged
      ? "; you have not changed it, so delete it to get the new one"
      : ": `courant templates show \(origin.name)` prints the new one; compare, then write its first line here"
    return Finding(
      file.path, line: 1, "was made from an older \(origin.name) than that of this version of Courant\(what)",
      weight: .warning)
  }

  private func isSame(_ text: String, _ builtIn: String) -> Bool {
    TemplateOrigin.fingerprint(withoutOrigin(text)) == TemplateOrigin.fingerprint(builtIn)
  }

  private func withoutOrigin(_ text: String) -> String {
    guard TemplateOrigin(firstLineOf: text) != nil, let end = text.utf8.firstIndex(of: 0x0A) else { return text }
    return String(text[text.utf8.index(after: end)...])
  }
}
