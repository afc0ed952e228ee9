package import Time

/// A token for the addresses of a reader's private feeds. The ledger keeps only its hash, so it can be shown just once.
package struct NewFeedToken: Hashable, Sendable {
  package let token: String
  /// The reader's confirmed subscriptions.
  package let follows: [WantedDigest]

  package init(_ token: String, follows: [WantedDigest]) {
    self.token = token
    self.follows = follows
  }
}

/// The documents of private feeds, and who may read them (docs/decisions/0106-tokens-of-private-feeds.md).
///
/// A feed token is worth nothing from the moment at which its reader's last confirmed subscription ends, or their address is
/// suppressed or forgotten, and does not come back with them.
package protocol PrivateFeedBook: AnyObject, Sendable {
  /// Replaces all documents. The time of those with the same bytes stays.
  func record(privateDocuments: [PrivateDocument], at now: Instant) throws

  func privateDocument(of feed: Feed.Name, _ format: Feed.Format) throws -> PrivateDocument?

  /// The confirmed subscriptions of the reader with this feed token; empty if there is none, or it was revoked. The duration
  /// does not reveal why. Letter case does not matter.
  func follows(ofFeedToken token: String) throws -> [WantedDigest]

  /// Makes a token for the reader with this address, and revokes their earlier ones. Nil if they have no confirmed subscription,
  /// or are suppressed.
  func newFeedToken(for address: EmailAddress, at now: Instant) throws -> NewFeedToken?

  /// The same for the reader of a letter. If the letter is sent again, because its first copy may not have arrived, the tokens of
  /// both copies are valid.
  func newFeedToken(for letter: Letter.ID, at now: Instant) throws -> NewFeedToken?

  /// When the feed token of a reader was made; nil if they have none.
  func feedTokenDate(of address: EmailAddress) throws -> Instant?

  /// Revokes the tokens of one reader; nil for all readers. Returns how many readers had one.
  func revokeFeedTokens(of address: EmailAddress?) throws -> Int
}
