/// Evidence that a delivery failed, as one report gives it for one recipient.
package struct Bounce: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable, Codable {
    /// There is no such mailbox.
    case hard
    /// It could not be delivered this time.
    case soft
    /// Our mail was not wanted there (5.7.x): it says nothing about the mailbox, and counts as nothing.
    case policy
    /// The reader called it spam (RFC 5965).
    case complaint
  }

  package var kind: Kind
  /// RFC 3463, such as `5.1.1`.
  package let status: String?
  /// What the reporting server said: one line, at most ``maxWords`` scalars, without control characters.
  package let words: String
  /// As the report writes it; after a forwarding it may be nobody we know.
  package let recipient: EmailAddress?
  /// What stood after the `+` of the envelope sender. It has the form of a token and need not be a valid one.
  package var token: String?
  /// Of the message that came back, with its angle brackets.
  package let messageID: String?
  /// The same for the same report, however often it comes: a hash of its Message-ID, or of its bytes if it has none.
  package let report: String

  package static let maxWords = 500

  package init(
    kind: Kind, status: String? = nil, words: String, recipient: EmailAddress? = nil, token: String? = nil,
    messageID: String? = nil, report: String
  ) {
    (self.kind, self.status, self.words) = (kind, status, Self.cleaned(words))
    (self.recipient, self.token, self.messageID, self.report) = (recipient, token, messageID, report)
  }

  /// Whether it is the domain that is missing: our own relay may be wrong about that, and about all domains at once.
  package var isAboutMissingDomain: Bool {
    kind == .hard && RefusalSubject(status: status, words: words) == .noDomain
  }

  /// One line without what a terminal would obey or what turns a line around, cut at ``maxWords`` scalars.
  package static func cleaned(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars where count < maxWords {
      let isGap = isUnprintable(scalar) || scalar.properties.isWhitespace
      if isGap, line.last == " " || line.isEmpty { continue }
      line.append(isGap ? " " : scalar)
      count += 1
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Control characters, overrides of direction, what has no width, and what is no character.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// What became of a bounce.
package enum BounceConsequence: Hashable, Sendable {
  /// The address is never mailed again.
  case suppressed(EmailAddress, Suppression.Reason)
  /// It counts as a soft one; at ``BouncePolicy/limit`` the address is suppressed.
  case counted(EmailAddress, score: Double)
  /// Kept for `courant why`; it counts as nothing.
  case noted(EmailAddress)
  /// It names no delivery and no subscriber: nothing was kept.
  case unknown
  /// The same report was taken before: nothing was changed.
  case repeated
}
