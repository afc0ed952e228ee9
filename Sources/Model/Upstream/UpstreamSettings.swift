package import Time

/// A source that is read over the network: `[sources.NAME]` with a `url` or a `kind`.
package struct UpstreamSettings: Hashable, Sendable {
  /// Where to ask, and how to read the answer.
  package enum Kind: Hashable, Sendable {
    case feed
    /// A page with links to articles, or with the articles themselves.
    case page(PageSelectors)
    /// A sitemap; each of its pages is an article.
    case sitemap(PageSelectors)
    /// A search of PubMed, as its query is written there.
    case pubmed(query: String)
    /// bioRxiv or medRxiv.
    case preprints(server: String, category: String?)
    /// A filter of Crossref, as in `issn:1234-5678,type:journal-article`.
    case crossref(filter: String)
    /// The feed of an archive of arXiv; its versions and announcements are understood.
    case arxiv
  }

  /// Where an item's topics come from, in addition to ``topics``.
  package enum TopicsFrom: String, CaseIterable, Sendable {
    case categories
    /// Only categories that are already a topic of an article, a feed or an alias.
    case known
    case none
  }

  package enum Content: String, CaseIterable, Sendable {
    case full
    /// At most 400 characters and the link.
    case summary
    /// The title and the link.
    case none
  }

  /// Which articles of the first fetch are news for digests.
  package enum FirstNews: String, CaseIterable, Sendable {
    case sinceLastIssue = "since last issue"
    case none
    case all
  }

  package enum Updates: String, CaseIterable, Sendable {
    /// Pages and feeds follow; nothing is mailed again.
    case quiet
    case ignore
  }

  /// What becomes of an item that is dated ahead.
  package enum Future: String, CaseIterable, Sendable {
    /// It is dated at first sight.
    case now
    case embargo
  }

  package let name: String
  package var kind: Kind
  /// Absolute http(s) URL: of the feed, the page, the sitemap, or the base of a programming interface.
  package var url: String
  /// Added to each of its articles.
  package var topics: [String] = []
  /// Their categories, each with the topic that is meant.
  package var topicMap: [TopicSlug: Topic] = [:]
  package var topicsFrom = TopicsFrom.categories
  /// Whether one category may name several, separated by `,`, `;` or `/`.
  package var splitsCategories = false
  /// Items that match none of these are left out; if empty, all are kept.
  package var only: [ItemRule] = []
  /// Items that match one of these are left out.
  package var not: [ItemRule] = []
  package var content = Content.full
  package var firstNews = FirstNews.sinceLastIssue
  package var updates = Updates.quiet
  package var future = Future.now
  /// The shortest time between two polls.
  package var every = Duration.seconds(3600)
  /// For dates such as 03/04/2026: true month first, false day first; nil: as the other dates of the source show.
  package var readsUSDates: Bool?
  /// For dates without a zone.
  package var zone = Zone.utc
  /// Nil for `Courant/VERSION (+SITE URL)`.
  package var userAgent: String?
  /// For HTTP basic authentication.
  package var user: String?
  /// Relative to the site folder; the file's first line is the password.
  package var passwordFile: String?
  /// Relative to the site folder; certificates in PEM, trusted in addition to the system's.
  package var caFile: String?
  /// A key that an interface wants (`key_file`), relative to the site folder.
  package var keyFile: String?
  /// Whether it may be on this machine or in a private network.
  package var allowsPrivate = false
  /// Whether a redirect from https to http is followed.
  package var allowsDowngrade = false
  /// The URL of an HTTP proxy, which is trusted; nil for none.
  package var proxy: String?
  /// The maximum number of new articles in one later fetch; more wait for `courant release`.
  package var maxNew = 50
  /// Whether articles that the source no longer shows are withdrawn.
  package var isMirror = false
  /// Whether their ids become the permanent ids of the articles, for a site that moves to Courant.
  package var keepsIDs = false
  /// Whether bodies may be guessed on pages whose markup names none.
  package var guessesBodies = false
  /// The title of the site where the articles were first published; nil to use the source's own.
  package var title: String?

  package init(name: String, kind: Kind, url: String) {
    self.name = name
    self.kind = kind
    self.url = url
  }
}

/// `[sources.NAME.page]`: CSS selectors, in the subset that `docs/sources.md` describes. Nil: found by markup.
package struct PageSelectors: Hashable, Sendable {
  /// Each of them is one article, or the teaser of one.
  package var items: String?
  package var link: String?
  package var title: String?
  package var date: String?
  package var body: String?
  package var remove: String?

  package init() {}
}

/// One rule of `only` or `not`: `FIELD: WORDS`.
package struct ItemRule: Hashable, Sendable {
  package enum Field: String, CaseIterable, Sendable { case title, text, topic, author, link }

  package let field: Field
  /// Words that must occur there in this order; case and accents are ignored, and `*` at the end of a word matches any ending.
  package let words: String

  package init(field: Field, words: String) {
    self.field = field
    self.words = words
  }

  /// As written in settings.
  package var text: String { "\(field.rawValue): \(words)" }
}
