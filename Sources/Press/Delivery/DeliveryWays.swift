package import Model
package import Time

/// The parts of the ledger that a round reads and writes.
package typealias DeliveryLedger = DeliveryHands & NoteBook & BounceTokens

/// Where a round's messages go, what makes them, and what reports on them.
package struct DeliveryWays {
  /// Makes a courier for each connection, on the thread that will use it.
  let courier: @Sendable () throws -> any Courier
  /// Makes the messages of a claim's edition. Throws ``UnmailableMessage`` if it must not be mailed, and the ledger's error if
  /// it cannot be read.
  let messages: (Claim) throws -> any MessageMaker
  /// Called now and then with the number of finished deliveries and the total.
  let progress: (Int, Int) -> Void
  let report: (DeliveryNews) -> Void

  package init(
    courier: @escaping @Sendable () throws -> any Courier, messages: @escaping (Claim) throws -> any MessageMaker,
    progress: @escaping (Int, Int) -> Void, report: @escaping (DeliveryNews) -> Void
  ) {
    self.courier = courier
    self.messages = messages
    self.progress = progress
    self.report = report
  }
}

/// Reports of a round for the operator, as values that the press turns into sentences.
package enum DeliveryNews {
  case news(Round.News)
  /// The last report of a round that did not throw.
  case ended(DeliveryEnd)
}

/// How a round ended.
package struct DeliveryEnd {
  /// Nil if nothing is due any more.
  package let ending: Round.Ending?
  /// Whether the round ended because the operator stopped all mail (``PauseBook``).
  package let isPaused: Bool
  /// Messages that wait for a later run, if the throttles or a signal ended the round.
  package let waiting: Int
  /// Messages without a reply from the server.
  package let unanswered: Int
  package let refusedConnections: Round.RefusedConnections?
}

/// The time of a round, and the signal that may end it.
package struct DeliveryPace {
  /// The time of the run.
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
