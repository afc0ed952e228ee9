/// What someone requested on a page, with an address, before it has been judged.
package struct ReaderRequest: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// They want these digests.
    case subscribe([WantedDigest])
    /// They lost the link to their preferences.
    case findLink
    /// They want the addresses of their private feeds.
    case privateFeeds
  }

  package let kind: Kind
  package let address: EmailAddress
  /// At most 80 characters on one line, without addresses. Never shown in a mail that the address did not confirm.
  package var name: String?
  /// BCP 47; nil for the site's language.
  package var language: String?
  /// The page or site with the form: an absolute URL or an origin (RFC 6454); empty if the client named none.
  package var origin: String
  /// The sentence that they agreed to, as shown next to the button.
  package var words: String
  /// Groups clients for limits: an IPv4 /24 or IPv6 /64 in its usual notation; empty if unknown.
  package var network: String
  /// The client's address, only if the operator records it (`record_ip`).
  package var machine: String?

  package init(_ kind: Kind, from address: EmailAddress) {
    self.kind = kind
    self.address = address
    name = nil
    language = nil
    origin = ""
    words = ""
    network = ""
    machine = nil
  }
}

/// A digest that a reader asks for, with the feeds that they want of it.
package struct WantedDigest: Hashable, Sendable {
  package let digest: String
  package let follows: Following

  package init(_ digest: String, _ follows: Following = .all) {
    self.digest = digest
    self.follows = follows
  }
}

/// The outcome of requests that had been recorded.
package struct SettledRequests: Hashable, Sendable {
  /// How many requests were judged.
  package var count = 0
  /// How many letters were queued for them.
  package var letters = 0
  /// How many got no letter because of a limit.
  package var limited = 0

  package init() {}
}
