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
  /// How those of senders at other domains are signed, each domain once; empty without ``dkim``.
  package var otherDKIM: [DKIMSettings] = []
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
  /// What is added to the links of digests.
  package var utm = UTMParameters.none

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

  /// All of ``dkim`` and ``otherDKIM``.
  package var allDKIM: [DKIMSettings] { (dkim.map { [$0] } ?? []) + otherDKIM }

  /// The signatures for a sender's domain: those of the nearest domain. Nil if none is aligned with it.
  package func dkim(for sender: String) -> DKIMSettings? {
    allDKIM.filter { isAligned($0.domain, with: sender) }.max { $0.domain.utf8.count < $1.domain.utf8.count }
  }

  /// Whether it has limits other than those of a single process: rates, a plan to warm up, or limits of domains.
  package var hasCommonLimits: Bool { rate != nil || !domains.isEmpty || !warmUp.isEmpty }

  /// The https URL in each email that ends the subscription with this token; nil if there is none.
  package func oneClickAddress(of token: String) -> String? { oneClick.map { "\($0)/\(token)" } }

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
