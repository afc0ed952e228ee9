package import Time

/// What one round over the queue decides: what leaves next and over which connection, what becomes of each message, whose fault
/// a refusal is, when no more is begun.
///
/// Pure: events come in, orders go out, and a ``Turn`` is one of them. Who carries the orders out owns the clock, the ledger
/// and the connections, and does so in their order. After each event the round is asked for what is to be done ``next(at:)``.
package struct Round: Sendable {
  /// How many waiting mails each connection is for: a short list goes out over one.
  private static let mailsAConnection = 100
  /// A round does not wait longer than this for the throttles, in milliseconds: the next run goes on.
  private static let longestWait: Int64 = 60_000
  /// After a stop signal, for the servers' last answers.
  private static let graceAfterStop = Duration.seconds(30)

  let mail: MailSettings
  private let worker: Worker
  /// The moment of the run, by which it is decided what is due.
  let begun: Instant
  private let mayLoadAhead: Bool
  /// Since it began.
  private var elapsed = Duration.zero
  /// When the lease was last renewed.
  private var renewed = Duration.zero
  /// By connection: how many messages it has in hand.
  private var load: [Int]
  /// In the hands of connections.
  private var onTheWay: [Delivery.ID: Claim] = [:]
  var backlog: Backlog
  var throttles: Throttles
  var destinations: DestinationPolicy
  var breaker: Breaker
  /// What is written next.
  var turn: Turn
  /// What depends on whether the turn before is written.
  private var unconfirmed = Unconfirmed()
  /// Refused because they have no room: soft bounces.
  var fullMailboxes: [Delivery.ID] = []
  package private(set) var ending: Ending?
  /// After a stop signal, the servers said nothing within the grace.
  private var isAbandoned = false
  private var orders: [Order] = []

  /// - Parameters:
  ///   - total: how many deliveries are due.
  ///   - throttles: as earlier rounds left them.
  ///   - destinations: those that earlier rounds held.
  package init(
    _ mail: MailSettings, total: Int, worker: Worker, begun: Instant,
    past: (throttles: Throttles, destinations: DestinationPolicy)
  ) {
    let connections = min(mail.sessions, 1 + total / Self.mailsAConnection)
    self.mail = mail
    self.worker = worker
    self.begun = begun
    throttles = past.throttles
    destinations = past.destinations
    mayLoadAhead = throttles.areNone
    load = Array(repeating: 0, count: connections)
    backlog = Backlog(mail, claimSize: max(100, 10 * connections))
    breaker = Breaker(connections: connections)
    turn = Turn(by: worker, at: begun)
  }

  /// How many connections it may use.
  package var connections: Int { load.count }

  /// How many messages are in the hands of connections.
  package var inHand: Int { onTheWay.count }

  /// What an event means, to be carried out in this order.
  package mutating func handle(_ event: Event, at elapsed: Duration) -> [Order] {
    self.elapsed = elapsed
    orders = []
    switch event {
    case .claimed(let claims): backlog.claimed(claims)
    case .heard(let words): hear(words)
    case .silence:
      hear([])
      isAbandoned = ending == .stopped
    case .written(let mayGo): written(mayGo)
    case .unwritten: unwritten()
    case .recalled(let claims, let connection): recalled(claims, connection)
    case .unmade(let claim, let reason, let connection): unmade(claim, reason, connection)
    case .failed: end(.failed)
    case .stopped: end(.stopped)
    }
    return orders
  }

  mutating func order(_ order: Order) { orders.append(order) }

  mutating func tell(_ news: News) { orders.append(.tell(news)) }

  /// Under which what is claimed now is ours.
  package var lease: Lease { Lease(worker, until: now + Worker.lease) }

  var now: Instant { begun + elapsed }
  private var milliseconds: Int64 { begun.seconds * 1000 + Int64(elapsed / .milliseconds(1)) }
}

// MARK: - What leaves next

extension Round {
  /// What is to be done now.
  package mutating func next(at elapsed: Duration) -> Next {
    self.elapsed = elapsed
    if let next = give() { return next }
    if onTheWay.isEmpty || isAbandoned { return .over }
    return .listen(atMost: ending == .stopped ? Self.graceAfterStop : untilRenewal)
  }

  /// Nil if nothing can leave now.
  private mutating func give() -> Next? {
    while ending == nil, let connection = hungriest {
      switch backlog.next(throttles, at: milliseconds) {
      case .send(let claim):
        if let next = send(claim, over: connection) { return next }
      case .claim(let limit, let domains): return .claim(limit, except: domains)
      case .wait(let instant): return wait(until: instant)
      case .tomorrow: return throttled(until: nil)
      case .nothing: return nil
      }
    }
    return nil
  }

  /// Nil if its destination is held: it goes back untried.
  private mutating func send(_ claim: Claim, over connection: Int) -> Next? {
    let domain = claim.addressee.address.domain
    guard !destinations.isHeld(domain, at: now) else {
      turn.returning.append(claim.delivery)
      return nil
    }
    onTheWay[claim.delivery] = claim
    backlog.left(claim)
    throttles.take(domain, at: milliseconds)
    load[connection] += 1
    return .carry(claim, over: connection)
  }

  private mutating func wait(until instant: Int64) -> Next? {
    let milliseconds = instant - milliseconds
    guard milliseconds <= Self.longestWait else { return throttled(until: Instant(seconds: instant / 1000 + 1)) }
    let duration = Duration.milliseconds(max(1, milliseconds))
    return onTheWay.isEmpty ? .pass(duration) : .listen(atMost: duration)
  }

