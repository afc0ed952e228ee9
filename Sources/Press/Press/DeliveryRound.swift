internal import Digests
internal import Model

/// One round over the queue, until it is empty, the relay gives out, the relay refuses *us*, the throttles say later, or
/// the run is asked to end.
///
/// This thread owns the ledger and the report; each connection is a ``Session`` on a thread of its own. What the
/// sessions ask and tell while this thread writes is answered and written together the next time: durability costs one
/// sync for all of them.
struct DeliveryRound {
  /// So many waiting mails for each connection: a short list goes out over one.
  private static let mailsASession = 100
  /// A run does not wait longer than this for the throttles: the next one goes on.
  private static let longestWait: Int64 = 60_000
  /// After a stop signal, for the servers' last answers.
  private static let graceAfterStop = Duration.seconds(30)

  let press: PressRun
  let mail: MailSettings
  private let total: Int
  private let switchboard = Switchboard()
  private var sessions: [Session] = []
  /// By session: what it has in hand.
  private var load: [Int] = []
  private let mayLoadAhead: Bool
  private var backlog: Backlog
  private var throttles: Throttles
  private var destinations: DestinationPolicy
  private(set) var onTheWay: [Delivery.ID: Claim] = [:]
  private var desks = EditionDesks()
  private var done = 0
  /// How many sessions have ended.
  private var closed = 0
  /// What is written next.
  var turn: Turn
  var breaker: Breaker
  /// Refused because they have no room: soft bounces.
  var fullMailboxes: [Delivery.ID] = []
  private(set) var ending: Ending?

  /// Why no more messages are given out.
  enum Ending {
    case troubled(Trouble)
    case refusing(Reply)
    /// A message that cannot be printed.
    case unprintable(String)
    case failed(any Error)
    /// The throttles allow no more before that instant; nil: today.
    case throttled(until: Instant?)
    case stopped
  }

  init(press: PressRun, mail: MailSettings, total: Int) throws {
    (self.press, self.mail, self.total) = (press, mail, total)
    let count = min(mail.sessions, 1 + total / Self.mailsASession)
    backlog = Backlog(mail, claimSize: max(100, 10 * count))
    throttles = try Throttles(mail, zone: press.site.zone, now: press.now) { try press.ledger.note($0) }
    destinations = DestinationPolicy(holds: try press.ledger.destinations())
    mayLoadAhead = throttles.areNone
    turn = Turn(at: press.now)
    breaker = Breaker(connections: count)
    load = Array(repeating: 0, count: count)
  }

  mutating func run(_ report: inout RunReport) throws {
    sessions = load.indices.map { Session(number: $0, on: switchboard, courier: press.courier) }
    press.stop.whenRaised { [switchboard] in switchboard.post(.interrupted) }
    while true {
      if press.stop.isRaised, ending == nil { end(.stopped) }
      let wait = giveOut()
      if onTheWay.isEmpty {
        guard ending == nil, let wait else { break }
        pass(wait, &report)
      } else if !take(switchboard.wait(atMost: wait ?? grace), &report) {
        if case .stopped = ending { break }  // a server is silent: what it has is uncertain, and the next run says so
      }
    }
    if onTheWay.isEmpty { closeSessions() }
    try conclude(&report)
  }

  private var now: Instant { press.now + press.stopwatch.elapsed() }
  private var milliseconds: Int64 {
    press.now.seconds * 1000 + Int64(press.stopwatch.elapsed() / .milliseconds(1))
  }

  private var grace: Duration? { if case .stopped = ending { Self.graceAfterStop } else { nil } }

  /// Nothing is on the way, and the throttles say when something may be.
  private mutating func pass(_ duration: Duration, _ report: inout RunReport) {
    if let pass = press.stopwatch.pass { pass(duration) } else { take(switchboard.wait(atMost: duration), &report) }
  }

