internal import Digests
internal import Model

/// Step 6 of a run: what is queued, or due for another attempt, leaves.
extension PressRun {
  func deliver(_ report: inout RunReport) throws {
    guard let mail = site.mail else { return }
    try recover(mail, &report)
    let due = try ledger.due(at: now)
    guard due > 0 else { return }
    var round = try DeliveryRound(press: self, mail: mail, total: due)
    try round.run(&report)
  }

  private func recover(_ mail: MailSettings, _ report: inout RunReport) throws {
    let recovery = try ledger.recover(mail.uncertain, at: now)
    for address in recovery.uncertain {
      let consequence = mail.uncertain == .resend ? "it is sent again with the same Message-ID" : "it is not sent again"
      tell(
        "the last run ended while \(address)'s mail was in its final exchange: sent or not is uncertain; \(consequence)"
      )
    }
    if !recovery.uncertain.isEmpty, mail.uncertain == .skip {
      report.deliveries[.uncertain, default: 0] += recovery.uncertain.count
    }
  }
}

/// The reader left, or the issue was cancelled, while the message was on its way to its final dot.
private struct Withdrawn: Error {}

/// One round over the queue on one connection, until it is empty, the relay gives out or the relay refuses *us*.
private struct DeliveryRound {
  private let press: PressRun
  private let mail: MailSettings
  private let courier: any Courier
  private let total: Int
  private var done = 0
  private var presses: [String: EditionDesk] = [:]
  private var breaker = Breaker()

  init(press: PressRun, mail: MailSettings, total: Int) throws {
    (self.press, self.mail, self.total) = (press, mail, total)
    courier = try press.courier()
  }

  mutating func run(_ report: inout RunReport) throws {
    defer { courier.close() }
    while true {
      let claims = try press.ledger.claim(50, at: press.now)
      if claims.isEmpty { return try judgeWhole(&report) }
      var open = claims[...]
      do {
        while let claim = open.popFirst() {
          guard try deliver(claim, &report) else {
            try press.ledger.unclaim(open.map(\.delivery))
            return
          }
        }
      } catch {
        try? press.ledger.unclaim(open.map(\.delivery))  // else the next run takes them back
        throw error
      }
    }
  }

  /// Carries one message and records what came of it. False when the round must end.
  private mutating func deliver(_ claim: Claim, _ report: inout RunReport) throws -> Bool {
    let (ledger, now) = (press.ledger, press.now)
    guard try ledger.mayStillGo(claim.delivery) else {
      _ = try ledger.commit(claim.delivery, at: now)  // which drops it
      report.deliveries[.dropped, default: 0] += 1
      return true
    }
    let message: [UInt8]
    do {
      message = try print(claim)
    } catch {
      try ledger.unclaim([claim.delivery])
      report.fail("\(claim.digest) #\(claim.issueNumber): no mail is sent: \(error)", .badConfiguration)
      return false
    }
    let parcel = Parcel(sender: mail.bounces, recipient: claim.addressee.address, message: message)
    let outcome: Outcome
    do {
      outcome = try courier.carry(parcel) {
        guard try ledger.commit(claim.delivery, at: now) else { throw Withdrawn() }
      }
    } catch is Withdrawn {
      report.deliveries[.dropped, default: 0] += 1
      return true
    }
    let verdict = DeliveryPolicy.verdict(
      on: outcome, attempts: claim.attempts, firstAttempt: claim.firstAttempt ?? now, now: now,
      uncertain: mail.uncertain)
    try ledger.record(Attempt(delivery: claim.delivery, at: now, outcome: outcome, verdict: verdict))
    tell(outcome, verdict, claim, &report)
    done += 1
    press.progress(min(done, total), total)
    return try goesOn(after: outcome, claim, &report)
  }

  private mutating func print(_ claim: Claim) throws -> [UInt8] {
    let key = "\(claim.digest) \(claim.issueNumber) \(claim.editionFeeds.map(\.text).joined(separator: ","))"
    if presses[key] == nil { presses[key] = try EditionDesk(press, claim) }
    return try presses[key]!.message(for: claim.addressee, date: claim.due)
  }

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

  /// Whether the relay can still be used.
  private mutating func goesOn(after outcome: Outcome, _ claim: Claim, _ report: inout RunReport) throws -> Bool {
    switch breaker.note(outcome, of: claim) {
    case .closed: return true
    case .proven(let mailboxes):
      try suppress(mailboxes, &report)
      return true
    case .troubled(let trouble):
      try takeBack(breaker.takeRefusals(), &report)
      let isUnreachable = trouble.reply == nil && !trouble.isPermanent
      report.fail(trouble.sentence + "; the mail waits for the next run", isUnreachable ? .unreachable : .waiting)
    case .refusing(let reply):
      try tellRefusal(breaker.takeRefusals(), reply, &report)
    }
    return false
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

/// Opens when the trouble is the relay's and not a reader's, so that nobody is skipped or suppressed for it.
///
/// A refusal proves something about a mailbox only beside messages that the relay took: a wrong recipient map says
/// "no such user" to everybody.
private struct Breaker {
  /// So many connections in a row without a message, or so many refusals in a row.
  private static let troublesInARow = 3
  private static let refusalsInARow = 10

  enum State {
    case closed
    /// The relay takes mail, so its word about these mailboxes holds.
    case proven([Claim])
    case troubled(Trouble)
    case refusing(Reply)
  }

  private var troubles = 0
  /// Since the last message that was taken.
  private var streak: [(claim: Claim, reply: Reply)] = []

  var refusals: [Claim] { streak.map(\.claim) }
  var provenRefusals: [Claim] { streak.filter { DeliveryPolicy.provesNoMailbox($0.reply) }.map(\.claim) }
  var lastReply: Reply? { streak.last?.reply }

  mutating func note(_ outcome: Outcome, of claim: Claim) -> State {
    switch outcome {
    case .unsent(let trouble):
      troubles += 1
      return trouble.isPermanent || troubles >= Self.troublesInARow ? .troubled(trouble) : .closed
    case .refused(let reply):
      troubles = 0
      streak.append((claim, reply))
      return streak.count >= Self.refusalsInARow ? .refusing(reply) : .closed
    case .accepted:
      let proven = provenRefusals
      (troubles, streak) = (0, [])
      return proven.isEmpty ? .closed : .proven(proven)
    case .deferred, .uncertain:
      troubles = 0
      return .closed
    }
  }

  mutating func takeRefusals() -> [Claim] {
    defer { streak = [] }
    return refusals
  }
}
