package import Time

/// Everything the operator decided: `schedule.conf` and `feeds/*.toml`, checked and decoded.
package struct Site: Sendable {
  package var title: String
  /// A one-sentence description of the site; empty if there is none.
  package var description = ""
  /// Absolute http(s) URL without a trailing slash: the base of all links.
  package var url: String
  /// BCP 47.
  package var language: String
  /// Set in a site that speaks another language than its own.
  private var ownLanguage: String?
  /// Replacements of built-in phrases in that language (`[words]`), by key.
  package var words: [String: String] = [:]
  /// Other languages than ``language`` in which articles are written, as BCP 47 tags.
  package var otherLanguages: [String] = []
  /// The phrases of other languages than the site's that the operator wrote (`languages/`), by tag.
  package var wordsOfLanguages: [String: [String: String]] = [:]
  package var zone: Zone
  /// Where readers sign up for email: an http(s) or mailto URL; nil if there is no such page yet.
  package var signUp: String?
  /// Postal address, shown in every email.
  package var publisher: String
  /// Where readers report mistakes (`[site] editors`); nil if that is not set.
  package var editors: EmailAddress?
  /// What readers may know about authors, in the order of `authors.toml`.
  package var authors: [Author] = []
  /// The prefix of all permanent `tag:` URIs (RFC 4151), for example `tag:research.example.org,2026:`.
  package var tagPrefix: String
  /// Whether the operator set the prefix; otherwise it is derived from the host of ``url``.
  package var writesTag = false
  /// Images and copyright of the site in feeds.
  package var look = SiteLook()
  /// Whether Courant renders pages. Without them it publishes only feeds and emails, and articles
  /// are read at their links.
  package var hasPages = true
  /// The path of each article's page, with placeholders: `/:year/:slug/`; nil for its file's path below `articles/`.
  package var permalink: String?
  /// Whether lists, emails and feeds show how interesting articles are; their pages always do.
  package var showsInterest = false
  /// The pages that are not articles, as they are visible at the time of a run, in the order of the footer.
  package var standing: [StandingPage] = []
  /// Whether an image is drawn for each page, for social networks to show next to a link to it.
  package var hasCards = true
  /// Whether `check` judges how easy articles and pages are to read.
  package var judgesReadingEase = true
  /// The words that articles explain, in the order of `glossary.toml`.
  package var glossary: [GlossaryTerm] = []
  /// WebSub hubs to notify of new articles: absolute URLs.
  package var hubs: [String] = []
  /// Nil if topics have no feeds.
  package var topicFeeds: TopicFeeds?
  package var mail: MailSettings?
  /// Nil if the site has no pages that answer readers.
  package var web: WebSettings?
  package var alerts = AlertSettings()
  /// In the order of `schedule.conf`.
  package var webhooks: [WebhookSettings] = []
  package var desk = DeskSettings()
  /// In the order of `schedule.conf`.
  package var operators: [KnownOperator] = []
  /// Nil for the defaults, without the table `[ledger]`.
  package var ledger: LedgerSettings?
  /// Where the published files go (`[public]`).
  package var publishing = PublicSettings()
  /// How events are written; nil if they are not.
  package var log: LogFormat?
  /// Folders of Markdown.
  package var sources: [SourceSettings]
  /// Sources that are read over the network.
  package var upstreams: [UpstreamSettings] = []
  /// The topics that authors write, each with the topic that is meant.
  package var aliases: [TopicSlug: Topic]
  /// The groups on the page of all topics, in the operator's order; empty for one list.
  package var topicGroups: [TopicGroup] = []
  /// What readers find under a topic, in a sentence or two.
  package var topicDescriptions: [TopicSlug: String] = [:]
  /// Sorted by name.
  package var feeds: [Feed]
  /// In the order of `schedule.conf`.
  package var digests: [Digest]

  package init(title: String, url: String, language: String, zone: Zone, publisher: String) {
    self.title = title
    self.url = url
    self.language = language
    self.zone = zone
    self.publisher = publisher
    sources = []
    aliases = [:]
    feeds = []
    digests = []
    tagPrefix = ""
    mail = nil
  }
}

extension Site {
  /// The absolute URL of a path under `public/`.
  package func address(_ path: String) -> String { url + "/" + path }

  /// The prefix of the permanent ids of articles; their own ids follow, percent-encoded.
  package var articleTagPrefix: String { tagPrefix + "articles/" }

