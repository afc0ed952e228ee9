internal import Foundation

/// What a failed delivery proves, and when soft failures are enough (RFC 3463; docs/bounces.md).
package enum BouncePolicy {
  /// A score from which on the address is suppressed.
  package static let limit = 4.0
  /// In which a bounce comes to count half.
  package static let halfLife = Duration.seconds(30 * 86_400)
  /// At most one bounce in this time counts.
  package static let spacing = Duration.seconds(86_400)
  /// A report without a valid token is believed only about a mail that left at most so long before.
  package static let memory = Duration.seconds(14 * 86_400)

  /// Each counts 1, halved every ``halfLife``; of those within a day only the first counts.
  package static func score(of bounces: [Instant], at now: Instant) -> Double {
    var counted: [Instant] = []
    for bounce in bounces.sorted() where counted.last.map({ bounce - $0 >= spacing }) ?? true { counted.append(bounce) }
    return counted.reduce(0) { sum, bounce in
      sum + exp2(-Double(max(0, now.seconds - bounce.seconds)) / Double(halfLife.components.seconds))
    }
  }

  /// The kind of a final failure, by its status if that says something, else by unmistakable words.
  ///
  /// In doubt it is soft: a wrong suppression costs a reader, a wrong soft bounce costs a few more tries.
  package static func kind(status: String?, words: String) -> Bounce.Kind {
    let codes = status.map { $0.split(separator: ".").compactMap { Int($0) } } ?? []
    guard codes.count == 3 else { return kind(words: words) }
    switch (codes[0], codes[1], codes[2]) {
    case (5, 7, _): return .policy
    case (5, 1, 7), (5, 1, 8): return .policy  // about the sender's address
    case (5, 1, 1), (5, 1, 2), (5, 1, 3), (5, 1, 6), (5, 1, 10), (5, 2, 1): return checked(words)
    // Servers that know no better code say these about anything.
    case (5, 0, _), (5, 1, 0), (5, 5, _): return kind(words: words)
    default: return .soft
    }
  }

  /// A status that proves the mailbox gone, beside words that say something else: MTAs turn a bare 550 into 5.1.1, and
  /// Gmail says 5.2.1 of mailboxes that get too much mail.
  private static func checked(_ words: String) -> Bounce.Kind {
    let words = Phrases.plain(words)
    if Phrases.busy.contains(where: words.contains) { return .soft }
    if Phrases.absent.contains(where: words.contains) { return .hard }
    return Phrases.unwanted.contains(where: words.contains) ? .policy : .hard
  }

  private static func kind(words: String) -> Bounce.Kind {
    let words = Phrases.plain(words)
    if Phrases.aboutUs.contains(where: words.contains) { return .policy }
    if (Phrases.busy + Phrases.full).contains(where: words.contains) { return .soft }
    if Phrases.absent.contains(where: words.contains) { return .hard }
    return Phrases.unwanted.contains(where: words.contains) ? .policy : .soft
  }
}

/// What servers say, in lower case.
private enum Phrases {
  /// Unmistakable: the mailbox does not exist or is closed for good.
  static let absent = [
    "user unknown", "unknown user", "user is unknown", "no such user", "no such recipient", "no such mailbox",
    "no such address", "no such account", "no such person", "no mailbox here by that name", "no mailbox by that name",
    "user not found", "recipient not found", "recipientnotfound", "mailbox not found",
    "account not found", "unknown recipient", "recipient unknown", "unknown mailbox", "unknown local",
    "invalid recipient", "invalid mailbox", "not a known user",
    "not a valid mailbox", "not a valid user", "user does not exist", "user doesn't exist", "mailbox does not exist",
    "mailbox doesn't exist", "account does not exist", "address does not exist", "address doesn't exist",
    "recipient does not exist", "tried to reach does not exist", "email account does not exist",
    "e-mail account does not exist", "user doesn't have a ", "address couldn't be found",
    "you entered couldn't be found", "wasn't found at", "account is disabled",
    "account has been disabled", "account that you tried to reach is disabled", "mailbox disabled",
    "mailbox is disabled", "account is inactive", "not listed in domino", "not listed in public name",
    "has no mailbox here", "user no longer",
  ]
  static let full = [
    "mailbox full", "mailbox is full", "quota", "out of storage", "insufficient storage", "too many messages in",
    "mailbox size limit", "out of space",
  ]
  static let busy = ["at a rate that", "too quickly", "temporarily", "try again later"]
  /// `sender address does not exist` speaks of ours.
  static let aboutUs = [
    "sender address", "sender verif", "sender rejected", "your ip", "client host", "reverse dns", "helo ",
  ]
  static let unwanted = [
    "spam", "blocked", "blacklist", "blocklist", "block list", "denylist", "dnsbl", " rbl", "reputation", "policy",
    "dmarc", "dkim", "spf", "unsolicited", "not authorized", "not authorised", "access denied", "relaying denied",
    "relay access denied", "content rejected", "message rejected", "virus",
  ]

  /// In lower case, without addresses and links: `dmarc@example.org` is nobody's policy.
  static func plain(_ words: String) -> String {
    words.lowercased().split(whereSeparator: \.isWhitespace).filter { !$0.contains("@") && !$0.contains("://") }
      .joined(separator: " ").replacing("’", with: "'")
  }
}
