package import Model
package import Time

/// The easy-to-read versions of a source's articles: `x.easy.md` next to `x.md`.
///
/// They are read like articles, so everything that hides an article hides one of them too.
package struct EasyVersions: Sendable {
  package struct Version: Sendable {
    /// The path of its article's file without its ending, relative to the site folder.
    package let stem: String
    package let title: String
    /// Sanitised HTML with absolute URLs.
    package let body: String
  }

  /// The files that one of them names, published or not.
  package struct Mentions: Sendable {
    /// As of ``Version/stem``.
    package let stem: String
    package let files: FileMentions
  }

  package private(set) var versions: [Version] = []
  package private(set) var mentions: [Mentions] = []
  /// About files that are not published because of them, and about what works, but probably not as intended.
  package private(set) var findings: [Finding] = []

  package init() {}
}

extension FolderSource {
  /// Reads the easy-to-read versions of a listing.
  ///
  /// - Parameter now: a version dated later is not published.
  package func easyVersions(in listing: Listing, at now: Instant) -> EasyVersions {
    var found = EasyVersions()
    if listing.easy.isEmpty { return found }
    let holds = holds(of: listing).holds
    let stems = Set(listing.articles.map { Gathering.stem(of: $0.path) })
    for path in listing.easy.map(\.path) {
      guard let stem = EasyVersions.stem(ofVersion: path) else { continue }
      let file = asEasy.examine(path, under: holds)
      found.add(file, stem: stem, path, stems.contains(stem) ? objection(at: now) : { _ in Self.lonely })
    }
    return found
  }

  private static let lonely = "there is no article of this name, so this easy-to-read version is not published"

  /// Its dates are those of its article; a date only in this file might pass while nothing else changes.
  private func objection(at now: Instant) -> (Article) -> String? {
    { article in
      guard article.expires != nil || article.published > now else { return nil }
      return "an easy-to-read version has the dates of its article; remove its own dates, or write draft: true"
    }
  }

  private var asEasy: FolderSource {
    var source = self
    source.kind = .easy
    return source
  }
}

extension EasyVersions {
  /// The path of an article's file without its ending.
  package static func stem(ofArticle path: String) -> String { Gathering.stem(of: path) }

  /// The ``Version/stem`` of an easy-to-read version in this file; nil if it has another name.
  package static func stem(ofVersion path: String) -> String? {
    guard FileKind(name: parted(path).name) == .article, FileKind.isEasyVersion(path) else { return nil }
    return String(Gathering.stem(of: path).dropLast(FileKind.easyEnding.utf8.count))
  }

  fileprivate mutating func add(
    _ file: ReadFile, stem: String, _ path: String, _ objection: (Article) -> String?
  ) {
    if let files = file.mentions { mentions.append(Mentions(stem: stem, files: files)) }
    switch file.reading {
    case .fault(let faults): findings += faults
    case .unreadable(let finding): findings.append(finding)
    case .draft(let warnings): findings += warnings
    case .article(let article, let warnings):
      findings += warnings
      if let sentence = objection(article) { return findings.append(Finding(printable(path), sentence)) }
      versions.append(Version(stem: stem, title: article.title, body: article.body))
    }
  }
}