  /// Where readers report mistakes: to the editors, or to where answers to emails go. Nil if neither is set.
  package var mistakesTo: EmailAddress? { editors ?? mail?.replyTo?.address }

  /// The site as it appears in a digest's emails: with the digest's own settings in place of those of all mail.
  package func inMails(of digest: Digest) -> Site {
    var site = self
    if let from = digest.from { site.mail?.from = from }
    if let replyTo = digest.replyTo { site.mail?.replyTo = replyTo }
    if let utm = digest.utm { site.mail?.utm = utm }
    if let language = digest.language { site = site.speaking(language) }
    if let theme = digest.theme { site.mail?.theme = theme }
    return site
  }

  /// How letters are sent; nil without mail.
  package var mailOfLetters: MailSettings? {
    var mail = mail
    if let from = web?.lettersFrom { mail?.from = from }
    return mail
  }

  /// The site with its dates, numbers and phrases in another language.
  package func speaking(_ language: String) -> Site {
    guard language != self.language else { return self }
    var site = self
    site.ownLanguage = ownLanguage ?? self.language
    site.language = language
    // The site's own words are in its own language.
    site.words = wordsOfLanguages[language] ?? [:]
    return site
  }

  /// The language of an article, given ``Article/language``.
  package func language(ofArticle language: String?) -> String { language ?? ownLanguage ?? self.language }

  package func digest(_ name: String) -> Digest? { digests.first { $0.name == name } }

  /// The title of a digest for readers, even of one that is no longer in the settings.
  package func title(ofDigest name: String) -> String { digest(name)?.title ?? Digest.title(for: name) }

  /// Sets of at least two open digests that have the same feeds and differ only in frequency.
  package var families: [Set<String>] {
    let groups = Dictionary(grouping: digests.filter(\.isOpen)) { Set(feeds(of: $0).map(\.name)) }
    return groups.filter { $0.value.count > 1 && !$0.key.isEmpty }.map { Set($0.value.map(\.name)) }
      .sorted { ($0.min() ?? "") < ($1.min() ?? "") }
  }

  /// The feeds of a digest, in its order, or all feeds (`"*"`), sorted by name.
  package func feeds(of digest: Digest) -> [Feed] {
    guard let names = digest.feeds else { return feeds }
    let known = Dictionary(feeds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return names.compactMap { known[$0] }
  }

  /// The public feeds that are about topics, in the order of their names; those with all articles are left out.
  package var topicalFeeds: [Feed] {
    publicFeeds.filter { $0.authors == nil && $0.languages == nil && $0.topics.anyOf != nil }
  }

  /// Applies the aliases: the topics that an author's labels mean, without duplicates, in the author's order.
  package func topics(written labels: [String]) -> [Topic] {
    var seen = Set<TopicSlug>()
    return labels.map { Topic($0) }
      .map { aliases[$0.slug] ?? $0 }
      .filter { !$0.slug.text.isEmpty && seen.insert($0.slug).inserted }
  }
}

/// A program that generates websites from Markdown.
package enum SiteGenerator: String, CaseIterable, Sendable { case jekyll, hugo }

/// A source of articles: a folder of Markdown.
package struct SourceSettings: Hashable, Sendable {
  package var name: String
  /// Relative to the site folder.
  package var folder: String
  /// Topics added to each of its articles.
  package var topics: [String]
  /// Whether `M/D/YYYY` is read as a date.
  package var readsUSDates: Bool
  /// The name of the site where its articles were first published; nil if it is unknown or this site.
  package var title: String?
  /// Absolute http(s) URL of the feed in which they were first published.
  package var feed: String?
  /// Patterns of paths inside the folder that are left out: `*` and `?` match anything but `/`, `**` matches anything.
  /// A pattern without `/` applies to names in all folders.
  package var exclude: [String] = []
  /// The URL where its articles are read, with placeholders (`LinkTemplate`). Nil: on their pages, unless
  /// ``generator`` says otherwise.
  package var link: String?
  /// The program that generates the site where its articles are read; its settings are in the folder or above it.
  package var generator: SiteGenerator?

  package init(name: String, folder: String, topics: [String] = [], readsUSDates: Bool = false) {
    self.name = name
    self.folder = folder
    self.topics = topics
    self.readsUSDates = readsUSDates
  }
}
