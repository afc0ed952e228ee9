internal import Cryptography
internal import Templates

/// The first line of an exported template: which built-in file it was made from, and how that file was then.
///
/// It is a comment, `{{! courant: built-in article.html 3f9c2a71b0d4 }}`, of which nothing is rendered.
package struct TemplateOrigin: Hashable {
  /// `article.html`, or `editorial/theme.css` for a file of a theme.
  package let name: String
  /// Of the built-in file at that time.
  package let fingerprint: String

  package init(of name: String, text: String) {
    self.name = name
    fingerprint = Self.fingerprint(text)
  }

  /// Reads the first line of a file; nil if it is not such a comment.
  init?(firstLineOf text: String) {
    let line = text.utf8.prefix { $0 != 0x0A }
    let pattern = /(?:\{\{!|\/\*|#) courant: built-in (\S+) ([0-9a-f]{12})(?: \}\}| \*\/)?\r?/
    guard let match = String(Substring(line)).wholeMatch(of: pattern) else { return nil }
    name = String(match.1)
    fingerprint = String(match.2)
  }

  package var line: String {
    let words = "courant: built-in \(name) \(fingerprint)"
    if name.hasSuffix(".css") { return "/* \(words) */\n" }
    return name.hasSuffix(".toml") ? "# \(words)\n" : "{{! \(words) }}\n"
  }

  static func fingerprint(_ text: String) -> String {
    lowercaseHex(sha256(Array(text.utf8.filter { $0 != 0x0D })).prefix(6))
  }

  /// The text of the built-in file; nil if there is none of this name any more.
  static func builtIn(_ name: String) -> String? {
    let parts = name.split(separator: "/").map(String.init)
    if parts.count == 2 { return TemplateSet.builtInTheme(parts[0])?.first { $0.name == parts[1] }?.text }
    return TemplateSet.exported(name)
  }
}
