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
  /// Replacements of built-in phrases in that language (`[words]`), by key.
  package var words: [String: String] = [:]
  package var zone: Zone
  /// Where readers sign up for email: an http(s) or mailto URL; nil if there is no such page yet.
  package var signUp: String?
  /// Postal address, shown in every email.
  package var publisher: String
  /// The prefix of all permanent `tag:` URIs (RFC 4151), for example `tag:research.example.org,2026:`.
  package var tagPrefix: String
  /// Whether the operator set the prefix; otherwise it is derived from the host of ``url``.
  package var writesTag = false
  /// Images and copyright of the site in feeds.
  package var look = SiteLook()
  /// Whether Courant renders pages. Without them it publishes only feeds and emails, and articles
  /// are read at their links.
  package var hasPages = true
  /// Whether lists, emails and feeds say how interesting articles are; their pages always do.
  package var showsInterest = false
  /// The URL of the page that explains how articles are rated; nil if the site has none.
  package var howWeRate: String?
  /// WebSub hubs to notify of new articles: absolute URLs.
  package var hubs: [String] = []
  /// Nil if topics have no feeds.
  package var topicFeeds: TopicFeeds?
  package var mail: MailSettings?
  package var sources: [SourceSettings]
  /// The topics that authors write, each with the topic that is meant.
  package var aliases: [TopicSlug: Topic]
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

  package func digest(_ name: String) -> Digest? { digests.first { $0.name == name } }

  /// The feeds of a digest, in its order, or all feeds (`"*"`), sorted by name.
  package func feeds(of digest: Digest) -> [Feed] {
    guard let names = digest.feeds else { return feeds }
    let known = Dictionary(feeds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return names.compactMap { known[$0] }
  }

  /// Applies the aliases: the topics that an author's labels mean, without duplicates, in the author's order.
  package func topics(written labels: [String]) -> [Topic] {
    var seen = Set<TopicSlug>()
    return labels.map { Topic($0) }
      .map { aliases[$0.slug] ?? $0 }
      .filter { !$0.slug.text.isEmpty && seen.insert($0.slug).inserted }
  }
}

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

  package init(name: String, folder: String, topics: [String] = [], readsUSDates: Bool = false) {
    self.name = name
    self.folder = folder
    self.topics = topics
    self.readsUSDates = readsUSDates
  }
}

/// How mail is sent: sender, relay, limits.
package struct MailSettings: Hashable, Sendable {
  package enum TLS: String, CaseIterable, Sendable {
    /// Never encrypt.
    case off
    /// STARTTLS when offered; certificates are not checked, as between mail servers (RFC 7435).
    case opportunistic
    /// STARTTLS or `smtps://` with a valid certificate; otherwise no mail is sent.
    case required
  }

  package enum Uncertain: String, CaseIterable, Sendable { case resend, skip }

  /// The placeholder in ``unsubscribe`` for the reader's token.
  package static let tokenPlace = "{token}"
  /// Length of an unsubscribe token, in letters and digits.
  package static let tokenLength = 39

  package var from: Mailbox
  package var replyTo: Mailbox?
  /// The envelope sender (RFC 5321 §3.3), which receives bounces; by default `from`.
  package var bounces: EmailAddress
  /// A Maildir that each run reads for bounces: relative to the site folder, or absolute.
  package var bounceMaildir: String?
  /// How messages are signed; nil if the relay signs them or no one does.
  package var dkim: DKIMSettings?
  /// The https URL of the unsubscribe page, without a trailing slash: `/TOKEN` is appended. Nil if there is none.
  package var oneClick: String?
  /// The mailbox for unsubscribe requests; by default the one for replies. It may contain ``tokenPlace``.
  package var unsubscribe: EmailAddress?
  package var smtp: Relay
  package var tls: TLS
  /// Parallel SMTP connections.
  package var sessions: Int
  /// Limit on all mail, across runs; nil for none.
  package var rate: Rate?
  /// Limits by recipient domain: lower case, in A-labels.
  package var domains: [String: DomainLimits]
  /// After this many messages a connection is replaced; nil for never.
  package var messagesPerConnection: Int?
  /// The limits for the first, second … day on which mail is sent; there is no such limit after the last.
  package var warmUp: [Int]
  /// Whether each message has its own envelope sender, so that a bounce identifies its delivery (`bounces+TOKEN@…`).
  package var hasVERP: Bool
  package var uncertain: Uncertain
  /// The look of emails: the name of a built-in theme or of a folder in `templates/themes/`.
  package var theme: String

  package static let defaultTheme = "editorial"

  package init(from: Mailbox, smtp: Relay) {
    self.from = from
    self.smtp = smtp
    bounces = from.address
    replyTo = nil
    tls = .opportunistic
    sessions = 10
    uncertain = .resend
    dkim = nil
    oneClick = nil
    unsubscribe = nil
    rate = nil
    domains = [:]
    messagesPerConnection = nil
    warmUp = []
    hasVERP = false
    theme = Self.defaultTheme
  }

  /// The server that accepts our mail. The password comes from `COURANT_SMTP_PASSWORD` or a file.
  package struct Relay: Hashable, Sendable {
    package var host: String
    package var port: Int
    /// TLS from the first byte (`smtps://`, RFC 8314).
    package var isImplicitTLS: Bool
    package var user: String?
    /// Relative to the site folder; must not be readable by others.
    package var passwordFile: String?
    /// Relative to the site folder: PEM certificates to trust instead of the system's, for a relay with a private one.
    package var caFile: String?

    package init(host: String, port: Int, isImplicitTLS: Bool = false, user: String? = nil) {
      self.host = host
      self.port = port
      self.isImplicitTLS = isImplicitTLS
      self.user = user
    }
  }
}
