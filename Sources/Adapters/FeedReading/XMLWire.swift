internal import Text

/// The contents of a channel or an item, in the elements of RSS and RDF themselves.
struct RSSElements {
  var title: WrittenText?
  var links: [String] = []
  var description: WrittenText?
  /// A second description, which is used as the body.
  var secondDescription: WrittenText?
  var guid: String?
  var isPermalink = true
  var about: String?
  var pubDate: String?
  var lastBuildDate: String?
  var authors: [FeedAuthor] = []
  var categories: [String] = []
  var enclosures: [FeedEnclosure] = []
  var source: FeedSource?
  var language: String?
  var pace = FeedPace()
}

/// The Atom elements of a feed or an entry.
struct AtomElements {
  var title: WrittenText?
  var subtitle: WrittenText?
  var links: [AtomLink] = []
  var id: String?
  var summary: WrittenText?
  var content: WrittenText?
  var published: String?
  var updated: String?
  var created: String?
  var authors: [FeedAuthor] = []
  var categories: [String] = []
  var source: FeedSource?
}

struct AtomLink {
  /// Absolute, or as written if it is not a web address.
  let address: String
  let relation: String
  let type: String
  let length: Int?
  let title: String?

  var isPage: Bool { type.isEmpty || type.contains("html") }
}

/// Elements of other namespaces, which occur in every XML format.
struct ExtensionElements {
  var content: WrittenText?
  var xhtmlBody: WrittenText?
  var itunesSummary: WrittenText?
  var mediaDescription: WrittenText?
  var mediaTitle: WrittenText?
  var dcTitle: WrittenText?
  var dcDescription: WrittenText?
  var dcDate: String?
  var issued: String?
  var created: String?
  var modified: String?
  var prismDate: String?
  var language: String?
  var authors: [FeedAuthor] = []
  var categories: [String] = []
  var images: [String] = []
  var media: [FeedEnclosure] = []
  var originalLink: String?
  var identifiers: [String] = []
  var journal: String?
  var announcement: String?
  /// A draft, a private post or a page in an export of WordPress.
  var isUnpublished = false
}

/// A channel, feed, item or entry. A class, because it is large and moved several times.
final class XMLElements {
  let line: Int
  var rss = RSSElements()
  var atom = AtomElements()
  var more = ExtensionElements()
  /// The base of the element itself, if `xml:base` gives one.
  var base: String?
  var language: String?

  init(line: Int) { self.line = line }
}

/// A whole document.
struct XMLWireFeed {
  var format: FeedDocument.Format
  var head: XMLElements
  var items: [XMLElements] = []
  var gone: [String] = []
  var hasTooMany = false
  /// Whether the document has more elements that are read than a feed needs.
  var isTooLong = false
  var countUnpublished = 0
}

/// The text of an element, and how to read it.
struct WrittenText {
  var kind: FeedText.Kind
  var value: String
  /// The base that `xml:base` gives; nil if there is none in the document.
  var base: String?
  var isCut = false

  var isBlank: Bool { value.isBlank }
}
