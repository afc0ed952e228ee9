internal import Cryptography
internal import Foundation
package import Model
internal import Settings
internal import Text
package import Time

/// The Markdown file with the introduction of a digest's next issue.
///
/// It is read like an article, so everything that hides an article hides it too, but it needs no front matter.
package struct IntroFile: Sendable {
  package enum Reading: Hashable, Sendable {
    /// There is no file, or there are no words in it.
    case none
    /// The editor holds it back.
    case hidden
    case intro(Introduction)
    /// It cannot be used as it is.
    case fault([Finding])
  }

  package let reading: Reading
  /// About what works, but probably not as intended.
  package private(set) var warnings: [Finding] = []

  /// - Parameters:
  ///   - path: relative to the site folder.
  ///   - root: the absolute path of the site folder.
  ///   - outside: the URL of a file that the site publishes, by its path relative to the site folder.
  package init(
    _ path: String, of site: Site, in root: String, at now: Instant, outside: @escaping @Sendable (String) -> String?
  ) {
    guard FileManager.default.fileExists(atPath: root + "/" + path) else {
      reading = .none
      return
    }
    var source = Self.source(of: path, site, root)
    source.outside = outside
    switch source.examine(path).reading {
    case .fault(let faults): reading = .fault(faults)
    case .unreadable(let fault): reading = .fault([fault])
    case .draft(let found):
      reading = .hidden
      warnings = found
    case .article(let article, let found):
      warnings = found
      reading = article.isVisible(at: now) ? Self.reading(of: article, at: path, source) : .hidden
    }
  }

  private static func source(of path: String, _ site: Site, _ root: String) -> FolderSource {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return FolderSource(settings: SourceSettings(name: "intro", folder: folder), site: site, root: root, kind: .intros)
  }

  private static func reading(of article: Article, at path: String, _ source: FolderSource) -> Reading {
    guard let bytes = try? source.root.read(path),  // it was read just before
      case .success(let text) = ArticleText.split(bytes, path: path, needsMatter: false)
    else { return .none }
    let title = text.settings["title"]?.string.map { "<h2>\(escapedHTML($0))</h2>\n" } ?? ""
    let html = title + article.body
    guard !html.isEmpty else { return .none }
    return .intro(Introduction(html: html, fingerprint: fingerprint(of: title + text.body)))
  }

  /// The same for text that differs only in white space at the ends of lines, which editors and version control change.
  private static func fingerprint(of text: String) -> String {
    let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    return lowercaseHex(sha256(lines.joined(separator: "\n").utf8).prefix(16))
  }
}

extension SettingTable {
  /// An introduction needs no title.
  func titled(_ title: String) -> SettingTable {
    guard !entries.contains(where: { $0.key.lowercased() == "title" }) else { return self }
    let setting = Setting(.string(title), at: position)
    return SettingTable(
      syntax, at: position, entries: entries + [Entry(key: "title", keyPosition: position, setting: setting)])
  }
}
