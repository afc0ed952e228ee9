internal import Digests
internal import Model

/// One round over the queue, until it is empty, the relay gives out or the relay refuses *us*.
///
/// This thread owns the ledger and the report; each connection is a ``Session`` on a thread of its own. What the
/// sessions ask and tell while this thread writes is answered and written together the next time: durability costs one
/// sync for all of them.
struct DeliveryRound {
  /// So many waiting mails for each connection: a short list goes out over one.
  private static let mailsASession = 500

  private let press: PressRun
  private let mail: MailSettings
  private let total: Int
  private let switchboard = Switchboard()
  private var sessions: [Session] = []
  private var idle: [Int] = []
  /// Claimed, and not yet given to a session.
  private var open: ArraySlice<Claim> = []
  private var onTheWay: [Delivery.ID: Claim] = [:]
  private var desks: [String: EditionDesk] = [:]
  private var done = 0
  private var breaker = Breaker()
  private var ending: Ending?

  /// Why no more messages are given out.
  private enum Ending {
    case troubled(Trouble)
    case refusing(Reply)
    /// A message that cannot be printed.
    case unprintable(String)
    case failed(any Error)
  }

  init(press: PressRun, mail: MailSettings, total: Int) {
    (self.press, self.mail, self.total) = (press, mail, total)
  }

  mutating func run(_ report: inout RunReport) throws {
    let count = min(mail.sessions, 1 + total / Self.mailsASession)
    sessions = (0..<count).map { Session(number: $0, on: switchboard, courier: press.courier) }
    idle = Array(0..<count)
    while true {
      giveOut(&report)
      if onTheWay.isEmpty { break }
      take(switchboard.wait(), &report)
    }
    closeSessions()
    try conclude(&report)
  }

  private func closeSessions() {
    sessions.forEach { $0.close() }
    var remaining = sessions.count
    while remaining > 0 {
      for case .closed in switchboard.wait() { remaining -= 1 }
    }
  }

  private mutating func conclude(_ report: inout RunReport) throws {
    // Else, if this fails too, the next run takes them back.
    if !open.isEmpty { try? press.ledger.unclaim(open.map(\.delivery)) }
    switch ending {
    case .troubled(let trouble):
      try takeBack(breaker.takeRefusals(), &report)
      let isUnreachable = trouble.reply == nil && !trouble.isPermanent
      report.fail(trouble.sentence + "; the mail waits for the next run", isUnreachable ? .unreachable : .waiting)
    case .refusing(let reply): try tellRefusal(breaker.takeRefusals(), reply, &report)
    case .unprintable(let sentence): report.fail(sentence, .badConfiguration)
    case .failed(let error): throw error
    case nil: try judgeWhole(&report)
    }
  }
}

extension DeliveryRound {
  /// Gives a message to each idle session.
  private mutating func giveOut(_ report: inout RunReport) {
    while ending == nil, !idle.isEmpty {
      do {
        // Nothing now; but what is on the way may come back to the queue, so this is not the end.
        guard let claim = try nextClaim() else { return }
        guard try press.ledger.mayStillGo(claim.delivery) else {
          _ = try press.ledger.commit(claim.delivery, at: press.now)  // which drops it
          report.deliveries[.dropped, default: 0] += 1
          continue
        }
        guard let message = try print(claim) else { return }
        onTheWay[claim.delivery] = claim
        sessions[idle.removeLast()].carry(
          claim.delivery, Parcel(sender: mail.bounces, recipient: claim.addressee.address, message: message))
      } catch {
        ending = .failed(error)
      }
    }
  }

  private mutating func nextClaim() throws -> Claim? {
    if open.isEmpty { open = try press.ledger.claim(50 * sessions.count, at: press.now)[...] }
    return open.popFirst()
  }

  /// The message; nil, and the end of the round, if it cannot be printed.
  private mutating func print(_ claim: Claim) throws -> [UInt8]? {
    do {
      let key = "\(claim.digest) \(claim.issueNumber) \(claim.editionFeeds.map(\.text).joined(separator: ","))"
      if desks[key] == nil { desks[key] = try EditionDesk(press, claim) }
      return try desks[key]?.message(for: claim.addressee, date: claim.due)
    } catch {
      ending = .unprintable("\(claim.digest) #\(claim.issueNumber): no mail is sent: \(error)")
      try press.ledger.unclaim([claim.delivery])
      return nil
    }
  }
}

extension DeliveryRound {
  /// Answers what sessions ask and writes what they tell, each in one transaction.
  private mutating func take(_ events: [Switchboard.Event], _ report: inout RunReport) {
    var asking: [(Delivery.ID, Int)] = []
    var carried: [(Claim, Result<Outcome, any Error>)] = []
    for event in events {
      switch event {
      case .asks(let delivery, let session): asking.append((delivery, session))
      case .carried(let delivery, let session, let result):
        idle.append(session)
        if let claim = onTheWay.removeValue(forKey: delivery) { carried.append((claim, result)) }
      case .closed: break
      }
    }
    answer(asking)
    record(carried, &report)
  }

  private mutating func answer(_ asking: [(delivery: Delivery.ID, session: Int)]) {
    guard !asking.isEmpty else { return }
    do {
      let mayGo = try press.ledger.commit(asking.map(\.delivery), at: press.now)
      for (delivery, session) in asking { sessions[session].reply(mayGo.contains(delivery) ? .go : .withdrawn) }
    } catch {
      ending = .failed(error)
      for (_, session) in asking { sessions[session].reply(.unwritten) }
    }
  }