  private mutating func closeSessions() {
    sessions.forEach { $0.close() }
    while closed < sessions.count {
      for case .closed in switchboard.wait() { closed += 1 }
    }
  }

  private mutating func conclude(_ report: inout RunReport) throws {
    judgeRefusals(&report)
    turn.notes = throttles.changedNotes()
    if case .failed(let error) = ending {
      do {
        if !turn.isEmpty { _ = try press.ledger.write(turn) }
      } catch {
        throw LedgerError("\(error)" + unrecorded)
      }
      throw error
    }
    if !turn.isEmpty { _ = try press.ledger.write(turn) }
    let words = "5.2.2 the mailbox is full"
    if !fullMailboxes.isEmpty {
      try press.ledger.noteSoftBounces(fullMailboxes, status: "5.2.2", text: words, at: now)
    }
    // Else, if this fails too, the next run takes them back.
    let rest = backlog.takeAll()
    if !rest.isEmpty { try? press.ledger.unclaim(rest.map(\.delivery)) }
    try tellEnding(&report)
  }

  /// What the next run takes for uncertain, because the server's answer could not be written.
  private var unrecorded: String {
    let count = turn.attempts.count { $0.outcome.followsFinalDot }
    guard count > 0 else { return "" }
    return "; the answers to \(count == 1 ? "1 message" : "\(count) messages") could not be recorded, and the next run "
      + "reports \(count == 1 ? "it" : "them") as uncertain"
  }

  private mutating func end(unprintable claim: Claim, _ reason: any Error) {
    turn.returning.append(claim.delivery)
    end(.unprintable("\(claim.digest) #\(claim.issueNumber): no mail is sent: \(reason)"))
  }

  /// No more is given out, and what no session has begun comes back.
  private mutating func end(_ reason: Ending) {
    guard ending == nil else { return }
    ending = reason
    let recalled = sessions.indices.flatMap { recall(from: $0) }
    // If this fails, the next run takes them back.
    if !recalled.isEmpty { try? press.ledger.unclaim(recalled.map(\.delivery)) }
  }

  /// What the session has not begun.
  private mutating func recall(from session: Int) -> [Claim] {
    let claims = sessions[session].recall().map(\.claim)
    for claim in claims {
      load[session] -= 1
      onTheWay[claim.delivery] = nil
      backlog.cameBack(claim)
      throttles.giveBack(claim.addressee.address.domain)
    }
    return claims
  }

  /// Its connection is not opened again; the others carry what it has in hand.
  private mutating func giveUp(_ session: Int) {
    for claim in recall(from: session).reversed() { backlog.putBack(claim) }
    sessions[session].close()
  }
}

extension DeliveryRound {
  /// Gives messages to the sessions that have room. Returns how long to wait if only the throttles stand in the way.
  private mutating func giveOut() -> Duration? {
    while ending == nil, let number = hungriest {
      do {
        switch try nextClaim() {
        case .send(let claim): send(claim, over: number)
        case .wait(let instant):
          let milliseconds = instant - milliseconds
          guard milliseconds <= Self.longestWait else {
            if onTheWay.isEmpty { end(.throttled(until: Instant(seconds: instant / 1000 + 1))) }
            return nil
          }
          return .milliseconds(max(1, milliseconds))
        case .tomorrow:
          if onTheWay.isEmpty { end(.throttled(until: nil)) }
          return nil
        case .nothing: return nil
        }
      } catch {
        end(.failed(error))
      }
    }
    return nil
  }

  /// Two at hand while one is on its way, so that the next can be announced with its final dot. Not under throttles, for it
  /// would leave when the session is ready and not when they say; nor while it is open whether the relay takes our mail.
  private func fullLoad(of session: Int) -> Int { mayLoadAhead && breaker.isCalm(session) ? 3 : 1 }

  /// A sender of its own for each message (VERP), so that a bounce names its delivery.
  private func sender(of claim: Claim) -> EmailAddress {
    guard mail.hasVERP else { return mail.bounces }
    return mail.bounces.tagged(press.ledger.bounceToken(of: claim.delivery)) ?? mail.bounces
  }

