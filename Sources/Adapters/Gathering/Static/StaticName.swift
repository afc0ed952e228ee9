/// The name of a file or folder in `static/`.
struct StaticName {
  let text: String

  init(_ text: String) { self.text = text }

  var isPlain: Bool { !text.utf8.contains { $0 < 0x20 || $0 == 0x7F } }

  /// Whether an editor, a system or version control left it there. Such files are ignored.
  var isLeftover: Bool {
    Self.leftovers.contains(text) || text.hasPrefix("._") || text.hasPrefix(".#") || text.hasSuffix("~")
      || text.hasSuffix(".swp") || text.hasSuffix(".swo") || (text.hasPrefix("#") && text.hasSuffix("#"))
  }

  private static let leftovers: Set<String> = [
    ".", "..", ".DS_Store", "Thumbs.db", "desktop.ini", ".directory", ".git", ".gitignore", ".gitattributes",
    ".gitkeep",
    ".keep", ".hg", ".hgignore", ".svn",
  ]

  /// Whether the name is hidden, except for the few hidden files that servers look for. Any other may be a password or a
  /// key that a program left here.
  func isHidden(in folder: String) -> Bool {
    guard text.hasPrefix(".") else { return false }
    return !(text == ".well-known" && folder == StaticFolder.name || text == ".htaccess" || text == ".nojekyll")
  }

  static let whyHidden = "hidden files are not published, except .well-known, .htaccess and .nojekyll; rename it"
}
