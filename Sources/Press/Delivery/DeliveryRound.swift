package import Model
internal import Time

/// One round over the queue, until it is empty, the relay fails or refuses *us*, the throttles defer the rest, or the
/// run is asked to end. ``Round`` decides; this carries out its orders.
///
/// This thread owns the ledger; each connection is a ``Session`` with its own thread. Requests and results that arrive
/// while this thread writes are handled together in the next write, so durability costs one sync for all of them.
package struct DeliveryRound {
  private let ledger: any DeliveryLedger
  private let mail: MailSettings
  private let total: Int
  private let pace: DeliveryPace
  private let worker: Worker
  private let ways: DeliveryWays
  private var round: Round
  private let switchboard = Switchboard()
  private var sessions: [Session] = []
  private var makers = EditionMakers()
  private var done = 0
  /// Whether the operator stopped all mail during the round.
  private var isStopped = false
  /// How many sessions have ended.
  private var closed = 0
  /// When the last turn began.
  private var turnBegan = Duration.zero
  /// Why the round failed, if it did.
  private var failure: (any Error)?

  /// - Parameters:
  ///   - total: how many deliveries are due.
  ///   - aside: mail whose messages cannot be made, as far as that is known.
  package init(
    _ mail: MailSettings, total: Int, without aside: SetAside = .nothing, ledger: any DeliveryLedger,
    pace: DeliveryPace, ways: DeliveryWays
  ) throws {
    self.mail = mail
    self.total = total
    self.ledger = ledger
    self.pace = pace
    self.ways = ways
    worker = try ledger.newWorker()
    let throttles = try Self.throttles(mail, ledger, pace)
    let destinations = DestinationPolicy(holds: try ledger.destinations())
    round = Round(
      mail, total: total, worker: worker, begun: pace.begun, past: (throttles, destinations), without: aside)
  }

  private static func throttles(
    _ mail: MailSettings, _ ledger: any DeliveryLedger, _ pace: DeliveryPace
  ) throws -> Throttles {
    if ledger.grantsLimits { return Throttles(grantedUnder: mail, zone: pace.zone, now: pace.begun) }
    return try Throttles(mail, zone: pace.zone, now: pace.begun) { try ledger.note($0) }
  }

  /// Why the round ended early is reported at its end; failures of the ledger are thrown.
  package mutating func run() throws {
    sessions = (0..<round.connections).map { makeSession($0) }
    pace.stop.whenRaised { [switchboard] in switchboard.post(.interrupted) }
    while true {
      if pace.stop.isRaised || isStopped { carryOut(.stopped) }
      switch round.next(at: pace.elapsed) {
      case .carry(let claim, let session): carry(claim, over: session)
      case .claim(let limit, let domains): claim(limit, except: domains)
      case .ask(let request): ask(request)
      case .pass(let duration): pass(duration)
      case .listen(let duration): listen(atMost: duration)
      case .over: return try conclude()
      }
    }
  }

  private mutating func carryOut(_ event: Round.Event) {
    for order in round.handle(event, at: pace.elapsed) {
      switch order {
      case .write(let turn): write(turn)
      case .reply(let answer, let session): sessions[session].reply(answer, since: turnBegan)
      case .recall(let session): carryOut(.recalled(sessions[session].recall().map(\.claim), over: session))
      case .close(let session): sessions[session].close()
      case .unclaim(let deliveries): try? ledger.unclaim(deliveries, of: worker)  // or the next run takes them back
      case .report(let news): ways.report(.news(news))
      }
    }
  }

  private func makeSession(_ number: Int) -> Session {
    Session(number: number, on: switchboard, stopwatch: pace.stopwatch, courier: ways.courier)
  }

  private mutating func write(_ turn: Turn) {
    turnBegan = pace.elapsed
    do {
      let mayGo = try ledger.write(turn)
      count(turn.attempts.count)
      carryOut(.written(mayGo))
    } catch {
      fail(error)
      carryOut(.unwritten)
    }
  }

  private mutating func count(_ attempts: Int) {
    guard attempts > 0 else { return }
    done += attempts
    ways.progress(min(done, total), total)
  }

  private mutating func claim(_ limit: Int, except domains: Set<String>) {
    do {
      isStopped = try ledger.isPaused()
      if isStopped { return }
      let claims = try ledger.claim(
        limit, except: domains, without: round.aside, under: round.lease, at: pace.begun)
      carryOut(.claimed(claims))
    } catch {
      fail(error)
      carryOut(.failed)
    }
  }

  private mutating func ask(_ request: GrantRequest) {
    do {
      carryOut(.granted(try ledger.grant(request)))
    } catch {
      fail(error)
      carryOut(.failed)
    }
  }

  private mutating func carry(_ claim: Claim, over session: Int) {
    do {
      let maker = try makers.maker(for: claim, ways.messages)
      sessions[session].carry(Session.Order(claim: claim, sender: sender(of: claim), maker: maker))
    } catch let fault as UnmailableMessage {
      carryOut(.unmade(claim, "\(fault.reason)", over: session))
    } catch {
      fail(error)
      carryOut(.unmade(claim, nil, over: session))
    }
  }

  /// Each message has its own envelope sender (VERP), so that a bounce identifies its delivery.
  private func sender(of claim: Claim) -> EmailAddress {
    guard mail.hasVERP else { return mail.bounces }
    return mail.bounces.tagged(ledger.bounceToken(of: claim.delivery)) ?? mail.bounces
  }

  /// If the round has already ended for another reason, that reason is reported.
  private mutating func fail(_ error: any Error) {
    if round.ending == nil, failure == nil { failure = error }
  }
}

