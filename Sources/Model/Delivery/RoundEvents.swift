package import Time

extension Round {
  /// What happens to a round.
  package enum Event: Sendable {
    /// What the ledger gave for a ``Round/Next/claim(_:except:)``: the next to leave, oldest first.
    case claimed([Claim])
    /// What the connections said since they were listened to, in order.
    case heard([Word])
    /// They said nothing in all the time that was given to them.
    case silence
    /// The turn is durable, and these messages may go.
    case written(Set<Delivery.ID>)
    /// The turn could not be written.
    case unwritten
    /// What the connection had not begun.
    case recalled([Claim], over: Int)
    /// No message can be made for it; nil: the ledger cannot be read.
    case unmade(Claim, String?, over: Int)
    /// The ledger failed.
    case failed
    /// The run is asked to end.
    case stopped
  }

  /// What a connection says.
  package enum Word: Sendable {
    /// The message is about to enter its final exchange: may it, and is that durable?
    case asks(Delivery.ID, over: Int)
    case carried(Claim, Carried, over: Int)
  }

  /// What became of a message.
  package enum Carried: Sendable {
    case outcome(Outcome)
    /// It was called back before its final dot: it was dropped, or is another worker's.
    case withdrawn(isDropped: Bool)
    /// It was not written that it goes, so it did not go.
    case unwritten
    case unprintable(String)
    case failed

    var outcome: Outcome? { if case .outcome(let outcome) = self { outcome } else { nil } }
  }

  /// What follows from an event.
  package enum Order: Sendable {
    /// Answered by ``Event/written(_:)`` or ``Event/unwritten``, before the next order.
    case write(Turn)
    case reply(Answer, over: Int)
    /// What the connection has not begun comes back, by ``Event/recalled(_:over:)``, before the next order.
    case recall(Int)
    /// The connection ends after what it has begun.
    case close(Int)
    /// They go back to the queue. If that fails, the next run takes them back.
    case unclaim([Delivery.ID])
    case tell(News)
  }

  /// What a message that stands before its final dot is told.
  package enum Answer: Hashable, Sendable {
    case go
    /// The reader left, the issue was cancelled, or another worker has it.
    case withdrawn
    /// It could not be written that the message goes.
    case unwritten
  }

  /// What is to be done now.
  package enum Next: Sendable {
    case carry(Claim, over: Int)
    /// So many are to be claimed, leaving out these domains; answered by ``Event/claimed(_:)``.
    case claim(Int, except: Set<String>)
    /// Nothing is on the way, and the throttles let nothing leave before this has passed.
    case pass(Duration)
    /// Connections are listened to, at most so long.
    case listen(atMost: Duration)
    /// The round is to be concluded.
    case over
  }

  /// Why no more messages are given out.
  package enum Ending: Hashable, Sendable {
    case troubled(Trouble)
    case refusing(Reply)
    /// A message that cannot be printed, and why.
    case unprintable(Claim, String)
    /// The ledger failed.
    case failed
    /// The throttles allow no more before that instant; nil: today.
    case throttled(until: Instant?)
    case stopped

    /// The relay or we ourselves are at fault.
    var isFailure: Bool {
      switch self {
      case .troubled, .refusing, .failed: true
      case .unprintable, .throttled, .stopped: false
      }
    }
  }

  /// What the operator is told, in this order.
  package enum News: Hashable, Sendable {
    case accepted
    /// The reply or the trouble is in the outcome.
    case deferred(EmailAddress, Outcome)
    /// After two days.
    case givenUp(EmailAddress, Outcome)
    /// Told before it is written, for it must not be lost.
    case uncertain(EmailAddress, String, isSentAgain: Bool)
    case dropped
    /// Refused for good.
    case refused(EmailAddress, Reply)
    /// There is no such mailbox.
    case suppressed(EmailAddress)
    /// A destination asks to slow down.
    case held(String, DestinationHold, Reply?)
    /// What the relay refused because of us, and what becomes of it.
    case refusedUs(RefusedUs)
  }

  package struct RefusedUs: Hashable, Sendable {
    package let count: Int
    /// How many of them were refused for two days, and are tried no more.
    package let givenUp: Int
    package let last: Reply
    /// They came in a row.
    package let isInARow: Bool
    /// The round ended because of trouble with the relay, which is told instead.
    package let isBesideTrouble: Bool
  }

  /// Some connections never carried anything.
  package struct RefusedConnections: Hashable, Sendable {
    /// How many carried mail, of how many.
    package let remaining: Int
    package let count: Int
    /// Of the first that did not.
    package let trouble: Trouble
  }

  /// What is left when a round is over.
  package struct Conclusion: Sendable {
    /// Told before the turn is written.
    package let news: [News]
    /// Perhaps empty.
    package let turn: Turn
    /// Soft bounces.
    package let fullMailboxes: [Delivery.ID]
    /// Claimed and never given out: they go back to the queue.
    package let rest: [Delivery.ID]
    package let refusedConnections: RefusedConnections?
  }
}

extension Outcome {
  /// The server had the whole message.
  package var followsFinalDot: Bool {
    switch self {
    case .accepted, .uncertain: true
    case .deferred(let reply), .refused(let reply): reply.stage == .finalDot
    case .unsent(let trouble): trouble.stage == .finalDot
    }
  }

  var reply: Reply? {
    switch self {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply
    case .uncertain, .unsent: nil
    }
  }
}
