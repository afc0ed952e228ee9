internal import Model
internal import Settings
internal import Text

extension SourceSettings {
  private enum DateFormat: String, CaseIterable { case us = "US" }

  /// Reads `[sources.NAME]` of a folder; nil if it cannot be used at all. Mistakes are reported.
  init?(_ name: String, _ section: SettingReader) {
    SourceKey.refuseForFolder(in: section)
    let folder =
      section.setting("folder") == nil
      ? section.reportNoPlace() : section.required("folder", example: #""articles""#, section.innerPath)
    let topics = section.topicTexts("topics")
    let dates = section.choice("date_format", of: DateFormat.self)
    let title = section.line("title")
    let feed = section.feedAddress("feed")
    let exclude = section.patterns("exclude")
    let link = section.articleLink("link")
    let generator = section.choice("generator", of: SiteGenerator.self)
    guard let folder else { return nil }
    self.init(name: name, folder: folder, topics: topics?.map(\.text) ?? [], readsUSDates: dates == .us)
    self.title = title
    self.feed = feed
    self.exclude = exclude
    self.link = link
    self.generator = generator
  }
}

extension SettingReader {
  /// A source says either where its files are or what is fetched.
  fileprivate func reportNoPlace() -> String? {
    report(
      at: table.position,
      "`folder` or `url` is missing; add a folder of the site, folder = \"articles\", or what is fetched, for example "
        + "url = \"https://blog.example.org/feed\"")
    return nil
  }

  /// Patterns of paths inside the folder of a source: one string or a list.
  fileprivate func patterns(_ key: String) -> [String] {
    var patterns: [String] = []
    for (text, setting) in strings(key, acceptsOne: true) ?? [] {
      let parts = text.split(separator: "/")
      if parts.isEmpty || text.hasPrefix("/") || parts.contains("..") {
        let example = "\"drafts/**\""
        report(
          at: setting.position,
          "`\(key)` must be paths inside the folder, for example \(example); found \"\(text)\"")
      } else if parts.contains(where: { $0 != "**" && $0.contains("**") }) {
        report(at: setting.position, "`**` matches whole folders; write it alone between slashes, or write `*`")
      } else {
        patterns.append(text)
      }
    }
    return patterns
  }

  /// The URL of an article with placeholders.
  fileprivate func articleLink(_ key: String) -> String? {
    let example = "https://blog.example.org/:year/:month/:slug/"
    guard let setting = setting(key), let text = sourceURL(key, example: example) else { return nil }
    do throws(LinkTemplateError) {
      let template = try LinkTemplate(text)
      if template.placeholders.contains(where: \.tellsArticlesApart) { return text }
      report(key, "`\(key)` is the same for several articles; write, for example, \"\(example)\"")
    } catch {
      let offset = text.utf8.distance(from: text.startIndex, to: error.part.startIndex)
      report(at: setting.position(ofByte: offset), error.sentence)
    }
    return nil
  }
}

extension SettingReader {
  /// The path of an article's page with placeholders, for `[site] permalink`.
  func permalink(_ key: String) -> String? {
    let example = "/:year/:month/:slug/"
    guard let setting = setting(key), let text = string(key) else { return nil }
    guard text.hasPrefix("/"), text.hasSuffix("/"), !text.contains(where: { "?#\\ ".contains($0) }),
      !text.contains("//"), !text.contains("/.")
    else {
      report(key, "`\(key)` must be a path that begins and ends with /, for example \"\(example)\"; found \"\(text)\"")
      return nil
    }
    do throws(LinkTemplateError) {
      let template = try LinkTemplate(text)
      if template.placeholders.contains(.outputExtension) {
        report(key, "`:output_ext` has no meaning here; pages are folders, for example \"\(example)\"")
      } else if !template.placeholders.contains(where: \.tellsArticlesApart) {
        report(key, "`\(key)` is the same for several articles; write, for example, \"\(example)\"")
      } else if let folder = ReservedFolder.first(of: text) {
        report(key, "Courant's own pages are at /\(folder)/; begin `\(key)` with another folder")
      } else {
        return text
      }
    } catch {
      let offset = text.utf8.distance(from: text.startIndex, to: error.part.startIndex)
      report(at: setting.position(ofByte: offset), error.sentence)
    }
    return nil
  }
}

extension LinkTemplate.Placeholder {
  fileprivate var tellsArticlesApart: Bool {
    let names: Set<Self> = [
      .title, .slug, .name, .basename, .filename, .path, .contentBaseName, .slugOrFilename, .slugOrContentBaseName,
    ]
    return names.contains(self)
  }
}
