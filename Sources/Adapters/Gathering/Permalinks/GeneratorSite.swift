internal import Files
internal import Model
internal import Settings
internal import Text

/// Another generator's settings for the site that it generates.
struct GeneratorSite: Sendable {
  /// Scheme and host, for example `https://blog.example.org`; nil if they do not say.
  private(set) var url: String?
  /// The path in front of all paths of the site: empty, or for example `/blog`.
  private(set) var root = ""
  /// The folder with its articles and pages, relative to the site folder: Hugo's folder of content, or Jekyll's of
  /// everything. Empty for the site folder itself.
  private(set) var top = ""
  /// Values that articles may refer to: `site.repository`, `param.version`.
  private(set) var values: [String: String] = [:]
  /// The bytes of the settings.
  let source: [UInt8]
  /// By section; the empty name applies to all others.
  private var templates: [String: LinkTemplate] = [:]

  /// Nil: the path of the file.
  func template(ofSection section: String) -> LinkTemplate? { templates[section] ?? templates[""] }

  /// Reads the settings in the folder of the source, or above it in the site folder.
  ///
  /// - Parameter site: the absolute path of the site folder.
  init?(of settings: SourceSettings, in site: String) throws(SourceUnavailable) {
    guard let generator = settings.generator else { return nil }
    let names = generator.settingsFiles
    guard let file = Self.find(names, for: settings.folder, in: site) else {
      let sentence =
        "source `\(settings.name)` has generator = \"\(generator.rawValue)\", but there is no \(names[0]) in the folder "
        + "`\(settings.folder)` or above it; put it there, or write `link` instead of `generator`"
      throw SourceUnavailable(finding: Finding("schedule.conf", sentence))
    }
    let table: SettingTable
    do throws(SettingError) {
      source = file.bytes
      let text = try fileText(file.bytes)
      table = file.path.hasSuffix(".toml") ? try readTOML(text) : try readYAML(text)
    } catch {
      let place = error.position
      throw SourceUnavailable(finding: Finding(file.path, line: place?.line, column: place?.column, error.sentence))
    }
    do throws(GeneratorFault) {
      try read(table, of: generator, in: parted(file.path).folder)
    } catch {
      throw SourceUnavailable(
        finding: Finding(file.path, line: error.position.line, column: error.position.column, error.sentence))
    }
    if url == nil, settings.link == nil {
      let sentence = "`\(generator.keyOfURL)` is missing, so it is unknown where the articles of source "
      throw SourceUnavailable(
        finding: Finding(file.path, sentence + "`\(settings.name)` are read; add it, or write `link` in schedule.conf"))
    }
  }

  private static let mostBytes = 1_000_000

  private static func find(
    _ names: [String], for folder: String, in site: String
  ) -> (path: String, bytes: [UInt8])? {
    var folder = folder
    while true {
      for name in names {
        let path = folder.isEmpty ? name : folder + "/" + name
        // A file that is not there or cannot be read is not found; the message names both folders.
        if let bytes = try? readFile(site + "/" + path, most: mostBytes) { return (path, bytes) }
      }
      if folder.isEmpty { return nil }
      folder = parted(folder).folder
    }
  }
}

/// A setting of a generator that cannot be used.
private struct GeneratorFault: Error {
  let position: TextPosition
  let sentence: String
}

extension SiteGenerator {
  /// In the order in which they are looked for.
  fileprivate var settingsFiles: [String] {
    switch self {
    case .jekyll: return ["_config.yml", "_config.yaml", "_config.toml"]
    case .hugo:
      let names = ["hugo", "config"].flatMap { name in ["toml", "yaml", "yml", "json"].map { "\(name).\($0)" } }
      return names + names.map { "config/_default/" + $0 }
    }
  }

  fileprivate var keyOfURL: String { self == .jekyll ? "url" : "baseURL" }
}

extension GeneratorSite {
  private mutating func read(
    _ table: SettingTable, of generator: SiteGenerator, in folder: String
  ) throws(GeneratorFault) {
    switch generator {
    case .jekyll: try readJekyll(table, in: folder)
    case .hugo: try readHugo(table, in: folder)
    }
  }

