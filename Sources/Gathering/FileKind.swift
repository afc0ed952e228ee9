/// What a file is to a source, by its name.
enum FileKind: Hashable {
  case article
  /// Published beside the articles, byte for byte.
  case asset

  /// Nil for whatever is neither: hidden files, drafts of editors (`~`, `.tmp`, `.swp`), Hugo's `_index.md`, programs.
  init?(name: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
    guard !name.utf8.starts(with: ".".utf8) else { return nil }
    let ending = name[name.index(after: dot)...]
    switch Self.kinds[String(ending)] ?? Self.kinds[ending.lowercased()] {
    case .article? where name.utf8.first == UInt8(ascii: "_") && name.prefix { $0 != "." } == "_index": return nil
    case let kind?: self = kind
    case nil: return nil
    }
  }

  /// The ending of a text in a language of markup that is not read, in lower case; nil for other files.
  static func unreadEnding(of name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), let first = name.first, !"._".contains(first) else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return unread.contains(ending) ? ending : nil
  }

  private static let unread: Set<String> = [
    "mdx", "qmd", "rmd", "rmarkdown", "mkd", "mkdn", "mkdown", "mdown", "mdwn", "markdn", "pandoc", "adoc", "asciidoc",
    "org", "rst", "textile", "ipynb",
  ]

  private static let kinds: [String: FileKind] = {
    let articles = ["md", "markdown"]
    let assets = [
      "apng", "avif", "bmp", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp",
      "aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav",
      "m4v", "mov", "mp4", "ogv", "webm", "pdf",
    ]
    return Dictionary(uniqueKeysWithValues: articles.map { ($0, article) } + assets.map { ($0, asset) })
  }()
}
