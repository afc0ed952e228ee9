package import Time

/// A right to do one thing for a limited time, given to anyone who holds its token.
///
/// Tokens in issues of a digest (``Tokens/Kind/subscription``) are weak, because issues are forwarded: they may end, pause
/// and change a subscription. Anything that needs proof of owning the mailbox needs a permit, whose token is only in
/// a letter to that mailbox, or on the page after leaving. A permit may be used any number of times while it lasts, with the
/// same result.
package struct Permit: Hashable, Sendable {
  package struct ID: Hashable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
  }

  package enum Purpose: String, CaseIterable, Sendable, Codable {
    /// Confirms requested subscriptions, or refuses all mail ("it was not me").
    case confirm
    /// Changes the address, exports and erases.
    case access
    /// Confirms a new address; its token is mailed to that address.
    case newAddress = "new-address"
    /// Undoes a change of address; its token is mailed to the old address.
    case oldAddress = "old-address"
    /// Undoes leaving, from the page that followed it.
    case comeBack = "come-back"

    /// How long a permit lasts.
    package var life: Duration {
      switch self {
      case .confirm: .seconds(30 * 86_400)
      case .access, .comeBack: .seconds(3600)
      case .newAddress, .oldAddress: .seconds(7 * 86_400)
      }
    }
  }

  package let id: ID
  package let purpose: Purpose
  /// The address of the mailbox that it is about; for ``Purpose/newAddress``, the new one.
  package let address: EmailAddress
  /// The digests that were requested, or that were left.
  package var wanted: [WantedDigest]
  package let issued: Instant
  package let lapses: Instant
  /// When it was first used; nil if it was not.
  package var used: Instant?

  package init(_ purpose: Purpose, id: ID, address: EmailAddress, issued: Instant) {
    self.purpose = purpose
    self.id = id
    self.address = address
    self.issued = issued
    lapses = issued + purpose.life
    wanted = []
    used = nil
  }
}

/// What a permit can still do, for pages that explain why a link no longer works.
package struct PermitFate: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// This site has issued no such permit.
    case unknown
    case lapsed
    /// The person has been erased.
    case erased
    /// The owner of the address refused all mail.
    case refused
    /// It was used, and the result is still in effect.
    case done
    /// It can still be used, or its purpose is over.
    case open
  }

  package let state: State
  /// Nil if the permit is unknown, or was erased after it lapsed.
  package var purpose: Permit.Purpose?
  /// The reader with its address; nil if there is none.
  package var account: ReaderAccount?

  package init(_ state: State) { self.state = state }
}

/// The outcome of an act that needs a permit.
package enum PermitAnswer<Result: Hashable & Sendable>: Hashable, Sendable {
  /// Done now, or before with the same permit.
  case done(Result)
  /// The permit is too old.
  case lapsed
  /// The permit is valid, but its purpose is over: the reader has left since, was suppressed or forgotten.
  case over
  /// This site gave no such permit for this purpose.
  case unknown
}
