internal import Curl
internal import Model

/// What an object says of itself to browsers and caches.
struct ObjectFields {
  let contentType: String
  let cacheControl: String

  init(of path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    contentType = Self.ofNames[name] ?? MediaType.content(ofFile: name)
    cacheControl = Self.isNamedByContent(name) ? "public, max-age=31536000, immutable" : "public, max-age=300"
  }

  var all: [HTTPField] { [HTTPField("Content-Type", contentType), HTTPField("Cache-Control", cacheControl)] }

  /// Whether the name contains a hash, as those of site generators do (`photo.3f2a9c1b.png`): other bytes have another name.
  private static func isNamedByContent(_ name: String) -> Bool {
    guard let hash = name.firstMatch(of: /[.-]([0-9a-f]{8,64})\.[a-z0-9]+$/)?.1 else { return false }
    return hash.contains(/[0-9]/) && hash.contains(/[a-f]/)  // the digits alone may be a date
  }

  /// The documents of feeds.
  private static let ofNames = [
    "rss.xml": "application/rss+xml; charset=utf-8", "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8", "opml.xml": "text/x-opml; charset=utf-8",
    "apple-app-site-association": "application/json; charset=utf-8",
  ]
}
