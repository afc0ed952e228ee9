internal import Foundation
package import Model

extension Article {
  /// Whether the first image in the body is the article's ``image``, so that showing both would repeat it.
  package func bodyShowsImage(on site: Site) -> Bool {
    guard let image, let first = firstPicture else { return false }
    return PictureAddress(first, on: site) == PictureAddress(image.url, on: site)
  }

  /// The URL of the first image in the body. Bodies are sanitised: `>` ends a tag, and attributes are in double quotes.
  private var firstPicture: String? {
    guard let tag = body.firstRange(of: "<img ") else { return nil }
    let attributes = body[body.index(before: tag.upperBound)...].prefix { $0 != ">" }
    guard let start = attributes.firstRange(of: " src=\"")?.upperBound else { return nil }
    let value = String(attributes[start...].prefix { $0 != "\"" })
    return value.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}

/// An http(s) URL, equal to any other that leads to the same image: with or without TLS, percent-encoded or not. A
/// query identifies the image on other sites, but not on the site itself, where images are files.
private struct PictureAddress: Equatable {
  private let host: String
  private let path: String
  private let query: String

  init(_ address: String, on site: Site) {
    let whole = address.prefix { $0 != "#" }
    let place = whole.prefix { $0 != "?" }
    let parts = Self.parts(place)
    host = parts.host
    path = parts.path
    let home = Self.parts(site.address("")[...])
    let isFile = host == home.host && path.hasPrefix(home.path)
    query = isFile ? "" : String(whole[place.endIndex...])
  }

  private static func parts(_ address: Substring) -> (host: String, path: String) {
    let start = address.firstRange(of: "//")?.upperBound ?? address.startIndex
    let scheme = address[..<start].lowercased()
    let authority = address[start...].prefix { $0 != "/" }
    let path = address[authority.endIndex...]
    let decoded = path.removingPercentEncoding ?? String(path)
    var host = authority.lowercased()
    for (ending, usual) in [(":443", "https://"), (":80", "http://")] where host.hasSuffix(ending) && scheme == usual {
      host.removeLast(ending.count)
    }
    return (host, decoded.precomposedStringWithCanonicalMapping)
  }
}
