internal import Curl

/// What an object says of itself to browsers and caches.
struct ObjectFields {
  let contentType: String
  let cacheControl: String

  init(of path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    contentType = Self.ofNames[name] ?? Self.ofEndings[ending] ?? "application/octet-stream"
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

  private static let ofEndings = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "xsl": "text/xsl; charset=utf-8", "json": "application/json; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "svg": "image/svg+xml", "ico": "image/x-icon", "pdf": "application/pdf", "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg", "flac": "audio/flac",
    "wav": "audio/wav", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
    "mov": "video/quicktime", "vtt": "text/vtt; charset=utf-8", "srt": "application/x-subrip; charset=utf-8",
    "woff2": "font/woff2", "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf", "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "htm": "text/html; charset=utf-8", "webmanifest": "application/manifest+json", "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "vcf": "text/vcard; charset=utf-8", "epub": "application/epub+zip",
    "zip": "application/zip", "wasm": "application/wasm",
  ]
}
