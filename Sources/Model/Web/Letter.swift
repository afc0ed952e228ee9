package import Time

/// A single mail about someone's subscription. It is delivered like an issue: frozen, claimed, committed, recovered.
///
/// Its facts are frozen; its words are rendered from the templates when it is sent, under a Message-ID that never changes.
package struct Letter: Hashable, Sendable {
  package struct ID: Hashable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
  }

  package enum Kind: String, CaseIterable, Sendable, Codable {
    /// Asks whether the subscriptions were meant; with a ``Permit/Purpose/confirm`` permit.
    case confirm
    /// The address already has what was asked for: the link to its preferences.
    case alreadyFollowing = "already-following"
    /// A new link for a lost one; with an ``Permit/Purpose/access`` permit. Someone unknown learns that they are, with a
    /// ``Permit/Purpose/confirm`` permit for no digest, whose only use is to refuse all mail.
    case link
    /// Asks whether the new address is right; with a ``Permit/Purpose/newAddress`` permit.
    case newAddress = "new-address"
    /// Informs the old address of the change; with an ``Permit/Purpose/oldAddress`` permit.
    case oldAddress = "old-address"
    /// The newest issue, for a reader who has just confirmed; rendered as an issue.
    case welcome
    /// The addresses of a reader's private feeds, with ``Letter/feedToken``.
    case privateFeeds = "private-feeds"
    /// Informs an operator of something that needs their attention, with ``Letter/note``.
    case operators
  }

  package let id: ID
  package let kind: Kind
  package let address: EmailAddress
  /// BCP 47; nil for the site's language.
  package var language: String?
  /// The token of its permit; nil if it has none.
  package var permit: String?
  /// The token of a subscription, for the link to the preferences; nil if they have none.
  package var preferences: String?
  package var wanted: [WantedDigest]
  /// The token of their private feeds, made when the letter is sent.
  package var feedToken: String?
  /// The issue that a ``Kind/welcome`` contains.
  package var issue: RecordedIssue.ID?
  /// The words of a letter to ``Kind/operators``.
  package var note: OperatorNote?
  /// When it was requested.
  package let asked: Instant

  package init(_ kind: Kind, id: ID, to address: EmailAddress, asked: Instant) {
    self.kind = kind
    self.id = id
    self.address = address
    self.asked = asked
    language = nil
    permit = nil
    preferences = nil
    wanted = []
    feedToken = nil
    issue = nil
    note = nil
  }
}

extension Letter {
  /// Why a letter was dropped, as worded in its history.
  package static let unwanted =
    "suppressed, forgotten or unsubscribed, or its link has lapsed or was used up, before it was sent"

  /// The number of its delivery: negative, so that it is never that of an issue's.
  package var delivery: Delivery.ID { Delivery.ID(-id.number) }

  /// The letter of a delivery; nil for one of an issue.
  package static func id(of delivery: Delivery.ID) -> ID? { delivery.number < 0 ? ID(-delivery.number) : nil }
}

/// How many letters may be made for requests on the web. Beyond a limit a request changes nothing and mails no one; its
/// answer is the same.
package struct LetterLimits: Hashable, Sendable {
  /// The shortest time between two letters of one kind to one address.
  package var spacing = Duration.seconds(600)
  /// The maximum number of letters to one address in a day, and in 30 days.
  package var perDay = 3
  package var perMonth = 6
  /// The maximum number of letters per hour for requests from one network, to one domain, and for the site.
  package var perNetwork = 20
  package var perDomain = 60
  package var perSite = 200

  package init() {}
}
