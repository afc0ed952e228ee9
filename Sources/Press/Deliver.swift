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
      report.notices.append(
        "the last run ended while \(address)'s mail was in its final exchange: sent or not is uncertain; \(consequence)"
      )
    }
    if !recovery.uncertain.isEmpty, mail.uncertain == .skip {
      report.deliveries[.uncertain, default: 0] += recovery.uncertain.count
    }
  }
}

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
      if claims.isEmpty { break }
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
    let message: [UInt8]
    do {
      message = try print(claim)
    } catch {
      try ledger.unclaim([claim.delivery])
      report.fail("\(claim.digest) #\(claim.issueNumber): no mail is sent: \(error)", .badConfiguration)
      return false
    }
    let parcel = Parcel(sender: mail.bounces, recipient: claim.addressee.address, message: message)
    let outcome = try courier.carry(parcel) { try ledger.commit(claim.delivery, at: now) }
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
    case (.refused(let suppress), .refused(let reply)), (.refused(let suppress), .deferred(let reply)):
      report.deliveries[.refused, default: 0] += 1
      report.problems.append(
        "\(address): refused: \(reply)" + (suppress ? "; the address is suppressed" : ""))
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
    switch breaker.note(outcome, of: claim.delivery) {
    case .closed: return true
    case .troubled(let trouble):
      let isUnreachable = trouble.reply == nil && !trouble.isPermanent
      report.fail(trouble.sentence + "; the mail waits for the next run", isUnreachable ? .unreachable : .waiting)
    case .refusing(let refused, let reply):
      try press.ledger.requeue(refused, at: press.now)
      report.deliveries[.refused, default: 0] -= refused.count
      if report.deliveries[.refused] == 0 { report.deliveries[.refused] = nil }
      report.problems.removeLast(min(refused.count, report.problems.count))
      report.fail(
        "the relay refused \(refused.count) messages in a row: \(reply); everything not yet sent waits for the next run",
        .waiting)
    }
    return false
  }
}

/// Opens when the trouble is the relay's and not a reader's, so that nobody is skipped for it.
private struct Breaker {
  /// So many connections in a row without a message, or so many refusals in a row that say nothing about the mailbox.
  private static let troublesInARow = 3
  private static let refusalsInARow = 10

  enum State {
    case closed
    case troubled(Trouble)
    case refusing([Delivery.ID], Reply)
  }

  private var troubles = 0
  private var refused: [Delivery.ID] = []

  mutating func note(_ outcome: Outcome, of delivery: Delivery.ID) -> State {
    switch outcome {
    case .unsent(let trouble):
      troubles += 1
      return trouble.isPermanent || troubles >= Self.troublesInARow ? .troubled(trouble) : .closed
    case .refused(let reply) where !DeliveryPolicy.provesNoMailbox(reply):
      troubles = 0
      refused.append(delivery)
      return refused.count >= Self.refusalsInARow ? .refusing(refused, reply) : .closed
    case .accepted:
      (troubles, refused) = (0, [])
    default:
      troubles = 0
    }
    return .closed
  }
}
