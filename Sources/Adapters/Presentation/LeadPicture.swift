internal import Foundation
package import Model
internal import Text

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
  private let query: String?

  init(_ address: String, on site: Site) {
    guard let url = WebURL(address) else {
      host = ""
      path = address
      query = nil
      return
    }
    host = Self.hostWithoutUsualPort(url)
    path = Self.decodedPath(url)
    query = Self.isFile(of: site, host, path) ? nil : url.query
  }

  private static func isFile(of site: Site, _ host: String, _ path: String) -> Bool {
    guard let home = WebURL(site.address("")) else { return false }
    return hostWithoutUsualPort(home) == host && path.hasPrefix(decodedPath(home))
  }

  private static func hostWithoutUsualPort(_ url: WebURL) -> String {
    let port = url.scheme == "https" ? ":443" : ":80"
    return url.host.hasSuffix(port) ? String(url.host.dropLast(port.count)) : url.host
  }

  private static func decodedPath(_ url: WebURL) -> String {
    (url.path.removingPercentEncoding ?? url.path).precomposedStringWithCanonicalMapping
  }
}
