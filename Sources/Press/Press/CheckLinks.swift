internal import Files
internal import Foundation
internal import Markdown
internal import Model
internal import Pages
internal import PublicPlace
internal import Text

/// Links and images of articles that lead to nothing on the site itself.
extension PressRun {
  /// An address counts if this run would publish something there, or if `public/` holds a file that somebody else put
  /// there. Only addresses below `[site] url` are looked at.
  func deadLinks(_ articles: [Article]) throws -> [Finding] {
    let visible = articles.filter { $0.isVisible(at: now) }
    if visible.isEmpty { return [] }
    var report = RunReport()  // its problems are told by `gather` and by the next run
    let published = Set(try printed(&report).map(\.path))
    let anchors = Anchors(visible)
    let paths = try articlePaths()
    return visible.flatMap { article -> [Finding] in
      let dead = SiteLinks(of: article, on: site).all.filter { link in
        guard let path = file(of: link, among: published) else { return true }
        return link.fragment.map { anchors.lack($0, in: path) } ?? false
      }
      return dead.map { finding($0, in: paths[article.id] ?? "\(article.id)") }
    }
  }

  /// The file under `public/` at which a link leads; nil if there is none.
  private func file(of link: SiteLink, among published: Set<String>) -> String? {
    let path = link.path
    let files =
      path.isEmpty || path.hasSuffix("/") ? [path + "index.html"] : [path, path + "/index.html", path + ".html"]
    return files.first { published.contains($0) || output.exists($0) }
  }

  private func finding(_ link: SiteLink, in path: String) -> Finding {
    let what = link.isImage ? "the image" : "the link"
    let sentence = "\(what) to \(link.address) leads nowhere on this site; correct it, or add what is missing"
    return Finding(path, line: line(of: link, in: path), sentence, weight: .advice)
  }

  /// The first line of the file that holds the end of the address as it is written or decoded; nil if none does.
  private func line(of link: SiteLink, in path: String) -> Int? {
    let file = folder + "/" + path
    // The finding then has no line.
    guard let bytes = try? readFile(file, most: MarkdownDocument.maxBytes) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = link.spellings
    return lines.firstIndex { line in wanted.contains { line.contains($0) } }.map { $0 + 1 }
  }
}

/// An address below the site's own.
struct SiteLink: Hashable {
  /// As it stands in the article.
  let address: String
  /// Below `public/`, decoded.
  let path: String
  let fragment: String?
  let isImage: Bool

  /// How its end may be written in the article's file.
  var spellings: [String] {
    if let fragment { return ["#" + fragment] }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let written = address.split(separator: "/").last.map(String.init) ?? address
    return [written, name].filter { !$0.isEmpty }
  }
}

/// The links of an article that lead to its own site, each once, in their order.
struct SiteLinks {
  private(set) var all: [SiteLink] = []

  init(of article: Article, on site: Site) {
    var seen = Set<String>()
    let found = Self.addresses(in: article.body) + (article.image.map { [($0.url, true)] } ?? [])
    for (address, isImage) in found where seen.insert(address).inserted {
      guard let link = SiteLink(address, isImage: isImage, base: site.url, own: article.link) else { continue }
      all.append(link)
    }
  }

  /// Bodies are sanitised: every attribute is in double quotes, and `<` begins a tag. By hand, because a regular
  /// expression takes longer than everything else that `check` does with many articles.
  private static func addresses(in body: String) -> [(String, Bool)] {
    let bytes = Array(body.utf8)
    var found: [(String, Bool)] = []
    var isImage = false
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "<") { isImage = bytes[place...].starts(with: "<img ".utf8) }
      guard bytes[place] == UInt8(ascii: "="), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else {
        continue
      }
      let before = bytes[..<place]
      guard before.suffix(5).elementsEqual(" href".utf8) || before.suffix(4).elementsEqual(" src".utf8) else {
        continue
      }
      let value = bytes[(place + 2)...].prefix { $0 != UInt8(ascii: "\"") }
      found.append((unescapedHTML(String(decoding: value, as: UTF8.self)), isImage))
    }
    return found
  }
}

extension SiteLink {
  /// Nil for an address elsewhere, and for a place in the article itself that is written as such.
  fileprivate init?(_ address: String, isImage: Bool, base: String, own: String) {
    guard address.hasPrefix(base) else { return nil }
    let rest = address.dropFirst(base.count)
    guard rest.isEmpty || "/?#".contains(rest.first ?? "/") else { return nil }
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }.drop { $0 == "/" }
    let decoded = String(path).removingPercentEncoding ?? String(path)
    // What CGI programs answer cannot be known.
    if parts[0].contains("?") { return nil }
    let fragment = parts.count > 1 && !parts[1].isEmpty ? parts[1].removingPercentEncoding ?? String(parts[1]) : nil
    self.init(address: address, path: decoded, fragment: fragment, isImage: isImage)
  }
}

/// The places in articles that a fragment can name.
private struct Anchors {
  /// By the page of an article.
  private let bodies: [String: String]

  init(_ articles: [Article]) {
    bodies = Dictionary(articles.map { ($0.page, $0.body) }) { first, _ in first }
  }

  /// False for whatever is no article's page; ids with a colon are the template's.
  func lack(_ fragment: String, in page: String) -> Bool {
    guard let body = bodies[page], fragment != "top", !fragment.contains(":") else { return false }
    return !body.contains("id=\"\(fragment)\"") && !body.contains("name=\"\(fragment)\"")
  }
}
