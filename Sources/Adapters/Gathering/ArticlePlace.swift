internal import Foundation
package import Model
internal import Text
internal import Time
internal import XML

/// Facts about an article that follow from its path in the source.
struct ArticlePlace {
  /// The path without extension and without `/index`.
  let name: String
  /// The article's default id: its name, or the id under which it is known.
  let id: String
  /// The name of its page, unless set by its id: its name, or its first name.
  let pageName: String
  /// The base for URLs in the body: where the article's folder is published.
  let base: String
  /// The date in a name such as `2026-11-23-title.md`, `2026-11-23-title/index.md` or `2026/11/23-title.md`.
  let date: WrittenDate?
  private let tagPrefix: String
  /// The URL at which the image named in the front matter is published; nil if the source has no such file.
  var picture: (_ written: String) -> String? = { _ in nil }
  /// The file of this name, to be attached to the article.
  var attached: (_ written: String) throws(AttachmentFault) -> Attachment = { _ throws(AttachmentFault) in
    throw .onlyArticles
  }

  /// `pathInside` is relative to the source's folder.
  ///
  /// - Parameter root: where the source's files are published, relative to `public/`.
  init(pathInside: String, site: Site, below root: String = "articles/", known: KnownName? = nil) {
    var components = pathInside.split(separator: "/").map(String.init)
    let file = components.removeLast()
    let folder = components.map { $0 + "/" }.joined()
    base = site.address(root + percentEncodedPath(folder))
    let stem = String(file.prefix(upTo: file.lastIndex(of: ".") ?? file.endIndex))
    if stem != "index" || components.isEmpty { components.append(stem) }
    name = composed(components.joined(separator: "/"))
    id = known?.id.text ?? name
    pageName = known?.name ?? name
    date = dateInPath(name)
    tagPrefix = site.articleTagPrefix
  }

  /// The id from which this site's feeds derive the given URL, so that no two articles can
  /// have it; nil for another URL.
  func plainID(_ address: String) -> String? {
    guard address.utf8.starts(with: tagPrefix.utf8) else { return nil }
    return String(address.utf8.dropFirst(tagPrefix.utf8.count))?.removingPercentEncoding
  }
}

/// The last date in a path: `2026-11-23-title`, `2017/06/07-name`, `20261123_title/images`. It must begin a name and
/// end at the end of a word.
func dateInPath(_ path: String) -> WrittenDate? {
  let bytes = Array(path.utf8)
  let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == UInt8(ascii: "/") }
  return starts.reversed().lazy.compactMap { date(beginning: bytes[$0...]) }.first
}

private func date(beginning bytes: ArraySlice<UInt8>) -> WrittenDate? {
  var rest = bytes
  func number(_ digits: ClosedRange<Int>) -> String? {
    let found = rest.prefix(digits.upperBound).prefix { (0x30...0x39).contains($0) }
    guard digits.contains(found.count) else { return nil }
    rest = rest.dropFirst(found.count)
    return String(decoding: found, as: UTF8.self)
  }
  func separator() -> Bool {
    guard let byte = rest.first, "-_/".utf8.contains(byte) else { return false }
    rest = rest.dropFirst()
    return true
  }
  guard let year = number(4...4), let value = Int(year), (1900...2199).contains(value) else { return nil }
  let isSeparated = separator()
  let digits = isSeparated ? 1...2 : 2...2
  guard let month = number(digits), separator() == isSeparated, let day = number(digits) else { return nil }
  if let next = rest.first, !"-_/ .T".utf8.contains(next) { return nil }
  return WrittenDate("\(year)-\(month)-\(day)")
}

/// The name in the ledger of an article whose file's path would now give it a different name.
package struct KnownName: Hashable, Sendable {
  package let id: Article.ID
  /// The name used for its page.
  package let name: String

  package init(id: Article.ID, name: String) {
    self.id = id
    self.name = name
  }
}
