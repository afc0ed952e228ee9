package import Time

/// One thing that an operator did. It names readers only by number and masked address, so erasing a reader leaves no address.
package struct Act: Hashable, Sendable {
  package let by: Operator
  package let at: Instant
  package let verb: Verb
  package let target: Target
  /// The state before the act, in a few words without addresses; nil if there is nothing to record.
  package var before: String?
  /// The state after the act.
  package var after: String?

  package init(_ verb: Verb, _ target: Target, by operator: Operator, at now: Instant) {
    by = `operator`
    at = now
    self.verb = verb
    self.target = target
  }
}

/// Who acts, and from where.
package struct Operator: Hashable, Sendable, CustomStringConvertible {
  package enum Place: String, CaseIterable, Sendable {
    /// The command line.
    case shell
    /// The operator's pages.
    case desk
  }

  /// The name of a user of the machine, or of an operator in the settings.
  package let name: String
  package let place: Place
  /// The machine, or the IP address from which the pages were requested; nil if unknown.
  package let origin: String?

  package init(_ name: String, at place: Place, from origin: String? = nil) {
    self.name = name
    self.place = place
    self.origin = origin
  }

  /// `ann@host (shell)`
  package var description: String { "\(name)\(origin.map { "@\($0)" } ?? "") (\(place.rawValue))" }
}

extension Act {
  /// Everything that operators do. The words are stored, so they never change.
  package enum Verb: String, CaseIterable, Sendable {
    // Issues.
    case release, cancel, resend, test
    // Readers.
    case add, end, suppress, lift, forget, change
    case importReaders = "import"
    case sendConfirmation = "send confirmation"
    case sendLink = "send link"
    case pauseReader = "pause reader"
    case resumeReader = "resume reader"
    case newFeedAddress = "new feed address"
    case revokeFeedAddress = "revoke feed address"
    // Names.
    case rename, retire
    // The ledger and the whole site.
    case pause, resume, backup, restore, recover, prune
    case gatherHere = "gather here"
    // Operators.
    case signIn = "sign in"
    case signOut = "sign out"
  }

  /// What an act is done to.
  package enum Target: Hashable, Sendable {
    /// `weekly#12`
    case issue(String)
    /// `weekly@2026-11-23T07:00`
    case slot(String)
    case digest(String)
    case feed(String)
    case source(String)
    /// Only the number and the masked address are recorded.
    case reader(EmailAddress)
    /// A file on the operator's machine.
    case file(String)
    case ledger
    /// All mail.
    case mail
    /// An operator, by name.
    case `operator`(String)
  }
}

extension Act.Target {
  /// As recorded.
  package var kind: String {
    switch self {
    case .issue: "issue"
    case .slot: "slot"
    case .digest: "digest"
    case .feed: "feed"
    case .source: "source"
    case .reader: "reader"
    case .file: "file"
    case .ledger: "ledger"
    case .mail: "mail"
    case .operator: "operator"
    }
  }

  /// As recorded; nil if there is only one of its kind.
  package var name: String? {
    switch self {
    case .issue(let name), .slot(let name), .digest(let name), .feed(let name), .source(let name), .file(let name),
      .operator(let name):
      name
    case .reader(let address): address.masked
    case .ledger, .mail: nil
    }
  }
}