// MARK: - Listening

extension DeliveryRound {
  /// Waits while nothing is in flight, until the throttles allow the next message.
  private mutating func pass(_ duration: Duration) {
    if let pass = pace.stopwatch.pass { return pass(duration) }
    receive(switchboard.wait(atMost: duration))
  }

  private mutating func listen(atMost duration: Duration) {
    let events = switchboard.wait(atMost: duration)
    if events.isEmpty { carryOut(.silence) } else { receive(events) }
  }

  private mutating func receive(_ events: [Switchboard.Event]) {
    var words: [Round.Word] = []
    for event in events {
      switch event {
      case .asks(let delivery, let session): words.append(.asks(delivery, over: session))
      case .carried(let one, let session): words.append(.carried(one.claim, result(of: one), over: session))
      case .closed: closed += 1
      case .interrupted: break
      }
    }
    carryOut(.received(words))
  }

  private mutating func result(of carried: Session.Carried) -> Round.Carried {
    switch carried.result {
    case .success(let outcome): return .outcome(outcome)
    case .failure(is Session.Withdrawn): return withdrawn(carried.claim)
    case .failure(is Session.Unwritten): return .unwritten
    case .failure(let overdue as Session.Overdue): return .outcome(.unsent(overdue.failure))
    case .failure(let fault as UnmailableMessage): return .unmailable("\(fault.reason)")
    case .failure(let error):
      fail(error)
      return .failed
    }
  }

  /// The reader unsubscribed, the issue was cancelled, the operator stopped all mail, or another worker has taken over the
  /// claim.
  private mutating func withdrawn(_ claim: Claim) -> Round.Carried {
    do {
      if try !ledger.dropped(among: [claim.delivery]).isEmpty { return .withdrawn(isDropped: true) }
      isStopped = try ledger.isPaused()
      if isStopped {
        try ledger.unclaim([claim.delivery], of: worker)
        carryOut(.stopped)
      } else {
        fail(LedgerError("another run took over this run's mail; this run stops"))
      }
    } catch {
      fail(error)
    }
    return .withdrawn(isDropped: false)
  }
}

// MARK: - The end

extension DeliveryRound {
  private mutating func conclude() throws {
    if round.inHand == 0 { closeSessions() }
    let conclusion = round.conclude(at: pace.elapsed)
    for news in conclusion.news { ways.report(.news(news)) }
    if let failure, round.ending == .failed {
      try record(conclusion.turn)
      throw failure
    }
    if !conclusion.turn.isEmpty { _ = try ledger.write(conclusion.turn) }
    if !conclusion.fullMailboxes.isEmpty {
      try ledger.noteSoftBounces(
        conclusion.fullMailboxes, status: "5.2.2", text: "5.2.2 the mailbox is full", at: pace.begun + pace.elapsed)
    }
    // If this fails, the next run takes them back.
    if !conclusion.rest.isEmpty { try? ledger.unclaim(conclusion.rest, of: worker) }
    ways.report(
      .ended(
        DeliveryEnd(
          ending: round.ending, isPaused: isStopped, waiting: try waiting(), unanswered: round.inHand,
          refusedConnections: conclusion.refusedConnections)))
  }

  /// How many messages wait, for the endings that report it.
  private func waiting() throws -> Int {
    switch round.ending {
    case .throttled, .stopped: try ledger.due(at: pace.begun, without: round.aside)
    case .troubled, .refusing, .unmailable, .failed, nil: 0
    }
  }

  /// Records the results that arrived before the ledger failed.
  private func record(_ turn: Turn) throws {
    do {
      if !turn.isEmpty { _ = try ledger.write(turn) }
    } catch {
      throw LedgerError("\(error)" + unrecorded(turn))
    }
  }

  /// A sentence about messages that the next run will treat as uncertain, because the server's reply could not be
  /// recorded.
  private func unrecorded(_ turn: Turn) -> String {
    let count = turn.attempts.count { $0.outcome.followsFinalDot }
    guard count > 0 else { return "" }
    return "; the replies to \(count == 1 ? "1 message" : "\(count) messages") could not be recorded; the next run "
      + "reports \(count == 1 ? "it" : "them") as uncertain"
  }

  private mutating func closeSessions() {
    sessions.forEach { $0.close() }
    while closed < sessions.count {
      for case .closed in switchboard.wait() { closed += 1 }
    }
  }
}