  /// The session with the least in hand, if it has room for more.
  private var hungriest: Int? {
    let usable = load.indices.lazy.filter { breaker.connections.mayCarry($0) && load[$0] < fullLoad(of: $0) }
    return usable.min { load[$0] < load[$1] }
  }

  private mutating func nextClaim() throws -> Backlog.Next {
    try backlog.next(throttles, at: milliseconds) { try press.ledger.claim($0, except: $1, at: press.now) }
  }

  private mutating func send(_ claim: Claim, over session: Int) {
    let domain = claim.addressee.address.domain
    guard !destinations.isHeld(domain, at: now) else { return turn.returning.append(claim.delivery) }
    let desk: EditionDesk
    do {
      desk = try desks.desk(for: claim, press)
    } catch let unprintable as Session.Unprintable {
      return end(unprintable: claim, unprintable.reason)
    } catch {
      turn.returning.append(claim.delivery)
      return end(.failed(error))
    }
    onTheWay[claim.delivery] = claim
    backlog.left(claim)
    throttles.take(domain, at: milliseconds)
    load[session] += 1
    sessions[session].carry(Session.Order(claim: claim, sender: sender(of: claim), desk: desk))
  }
}

extension DeliveryRound {
  /// Answers what sessions ask and writes what they tell, in one turn. False if there was nothing.
  @discardableResult private mutating func take(_ events: [Switchboard.Event], _ report: inout RunReport) -> Bool {
    var asking: [(delivery: Delivery.ID, session: Int)] = []
    var carried: [(Session.Carried, session: Int)] = []
    for event in events {
      switch event {
      case .asks(let delivery, let session): asking.append((delivery, session))
      case .carried(let one, let session):
        carried.append((one, session))
        load[session] -= 1
      case .closed: closed += 1
      case .interrupted: break
      }
    }
    for (one, _) in carried {
      onTheWay[one.claim.delivery] = nil
      backlog.cameBack(one.claim)
    }
    write(carried, asking, &report)
    return !events.isEmpty
  }

  private mutating func write(
    _ carried: [(Session.Carried, session: Int)], _ asking: [(delivery: Delivery.ID, session: Int)],
    _ report: inout RunReport
  ) {
    let attempts = carried.compactMap { attempt($0, over: $1, &report) }
    turn.at = now
    turn.attempts += attempts.map(\.attempt)
    turn.committing = asking.map(\.delivery)
    turn.notes = throttles.changedNotes()
    guard !turn.isEmpty else { return }
    do {
      let mayGo = try press.ledger.write(turn)
      turn = Turn(at: now)
      for (delivery, session) in asking { sessions[session].reply(mayGo.contains(delivery) ? .go : .withdrawn) }
      for (claim, attempt, session) in attempts { judge(attempt, of: claim, over: session, &report) }
    } catch {
      // What was learned is written once more at the end, without anything that would go on its way.
      turn.committing = []
      end(.failed(error))
      for (_, session) in asking { sessions[session].reply(.unwritten) }
    }
  }

  /// What is to be recorded; nil if nothing was tried.
  private mutating func attempt(
    _ carried: Session.Carried, over session: Int, _ report: inout RunReport
  ) -> (claim: Claim, attempt: Attempt, session: Int)? {
    let claim = carried.claim
    switch carried.result {
    case .success(let outcome):
      if case .unsent = outcome { throttles.giveBack(claim.addressee.address.domain) }
      let verdict = verdict(claim, outcome, over: session)
      let at = verdict == .returned ? returned(after: outcome) : now
      if case .uncertain(let why) = outcome {
        // Before it is written: it must not be lost.
        press.tell(report.uncertainty(claim.addressee.address, why, verdict))
      }
      return (claim, Attempt(delivery: claim.delivery, at: at, outcome: outcome, verdict: verdict), session)
    case .failure(is Session.Withdrawn):
      throttles.giveBack(claim.addressee.address.domain)
      withdrawn(claim, &report)
    case .failure(is Session.Unwritten): break  // `ending` says why
    case .failure(let unprintable as Session.Unprintable):
      end(unprintable: claim, unprintable.reason)
    case .failure(let error): end(.failed(error))
    }
    return nil
  }

