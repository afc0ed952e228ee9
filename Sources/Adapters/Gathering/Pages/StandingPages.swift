internal import Cryptography
package import Files
package import Model
internal import Text
internal import Time

/// The pages in `pages/`, as they are at one instant.
package struct StandingPages: Sendable {
  /// A page with its text.
  package struct Text: Sendable {
    package let page: StandingPage
    /// Sanitised HTML with absolute URLs.
    package let body: String
  }

  /// A file next to a page that the page shows or links to.
  package struct Asset: Sendable {
    /// Relative to `public/`.
    package let path: String
    /// Relative to the site folder.
    package let original: String
    package let stamp: FileStamp
    /// Opens the file.
    package let open: @Sendable () throws(UnreadableFile) -> OpenFile
  }

  /// The visible pages, in the order of the footer.
  package private(set) var texts: [Text] = []
  package private(set) var assets: [Asset] = []
  /// About files that are not published because of them.
  package private(set) var faults: [Finding] = []
  /// About what works, but probably not as intended.
  package private(set) var advice: [Finding] = []
  /// Whether something could not be read now: pages that are published already may be unchanged.
  package var isUnsure = false
  /// The site that the pages belong to.
  var site: Site?
  private var owners: [String: String] = [:]
  private var shown: Set<String> = []

  package init() {}

  package var pages: [StandingPage] { texts.map(\.page) }

  /// Changes whenever a page, a finding or a file that is shown does.
  package var key: String {
    let written = texts.flatMap { text in
      let page = text.page
      return [page.file, page.name, page.title, page.description, "\(page)", text.body]
    }
    let files = assets.map { "\($0.path) \($0.stamp.text)" }
    let parts = written + files + (faults + advice).map(\.description)
    return lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8))
  }
}

extension StandingPages {
  mutating func add(_ findings: [Finding]) {
    faults += findings.filter { $0.weight == .fault }
    advice += findings.filter { $0.weight != .fault }
  }

  mutating func add(_ file: ReadFile, at path: String, _ now: Instant) {
    switch file.reading {
    case .fault(let findings): add(findings)
    case .draft(let warnings): add(warnings)
    case .unreadable(let finding):
      isUnsure = true
      add([Finding(finding.path, finding.sentence + "; its page stays as it was")])
    case .article(let article, let warnings):
      add(warnings)
      guard article.isVisible(at: now) else { return }
      add(article, file, at: path)
    }
  }

  private mutating func add(_ article: Article, _ file: ReadFile, at path: String) {
    let name = String(article.page.dropLast("/index.html".count))
    if let site, let objection = objection(to: name, on: site) { return add([Finding(printable(path), objection)]) }
    if let other = owners.updateValue(path, forKey: name) {
      owners[name] = other
      return add([Finding(printable(path), "\(other) has the same address, /\(name)/; rename one of them")])
    }
    var page = StandingPage(file: path, name: name, title: article.title)
    page.description = article.summary
    page.weight = file.standing?.weight
    page.isInFooter = file.standing?.isInFooter ?? true
    page.isInMenu = file.standing?.isInMenu ?? false
    page.layout = file.standing?.layout
    page.updated = article.updated
    texts.append(Text(page: page, body: article.body))
    shown.formUnion(file.mentions?.shownFiles ?? [])
  }

  /// Sorts everything, and chooses the files that the pages show. A file that no page shows is not published.
  mutating func finish(_ listing: Listing, _ source: FolderSource) {
    texts.sort { $0.page < $1.page }
    faults.sort()
    advice.sort()
    assets = listing.assets.filter { shown.contains(source.publicPath(ofAsset: $0.path)) }.map { file in
      let open: @Sendable () throws(UnreadableFile) -> OpenFile = { () throws(UnreadableFile) in
        try source.open(file.path)
      }
      return Asset(
        path: source.publicPath(ofAsset: file.path), original: file.path, stamp: file.stamp, open: open)
    }
  }
}

extension Site {
  /// The URL of the page in a file, given by its path relative to the site folder; nil if it is not published.
  func address(ofPageIn path: String) -> String? {
    guard path.hasPrefix(PagesFolder.name + "/") else { return nil }
    let key = nameKey(path)
    return standing.first { nameKey($0.file) == key }.map { address($0) }
  }

  /// The URL of a page that is not an article.
  private func address(_ page: StandingPage) -> String { address(percentEncodedPath(page.name) + "/") }
}
