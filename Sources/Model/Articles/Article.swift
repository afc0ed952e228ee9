package import Time

/// One dated piece, complete: publishing it requires nothing else.
///
/// All strings are free of control characters other than newline; all URLs are absolute.
package struct Article: Hashable, Sendable {
  package let id: ID
  /// Plain text, one line.
  package var title: String
  /// The instant from which it is visible; until then it is under embargo and appears nowhere.
  package var published: Instant
  /// The instant from which it is no longer visible anywhere, set by its author; nil if it never expires.
  package var expires: Instant?
  /// When it last changed significantly, never before `published`. May be in the future: see ``shown(at:)``.
  package var updated: Instant?
  /// In the author's order, without duplicates.
  package var topics: [Topic]
  /// The key takeaway as plain text, otherwise an excerpt of the body; empty if there is neither.
  package var summary: String
  /// Whether the summary is only the beginning of the body, used when the author wrote none.
  package var summaryIsExcerpt: Bool {
    get { excerpt == true }
    set { excerpt = newValue ? true : nil }
  }
  /// True or nil, never false, so that articles stored before this flag existed can be decoded.
  private var excerpt: Bool?
  /// At most 45 characters, for subjects and contents of emails; nil if the author wrote none. Longer ones are kept.
  package var shortTitle: String? {
    get { rare?.fields.shortTitle }
    set { set(\.shortTitle, newValue) }
  }
  package var credibility: Rating?
  /// Why it is rated so: one sentence of plain text.
  package var credibilityReason: String? {
    get { rare?.fields.credibilityReason }
    set { set(\.credibilityReason, newValue) }
  }
  package var testedIn: TestedIn? {
    get { rare?.fields.testedIn }
    set { set(\.testedIn, newValue) }
  }
  package var interest: Rating?
  /// Its meaning for readers, in a few sentences of plain text.
  package var means: String? {
    get { rare?.fields.means }
    set { set(\.means, newValue) }
  }
  /// What readers should keep in mind, likewise.
  package var mind: String? {
    get { rare?.fields.mind }
    set { set(\.mind, newValue) }
  }
  /// Whole minutes that it takes to read, counted when its file was read; nil if there is nothing to read, or if the
  /// article was stored before they were counted.
  package var minutes: Int?
  /// What readers may ask their doctor.
  package var questions: [String] {
    get { rare?.fields.toAsk ?? [] }
    set { set(\.toAsk, newValue.isEmpty ? nil : newValue) }
  }
  /// What changed after publication, in the author's order.
  package var changes: [Change] {
    get { rare?.fields.revisions ?? [] }
    set { set(\.revisions, newValue.isEmpty ? nil : newValue) }
  }
  package var authors: [String]
  /// The language of its text, as a BCP 47 tag; nil for the site's.
  package var language: String?
  /// The same for the article in all languages in which the site has it; nil if it is in one only, as far as is known.
  package var translationKey: String?
  package var citation: Citation? {
    get { rare?.fields.citation }
    set { set(\.citation, newValue) }
  }
  package var image: Picture? {
    get { rare?.fields.image }
    set { set(\.image, newValue) }
  }
  package var audio: Sound? {
    get { rare?.fields.audio }
    set { set(\.audio, newValue) }
  }
  /// In the author's order.
  package var attachments: [Attachment] {
    get { rare?.fields.attached ?? [] }
    set { set(\.attached, newValue.isEmpty ? nil : newValue) }
  }
  /// The name of the ``PageLayout`` of its page, whether there is a file for it or not; nil if the author wrote none.
  package var layout: String? {
    get { rare?.fields.layout }
    set { set(\.layout, newValue) }
  }
  /// Former addresses, as files relative to `public/` that lead to the article's page unless something else has the path.
  /// The page itself is never among them.
  package var formerPages: [String] {
    get { rare?.fields.former ?? [] }
    set { set(\.former, newValue.isEmpty ? nil : newValue) }
  }
  /// The site where it was first published; nil if that is this one.
  package var origin: Origin? {
    get { rare?.fields.origin }
    set { set(\.origin, newValue) }
  }
  /// What few articles have; nil if this one has none of it.
  private var rare: RareFields?
  /// The URL where the article is read: by default its page on the site, otherwise the one its author set.
  package var link: String
  /// The page that Courant renders for the article, relative to `public/`, for example `articles/mogad/index.html`. No two
  /// articles have the same. See ``noPage(of:)``.
  package var page: String
  /// Sanitised HTML: a fragment of allowed elements with absolute URLs.
  package var body: String

  package init(id: ID, title: String, published: Instant, link: String, page: String = "") {
    self.id = id
    self.title = title
    self.published = published
    self.link = link
    self.page = page
    updated = nil
    topics = []
    summary = ""
    authors = []
    body = ""
  }

  private mutating func set<Value>(_ field: WritableKeyPath<RareFields.Fields, Value?>, _ value: Value?) {
    if value == nil, rare == nil { return }
    var fields = rare?.fields ?? RareFields.Fields()
    fields[keyPath: field] = value
    rare = RareFields(fields)
  }

  /// The permanent id of an article, unique in the site. It stays the same when its title, date or URL changes.
  package struct ID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Whether it is an absolute URI (`tag:`, `urn:`, `http:` or `https:`), which feeds use unchanged.
    package var isAddress: Bool {
      ["tag:", "urn:", "http://", "https://"].contains { text.utf8.starts(with: $0.utf8) }
    }

    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    package func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
    package var description: String { text }
    package static func < (a: ID, b: ID) -> Bool { a.text < b.text }
  }

  /// The research that the article is about.
  package struct Citation: Hashable, Sendable, Codable {
    package var title: String?
    package var journal: String?
    /// For example `10.1000/xyz`, without a resolver.
    package var doi: String?
    /// Absolute http(s) URL.
    package var url: String?
    /// As written: a year, a month or a day.
    package var published: String?

    package init(
      title: String? = nil, journal: String? = nil, doi: String? = nil, url: String? = nil, published: String? = nil
    ) {
      self.title = title
      self.journal = journal
      self.doi = doi
      self.url = url
      self.published = published
    }

    /// The URL of the paper; if there is none, the URL of its DOI at doi.org.
    package var link: String? { url ?? doi.map { "https://doi.org/" + $0 } }
  }

  /// A site from which an article was taken.
  package struct Origin: Hashable, Sendable, Codable {
    /// Plain text, one line, never empty.
    package var title: String
    /// Absolute http(s) URL of its front page; nil if it is unknown.
    package var url: String?

    package init(title: String, url: String? = nil) {
      self.title = title
      self.url = url
    }
  }

  package struct Picture: Hashable, Sendable, Codable {
    /// Absolute http(s) URL.
    package var url: String
    /// A description for readers who cannot see the image; empty if it is decorative.
    package var alt: String

    package init(url: String, alt: String) {
      self.url = url
      self.alt = alt
    }
  }
}