  /// Its reader left, or the issue was cancelled; or the ledger is no longer ours to send from.
  private mutating func withdrawn(_ claim: Claim, _ report: inout RunReport) {
    do {
      if try press.ledger.dropped(among: [claim.delivery]).isEmpty {
        end(.failed(LedgerError("another run has taken over the mail that this one was sending; this one stops")))
      } else {
        report.deliveries[.dropped, default: 0] += 1
      }
    } catch {
      end(.failed(error))
    }
  }

  /// Due as before; but what the relay refused at MAIL goes behind the others, so that they show whether it takes mail.
  private func returned(after outcome: Outcome) -> Instant {
    if case .unsent(let trouble) = outcome, trouble.stage == .mail, trouble.isPermanent {
      return press.now + .seconds(1)
    }
    return press.now
  }

  /// A refusal holds only when the relay proves to take mail: until then it counts as deferred, so that nothing has to
  /// be taken back, whatever crashes.
  private func verdict(_ claim: Claim, _ outcome: Outcome, over session: Int) -> Verdict {
    guard !breaker.blames(session, for: outcome) else { return .returned }
    let verdict = DeliveryPolicy.verdict(
      on: outcome, attempts: claim.attempts, uncertainAttempts: claim.uncertainAttempts,
      firstAttempt: claim.firstAttempt ?? now, now: now, uncertain: mail.uncertain, relayTakesMail: breaker.hasTaken)
    if case .refused(_) = outcome { return .deferred(until: now + DeliveryPolicy.delay(after: claim.attempts)) }
    return verdict
  }

  /// What it says about the destination. A refusal is heeded when it is settled: it may be the relay's own.
  mutating func heed(_ outcome: Outcome, of claim: Claim, _ report: inout RunReport) {
    let domain = claim.addressee.address.domain
    let change = destinations.note(outcome, from: domain, attempts: claim.attempts, at: now)
    if let change { turn.destinations[domain] = change }
    if case .held(let hold) = change { report.tellHold(domain, hold, outcome, in: press.site.zone) }
  }

  private mutating func judge(
    _ attempt: Attempt, of claim: Claim, over session: Int, _ report: inout RunReport
  ) {
    report.tell(attempt.outcome, attempt.verdict, claim)
    done += 1
    press.progress(min(done, total), total)
    if attempt.verdict == .returned {
      backlog.lookAgain()
    } else if !attempt.outcome.isRefusal {
      heed(attempt.outcome, of: claim, &report)
    }
    for decision in breaker.note(attempt.outcome, of: claim, over: session) { obey(decision, &report) }
  }

  private mutating func obey(_ decision: Breaker.Decision, _ report: inout RunReport) {
    switch decision {
    case .settle(let refusals): settle(refusals, &report)
    case .heed(let refusals):
      for refusal in refusals { heed(.refused(refusal.reply), of: refusal.claim, &report) }
    case .giveUp(let session): giveUp(session)
    case .end(.troubled(let trouble)): end(.troubled(trouble))
    case .end(.refusing(let reply)): end(.refusing(reply))
    }
  }
}

extension Outcome {
  fileprivate var isRefusal: Bool { if case .refused = self { true } else { false } }

  /// The server had the whole message.
  fileprivate var followsFinalDot: Bool {
    switch self {
    case .accepted, .uncertain: true
    case .deferred(let reply), .refused(let reply): reply.stage == .finalDot
    case .unsent(let trouble): trouble.stage == .finalDot
    }
  }
}
