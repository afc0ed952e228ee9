/// A marker file: not an article, but it affects the files next to it or below it.
enum MarkerFile: Hashable {
  /// Hugo's and Zola's `_index.md`.
  case section
  /// The `index.html` of a bundle, or an index in another markup language, as Hugo allows.
  case index
  /// Eleventy's `posts/posts.json` and `post.11tydata.js`, Quarto's `_metadata.yml`.
  case values

  init?(name: String) {
    guard Self.mayBeOne(name) else { return nil }
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last.map(String.init) else { return nil }
    switch String(parts[0]) {
    case "_index" where Self.markup.contains(ending): self = .section
    case "index" where Self.markup.contains(ending) && FileKind(name: name) != .article: self = .index
    case "_metadata" where ending == "yml" || ending == "yaml": self = .values
    case "_data" where ["yml", "yaml"].contains(ending), "" where parts.count == 3 && parts[1] == "meta": self = .values
    case _ where ending == "meta": self = .values
    case _ where ending == "json" || parts.contains("11tydata"): self = .values
    default: return nil
    }
  }

  /// False for nearly all names, at the cost of a look at their bytes: those with one dot that neither begin like a marker
  /// file (`_index`, `index`, `_data`, `11tydata`) nor end like one (`json`, `meta`, `11tydata`).
  private static func mayBeOne(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last else { return false }
    return "_iI1.".utf8.contains(first) || "aAnN".utf8.contains(last)
      || name.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1
  }

  /// Whether a data file applies to everything in its folder.
  static func isOfFolder(_ name: String) -> Bool {
    ["_metadata.", "_data.", "_category_.", ".meta."].contains { name.hasPrefix($0) }
  }

  private static let markup: Set<String> = [
    "md", "markdown", "mkd", "mkdn", "mdown", "mdx", "html", "htm", "adoc", "asciidoc", "ad", "org", "rst", "pandoc",
    "pdc", "qmd", "rmd", "ipynb", "typ", "textile", "dj",
  ]
}
