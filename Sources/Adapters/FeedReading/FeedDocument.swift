package import Time

/// A feed in any format, as read.
package struct FeedDocument: Sendable {
  package enum Format: Hashable, Sendable {
    /// With its version, which may be empty.
    case rss(String)
    /// RSS 0.90, 1.0 and 1.1, which are RDF.
    case rdf
    case atom(String)
    case json(String)

    package var name: String {
      switch self {
      case .rss(let version): version.isEmpty ? "RSS" : "RSS \(version)"
      case .rdf: "RSS 1.0 (RDF)"
      case .atom(let version): "Atom \(version)"
      case .json(let version): "JSON Feed \(version)"
      }
    }
  }

  package var format: Format
  /// As text, on one line; may be empty.
  package var title = ""
  package var subtitle = ""
  /// The URL of the site, absolute.
  package var home: String?
  /// The URL that the feed gives as its own, absolute.
  package var address: String?
  package var language: String?
  package var updated: Instant?
  package var authors: [FeedAuthor] = []
  /// In the order of the document.
  package var items: [FeedItem] = []
  /// The ids of entries that the feed says are gone (RFC 6721).
  package var gone: [String] = []
  /// Its hints on how often to ask.
  package var pace = FeedPace()
  package var encoding = "utf-8"
  /// Whether the document was read to its end. If not, nothing can be concluded from missing items.
  package var isComplete = true
  /// Oddities, in the order of lines.
  package var remarks: [FeedRemark] = []

  init(_ format: Format) { self.format = format }
}

/// RSS 2.0's `ttl`, `skipHours` and `skipDays`, and `sy:updatePeriod`.
package struct FeedPace: Hashable, Sendable {
  package var minutes: Int?
  /// 0–23, in GMT.
  package var skippedHours: Set<Int> = []
  /// In English and lower case: `saturday`.
  package var skippedDays: Set<String> = []
  /// In lower case: `hourly`, `daily`.
  package var period: String?
  /// How often in a period; 1 if it is not stated.
  package var frequency = 1

  package init() {}
}

/// Something odd in a feed that could still be read.
package struct FeedRemark: Hashable, Sendable {
  /// 1-based; 0 if it is about no line.
  package let line: Int
  package let sentence: String
}

package struct FeedAuthor: Hashable, Sendable {
  package var name = ""
  /// Never published.
  package var email = ""
  package var address: String?

  package init(name: String = "", email: String = "", address: String? = nil) {
    self.name = name
    self.email = email
    self.address = address
  }
}
