/// The editor's words at the beginning of one issue (`intro` in `[digest.NAME]`), frozen with it.
package struct Introduction: Hashable, Sendable, Codable {
  /// Sanitised, with absolute URLs.
  package let html: String
  /// Identifies the text as written; an issue uses up the text with its fingerprint.
  package let fingerprint: String

  package init(html: String, fingerprint: String) {
    self.html = html
    self.fingerprint = fingerprint
  }
}
