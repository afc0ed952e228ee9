/// What a refusal means for the round.
package enum RefusalSense: Hashable, Sendable {
  /// The mailbox does not exist.
  case noMailbox
  /// The mailbox exists but is full.
  case fullMailbox
  /// Our volume (``RefusalSubject/ourVolume``); the reader is not at fault.
  case ourVolume
  /// Anything else; the reader or we may be at fault. This includes rejections of our identity (5.7.1, blocklists),
  /// because one company may reject us while all others accept our mail.
  case other

  package init(_ reply: Reply) {
    if DeliveryPolicy.provesNoMailbox(reply) {
      self = .noMailbox
    } else if DeliveryPolicy.isFullMailbox(reply) {
      self = .fullMailbox
    } else {
      self = reply.subject == .ourVolume ? .ourVolume : .other
    }
  }

  /// Whether the relay rejects more connections than it allows; such a reply concerns only its connection.
  package static func isAboutConnections(_ reply: Reply) -> Bool {
    let words = reply.text.lowercased()
    let things = ["connection", "session", "concurren", "simultaneous"]
    let limits = ["too many", "too much", "limit", "exceed", "maximum", "throttl", "rate"]
    return things.contains(where: words.contains) && limits.contains(where: words.contains)
  }
}
