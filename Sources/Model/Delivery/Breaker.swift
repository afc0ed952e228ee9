/// Decides who is at fault when a message does not get through: its reader, one connection or the relay. So no reader
/// is skipped or suppressed because the relay fails.
///
/// A refusal proves something about a mailbox only if the relay accepts other messages: with a wrong recipient map it
/// rejects everyone with "no such user". Pure: outcomes in, decisions out.
package struct Breaker: Sendable {
  /// After this many consecutive refusals, the relay is assumed to reject us.
  private static let refusalsInARow = 10
  /// The same for refusals that are about our volume.
  private static let refusalsOfVolumeInARow = 3

  package enum Decision: Hashable, Sendable {
    /// These refusals are about the readers and become final.
    case settle([Refusal])
    /// The relay accepts mail, so these replies count for their destinations; who is at fault is still open.
    case recordReplies([Refusal])
    /// The connection is not reopened in this round.
    case giveUp(connection: Int)
    /// No more messages are sent.
    case end(Ending)
  }

  package enum Ending: Hashable, Sendable {
    case troubled(RelayFailure)
    case refusing(Reply)
  }

  /// The result at the end of a round.
  package struct Judgement: Hashable, Sendable {
    /// Refusals that become final.
    package let readers: [Refusal]
    /// Refusals because of us; their deliveries stay deferred.
    package let ours: [Refusal]
    /// Whether all of ``ours`` came after the last accepted message.
    package let isInARow: Bool
  }

  package private(set) var connections: RelayConnections
  private var refusals = Refusals()
  /// Whether any message was accepted.
  package private(set) var hasAccepted = false

  package init(connections: Int) { self.connections = RelayConnections(count: connections) }

  /// Whether the relay accepts mail over this connection and has refused nothing since.
  package func isCalm(_ connection: Int) -> Bool {
    hasAccepted && refusals.inARow.isEmpty && connections.isSteady(connection)
  }

  /// Whether the outcome is due to the connection, so that nothing was tried for the recipient.
  package func blames(_ connection: Int, for outcome: Outcome) -> Bool {
    connections.isDoubtful(connection) && Self.failure(outcome, isDoubtful: true) != nil
  }

  package mutating func note(_ outcome: Outcome, of claim: Claim, over connection: Int) -> [Decision] {
    if let failure = Self.failure(outcome, isDoubtful: connections.isDoubtful(connection)) {
      return decide(connections.failed(connection, failure), connection, .troubled(failure))
    }
    switch outcome {
    case .accepted:
      hasAccepted = true
      connections.worked(connection, hasAccepted: true)
      let (holding, open) = refusals.prove()
      return (holding.isEmpty ? [] : [.settle(holding)]) + (open.isEmpty ? [] : [.recordReplies(open)])
    case .refused(let reply):
      connections.worked(connection, hasAccepted: false)
      return refused(Refusal(claim: claim, reply: reply))
    case .uncertain(let why):
      // A relay that accepts messages but drops the reply would receive each of them again and again.
      let sentence = "the relay did not reply to 3 messages in a row (\(why))"
      let failure = RelayFailure(sentence: sentence, isPermanent: true, stage: .finalDot)
      return decide(connections.failed(connection, failure, isAnswerLost: true), connection, .troubled(failure))
    case .deferred, .unsent:
      connections.worked(connection, hasAccepted: false)
      return []
    }
  }

  /// - Parameter hasFailed: whether the round ended because of the relay or a failure on our side.
  package mutating func judge(hasFailed: Bool) -> Judgement {
    // If nothing was accepted on a short list, several refusals not about a mailbox are sufficient
    // evidence against the relay.
    let isVague = refusals.inARow.count { $0.sense != .noMailbox } > 1
    let inARow = Set(refusals.inARow.map(\.claim.delivery))
    let (readers, ours) = refusals.judge(isRelayAtFault: hasFailed || (!hasAccepted && isVague))
    return Judgement(readers: readers, ours: ours, isInARow: ours.allSatisfy { inARow.contains($0.claim.delivery) })
  }

  private mutating func refused(_ refusal: Refusal) -> [Decision] {
    refusals.add(refusal)
    let isRefusingUs =
      refusals.inARow.count >= Self.refusalsInARow || refusals.ourVolumeInARow >= Self.refusalsOfVolumeInARow
    return isRefusingUs ? [.end(.refusing(refusal.reply))] : []
  }

  private func decide(_ fate: RelayConnections.Fate, _ connection: Int, _ ending: Ending) -> [Decision] {
    switch fate {
    case .again: []
    case .givenUp: [.giveUp(connection: connection)]
    case .allGone: [.end(ending)]
    }
  }

  private static func failure(_ outcome: Outcome, isDoubtful: Bool) -> RelayFailure? {
    switch outcome {
    case .unsent(let failure): failure
    case .deferred(let reply) where isDoubtful && RefusalSense.isAboutConnections(reply):
      RelayFailure(sentence: "the relay replied: \(reply)", isPermanent: false, reply: reply)
    default: nil
    }
  }
}
