/// A site's own template for a whole page: `templates/layouts/report.html` for `layout: report` in front matter.
///
/// Other generators have the key too (`layout: post`), so a name without such a file means nothing.
package struct PageLayout: Hashable, Sendable {
  package let name: String

  /// The folder in `templates/`.
  package static let folder = "layouts"

  /// Nil unless it is made of letters and digits of ASCII, dashes and underscores: it never leads out of the folder.
  package init?(_ name: String) {
    let name = name.hasSuffix(".html") ? String(name.dropLast(5)) : name
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
    guard isPlain, (1...64).contains(name.utf8.count) else { return nil }
    self.name = name
  }

  /// Of a template, such as `layouts/report.html`; nil if it is none of a layout.
  package init?(template: String) {
    guard template.hasPrefix(Self.folder + "/") else { return nil }
    self.init(String(template.dropFirst(Self.folder.count + 1)))
  }

  /// The name of the template.
  package var template: String { "\(Self.folder)/\(name).html" }
}