/// All fields are members of one object, whatever they are called here.
extension Article: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, title, published, expires, updated, topics, summary, excerpt, credibility, interest, minutes, authors
    case language, translationKey, link, page, body
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(ID.self, forKey: .id)
    title = try fields.decode(String.self, forKey: .title)
    published = try fields.decode(Instant.self, forKey: .published)
    expires = try fields.decodeIfPresent(Instant.self, forKey: .expires)
    updated = try fields.decodeIfPresent(Instant.self, forKey: .updated)
    topics = try fields.decode([Topic].self, forKey: .topics)
    summary = try fields.decode(String.self, forKey: .summary)
    excerpt = try fields.decodeIfPresent(Bool.self, forKey: .excerpt)
    credibility = try fields.decodeIfPresent(Rating.self, forKey: .credibility)
    interest = try fields.decodeIfPresent(Rating.self, forKey: .interest)
    minutes = try fields.decodeIfPresent(Int.self, forKey: .minutes)
    authors = try fields.decode([String].self, forKey: .authors)
    language = try fields.decodeIfPresent(String.self, forKey: .language)
    translationKey = try fields.decodeIfPresent(String.self, forKey: .translationKey)
    link = try fields.decode(String.self, forKey: .link)
    page = try fields.decode(String.self, forKey: .page)
    body = try fields.decode(String.self, forKey: .body)
    rare = RareFields(try RareFields.Fields(from: decoder))
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(title, forKey: .title)
    try fields.encode(published, forKey: .published)
    try fields.encodeIfPresent(expires, forKey: .expires)
    try fields.encodeIfPresent(updated, forKey: .updated)
    try fields.encode(topics, forKey: .topics)
    try fields.encode(summary, forKey: .summary)
    try fields.encodeIfPresent(excerpt, forKey: .excerpt)
    try fields.encodeIfPresent(credibility, forKey: .credibility)
    try fields.encodeIfPresent(interest, forKey: .interest)
    try fields.encodeIfPresent(minutes, forKey: .minutes)
    try fields.encode(authors, forKey: .authors)
    try fields.encodeIfPresent(language, forKey: .language)
    try fields.encodeIfPresent(translationKey, forKey: .translationKey)
    try fields.encode(link, forKey: .link)
    try fields.encode(page, forKey: .page)
    try fields.encode(body, forKey: .body)
    try rare?.fields.encode(to: encoder)
  }
}

extension Article {
  /// What ``page`` is for an article that is only read at its ``link``: no file has such a path.
  package static func noPage(of id: ID) -> String { noPage + id.text }

  private static let noPage = "elsewhere:"

  package var hasPage: Bool { Self.isPage(page) }

  package static func isPage(_ page: String) -> Bool { !page.utf8.starts(with: noPage.utf8) }
}

extension Article {
  /// The later of its two dates: `updated` in feeds.
  package var lastChanged: Instant { max(updated ?? published, published) }

  /// Whether its embargo, if any, has passed and its expiry, if any, has not.
  package func isVisible(at now: Instant) -> Bool { published <= now && !isExpired(at: now) }

  /// Whether the author dated its last change later than `now`.
  package func isDatedAhead(at now: Instant) -> Bool { updated.map { $0 > now } ?? false }

  /// The article as shown at `now`, without an `updated` date that is still in the future.
  package func shown(at now: Instant) -> Article {
    guard isDatedAhead(at: now) else { return self }
    var article = self
    article.updated = nil
    return article
  }

  package func isExpired(at now: Instant) -> Bool { expires.map { $0 <= now } ?? false }

  /// Newest first; with the same date, by id, so that the order is deterministic.
  package static func newestFirst(_ a: Article, _ b: Article) -> Bool {
    a.published != b.published ? a.published > b.published : a.id < b.id
  }
}
