package import Time

extension Round {
  /// Something that happened during a round.
  package enum Event: Sendable {
    /// The ledger's answer to ``Round/Next/claim(_:except:)``: the claims to send next, oldest first.
    case claimed([Claim])
    /// The ledger's answer to ``Round/Next/ask(_:)``.
    case granted(Grant)
    /// Messages from the connections since the last event, in order.
    case received([Word])
    /// The connections stayed silent for the whole time allowed.
    case silence
    /// The turn is durable, and these messages may be sent.
    case written(Set<Delivery.ID>)
    /// The turn could not be written.
    case unwritten
    /// Claims that the connection had not started.
    case recalled([Claim], over: Int)
    /// No message could be made for the claim, with the reason; nil if the ledger could not be read.
    case unmade(Claim, String?, over: Int)
    /// The ledger failed.
    case failed
    /// The run was asked to stop.
    case stopped
  }

  /// A message from a connection.
  package enum Word: Sendable {
    /// The message is about to enter its final exchange: may it, and is that durably recorded?
    case asks(Delivery.ID, over: Int)
    case carried(Claim, Carried, over: Int)
  }

  /// The result for a message.
  package enum Carried: Sendable {
    case outcome(Outcome)
    /// It was withdrawn before its final dot: it was dropped, or belongs to another worker.
    case withdrawn(isDropped: Bool)
    /// Its final exchange could not be recorded, so it was not sent.
    case unwritten
    case unmailable(String)
    case failed

    var outcome: Outcome? { if case .outcome(let outcome) = self { outcome } else { nil } }
  }

  /// An action that follows from an event.
  package enum Order: Sendable {
    /// Answered by ``Event/written(_:)`` or ``Event/unwritten`` before the next order.
    case write(Turn)
    case reply(Answer, over: Int)
    /// The connection returns the claims it has not started, by ``Event/recalled(_:over:)``, before the next order.
    case recall(Int)
    /// The connection closes after the message it has started.
    case close(Int)
    /// The deliveries return to the queue. If that fails, the next run puts them back.
    case unclaim([Delivery.ID])
    case report(News)
  }

  /// The answer to a message about to enter its final exchange.
  package enum Answer: Hashable, Sendable {
    case go
    /// The reader unsubscribed, the issue was cancelled, or another worker has it.
    case withdrawn
    /// Its final exchange could not be recorded.
    case unwritten
  }

  /// The next action.
  package enum Next: Sendable {
    case carry(Claim, over: Int)
    /// Up to this many deliveries should be claimed, except for these domains; answered by ``Event/claimed(_:)``.
    case claim(Int, except: Set<String>)
    /// The ledger should be asked for a grant; answered by ``Event/granted(_:)``.
    case ask(GrantRequest)
    /// Nothing is in flight, and the throttles allow no message for this long.
    case pass(Duration)
    /// Wait for the connections, at most this long.
    case listen(atMost: Duration)
    /// The round should be concluded.
    case over
  }

  /// Why no more messages are given out.
  package enum Ending: Hashable, Sendable {
    case troubled(RelayFailure)
    case refusing(Reply)
    /// Too many messages could not be made; one of them, and why.
    case unmailable(Claim, String)
    /// The ledger failed.
    case failed
    /// The throttles allow no more before that instant; nil if they allow no more today.
    case throttled(until: Instant?)
    case stopped

    /// Whether the relay or a failure on our side is the cause.
    var isFailure: Bool {
      switch self {
      case .troubled, .refusing, .failed: true
      case .unmailable, .throttled, .stopped: false
      }
    }
  }

  /// The lines reported to the operator, in this order.
  package enum News: Hashable, Sendable {
    case accepted
    /// The outcome contains the reply or the failure.
    case deferred(EmailAddress, Outcome)
    /// Given up after two days.
    case givenUp(EmailAddress, Outcome)
    /// Reported before it is recorded, so that it cannot be lost.
    case uncertain(EmailAddress, String, isSentAgain: Bool)
    case dropped
    /// Permanently refused.
    case refused(EmailAddress, Reply)
    /// The mailbox does not exist.
    case suppressed(EmailAddress)
    /// A destination asked us to slow down.
    case held(String, DestinationHold, Reply?)
    /// The message of this claim could not be made, and why: it waits, or its whole issue does.
    case unmade(Claim, String, isWholeIssue: Bool)
    /// Messages that the relay refused because of us, and what happens to them.
    case refusedUs(RefusedUs)
  }

  package struct RefusedUs: Hashable, Sendable {
    package let count: Int
    /// How many of them have been refused for two days and are not tried again.
    package let givenUp: Int
    package let last: Reply
    /// Whether they came in a row.
    package let isInARow: Bool
    /// Whether the round ended because the relay failed, which is reported instead.
    package let isBesideTrouble: Bool
  }

  /// Connections that never worked.
  package struct RefusedConnections: Hashable, Sendable {
    /// How many connections carried mail, and how many there were.
    package let remaining: Int
    package let count: Int
    /// The failure of the first one that did not.
    package let failure: RelayFailure
  }

  /// What remains to be done when a round is over.
  package struct Conclusion: Sendable {
    /// Reported before the turn is written.
    package let news: [News]
    /// May be empty.
    package let turn: Turn
    /// Soft bounces.
    package let fullMailboxes: [Delivery.ID]
    /// Claimed but never given to a connection; they return to the queue.
    package let rest: [Delivery.ID]
    package let refusedConnections: RefusedConnections?
  }
}

extension Outcome {
  /// Whether the server had received the whole message.
  package var followsFinalDot: Bool {
    switch self {
    case .accepted, .uncertain: true
    case .deferred(let reply), .refused(let reply): reply.stage == .finalDot
    case .unsent(let failure): failure.stage == .finalDot
    }
  }

  var reply: Reply? {
    switch self {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply
    case .uncertain, .unsent: nil
    }
  }
}
