/// What a server's refusal speaks of, whether it came during the dialogue or in a report afterwards.
///
/// A refusal says it three times: with a code (550), with a status (5.1.1) and in words. Many servers put 5.1.1 beside any
/// 550, so that the words outweigh the numbers wherever they are understood. Where they contradict each other, the milder
/// reading wins: a wrong suppression costs a reader, a wrong soft bounce a few more mails to nobody.
package enum RefusalSubject: String, CaseIterable, Sendable {
  /// There is no such mailbox, or it is closed for good.
  case noMailbox
  /// There is no such domain, or it takes no mail, as far as a resolver knows that may be broken.
  case noDomain
  /// The mailbox is there and has no room.
  case fullMailbox
  /// Not now: greylisting, a server under load or repair, a mailbox that gets too much at once.
  case busy
  /// How much we send: a rate, a quota, a number of messages, recipients or connections. A later mail may pass.
  case ourVolume
  /// Who we are: listings, reputation, authentication, the envelope sender, the right to relay.
  case us
  /// What we wrote, or how: spam, viruses, the form of the message.
  case content
  /// The destination's domain, its DNS or its hosts.
  case domain
  /// The words and numbers could mean anything.
  case unclear

  /// Whether it says nothing about the mailbox, because it speaks of the sender or of the message.
  package var isAboutUs: Bool {
    switch self {
    case .ourVolume, .us, .content: true
    case .noMailbox, .noDomain, .fullMailbox, .busy, .domain, .unclear: false
    }
  }
}

extension Reply {
  /// What it speaks of.
  package var subject: RefusalSubject { RefusalSubject(code: code, status: status, words: text) }
}

extension RefusalSubject {
  /// - Parameters:
  ///   - code: of RFC 5321, if the report tells it.
  ///   - status: of RFC 3463, such as `5.1.1`.
  ///   - words: as the server said them, on one line or several, with or without the numbers.
  package init(code: Int? = nil, status: String?, words: String) {
    let said = RefusalPhrases.meanings(of: words)
    let isTemporary = status.map { $0.hasPrefix("4.") } ?? code.map { $0 < 500 } ?? false
    let isFull = status?.hasSuffix(".2.2") ?? false
    if said.contains(.ourVolume), !(isFull && said.contains(.fullMailbox)) {
      self = .ourVolume
    } else if said.contains(.us) {
      // `sender address does not exist`
      self = .us
    } else if said.contains(.fullMailbox) || said.contains(.quota) || isFull {
      self = .fullMailbox
    } else if said.contains(.busy) {
      self = .busy
    } else if said.contains(.content) {
      self = .content
    } else {
      self = isTemporary ? Self.temporary(said) : Self.permanent(StatusClaim(status), said)
    }
  }

  private static func temporary(_ said: Set<RefusalPhrases.Meaning>) -> RefusalSubject {
    said.contains(.domain) || said.contains(.noDomain) ? .domain : .busy
  }

  /// A claim that the mailbox is gone stands unless the words speak of something else.
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

/// What a permanent status claims by itself (RFC 3463 §3, RFC 7505, and the codes that Microsoft invented).
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
    // Something about a mailbox that is there: some carriers write `User unknown` beside it when they filter.
    case (2, 0): self = .mailbox
    // 5.1.7 and 5.1.8 are about the sender's address.
    case (7, _), (1, 7), (1, 8): self = .us
    case (4, _): self = .route
    default: self = .nothing
    }
  }
}
