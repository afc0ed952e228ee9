/// A message that the relay refused, and in which words.
package struct Refusal: Hashable, Sendable {
  package let claim: Claim
  package let reply: Reply
  /// Its destination has been judged by it.
  package var isHeeded = false

  package init(claim: Claim, reply: Reply) {
    self.claim = claim
    self.reply = reply
  }

  package var sense: RefusalSense { RefusalSense(reply) }

  var domain: String { claim.addressee.address.domain }

  var words: SameWords { SameWords(reply, to: claim.addressee.address) }
}

/// The refusals of a round, until it is clear whether they are the readers' or ours. The ledger holds them as deferred.
///
/// One that speaks of a mailbox holds as soon as the relay takes another message. Every other one waits for the end of
/// the round: if the same words reached readers of several domains, the relay said them about us.
struct Refusals: Sendable {
  /// Since the last message that was taken.
  private(set) var inARow: [Refusal] = []
  /// The relay took a message after each of them.
  private var waiting: [Refusal] = []

  mutating func add(_ refusal: Refusal) { inARow.append(refusal) }

  /// How many of the last ones speak of us.
  var aboutUsInARow: Int { inARow.reversed().prefix { $0.sense == .aboutUs }.count }

  /// The relay took a message, so those in a row were not because it takes nothing.
  ///
  /// - Returns: those that speak of a mailbox, and hold; and those that are to be judged by what else is said.
  mutating func prove() -> (holding: [Refusal], open: [Refusal]) {
    let isAboutMailbox = { (refusal: Refusal) in [.noMailbox, .fullMailbox].contains(refusal.sense) }
    let holding = inARow.filter(isAboutMailbox)
    let open = inARow.filter { !isAboutMailbox($0) }
    inARow = []
    waiting += open.map { refusal in
      var heeded = refusal
      heeded.isHeeded = true
      return heeded
    }
    return (holding, open.filter { $0.sense != .aboutUs })
  }

  /// At the end of the round.
  ///
  /// - Parameter isRelayAtFault: it refuses everybody, or gave out: what it refused since it last took a message is ours.
  mutating func judge(isRelayAtFault: Bool) -> (readers: [Refusal], ours: [Refusal]) {
    let all = waiting + inARow
    let isCommon = Self.commonWords(of: all)
    let suspects = isRelayAtFault ? Set(inARow.map(\.claim.delivery)) : []
    let isOurs = { (refusal: Refusal) in
      suspects.contains(refusal.claim.delivery) || refusal.sense == .aboutUs || isCommon.contains(refusal.words)
    }
    waiting = []
    inARow = []
    return (all.filter { !isOurs($0) }, all.filter(isOurs))
  }

  /// What was said to readers of more than one domain, and not about their mailboxes.
  private static func commonWords(of refusals: [Refusal]) -> Set<SameWords> {
    var domains: [SameWords: Set<String>] = [:]
    for refusal in refusals where refusal.sense == .other {
      domains[refusal.words, default: []].insert(refusal.domain)
    }
    return Set(domains.filter { $0.value.count > 1 }.keys)
  }
}
