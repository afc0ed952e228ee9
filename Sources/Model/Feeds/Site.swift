/// Everything the operator decided: `schedule.conf` and `feeds/*.toml`, checked and decoded.
package struct Site: Sendable {
  package var title: String
  /// What the site is, in a sentence; empty if it does not say.
  package var description = ""
  /// Absolute http(s) address without a trailing slash: the base of every link.
  package var url: String
  /// BCP 47.
  package var language: String
  /// In place of built-in words of that language (`[words]`), by their keys.
  package var words: [String: String] = [:]
  package var zone: Zone
  /// Where readers sign up for mails: an http(s) or mailto address; nil if there is no such place yet.
  package var signUp: String?
  /// Postal address, shown in every mail.
  package var publisher: String
  /// The prefix of every permanent `tag:` URI (RFC 4151), such as `tag:research.example.org,2026:`.
  package var tagPrefix: String
  /// Whether the operator wrote the prefix; else it comes from the host of ``url``.
  package var writesTag = false
  /// How the site shows itself in feeds.
  package var look = SiteLook()
  /// Whether Courant makes pages. Without, it publishes feeds and sends mails; articles are read where their links lead.
  package var hasPages = true
  /// WebSub hubs that are told of new articles: absolute addresses.
  package var hubs: [String] = []
  /// Nil: no topic has a feed of its own.
  package var topicFeeds: TopicFeeds?
  package var mail: MailSettings?
  package var sources: [SourceSettings]
  /// What authors write → the topic meant.
  package var aliases: [TopicSlug: Topic]
  /// In the order of their names.
  package var feeds: [Feed]
  /// In the order of `schedule.conf`.
  package var digests: [Digest]

  package init(title: String, url: String, language: String, zone: Zone, publisher: String) {
    (self.title, self.url, self.language, self.zone, self.publisher) = (title, url, language, zone, publisher)
    (sources, aliases, feeds, digests) = ([], [:], [], [])
    (tagPrefix, mail) = ("", nil)
  }
}

extension Site {
  /// An absolute address for a path under `public/`.
  package func address(_ path: String) -> String { url + "/" + path }

  /// What the permanent ids of articles begin with; their own ids follow, percent-encoded.
  package var articleTagPrefix: String { tagPrefix + "articles/" }

  package func feed(_ name: Feed.Name) -> Feed? { feeds.first { $0.name == name } }
  package func digest(_ name: String) -> Digest? { digests.first { $0.name == name } }

  /// The feeds a digest covers, in its order (`"*"` = all, by name).
  package func feeds(of digest: Digest) -> [Feed] {
    guard let names = digest.feeds else { return feeds }
    let known = Dictionary(feeds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return names.compactMap { known[$0] }
  }

  /// Applies the aliases: the topics meant by what an author wrote, each once, in the author's order.
  package func topics(written labels: [String]) -> [Topic] {
    var seen = Set<TopicSlug>()
    return labels.map { Topic($0) }
      .map { aliases[$0.slug] ?? $0 }
      .filter { !$0.slug.text.isEmpty && seen.insert($0.slug).inserted }
  }
}

/// Where articles come from: a folder of Markdown.
package struct SourceSettings: Hashable, Sendable {
  package var name: String
  /// Relative to the site folder.
  package var folder: String
  /// Added to each of its articles.
  package var topics: [String]
  /// Whether `M/D/YYYY` is a date here.
  package var readsUSDates: Bool
  /// What the place is called in which its articles were first published; nil: not known, or here.
  package var title: String?
  /// Absolute http(s) address of the feed in which they were.
  package var feed: String?

  package init(name: String, folder: String, topics: [String] = [], readsUSDates: Bool = false) {
    (self.name, self.folder, self.topics, self.readsUSDates) = (name, folder, topics, readsUSDates)
  }
}

/// How mail leaves: sender, relay, limits.
package struct MailSettings: Hashable, Sendable {
  package enum TLS: String, CaseIterable, Sendable {
    /// Never encrypt.
    case off
    /// STARTTLS when offered; certificates are not checked, as between mail servers (RFC 7435).
    case opportunistic
    /// STARTTLS or `smtps://` with a certificate that verifies, or no mail.
    case required
  }

  package enum Uncertain: String, CaseIterable, Sendable { case resend, skip }

  /// In ``unsubscribe``: where the reader's token stands in the address itself.
  package static let tokenPlace = "{token}"
  /// Letters and digits of an unsubscribe token.
  package static let tokenLength = 39

  package var from: Mailbox
  package var replyTo: Mailbox?
  /// The envelope sender (RFC 5321 §3.3), to which bounces come back; `from` unless given.
  package var bounces: EmailAddress
  /// A Maildir that a run reads for bounces: relative to the site folder, or absolute.
  package var bounceMaildir: String?
  /// Signs the mails; nil if the relay does, or nobody.
  package var dkim: DKIMSettings?
  /// The https address of the unsubscribing page without a slash at its end: `/TOKEN` follows it. Nil if there is none.
  package var oneClick: String?
  /// Who reads mails that unsubscribe; whoever reads answers unless given. It may hold ``tokenPlace``.
  package var unsubscribe: EmailAddress?
  package var smtp: Relay
  package var tls: TLS
  /// Parallel SMTP connections.
  package var sessions: Int
  /// Of all mail together, over all runs; nil for none.
  package var rate: Rate?
  /// By destination domain: lower case, in A-labels.
  package var domains: [String: DomainLimits]
  /// After so many messages a connection is replaced; nil: never.
  package var messagesPerConnection: Int?
  /// Most messages on the first, second … day on which mail leaves; after the last there is no such limit.
  package var warmUp: [Int]
  /// Whether each message has an envelope sender of its own, so that a bounce names its delivery (`bounces+TOKEN@…`).
  package var hasVERP: Bool
  package var uncertain: Uncertain
  /// What mails look like: the name of a built-in theme or of a folder in `templates/themes/`.
  package var theme: String

  package static let defaultTheme = "editorial"

  package init(from: Mailbox, smtp: Relay) {
    (self.from, self.smtp, bounces) = (from, smtp, from.address)
    (replyTo, tls, sessions, uncertain) = (nil, .opportunistic, 10, .resend)
    (dkim, oneClick, unsubscribe) = (nil, nil, nil)
    (rate, domains, messagesPerConnection, warmUp, hasVERP) = (nil, [:], nil, [], false)
    theme = Self.defaultTheme
  }

  /// The server that takes our mail. The password is not part of it: it comes from `COURANT_SMTP_PASSWORD` or a file.
  package struct Relay: Hashable, Sendable {
    package var host: String
    package var port: Int
    /// TLS from the first byte (`smtps://`, RFC 8314).
    package var isImplicitTLS: Bool
    package var user: String?
    /// Relative to the site folder; must not be readable by others.
    package var passwordFile: String?
    /// Relative to the site folder: PEM certificates to trust in place of the system's, for a relay with a private one.
    package var caFile: String?

    package init(host: String, port: Int, isImplicitTLS: Bool = false, user: String? = nil) {
      (self.host, self.port, self.isImplicitTLS, self.user) = (host, port, isImplicitTLS, user)
    }
  }
}
