package import Time

/// A mailbox and its consent.
package struct Subscriber: Hashable, Sendable {
  package struct ID: Hashable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
  }

  package let id: ID
  package let address: EmailAddress
  package let name: String?
  /// BCP 47; nil for the site's language.
  package let language: String?
  /// When mail begins again; nil if it is not paused.
  package var pausedUntil: Instant?

  package init(id: ID, address: EmailAddress, name: String?, language: String?) {
    self.id = id
    self.address = address
    self.name = name
    self.language = language
  }
}

/// Subscriber × digest, with the feeds followed.
package struct Subscription: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable, Codable { case pending, confirmed, ended }

  package let subscriber: Subscriber
  package let digest: String
  package let follows: Following
  package let status: Status
  /// When consent was given; nil if the subscription is pending.
  package var consentAt: Instant?
  /// Where the subscription came from: `cli`, `import FILE`, the URL of a form.
  package var origin: String?
  package var endedAt: Instant?
  /// The suppression of the address, which applies to all digests.
  package var suppression: Suppression?

  package init(subscriber: Subscriber, digest: String, follows: Following, status: Status) {
    self.subscriber = subscriber
    self.digest = digest
    self.follows = follows
    self.status = status
  }
}

extension Subscription {
  /// What happens to mail for this subscription. A suppressed address gets none, even if it is confirmed.
  package enum Standing: String, CaseIterable, Sendable {
    case pending, confirmed, ended, suppressed

    /// The standing of an address that is not suppressed.
    package init(_ status: Status) {
      self =
        switch status {
        case .pending: .pending
        case .confirmed: .confirmed
        case .ended: .ended
        }
    }
  }

  package var standing: Standing { suppression == nil ? Standing(status) : .suppressed }
}

/// The feeds of a digest that a reader follows.
package enum Following: Hashable, Sendable {
  /// All feeds, including those added later.
  case all
  /// Sorted, each once, at least one.
  case some([Feed.Name])

  /// Nil and an empty list mean all feeds.
  package init(_ names: [Feed.Name]?) {
    guard let names, !names.isEmpty else {
      self = .all
      return
    }
    self = .some(Set(names).sorted())
  }

  /// `*`, or the names joined by commas: the form in the ledger and in CSV files.
  package var text: String {
    switch self {
    case .all: "*"
    case .some(let names): names.map(\.text).joined(separator: ",")
    }
  }

  /// Parses ``text``; nil if a name is invalid. Spaces around names are allowed; an empty string means all feeds.
  package init?(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == ";" }).map(String.init)
    guard parts != ["*"], !parts.isEmpty else {
      self = .all
      return
    }
    let names = parts.compactMap { Feed.Name($0) }
    guard names.count == parts.count else { return nil }
    self.init(names)
  }

  package func includes(anyOf feeds: Set<Feed.Name>) -> Bool {
    switch self {
    case .all: !feeds.isEmpty
    case .some(let names): names.contains(where: feeds.contains)
    }
  }

  package func includes(_ feed: Feed.Name) -> Bool {
    switch self {
    case .all: true
    case .some(let names): names.contains(feed)
    }
  }
}

/// Why an address must never be mailed again.
package struct Suppression: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Sendable, Codable {
    case bounce, complaint, forgotten, operatorRequest = "operator"
  }

  package let reason: Reason
  package let since: Instant

  package init(reason: Reason, since: Instant) {
    self.reason = reason
    self.since = since
  }
}
