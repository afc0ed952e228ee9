internal import Foundation
package import Model
internal import Settings
internal import Text

/// The addresses an article had before its present one, from `aliases` and `redirect_from` in its front matter.
struct FormerAddresses {
  /// Files under `public/` that lead to the article's page; empty if Courant does not make that page.
  private(set) var pages: [String] = []
  /// Keys as in ``ItemKey/link(_:)``, by which the article is recognised.
  private(set) var keys: [String] = []
  private(set) var warnings: [(position: TextPosition, sentence: String)] = []
  private let home: String
  private let article: Article
  private let leads: Bool
  /// Whether `courant serve` answers a path below the site, so that a file there is never seen.
  private let isAnswered: (String) -> Bool

  /// - Parameters:
  ///   - home: the URL of the site that the article belongs to, without a trailing `/`.
  ///   - leads: whether Courant renders the page, so that other files may lead to it.
  ///   - isAnswered: see ``Site/isAnswered(_:)``.
  init(
    _ written: [WrittenAddress], of article: Article, at home: String, leads: Bool,
    isAnswered: @escaping (String) -> Bool
  ) {
    self.isAnswered = isAnswered
    self.home = home
    self.article = article
    self.leads = leads
    for address in written { add(address) }
  }

  private mutating func add(_ address: WrittenAddress) {
    guard let url = url(of: address) else {
      warnings.append((address.position, "\(Self.named(address)) is not an http(s) URL or a path; ignored"))
      return
    }
    let key = ItemKey.link(url)
    if !ItemKey.isHome(url), !keys.contains(key) { keys.append(key) }
    guard leads else { return }
    do throws(Objection) {
      guard let page = try Self.page(at: url, in: home, isPath: Self.isPath(address.text)) else { return }
      if isAnswered(page) { throw Objection(reason: "is a path that `courant serve` answers") }
      if page != article.page, !pages.contains(page) { pages.append(page) }
    } catch {
      warnings.append((address.position, "\(Self.named(address)) \(error.reason), so no page can lead from there"))
    }
  }

  func findings(path: String) -> [Finding] {
    warnings.map { Finding(path, line: $0.position.line, column: $0.position.column, $0.sentence, weight: .warning) }
  }

  static func named(_ address: WrittenAddress) -> String { "`\(address.key)`: \(quoted(address.text))" }
}

extension FormerAddresses {
  /// Resolves an address. Without a leading `/`, Hugo's paths are relative to the article's page, Jekyll's to the site's URL.
  private func url(of address: WrittenAddress) -> String? {
    let text = address.text
    guard text.utf8.count <= FieldLimit.address else { return nil }
    if isWebAddress(text) || text.hasPrefix("//") { return resolve(text, against: home) }
    if text.hasPrefix("/") { return resolve(home + text, against: home) }
    // Anything with another scheme is not a page; only paths remain.
    guard !text.prefix(while: { $0 != "/" }).contains(":") else { return nil }
    if address.key == "redirect_from" { return resolve(home + "/" + text, against: home) }
    var page = article.link[...]
    while page.last == "/" { page.removeLast() }
    return resolve(text, against: String(page))
  }

  private static func isPath(_ text: String) -> Bool { !isWebAddress(text) && !text.hasPrefix("//") }

  private struct Objection: Error {
    let reason: String
  }

  /// The file that a web server returns for a URL, relative to `public/`; nil for another site.
  ///
  /// - Parameter isPath: whether the author wrote a path on this site.
  private static func page(at url: String, in home: String, isPath: Bool) throws(Objection) -> String? {
    guard let url = WebURL(url), let home = WebURL(home) else { return nil }
    let root = home.path.split(separator: "/").map(String.init)
    let names = url.path.split(separator: "/").map(String.init)
    let isInside = url.host == home.host && names.starts(with: root)
    guard isInside else {
      if isPath { throw Objection(reason: "leads out of the site") }
      return nil
    }
    if url.query != nil { throw Objection(reason: "has a query") }
    return try file(of: names.dropFirst(root.count), isFolder: url.path.hasSuffix("/"))
  }

  /// A path that ends in `.html` or `.htm`, so that a web server never runs or interprets the file.
  private static func file(of names: ArraySlice<String>, isFolder: Bool) throws(Objection) -> String {
    if names.isEmpty || names == ["index.html"] { throw Objection(reason: "is the front page") }
    var plain: [String] = []
    for name in names {
      guard let name = name.removingPercentEncoding.map(composed), isUsable(name) else {
        throw Objection(reason: "is not a usable path")
      }
      plain.append(name)
    }
    let last = plain[plain.count - 1].lowercased()
    let isPage = !isFolder && (last.hasSuffix(".html") || last.hasSuffix(".htm"))
    let path = plain.joined(separator: "/") + (isPage ? "" : "/index.html")
    if path.utf8.count > FieldLimit.address { throw Objection(reason: "is too long") }
    return path
  }

  /// A name that begins with a dot may be a hidden file, the folder itself or the one above it.
  private static func isUsable(_ name: String) -> Bool {
    !name.hasPrefix(".") && name.utf8.count <= 200
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && scalar != "/" && scalar != "\\" && scalar.value != 0x7F
          && scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
      }
  }
}

extension FolderSource {
  /// A notice about a former address, with the reason why no page can lead from it.
  package func notice(aboutFormerPage page: String, of article: Article, at path: String, _ reason: String) -> Finding {
    let written = matter(of: path, under: Holds())?.formerAddresses ?? []
    let address = written.first { formerAddresses(of: article, [$0]).pages == [page] }
    let what = address.map(FormerAddresses.named) ?? "/\(page)"  // the file has changed since
    return Finding(
      path, line: address?.position.line, column: address?.position.column, "\(what) \(reason)", weight: .notice)
  }

  func formerAddresses(of article: Article, _ written: [WrittenAddress]) -> FormerAddresses {
    let leads = kind == .articles && article.hasPage && site.hasPages
    return FormerAddresses(written, of: article, at: links?.home ?? site.url, leads: leads, isAnswered: site.isAnswered)
  }
}
