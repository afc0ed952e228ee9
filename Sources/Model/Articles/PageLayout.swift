/// A site's own template for a whole page: `layout: report` in front matter stands for `templates/layouts/report.html`.
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

  /// The name of the template.
  package var template: String { "\(Self.folder)/\(name).html" }
}
