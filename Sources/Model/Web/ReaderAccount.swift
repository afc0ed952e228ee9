package import Time

/// What a reader's own pages show.
package struct ReaderAccount: Hashable, Sendable {
  package let address: EmailAddress
  package let name: String?
  /// BCP 47; nil for the site's language.
  package let language: String?
  /// When mail begins again; nil if it is not paused.
  package var pausedUntil: Instant?
  /// All of them, including ended ones, in the order in which they began.
  package var subscriptions: [AccountSubscription]
  /// The digests whose newest issue was queued when the reader confirmed.
  package var welcomed: [String] = []

  package init(address: EmailAddress, name: String?, language: String?) {
    self.address = address
    self.name = name
    self.language = language
    subscriptions = []
  }

  /// The confirmed subscriptions.
  package var confirmed: [WantedDigest] {
    subscriptions.filter { $0.status == .confirmed }.map { WantedDigest($0.digest, $0.follows) }
  }
}

/// An issue that was or is about to be mailed to a reader.
package struct SentIssue: Hashable, Sendable {
  package let digest: String
  package let number: Int
  package let subject: String
  package let state: Delivery.State
  /// When the state last changed.
  package let at: Instant

  package init(digest: String, number: Int, subject: String, state: Delivery.State, at: Instant) {
    self.digest = digest
    self.number = number
    self.subject = subject
    self.state = state
    self.at = at
  }
}

package struct AccountSubscription: Hashable, Sendable {
  package let digest: String
  package let follows: Following
  package let status: Subscription.Status
  /// Of this subscription (``Tokens/Kind/subscription``).
  package let token: String
  /// When consent was given; nil if it is pending.
  package var consentAt: Instant?
  /// See ``Subscription/origin``.
  package var origin: String?
  /// The token of the subscription the reader changed to; nil unless this one ended in favour of another.
  package var continued: String?
  /// Its number, if the reader changed to it and is still owed articles of the former digest; otherwise nil.
  package var handedOver: Int64?

  package init(digest: String, follows: Following, status: Subscription.Status, token: String) {
    self.digest = digest
    self.follows = follows
    self.status = status
    self.token = token
  }
}

/// A reader's choices on the preferences page.
package struct ReaderChoices: Hashable, Sendable {
  /// The feeds of each digest that they want; digests that are missing end. Digests that they do not have yet are requested and
  /// need confirming, unless one of the same family ends.
  package var digests: [WantedDigest]
  /// BCP 47; nil for the site's language.
  package var language: String?
  package var origin = ""
  package var words = ""
  /// Sets of at least two digests that have the same feeds. A reader of one changes to another in its set at once, without a
  /// letter (docs/decisions/0072-moving-between-digests.md).
  package var families: [Set<String>] = []

  package init(_ digests: [WantedDigest], language: String? = nil) {
    self.digests = digests
    self.language = language
  }
}

/// What saving choices changed.
package struct SavedChoices: Hashable, Sendable {
  package let before: ReaderAccount
  package let after: ReaderAccount
  /// Digests for which a letter was sent, because they must be confirmed.
  package var asked: [String]

  package init(before: ReaderAccount, after: ReaderAccount, asked: [String] = []) {
    self.before = before
    self.after = after
    self.asked = asked
  }
}

/// The subscriptions that leaving ended.
package struct Left: Hashable, Sendable {
  /// Digests ended now or earlier.
  package let digests: [String]
  /// False if all of them had already ended.
  package let isNew: Bool
  /// The token of a ``Permit/Purpose/comeBack`` permit; nil unless ``isNew``.
  package var comeBack: String?

  package init(_ digests: [String], isNew: Bool) {
    self.digests = digests
    self.isNew = isNew
  }
}
