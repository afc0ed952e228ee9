/// A named, topic-selected stream of articles (`feeds/NAME.toml`); also what a reader follows.
package struct Feed: Hashable, Sendable {
  package let name: Name
  package var title: String
  package var description: String
  package var topics: TopicRule
  /// Only articles by one of these people are in it; nil for all.
  package var authors: Set<TopicSlug>?
  /// Only articles in these languages are in it; nil for all.
  package var languages: LanguageChoice?
  /// How much of each article its documents contain.
  package var content = Content.full
  /// The language that its documents state, and of the phrases around articles, as a BCP 47 tag; nil for the site's.
  package var language: String?
  /// Set if it is a podcast: then only articles with a recording are in it.
  package var podcast: Podcast?
  /// Whether only readers who follow it can read its documents, each at an address of their own.
  package var isPrivate = false
  /// The folder in the addresses of one reader's documents of a private feed; nil for all other documents.
  package var readersFolder: String?
  package var formats: [Format]
  /// How many of the newest articles each document contains.
  package var limit: Int
  /// How many articles an archive document contains; 0 for no archives. Fixed when the feed begins.
  package var archive: Int
  /// Absolute URL of a square image; nil for the site's.
  package var icon: String?
  /// The folder of the feed's documents and page, relative to `public/`, with a trailing slash. It never changes, so it
  /// identifies the feed permanently.
  package let folder: String

  package init(
    name: Name, title: String, description: String, topics: TopicRule = TopicRule(), limit: Int = 50
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.topics = topics
    formats = Format.allCases
    self.limit = limit
    archive = limit
    folder = "feeds/\(name)/"
  }

  /// The feed of one topic (`[site] topic_feeds`). It cannot be followed by mail: its name is not a valid feed name.
  package init(of topic: Topic, description: String, limit: Int = 50) {
    name = Name(folder: topic.slug.folder)
    title = topic.label
    self.description = description
    topics = TopicRule(anyOf: [topic.slug])
    formats = Format.allCases
    self.limit = limit
    archive = limit
    folder = topic.slug.folder
  }

  /// All articles of some feeds, for one reader's choice. It cannot be followed by mail, and has no page.
  ///
  /// - Parameter feeds: in the order of their names.
  package init(combining feeds: [Feed]) {
    folder = "feeds/of/" + feeds.map(\.name.text).joined(separator: "+") + "/"
    name = Name(folder: folder)
    title = feeds.map(\.title).joined(separator: ", ")
    description = feeds.map(\.description).joined(separator: " ")
    topics = TopicRule()
    formats = Format.allCases
    limit = 50
    archive = 0
  }

  /// The feed of the newest articles that contain these words (``SearchQuery/words``).
  ///
  /// - Parameter title: its name in the site's language.
  package init(searching words: [String], title: String) {
    folder = "search/of/" + words.joined(separator: "+") + "/"
    name = Name(folder: folder)
    self.title = title
    description = ""
    topics = TopicRule()
    formats = Format.allCases
    limit = 50
    archive = 0
  }

  /// A feed that has ended, as last published.
  package init(_ feed: RecordedFeed) {
    name = Name(folder: feed.folder)
    title = feed.title
    description = feed.description
    topics = TopicRule(anyOf: [])
    formats = feed.formats
    limit = 0
    archive = 0
    folder = feed.folder
  }

  /// Lower-case letters, digits, `-`, `_` and `.`, beginning with a letter or digit, because it becomes
  /// part of a path and of a URL.
  package struct Name: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
      guard isPlainName(text) else { return nil }
      self.text = text
    }

    /// Contains a slash, so it never equals a name from ``init(_:)``.
    fileprivate init(folder: String) { text = folder }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      guard let name = Name(try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the name of a feed")
      }
      self = name
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }

    package var description: String { text }
    package static func < (a: Name, b: Name) -> Bool { a.text < b.text }
  }

  package enum Format: String, CaseIterable, Sendable {
    case rss, atom, json

    package var fileName: String {
      switch self {
      case .rss: "rss.xml"
      case .atom: "atom.xml"
      case .json: "feed.json"
      }
    }

    package var mediaType: String {
      switch self {
      case .rss: "application/rss+xml"
      case .atom: "application/atom+xml"
      case .json: "application/feed+json"
      }
    }
  }
}

extension Feed {
  package enum Content: String, CaseIterable, Sendable {
    /// The whole article.
    case full
    /// Takeaway, evidence, first paragraph and source, with a link to the article.
    case excerpt
    /// The same without the first paragraph.
    case takeaway
  }

  /// Whether every article is in it.
  package var takesEverything: Bool { topics == TopicRule() && authors == nil && languages == nil && podcast == nil }

  package func matches(_ article: Article) -> Bool {
    guard topics.matches(article.topics), podcast == nil || article.audio != nil,
      languages?.takes(article.language) != false
    else { return false }
    guard let authors else { return true }
    return article.authors.contains { authors.contains(TopicSlug($0)) }
  }

  /// Whether it consists of other feeds, by a reader's choice.
  package var isCombination: Bool { folder.hasPrefix("feeds/of/") || folder.hasPrefix("search/of/") }

  /// The document's path under `public/`: `feeds/NAME/rss.xml`.
  package func path(_ format: Format) -> String { (readersFolder ?? folder) + format.fileName }

  /// The folder of a reader's documents of a private feed: `feeds/for/TOKEN/NAME/`.
  package func folder(for token: String) -> String { "feeds/for/\(token)/\(name)/" }
}

/// Whether `text` is valid as a folder name, in a URL and as a key: 1–64 of `a–z 0–9 - _ .`,
/// beginning with a letter or digit.
package func isPlainName(_ text: String) -> Bool {
  let bytes = text.utf8
  let isAlphanumeric = { (b: UInt8) in (0x61...0x7A).contains(b) || (0x30...0x39).contains(b) }
  return (1...64).contains(bytes.count) && isAlphanumeric(bytes.first!)
    && bytes.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
}
