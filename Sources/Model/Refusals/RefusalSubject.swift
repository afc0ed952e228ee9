/// What a server's refusal is about, whether it came during the SMTP dialogue or in a later report.
///
/// A refusal has three parts: a code (550), a status (5.1.1) and words. Many servers send 5.1.1 with any 550, so words
/// that are understood outweigh the numbers. If the parts contradict each other, the milder reading wins: a wrong
/// suppression loses a reader, a wrong soft bounce costs a few more messages that reach no one.
package enum RefusalSubject: String, CaseIterable, Sendable {
  /// The mailbox does not exist or is permanently closed.
  case noMailbox
  /// The domain does not exist or accepts no mail, according to a resolver that may be broken.
  case noDomain
  /// The mailbox exists and is full.
  case fullMailbox
  /// A temporary reason: greylisting, a server under load or maintenance, a mailbox that receives too much at once.
  case busy
  /// Our volume: a rate, a quota, or a number of messages, recipients or connections. A later message may be accepted.
  case ourVolume
  /// The sender: blocklists, reputation, authentication, the envelope sender, permission to relay.
  case us
  /// The content or form of our message: spam, viruses, the format.
  case content
  /// The destination's domain, its DNS or its hosts.
  case domain
  /// The words and numbers are ambiguous.
  case unclear

  /// Whether the refusal is about the sender or the message, not the mailbox.
  package var isAboutUs: Bool {
    switch self {
    case .ourVolume, .us, .content: true
    case .noMailbox, .noDomain, .fullMailbox, .busy, .domain, .unclear: false
    }
  }
}

extension Reply {
  /// The subject of this refusal.
  package var subject: RefusalSubject { RefusalSubject(code: code, status: status, words: text) }
}

extension RefusalSubject {
  /// - Parameters:
  ///   - code: the RFC 5321 code, if the report includes it.
  ///   - status: the RFC 3463 status, for example `5.1.1`.
  ///   - words: the server's text, on one line or several, with or without the numbers.
  package init(code: Int? = nil, status: String?, words: String) {
    let said = RefusalPhrases.meanings(of: words)
    let isTemporary = status.map { $0.hasPrefix("4.") } ?? code.map { $0 < 500 } ?? false
    let isFull = status?.hasSuffix(".2.2") ?? false
    if said.contains(.ourVolume), !(isFull && said.contains(.fullMailbox)) {
      self = .ourVolume
    } else if said.contains(.us) {
      // `sender address does not exist`
      self = .us
    } else if Self.isAboutSpace(said, isFull) {
      self = .fullMailbox
    } else if said.contains(.busy) {
      self = .busy
    } else if said.contains(.content) || said.contains(.messageSize) {
      self = .content
    } else {
      self = isTemporary ? Self.temporary(said) : Self.permanent(StatusClaim(status), said)
    }
  }

  /// Whether the mailbox is out of space. If the size of the message is mentioned, "exceeded" or "quota" means the
  /// server's limit, unless the status confirms that the mailbox is full.
  private static func isAboutSpace(_ said: Set<RefusalPhrases.Meaning>, _ isFull: Bool) -> Bool {
    if said.contains(.fullMailbox) { return true }
    if said.contains(.messageSize) { return said.contains(.quota) && isFull }
    return said.contains(.quota) || isFull
  }

  private static func temporary(_ said: Set<RefusalPhrases.Meaning>) -> RefusalSubject {
    said.contains(.domain) || said.contains(.noDomain) ? .domain : .busy
  }

  /// A status that claims the mailbox is gone is believed unless the words are about something else.
  private static func permanent(_ claim: StatusClaim, _ said: Set<RefusalPhrases.Meaning>) -> RefusalSubject {
    if said.contains(.noMailbox) { return claim == .mailbox ? .unclear : .noMailbox }
    if claim == .route || claim == .address, said.contains(.closedDoor) { return .noMailbox }
    if said.contains(.domain) { return .domain }
    if said.contains(.noDomain) { return isDestination(claim, said) ? .noDomain : .domain }
    if said.contains(.unwanted) { return .us }
    if said.contains(.unavailable), claim == .nothing { return .noMailbox }
    return switch claim {
    case .noMailbox: .noMailbox
    case .noDomain: .noDomain
    case .us: .us
    case .route: .domain
    case .mailbox, .address, .nothing: .unclear
    }
  }
}

extension RefusalSubject {
  /// Whether the domain that does not exist is the reader's.
  private static func isDestination(_ claim: StatusClaim, _ said: Set<RefusalPhrases.Meaning>) -> Bool {
    claim == .noMailbox || claim == .noDomain || claim != .us && !said.contains(.sender)
  }
}

/// What a permanent status claims by itself (RFC 3463 §3, RFC 7505, and Microsoft's codes).
private enum StatusClaim {
  case noMailbox, noDomain, address, mailbox, us, route, nothing

  init(_ status: String?) {
    let numbers = (status ?? "").split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] == 5 else {
      self = .nothing
      return
    }
    switch (numbers[1], numbers[2]) {
    case (1, 1), (1, 3), (1, 6), (1, 10), (2, 1): self = .noMailbox
    case (1, 2): self = .noDomain
    case (1, 0): self = .address
    // About an existing mailbox: some carriers filter with this status and the words `User unknown`.
    case (2, 0): self = .mailbox
    // 5.1.7 and 5.1.8 are about the sender's address.
    case (7, _), (1, 7), (1, 8): self = .us
    case (4, _): self = .route
    default: self = .nothing
    }
  }
}
