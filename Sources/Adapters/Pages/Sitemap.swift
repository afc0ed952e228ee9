package import Model
package import Time
package import XML

/// All pages for search engines, with the date of their last change (sitemaps.org).
///
/// A sitemap has at most 50,000 URLs and 50 MiB. A longer one is split into `sitemap-1.xml`, `sitemap-2.xml` …, which
/// `sitemap.xml` then lists.
package struct Sitemap: Sendable {
  package struct Entry: Hashable, Sendable {
    package let url: String
    package let changed: Instant?

    package init(url: String, changed: Instant?) { (self.url, self.changed) = (url, changed) }
  }

  /// A file under `public/`.
  package struct File: Sendable {
    package let path: String
    let entries: ArraySlice<Entry>
    let isIndex: Bool
  }

  package let files: [File]

  /// - Parameter entries: oldest first, so that new ones change only the last file.
  package init(_ entries: [Entry], on site: Site, maxEntries: Int = 50_000, maxBytes: Int = 50 << 20) {
    let parts = Self.parts(entries, maxEntries: maxEntries, maxBytes: maxBytes)
    guard parts.count > 1 else {
      files = [File(path: "sitemap.xml", entries: entries[...], isIndex: false)]
      return
    }
    let numbered = parts.enumerated().map { File(path: "sitemap-\($0 + 1).xml", entries: $1, isIndex: false) }
    let listed = numbered.map { file in
      Entry(url: site.address(file.path), changed: file.entries.compactMap(\.changed).max())
    }
    files = [File(path: "sitemap.xml", entries: listed[...], isIndex: true)] + numbered
  }

  private static func parts(_ entries: [Entry], maxEntries: Int, maxBytes: Int) -> [ArraySlice<Entry>] {
    var parts: [ArraySlice<Entry>] = []
    var (start, bytes) = (0, Self.frameBytes)
    for (index, entry) in entries.enumerated() {
      if index - start == maxEntries || bytes + entry.maxBytes > maxBytes {
        parts.append(entries[start..<index])
        start = index
        bytes = Self.frameBytes
      }
      bytes += entry.maxBytes
    }
    return parts + [entries[start...]]
  }

  /// An upper bound for the bytes around the entries.
  private static let frameBytes = 256
}

extension Sitemap.Entry {
  /// An upper bound for the entry as written: `&` is the only character of a URL that needs an escape.
  fileprivate var maxBytes: Int { 100 + url.utf8.count + 4 * url.utf8.count { $0 == UInt8(ascii: "&") } }
}

extension Sitemap.File {
  package func document() throws(XMLWritingError) -> [UInt8] {
    var xml = try XMLWriter()
    let namespace: [XMLWriter.Attribute] = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]
    try xml.element(isIndex ? "sitemapindex" : "urlset", namespace) { xml throws(XMLWritingError) in
      for entry in entries {
        try xml.element(isIndex ? "sitemap" : "url") { xml throws(XMLWritingError) in
          try xml.element("loc", text: entry.url)
          if let changed = entry.changed { try xml.element("lastmod", text: changed.rfc3339) }
        }
      }
    }
    return try xml.finish()
  }
}

/// `robots.txt` of a site at the root of its server: it allows everything and names the sitemap.
package enum Robots {
  package static let path = "robots.txt"
  /// The first line of the generated file; a file that begins differently is the operator's.
  package static let firstLine = "# Made by Courant; a robots.txt of your own in its place is left alone."

  package static func text(on site: Site) -> String {
    "\(firstLine)\nUser-agent: *\nDisallow:\n\nSitemap: \(site.address("sitemap.xml"))\n"
  }
}