  /// What is on the way ends first.
  private mutating func throttled(until instant: Instant?) -> Next? {
    if onTheWay.isEmpty { end(.throttled(until: instant)) }
    return nil
  }

  /// The connection with the least in hand, if it has room for more.
  private var hungriest: Int? {
    let usable = load.indices.lazy.filter { breaker.connections.mayCarry($0) && load[$0] < fullLoad(of: $0) }
    return usable.min { load[$0] < load[$1] }
  }

  /// Two at hand while one is on its way, so that the next can be announced with its final dot. Not under throttles, for it
  /// would leave when the connection is ready and not when they say; nor while it is open whether the relay takes our mail.
  private func fullLoad(of connection: Int) -> Int { mayLoadAhead && breaker.isCalm(connection) ? 3 : 1 }
}

// MARK: - What connections say

extension Round {
  /// What is recorded and told once the turn is written.
  private struct Unconfirmed {
    var asking: [(delivery: Delivery.ID, connection: Int)] = []
    var tries: [Try] = []
  }

  /// Answers what connections ask, and writes what they tell, in one turn.
  private mutating func hear(_ words: [Word]) {
    unconfirmed = Unconfirmed()
    for word in words {
      switch word {
      case .asks(let delivery, let connection): unconfirmed.asking.append((delivery, connection))
      case .carried(let claim, _, let connection): cameBack(claim, connection)
      }
    }
    for case .carried(let claim, let result, let connection) in words {
      guard let outcome = result.outcome else {
        untried(claim, result)
        continue
      }
      let one = attempt(claim, outcome, over: connection)
      unconfirmed.tries.append(one)
    }
    turn.at = now
    turn.attempts += unconfirmed.tries.map(\.attempt)
    turn.committing = unconfirmed.asking.map(\.delivery)
    turn.notes = throttles.changedNotes()
    renewLease()
    if !turn.isEmpty { order(.write(turn)) }
  }

  /// When half of it is over: whatever connections do, nobody takes the claims of a worker that lives.
  private mutating func renewLease() {
    guard untilRenewal <= .zero else { return }
    renewed = elapsed
    turn.lease = lease.until
  }

  private var untilRenewal: Duration { Worker.lease / 2 - (elapsed - renewed) }

  private mutating func cameBack(_ claim: Claim, _ connection: Int) {
    load[connection] -= 1
    onTheWay[claim.delivery] = nil
    backlog.cameBack(claim)
  }

  private mutating func untried(_ claim: Claim, _ result: Carried) {
    switch result {
    case .withdrawn(let isDropped):
      throttles.giveBack(claim.addressee.address.domain)
      if isDropped { tell(.dropped) } else { end(.failed) }
    case .unprintable(let reason):
      turn.returning.append(claim.delivery)
      end(.unprintable(claim, reason))
    case .failed: end(.failed)
    case .unwritten, .outcome: break  // the ending says why it was not written
    }
  }

  private mutating func written(_ mayGo: Set<Delivery.ID>) {
    let confirmed = unconfirmed
    unconfirmed = Unconfirmed()
    turn = Turn(by: worker, at: now)
    for (delivery, connection) in confirmed.asking {
      order(.reply(mayGo.contains(delivery) ? .go : .withdrawn, over: connection))
    }
    for one in confirmed.tries { judge(one) }
  }

  /// What was learned is written once more at the end, without anything that would go on its way.
  private mutating func unwritten() {
    let refused = unconfirmed
    unconfirmed = Unconfirmed()
    turn.committing = []
    end(.failed)
    for (_, connection) in refused.asking { order(.reply(.unwritten, over: connection)) }
  }

  private mutating func unmade(_ claim: Claim, _ reason: String?, _ connection: Int) {
    cameBack(claim, connection)
    throttles.giveBack(claim.addressee.address.domain)
    turn.returning.append(claim.delivery)
    end(reason.map { .unprintable(claim, $0) } ?? .failed)
  }
}

// MARK: - The end

extension Round {
  /// No more is given out, and what no connection has begun comes back.
  mutating func end(_ reason: Ending) {
    guard ending == nil else { return }
    ending = reason
    for connection in load.indices where load[connection] > 0 { order(.recall(connection)) }
  }

  /// Its connection is not opened again; the others carry what it has in hand.
  mutating func giveUp(_ connection: Int) {
    order(.recall(connection))
    order(.close(connection))
  }

  private mutating func recalled(_ claims: [Claim], _ connection: Int) {
    for claim in claims {
      cameBack(claim, connection)
      throttles.giveBack(claim.addressee.address.domain)
    }
    if ending == nil {
      for claim in claims.reversed() { backlog.putBack(claim) }
    } else if !claims.isEmpty {
      order(.unclaim(claims.map(\.delivery)))
    }
  }

  /// What is to be written and told when nothing is on the way any more, or nobody waits for it.
  package mutating func conclude(at elapsed: Duration) -> Conclusion {
    self.elapsed = elapsed
    orders = []
    judgeRefusals()
    turn.notes = throttles.changedNotes()
    let news = orders.compactMap { if case .tell(let news) = $0 { news } else { nil } }
    return Conclusion(
      news: news, turn: turn, fullMailboxes: fullMailboxes, rest: backlog.takeAll().map(\.delivery),
      refusedConnections: refusedConnections)
  }

  /// Connections that never carried anything: the mail went without them.
  private var refusedConnections: RefusedConnections? {
    let connections = breaker.connections
    return connections.refusedExtra.map {
      RefusedConnections(remaining: connections.remaining, count: connections.count, trouble: $0)
    }
  }
}
