/// The role of a file in a source, from its name.
enum FileKind: Hashable {
  case article
  /// Published next to the articles, byte for byte.
  case asset
  /// The same, but only in the folder of an article or below it: elsewhere it may not be meant for publication.
  case bundled

  /// Nil for all other files: hidden files, temporary files of editors (`~`, `.tmp`, `.swp`), Hugo's `_index.md`,
  /// programs, keys, databases, settings and files that browsers would run.
  init?(name: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
    guard !name.utf8.starts(with: ".".utf8) else { return nil }
    let ending = name[name.index(after: dot)...]
    switch Self.kinds[String(ending)] ?? Self.kinds[ending.lowercased()] {
    case .article? where name.utf8.first == UInt8(ascii: "_") && name.prefix { $0 != "." } == "_index": return nil
    // Word's and LibreOffice's locks: `~$x.docx`.
    case .asset? where name.utf8.first == UInt8(ascii: "~"): return nil
    case let kind?: self = kind
    case nil:
      guard Self.mayBeBundled(name, ending.lowercased()) else { return nil }
      self = .bundled
    }
  }

  /// The part of an easy-to-read version's name before its extension: `x.easy.md` belongs to `x.md`.
  static let easyEnding = ".easy"

  /// Whether a Markdown file is an easy-to-read version of an article.
  static func isEasyVersion(_ path: String) -> Bool {
    stem(of: path).utf8.suffix(easyEnding.utf8.count).elementsEqual(easyEnding.utf8) { byte, letter in
      byte == letter || byte == letter - 0x20 && letter > 0x60
    }
  }

  /// The extension, in lower case, of a file that other generators read as an article and Courant
  /// does not; nil for other files.
  static func unreadEnding(of name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), let first = name.first, !"._".contains(first) else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return otherMarkup.contains(ending) ? ending : nil
  }

  static let articleEndings = ["md", "markdown", "mkd", "mkdn", "mkdown", "mdown", "mkdownd", "mdwn", "markdn"]

  static let otherMarkup: Set<String> = [
    "mdx", "rst", "adoc", "asciidoc", "org", "textile", "rmd", "rmarkdown", "qmd", "ipynb", "mmark", "pandoc", "djot",
  ]

  private static func mayBeBundled(_ name: String, _ ending: String) -> Bool {
    let isPlain =
      (1...10).contains(ending.utf8.count)
      && ending.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    guard isPlain, !refused.contains(ending), !otherMarkup.contains(ending) else { return false }
    guard MarkerFile(name: name) == nil else { return false }
    let parts = name.lowercased().split(separator: ".")
    return !parts.dropFirst().dropLast().contains { refused.contains(String($0)) } && !parts[0].hasPrefix("id_")
  }

  private static let kinds: [String: FileKind] = {
    let assets = [
      "apng", "avif", "bmp", "gif", "heic", "ico", "jfif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp",
      "aac", "flac", "m4a", "mid", "mp3", "oga", "ogg", "opus", "wav",
      "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "ogv", "webm", "vtt", "srt",
      "csv", "tsv", "xls", "xlsx", "ods", "doc", "docx", "odt", "rtf", "ppt", "pptx", "odp", "pdf", "epub", "mobi",
      "zip", "gz", "tgz", "bz2", "xz", "7z", "tar", "ics", "vcf", "bib", "ris", "gpx", "kml", "geojson",
    ]
    return Dictionary(uniqueKeysWithValues: articleEndings.map { ($0, article) } + assets.map { ($0, asset) })
  }()

  /// Files that are never published: keys and passwords, databases, settings, programs and their source code,
  /// templates, backups.
  private static let refused: Set<String> = [
    "pem", "key", "p12", "pfx", "p8", "crt", "cer", "der", "csr", "jks", "keystore", "kdbx", "gpg", "pgp", "asc", "ppk",
    "ovpn", "secret", "token", "htpasswd", "htaccess", "netrc", "pwd", "passwd",
    "sqlite", "sqlite3", "db", "db3", "mdb", "accdb", "sql", "dump", "ldb", "wal", "shm",
    "toml", "yaml", "yml", "ini", "conf", "cfg", "config", "env", "properties", "plist", "lock", "json5", "tfstate",
    "tfvars",
    "html", "htm", "xhtml", "xht", "shtml", "mhtml", "xml", "xsl", "xslt", "js", "mjs", "cjs", "ts", "tsx", "jsx",
    "vue",
    "svelte", "astro", "css", "scss", "sass", "less", "map", "wasm", "swf", "hta", "jnlp", "webmanifest",
    "php", "phtml", "cgi", "jsp", "asp", "aspx", "pl", "sh", "bash", "zsh", "fish", "bat", "cmd", "ps1", "vbs", "exe",
    "msi",
    "dll", "so", "dylib", "com", "scr", "app", "apk", "jar", "war", "deb", "rpm", "dmg", "iso", "bin", "o", "a", "pyc",
    "njk", "liquid", "hbs", "ejs", "haml", "slim", "pug", "mustache", "tmpl", "tpl", "erb", "j2", "jinja", "jinja2",
    "bak", "old", "orig", "rej", "tmp", "temp", "swp", "swo", "log", "pid", "part", "crdownload", "draft", "mbox",
    "eml",
  ]
}
