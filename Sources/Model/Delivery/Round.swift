package import Time

/// Makes the decisions of one round: which message leaves next and over which connection, what happens to each message,
/// who is at fault for a refusal, and when the round ends.
///
/// Pure: events in, orders out; a ``Turn`` is one of the orders. The caller owns the clock, the ledger and the
/// connections, and carries out the orders in sequence. After each event it calls ``next(at:)`` for the next action.
package struct Round: Sendable {
  /// After so many different messages or issues that cannot be made, the fault is not in single ones.
  private static let mostSetAside = 100
  /// Messages per connection, so that a short list uses only one.
  private static let mailsAConnection = 100
  /// The longest wait for the throttles, in milliseconds; after that, the next run continues.
  private static let longestWait: Int64 = 60_000
  /// How long the servers have to send their last replies after a stop signal.
  private static let graceAfterStop = Duration.seconds(30)

  let mail: MailSettings
  let worker: Worker
  /// The start of the run, which determines what is due.
  let begun: Instant
  private let mayLoadAhead: Bool
  /// Time since the round began.
  private(set) var elapsed = Duration.zero
  /// When the lease was last renewed, counted from the start of the round.
  var renewed = Duration.zero
  var loads: ConnectionLoads
  var backlog: Backlog
  var throttles: Throttles
  var destinations: DestinationPolicy
  var breaker: Breaker
  /// The turn to be written next.
  var turn: Turn
  /// Work that waits until the previous turn is written.
  var unconfirmed = Unconfirmed()
  /// Deliveries refused because the mailbox was full: soft bounces.
  var fullMailboxes: [Delivery.ID] = []
  package private(set) var ending: Ending?
  /// What is not claimed, because its messages cannot be made.
  package private(set) var aside: SetAside
  /// Whether the servers stayed silent during the grace period after a stop signal.
  private var isAbandoned = false
  private var orders: [Order] = []

  /// - Parameters:
  ///   - total: the number of deliveries that are due.
  ///   - past: the throttles and the held destinations that earlier rounds left.
  ///   - aside: mail whose messages cannot be made, as far as that is known.
  package init(
    _ mail: MailSettings, total: Int, worker: Worker, begun: Instant,
    past: (throttles: Throttles, destinations: DestinationPolicy), without aside: SetAside = .nothing
  ) {
    let connections = min(mail.sessions, 1 + total / Self.mailsAConnection)
    self.mail = mail
    self.worker = worker
    self.begun = begun
    self.aside = aside
    throttles = past.throttles
    destinations = past.destinations
    mayLoadAhead = throttles.areNone
    loads = ConnectionLoads(connections: connections)
    backlog = Backlog(mail, claimSize: max(100, 10 * connections))
    breaker = Breaker(connections: connections)
    turn = Turn(by: worker, at: begun)
  }

  /// How many connections it may use.
  package var connections: Int { loads.connections }

  /// How many messages the connections hold.
  package var inHand: Int { loads.total }

  /// Handles an event. Returns the orders to be carried out, in sequence.
  package mutating func handle(_ event: Event, at elapsed: Duration) -> [Order] {
    self.elapsed = elapsed
    orders = []
    switch event {
    case .claimed(let claims): backlog.claimed(claims)
    case .granted(let grant): throttles.granted(grant, at: milliseconds)
    case .received(let words): receive(words)
    case .silence:
      receive([])
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

  mutating func report(_ news: News) { orders.append(.report(news)) }

  /// The lease for claims made now.
  package var lease: Lease { Lease(worker, until: now + Worker.lease) }

  var now: Instant { begun + elapsed }
  private var milliseconds: Int64 { begun.seconds * 1000 + Int64(elapsed / .milliseconds(1)) }
}

// MARK: - The next action

extension Round {
  /// The next action.
  package mutating func next(at elapsed: Duration) -> Next {
    self.elapsed = elapsed
    if let next = give() { return next }
    if loads.isEmpty || isAbandoned { return .over }
    return .listen(atMost: ending == .stopped ? Self.graceAfterStop : untilRenewal)
  }

  /// Nil if nothing can leave now.
  private mutating func give() -> Next? {
    while ending == nil, let connection = leastLoadedConnection {
      switch backlog.next(throttles, at: milliseconds) {
      case .send(let claim):
        if let next = send(claim, over: connection) { return next }
      case .claim(let limit, let domains): return .claim(limit, except: domains)
      case .ask(let domain, let waiting): return ask(domain, waiting: waiting)
      case .wait(let instant): return wait(until: instant)
      case .tomorrow: return throttled(until: nil)
      case .nothing: return nil
      }
    }
    return nil
  }

  /// Nil if the destination is held; the claim is then returned untried.
  private mutating func send(_ claim: Claim, over connection: Int) -> Next? {
    let domain = claim.addressee.address.domain
    guard !destinations.isHeld(domain, at: now) else {
      turn.returning.append(claim.delivery)
      return nil
    }
    backlog.gaveOut(claim)
    throttles.spend(domain, at: milliseconds)
    loads.add(claim, to: connection)
    return .carry(claim, over: connection)
  }

  private mutating func ask(_ domain: String, waiting: Int) -> Next? {
    let request = throttles.request(domain, waiting: waiting, idle: idle, by: worker, at: milliseconds)
    return request.map { .ask($0) }
  }

  private mutating func wait(until instant: Int64) -> Next? {
    let milliseconds = instant - milliseconds
    guard milliseconds <= Self.longestWait else { return throttled(until: Instant(seconds: instant / 1000 + 1)) }
    let duration = Duration.milliseconds(max(1, milliseconds))
    return loads.isEmpty ? .pass(duration) : .listen(atMost: duration)
  }

  /// Ends the round once no message is in flight.
  private mutating func throttled(until instant: Instant?) -> Next? {
    if loads.isEmpty { end(.throttled(until: instant)) }
    return nil
  }

  /// The connection that holds the fewest messages, if it can take another.
  private var leastLoadedConnection: Int? {
    loads.leastLoaded(below: fullLoad)
  }

  /// How many connections could carry a message at once.
  private var idle: Int { loads.count(below: fullLoad) }

  /// How many messages a connection may hold. Three, so that two are ready while one is in flight and the next can be
  /// announced with its final dot. Only one under throttles, because a message would then leave when the connection is
  /// ready instead of when they allow it, and while it is uncertain whether the relay accepts our mail.
  private func fullLoad(of connection: Int) -> Int {
    guard breaker.connections.mayCarry(connection) else { return 0 }
    return mayLoadAhead && breaker.isCalm(connection) ? 3 : 1
  }
}

// MARK: - The end

extension Round {
  /// Sends no more messages, and recalls those that no connection has started.
  mutating func end(_ reason: Ending) {
    guard ending == nil else { return }
    ending = reason
    for connection in loads.busy { order(.recall(connection)) }
  }

  /// A message cannot be made: it stays in the queue, or its whole issue does, and the others leave.
  mutating func setAside(_ claim: Claim, wholeIssue: Bool, because reason: String) {
    turn.returning.append(claim.delivery)
    guard wholeIssue ? aside.insertIssue(of: claim) : aside.insert(claim.delivery) else { return }
    let others = backlog.remove(aside)
    if !others.isEmpty { order(.unclaim(others.map(\.delivery))) }
    report(.unmade(claim, reason, isWholeIssue: wholeIssue))
    if aside.count >= Self.mostSetAside { end(.unmailable(claim, reason)) }
  }

  /// The connection is not reopened; the others carry the messages it holds.
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

  /// The final results, to be written and reported when no message is in flight or the wait for replies is over.
  package mutating func conclude(at elapsed: Duration) -> Conclusion {
    self.elapsed = elapsed
    orders = []
    judgeRefusals()
    throttles.end()
    throttles.report(to: &turn)
    let news = orders.compactMap { if case .report(let news) = $0 { news } else { nil } }
    return Conclusion(
      news: news, turn: turn, fullMailboxes: fullMailboxes, rest: backlog.drain().map(\.delivery),
      refusedConnections: refusedConnections)
  }

  /// Connections that never worked; the mail was sent without them.
  private var refusedConnections: RefusedConnections? {
    let connections = breaker.connections
    return connections.refusedExtra.map {
      RefusedConnections(remaining: connections.remaining, count: connections.count, failure: $0)
    }
  }
}
