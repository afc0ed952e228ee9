/// A message that the relay refused, with its reply.
package struct Refusal: Hashable, Sendable {
  package let claim: Claim
  package let reply: Reply
  /// Whether the refusal already counts for its destination.
  package var isReplyRecorded = false

  package init(claim: Claim, reply: Reply) {
    self.claim = claim
    self.reply = reply
  }

  package var sense: RefusalSense { RefusalSense(reply) }

  var domain: String { claim.addressee.address.domain }

  var words: SameWords { SameWords(reply, to: claim.addressee.address) }
}

/// The refusals of a round, until it is clear whether the readers or we are the cause. In the ledger they are deferred.
///
/// A refusal about a mailbox becomes final once the relay accepts another message. All others wait for the end of the
/// round: if readers of several domains got the same words, the relay meant us.
struct Refusals: Sendable {
  /// Refusals since the last accepted message.
  private(set) var inARow: [Refusal] = []
  /// Refusals followed by an accepted message.
  private var waiting: [Refusal] = []

  mutating func add(_ refusal: Refusal) { inARow.append(refusal) }

  /// How many of the most recent consecutive refusals are about our volume.
  var ourVolumeInARow: Int { inARow.reversed().prefix { $0.sense == .ourVolume }.count }

  /// The relay accepted a message, so the consecutive refusals do not mean that it accepts nothing.
  ///
  /// - Returns: the refusals about a mailbox, which become final, and those to be judged at the end of the round.
  mutating func prove() -> (holding: [Refusal], open: [Refusal]) {
    let isAboutMailbox = { (refusal: Refusal) in [.noMailbox, .fullMailbox].contains(refusal.sense) }
    let holding = inARow.filter(isAboutMailbox)
    let open = inARow.filter { !isAboutMailbox($0) }
    inARow = []
    waiting += open.map { refusal in
      var recorded = refusal
      recorded.isReplyRecorded = true
      return recorded
    }
    return (holding, open.filter { $0.sense != .ourVolume })
  }

  /// Decides at the end of the round.
  ///
  /// - Parameter isRelayAtFault: whether the relay rejects everyone or has failed; then we are the cause of all
  ///   refusals since it last accepted a message.
  mutating func judge(isRelayAtFault: Bool) -> (readers: [Refusal], ours: [Refusal]) {
    let all = waiting + inARow
    let isCommon = Self.commonWords(of: all)
    let suspects = isRelayAtFault ? Set(inARow.map(\.claim.delivery)) : []
    let isOurs = { (refusal: Refusal) in
      suspects.contains(refusal.claim.delivery) || refusal.sense == .ourVolume || isCommon.contains(refusal.words)
    }
    waiting = []
    inARow = []
    return (all.filter { !isOurs($0) }, all.filter(isOurs))
  }

  /// Words sent to readers of more than one domain, other than about their mailboxes.
  private static func commonWords(of refusals: [Refusal]) -> Set<SameWords> {
    var domains: [SameWords: Set<String>] = [:]
    for refusal in refusals where refusal.sense == .other {
      domains[refusal.words, default: []].insert(refusal.domain)
    }
    return Set(domains.filter { $0.value.count > 1 }.keys)
  }
}
