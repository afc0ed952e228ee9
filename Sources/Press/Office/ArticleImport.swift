package import Captures
internal import Files
internal import Foundation
package import Model
package import Press
internal import PublicPlace
internal import Text
package import Time
internal import XML

/// Drafts an article for one site from captured text, an HTML page or a database's record of a paper.
package struct ArticleImport {
  private let opened: OpenedSite
  private let shelved: [ShelvedArticle]
  private let now: Instant

  /// A file cannot be read, or nothing can be made of it.
  package struct Refusal: Error {
    package let sentence: String
  }

  package typealias Reading = (file: ImportedFile, findings: [Finding])

  package struct Options: Sendable {
    package var date: WrittenDate?
    /// The path of a file with one known topic per line.
    package var topicFile: String?
    package var base: String?
    package var selectors: [FieldSelector] = []

    package init() {}
  }

  /// - Parameter shelf: its articles' topics are known, and so are their titles.
  package init(_ opened: OpenedSite, shelf: any ArticleShelf, now: Instant) throws {
    self.opened = opened
    self.now = now
    shelved = try shelf.shelvedArticles()
  }

  package func read(_ path: String, _ options: Options) throws(Refusal) -> Reading {
    let bytes = try Self.bytes(path)
    let modified = Self.folder(of: path).date((path as NSString).lastPathComponent)
    return try read(bytes, named: path, modified, options)
  }

  /// A page that was fetched; its URL is the base of its links.
  package func read(_ page: ImportFetching.Page, _ options: Options) throws(Refusal) -> Reading {
    var options = options
    options.base = options.base ?? page.url
    return try read(page.bytes, named: page.url, nil, options)
  }

  package func read(_ paper: CapturedPaper, named name: String, _ options: Options) -> Reading {
    let file = ImportedFile(paper, name: name, date: options.date)
    return (file, file.findings + known(file, name))
  }

  private func read(
    _ bytes: [UInt8], named name: String, _ modified: Instant?, _ options: Options
  ) throws(Refusal) -> Reading {
    var settings = CaptureSettings()
    settings.topics = KnownTopics(try knownTopics(options))
    settings.readsUSDates = opened.site.sources.contains(where: \.readsUSDates)
    settings.base = options.base
    for selector in options.selectors { settings.selectors[selector.field] = selector }
    let zone = opened.site.zone
    let dates = ImportedFile.Dates(
      written: options.date, modified: modified.map { zone.civil(at: $0) }, today: zone.civil(at: now))
    do throws(PageRefusal) {
      let file = try ImportedFile(bytes, path: name, settings: settings, dates: dates)
      return (file, file.findings + known(file, name))
    } catch {
      throw Refusal(sentence: "\(name): \(error.sentence)")
    }
  }

  private static func bytes(_ path: String) throws(Refusal) -> [UInt8] {
    do throws(FileFault) {
      return try readFile(path, most: ImportedFile.maxBytes)
    } catch {
      throw Refusal(sentence: "\(path): cannot be read: \(error)")
    }
  }

  /// Topics of articles, feeds, sources and aliases, and those of a file.
  private func knownTopics(_ options: Options) throws(Refusal) -> [String] {
    let site = opened.site
    var labels = Set(shelved.flatMap { $0.article.topics.map(\.label) })
    labels.formUnion(site.sources.flatMap(\.topics))
    labels.formUnion(site.aliases.flatMap { [$0.key.text, $0.value.label] })
    for rule in site.feeds.map(\.topics) {
      labels.formUnion((rule.anyOf ?? []).union(rule.allOf).union(rule.noneOf).map(\.text))
    }
    if let path = options.topicFile {
      let lines = DecodedText(try Self.bytes(path)).text.split(separator: "\n").map { $0.trimmed }
      labels.formUnion(lines.filter { !$0.isEmpty && !$0.hasPrefix("# ") })
    }
    return labels.sorted()
  }

  /// Articles of the site that have the title of this one, or of one of its related articles.
  private func known(_ file: ImportedFile, _ path: String) -> [Finding] {
    let ids = Dictionary(shelved.map { (Self.comparable($0.article.title), $0.id.text) }) { first, _ in first }
    var findings: [Finding] = []
    if let id = ids[Self.comparable(file.title)] {
      findings.append(Finding(path, "the site has an article of this title already: \(id)", weight: .warning))
    }
    for teaser in file.related {
      guard let id = ids[Self.comparable(teaser.title)] else { continue }
      findings.append(
        Finding(path, line: teaser.line, "the site has this related article: \(id)", weight: .notice))
    }
    return findings
  }

  private static func comparable(_ title: String) -> String { TopicSlug(title).text }
}

// MARK: - Writing

extension ArticleImport {
  package enum Outcome: Sendable {
    case written
    /// The file has these bytes already.
    case unchanged
    /// A file already exists; it is left unchanged.
    case exists
  }

  /// Where the article belongs: in the folder of the first source.
  package func path(of file: ImportedFile) -> String? {
    opened.site.sources.first.map { "\(opened.folder)/\($0.folder)/\(file.name).md" }
  }

  private static func folder(of path: String) -> PublicFolder {
    let folder = enclosingFolder(of: path)
    return PublicFolder(folder.isEmpty ? "." : folder)
  }

  package func write(_ text: String, to path: String, replacing: Bool) throws -> Outcome {
    let folder = Self.folder(of: path)
    let name = (path as NSString).lastPathComponent
    let bytes = Array(text.utf8)
    if folder.exists(name) {
      if (try? readFile(path)) == bytes { return .unchanged }
      guard replacing else { return .exists }
    }
    _ = try folder.write(bytes, to: name)
    return .written
  }
}
