/// What a refusal means for the round.
package enum RefusalSense: Hashable, Sendable {
  /// The mailbox does not exist.
  case noMailbox
  /// The mailbox is there, and has no room.
  case fullMailbox
  /// How much we send: it says nothing about the reader.
  case aboutUs
  /// Anything else: it may be the reader's or ours. Also what is said of who we are (5.7.1, block lists), for a company may
  /// reject us while all others take our mail.
  case other

  package init(_ reply: Reply) {
    if DeliveryPolicy.provesNoMailbox(reply) {
      self = .noMailbox
    } else if DeliveryPolicy.isFullMailbox(reply) {
      self = .fullMailbox
    } else {
      self = reply.subject == .ourVolume ? .aboutUs : .other
    }
  }

  /// The relay has as many connections of ours as it wants: a word about the connection on which it comes.
  package static func isAboutConnections(_ reply: Reply) -> Bool {
    let words = reply.text.lowercased()
    let things = ["connection", "session", "concurren", "simultaneous"]
    let limits = ["too many", "too much", "limit", "exceed", "maximum", "throttl", "rate"]
    return things.contains(where: words.contains) && limits.contains(where: words.contains)
  }
}