  private mutating func record(_ carried: [(Claim, Result<Outcome, any Error>)], _ report: inout RunReport) {
    var attempts: [(claim: Claim, attempt: Attempt)] = []
    for (claim, result) in carried {
      switch result {
      case .success(let outcome): attempts.append((claim, attempt(claim, outcome)))
      case .failure(is Session.Withdrawn): report.deliveries[.dropped, default: 0] += 1
      case .failure(is Session.Unwritten): break  // `ending` says why
      case .failure(let error): ending = .failed(error)
      }
    }
    guard !attempts.isEmpty else { return }
    do {
      try press.ledger.record(attempts.map(\.attempt))
      for (claim, attempt) in attempts { try judge(attempt, of: claim, &report) }
    } catch {
      ending = .failed(error)
    }
  }

  private func attempt(_ claim: Claim, _ outcome: Outcome) -> Attempt {
    let verdict = DeliveryPolicy.verdict(
      on: outcome, attempts: claim.attempts, firstAttempt: claim.firstAttempt ?? press.now, now: press.now,
      uncertain: mail.uncertain)
    return Attempt(delivery: claim.delivery, at: press.now, outcome: outcome, verdict: verdict)
  }

  private mutating func judge(_ attempt: Attempt, of claim: Claim, _ report: inout RunReport) throws {
    tell(attempt.outcome, attempt.verdict, claim, &report)
    done += 1
    press.progress(min(done, total), total)
    switch breaker.note(attempt.outcome, of: claim) {
    case .closed: break
    case .proven(let mailboxes): try suppress(mailboxes, &report)
    case .troubled(let trouble): ending = ending ?? .troubled(trouble)
    case .refusing(let reply): ending = ending ?? .refusing(reply)
    }
  }
}

/// What the operator is told, and what is taken back.
extension DeliveryRound {
  private func tell(_ outcome: Outcome, _ verdict: Verdict, _ claim: Claim, _ report: inout RunReport) {
    let address = claim.addressee.address
    switch (verdict, outcome) {
    case (.accepted, _): report.deliveries[.accepted, default: 0] += 1
    case (.deferred, .deferred(let reply)):
      report.deliveries[.deferred, default: 0] += 1
      report.codes.insert(.waiting)
      report.notices.append("\(address): try again later: \(reply)")
    case (.deferred, .unsent(let trouble)):
      report.deliveries[.deferred, default: 0] += 1
      report.codes.insert(.waiting)
      report.notices.append("\(address): try again later: \(trouble.sentence)")
    case (.refused, .refused(let reply)), (.refused, .deferred(let reply)):
      report.deliveries[.refused, default: 0] += 1
      report.problems.append("\(address): refused: \(reply)")
    case (.refused, .unsent(let trouble)):
      report.deliveries[.refused, default: 0] += 1
      report.problems.append("\(address): given up after two days: \(trouble.sentence)")
    case (.uncertain(let resend), .uncertain(let why)):
      report.deliveries[.uncertain, default: 0] += 1
      if resend != nil { report.codes.insert(.waiting) }
      report.problems.append(
        "\(address): sent or not is uncertain: \(why)"
          + (resend == nil ? "" : "; it is sent again later with the same Message-ID"))
    default: break
    }
  }

  /// A round in which the relay took nothing, and refused more than one message in words that say nothing about the
  /// mailboxes: on a short list that is all there is to see of a relay that refuses us.
  private mutating func judgeWhole(_ report: inout RunReport) throws {
    let proven = breaker.provenRefusals
    if report.deliveries[.accepted] == nil, breaker.refusals.count - proven.count > 1, let reply = breaker.lastReply {
      try tellRefusal(breaker.takeRefusals(), reply, &report)
    } else {
      try suppress(proven, &report)
    }
  }

  private func suppress(_ claims: [Claim], _ report: inout RunReport) throws {
    guard !claims.isEmpty else { return }
    try press.ledger.suppress(claims.map(\.delivery), at: press.now)
    report.notices += claims.map { "\($0.addressee.address) is suppressed: there is no such mailbox" }
  }

  private func tellRefusal(_ refusals: [Claim], _ reply: Reply, _ report: inout RunReport) throws {
    let taken = try takeBack(refusals, &report)
    report.fail(
      "the relay refused \(refusals.count) messages in a row: \(reply); "
        + (taken < refusals.count
          ? "after two days of that, \(refusals.count - taken) are given up" : "they wait for a later run"),
      .waiting)
  }

  /// Queues refusals again, behind the others, unless they have been tried for two days. Returns how many.
  @discardableResult private func takeBack(_ refusals: [Claim], _ report: inout RunReport) throws -> Int {
    let patient = refusals.filter { press.now - ($0.firstAttempt ?? press.now) < DeliveryPolicy.patience }
    guard let attempts = patient.map(\.attempts).max() else { return 0 }
    try press.ledger.requeue(
      patient.map(\.delivery), until: press.now + DeliveryPolicy.delay(after: attempts))
    let left = (report.deliveries[.refused] ?? 0) - patient.count
    report.deliveries[.refused] = left > 0 ? left : nil
    let addresses = patient.map { "\($0.addressee.address): refused: " }
    report.problems.removeAll { problem in addresses.contains { problem.hasPrefix($0) } }
    report.codes.insert(.waiting)
    return patient.count
  }
}
