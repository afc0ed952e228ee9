/// Decides whose fault it is when a message does not get through: its reader's, one connection's, or the relay's, so that
/// no reader is skipped or suppressed for a fault of the relay.
///
/// A refusal proves something about a mailbox only beside messages that the relay took: a wrong recipient map says
/// "no such user" to everybody. Pure: outcomes in, decisions out.
package struct Breaker: Sendable {
  /// Consecutive refusals that mean: the relay refuses us.
  private static let refusalsInARow = 10
  /// The same when they speak of how much we send.
  private static let refusalsAboutUsInARow = 3

  package enum Decision: Hashable, Sendable {
    /// These refusals are the readers': they hold.
    case settle([Refusal])
    /// The relay takes mail, so what it said of these destinations counts; whose fault it was stays open.
    case heed([Refusal])
    /// The connection is not opened again in this round.
    case giveUp(connection: Int)
    /// No more messages are given out.
    case end(Ending)
  }

  package enum Ending: Hashable, Sendable {
    case troubled(Trouble)
    case refusing(Reply)
  }

  /// At the end of a round.
  package struct Judgement: Hashable, Sendable {
    /// They hold.
    package let readers: [Refusal]
    /// The relay refused us: they stay deferred.
    package let ours: [Refusal]
    /// All of those came after the last message that was taken.
    package let isInARow: Bool
  }

  package private(set) var connections: RelayConnections
  private var refusals = Refusals()
  /// Whether any message was taken.
  package private(set) var hasTaken = false

  package init(connections: Int) { self.connections = RelayConnections(count: connections) }

  /// The relay takes mail over this connection, and its last word was not a refusal.
  package func isCalm(_ connection: Int) -> Bool {
    hasTaken && refusals.inARow.isEmpty && connections.isSteady(connection)
  }

  /// Whether the outcome is a matter of the connection, so that nothing was tried on the recipient.
  package func blames(_ connection: Int, for outcome: Outcome) -> Bool {
    connections.isDoubtful(connection) && Self.trouble(outcome, isDoubtful: true) != nil
  }

  package mutating func note(_ outcome: Outcome, of claim: Claim, over connection: Int) -> [Decision] {
    if let trouble = Self.trouble(outcome, isDoubtful: connections.isDoubtful(connection)) {
      return decide(connections.failed(connection, trouble), connection, .troubled(trouble))
    }
    switch outcome {
    case .accepted:
      hasTaken = true
      connections.worked(connection, hasTaken: true)
      let (holding, open) = refusals.prove()
      return (holding.isEmpty ? [] : [.settle(holding)]) + (open.isEmpty ? [] : [.heed(open)])
    case .refused(let reply):
      connections.worked(connection, hasTaken: false)
      return refused(Refusal(claim: claim, reply: reply))
    case .uncertain(let why):
      // A relay that takes messages and does not say so would get each of them again and again.
      let sentence = "the relay left 3 messages in a row without an answer (\(why))"
      let trouble = Trouble(sentence: sentence, isPermanent: true, stage: .finalDot)
      return decide(connections.failed(connection, trouble, isAnswerLost: true), connection, .troubled(trouble))
    case .deferred, .unsent:
      connections.worked(connection, hasTaken: false)
      return []
    }
  }

  /// - Parameter hasFailed: the round ended because of the relay, or of ourselves.
  package mutating func judge(hasFailed: Bool) -> Judgement {
    // On a short list, more than one refusal that proves nothing is all there is to see of a relay that refuses us.
    let isVague = refusals.inARow.count { $0.sense != .noMailbox } > 1
    let inARow = Set(refusals.inARow.map(\.claim.delivery))
    let (readers, ours) = refusals.judge(isRelayAtFault: hasFailed || (!hasTaken && isVague))
    return Judgement(readers: readers, ours: ours, isInARow: ours.allSatisfy { inARow.contains($0.claim.delivery) })
  }

  private mutating func refused(_ refusal: Refusal) -> [Decision] {
    refusals.add(refusal)
    let isRefusingUs =
      refusals.inARow.count >= Self.refusalsInARow || refusals.aboutUsInARow >= Self.refusalsAboutUsInARow
    return isRefusingUs ? [.end(.refusing(refusal.reply))] : []
  }

  private func decide(_ fate: RelayConnections.Fate, _ connection: Int, _ ending: Ending) -> [Decision] {
    switch fate {
    case .again: []
    case .givenUp: [.giveUp(connection: connection)]
    case .allGone: [.end(ending)]
    }
  }

  private static func trouble(_ outcome: Outcome, isDoubtful: Bool) -> Trouble? {
    switch outcome {
    case .unsent(let trouble): trouble
    case .deferred(let reply) where isDoubtful && RefusalSense.isAboutConnections(reply):
      Trouble(sentence: "the relay says: \(reply)", isPermanent: false, reply: reply)
    default: nil
    }
  }
}