  /// jekyllrb.com/docs/permalinks, /docs/configuration.
  private mutating func readJekyll(_ table: SettingTable, in folder: String) throws(GeneratorFault) {
    top = folder
    try readURL(table["url"])
    if let base = table["baseurl"]?.string { root += Self.rootPath(base) }
    let setting = table["permalink"]
    let written = setting?.string ?? "date"
    let style = "/:categories/" + (Self.styles[written] ?? "") + ":title"
    let pattern = Self.styles[written] == nil ? written : style + (written == "pretty" ? "/" : ":output_ext")
    templates[""] = try Self.template(pattern, at: setting)
    values = table.plainValues("site.")
  }

  /// Between the categories and the title.
  private static let styles = [
    "date": ":year/:month/:day/", "pretty": ":year/:month/:day/", "ordinal": ":year/:y_day/",
    "weekdate": ":year/W:week/:short_day/", "none": "",
  ]

  /// gohugo.io/configuration/permalinks, /configuration/all. Its keys may be written in any case.
  private mutating func readHugo(_ table: SettingTable, in folder: String) throws(GeneratorFault) {
    let content = Self.rootPath(table[anyCase: "contentDir"]?.string ?? "content").dropFirst()
    let base = folder.hasSuffix("config/_default") ? String(folder.dropLast("config/_default".count)) : folder
    top = ([base] + [String(content)]).filter { !$0.isEmpty }.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
      .joined(separator: "/")
    try readURL(table[anyCase: "baseURL"])
    if case .table(let patterns)? = table[anyCase: "permalinks"]?.value { try readPatterns(patterns) }
    if case .table(let params)? = table[anyCase: "params"]?.value {
      values = params.plainValues("param.").merging(params.plainValues("site.params.")) { first, _ in first }
    }
    for (key, value) in table.plainValues("site.") where values[key] == nil { values[key] = value }
  }

  /// `posts = "/:year/:slug/"` for a section, in the table itself or in its table `page`.
  private mutating func readPatterns(_ table: SettingTable) throws(GeneratorFault) {
    for entry in table.entries {
      switch entry.setting.value {
      case .string(let pattern):
        let section = entry.key == "/" ? "" : entry.key
        templates[section] = try Self.template(pattern, at: entry.setting)
      case .table(let inner) where entry.key == "page": try readPatterns(inner)
      default: break
      }
    }
  }

  private mutating func readURL(_ setting: Setting?) throws(GeneratorFault) {
    guard let setting, let written = setting.string, !written.isEmpty else { return }
    guard let address = WebURL(written) else {
      throw GeneratorFault(position: setting.position, sentence: "\"\(written)\" is not an absolute http(s) URL")
    }
    url = "\(address.scheme)://\(address.host)"
    root = Self.rootPath(address.path)
  }

  private static func template(_ pattern: String, at setting: Setting?) throws(GeneratorFault) -> LinkTemplate {
    do throws(LinkTemplateError) {
      return try LinkTemplate(pattern)
    } catch {
      let offset = pattern.utf8.distance(from: pattern.startIndex, to: error.part.startIndex)
      let position = setting?.position(ofByte: offset) ?? TextPosition(line: 1, column: 1)
      throw GeneratorFault(position: position, sentence: error.sentence)
    }
  }

  /// `/blog` for `blog/`; empty for `/`.
  private static func rootPath(_ path: String) -> String { path.split(separator: "/").map { "/" + $0 }.joined() }
}

extension SettingTable {
  fileprivate subscript(anyCase key: String) -> Setting? {
    self[key] ?? entries.first { $0.key.lowercased() == key.lowercased() }?.setting
  }

  /// Strings, numbers and truth values in it and in its tables, by their path after `prefix`: `site.author.name`.
  fileprivate func plainValues(_ prefix: String) -> [String: String] {
    var values: [String: String] = [:]
    var waiting = [(prefix, self)]
    while let (prefix, table) = waiting.popLast(), values.count < 10_000 {
      for entry in table.entries {
        switch entry.setting.value {
        case .string(let text), .date(let text): values[prefix + entry.key] = text
        case .integer(let number): values[prefix + entry.key] = "\(number)"
        case .float(let number): values[prefix + entry.key] = "\(number)"
        case .boolean(let isTrue): values[prefix + entry.key] = "\(isTrue)"
        case .table(let inner): waiting.append((prefix + entry.key + ".", inner))
        case .array, .null: break
        }
      }
    }
    return values
  }
}
