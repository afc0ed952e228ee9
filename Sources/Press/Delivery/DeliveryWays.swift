package import Model
package import Time

/// What a round reads and writes in the ledger.
package typealias DeliveryLedger = DeliveryHands & NoteBook & BounceTokens

/// Where a round's messages go, who makes them, and who hears of it.
package struct DeliveryWays {
  /// Makes a courier for each connection, on the thread that will use it.
  let courier: @Sendable () throws -> any Courier
  /// Makes the messages of a claim's edition. Throws ``UnprintableMessage`` if it must not be mailed, and the ledger's error if
  /// it cannot be read.
  let messages: (Claim) throws -> any MessageMaker
  /// Told how many of how many deliveries are done, now and then.
  let progress: (Int, Int) -> Void
  let tell: (DeliveryNews) -> Void

  package init(
    courier: @escaping @Sendable () throws -> any Courier, messages: @escaping (Claim) throws -> any MessageMaker,
    progress: @escaping (Int, Int) -> Void, tell: @escaping (DeliveryNews) -> Void
  ) {
    self.courier = courier
    self.messages = messages
    self.progress = progress
    self.tell = tell
  }
}

/// What the operator is told of a round: values that the press turns into sentences.
package enum DeliveryNews {
  case news(Round.News)
  /// The last of a round that did not throw.
  case ended(DeliveryEnd)
}

/// How a round ended.
package struct DeliveryEnd {
  /// Nil: nothing is due any more.
  package let ending: Round.Ending?
  /// How many mails wait for a later run, if the throttles or a signal ended it.
  package let waiting: Int
  /// How many messages were left without the server's answer.
  package let unanswered: Int
  package let refusedConnections: Round.RefusedConnections?
}

/// When a round takes place, and who may end it.
package struct DeliveryPace {
  /// The moment of the run.
  let begun: Instant
  let zone: Zone
  let stopwatch: Stopwatch
  let stop: StopSignal

  package init(begun: Instant, zone: Zone, stopwatch: Stopwatch, stop: StopSignal) {
    self.begun = begun
    self.zone = zone
    self.stopwatch = stopwatch
    self.stop = stop
  }

  var elapsed: Duration { stopwatch.elapsed() }
}
