/// Evidence that a delivery failed, from one report about one recipient.
package struct Bounce: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable, Codable {
    /// The mailbox does not exist.
    case hard
    /// The message could not be delivered this time.
    case soft
    /// The receiver rejected our mail by policy (5.7.x). This is not about the mailbox, so it does not count.
    case policy
    /// The reader reported it as spam (RFC 5965).
    case complaint
  }

  package var kind: Kind
  /// An RFC 3463 code, for example `5.1.1`.
  package let status: String?
  /// The reporting server's text: one line of at most ``maxWords`` scalars, without control characters.
  package let words: String
  /// As written in the report; if the message was forwarded, the address may be unknown to us.
  package var recipient: EmailAddress?
  /// The part after the `+` of the envelope sender. It looks like a token but may not be a valid one.
  package var token: String?
  /// Message-ID of the returned message, with its angle brackets.
  package var messageID: String?
  /// Identifies the report, however often it arrives: a hash of its Message-ID, or of its bytes if it has none.
  package let report: String

  package static let maxWords = 500

  package init(kind: Kind, status: String? = nil, words: String, report: String) {
    self.kind = kind
    self.status = status
    self.words = Self.cleaned(words)
    self.report = report
  }

  /// Whether the domain is said to be missing. Our relay may be wrong about that, and about all domains at once.
  package var isAboutMissingDomain: Bool {
    kind == .hard && RefusalSubject(status: status, words: words) == .noDomain
  }

  /// The text as one line without terminal control sequences and directional overrides, cut to ``maxWords`` scalars.
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

  /// Control characters, directional overrides, zero-width characters and noncharacters.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// The consequence of a bounce.
package enum BounceConsequence: Hashable, Sendable {
  /// The address is never mailed again.
  case suppressed(EmailAddress, Suppression.Reason)
  /// It counts as a soft bounce; at ``BouncePolicy/limit`` the address is suppressed.
  case counted(EmailAddress, score: Double)
  /// Recorded for `courant why`; it does not count.
  case noted(EmailAddress)
  /// It matches no delivery and no subscriber, so nothing was recorded.
  case unknown
  /// The same report was recorded before, so nothing changed.
  case repeated
}
