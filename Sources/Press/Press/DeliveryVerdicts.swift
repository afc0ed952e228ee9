internal import Model

/// What is told at the end of a round, and what becomes of its refusals.
extension DeliveryRound {
  /// Refusals that hold: never again for this issue, and never again at all where there is no mailbox.
  mutating func settle(_ refusals: [Refusal], _ report: inout RunReport) {
    for refusal in refusals {
      let address = refusal.claim.addressee.address
      turn.refusing.append(refusal.claim.delivery)
      if !refusal.isHeeded { heed(.refused(refusal.reply), of: refusal.claim, &report) }
      report.deliveries[.refused, default: 0] += 1
      report.tellProblem("\(address): refused: \(refusal.reply)")
      switch refusal.sense {
      case .noMailbox:
        turn.suppressing.append(refusal.claim.delivery)
        report.tellNotice("\(address) is suppressed: there is no such mailbox")
      case .fullMailbox: fullMailboxes.append(refusal.claim.delivery)
      case .aboutUs, .other: break
      }
    }
  }

  /// Those whose meaning was still open when the round ended.
  mutating func judgeRefusals(_ report: inout RunReport) {
    let judgement = breaker.judge(hasFailed: hasFailed)
    settle(judgement.readers, &report)
    giveUpOrWait(judgement, &report)
  }

  private var hasFailed: Bool {
    switch ending {
    case .troubled, .refusing, .failed: true
    case .unprintable, .throttled, .stopped, nil: false
    }
  }

  /// What the relay refused because of us: it waits, but not for ever.
  private mutating func giveUpOrWait(_ judgement: Breaker.Judgement, _ report: inout RunReport) {
    let ours = judgement.ours
    guard let last = ours.last else { return }
    let given = ours.filter { press.now - ($0.claim.firstAttempt ?? press.now) >= DeliveryPolicy.patience }
    settle(given, &report)
    if ours.count > given.count { report.deliveries[.deferred, default: 0] += ours.count - given.count }
    if case .troubled = ending { return }
    let waiting = ours.count == 1 ? "it waits for a later run" : "they wait for a later run"
    report.fail(
      "the relay refused \(ours.count == 1 ? "1 message" : "\(ours.count) messages") "
        + (judgement.isInARow && ours.count > 1 ? "in a row" : "because of us, not of the readers")
        + ": \(last.reply); "
        + (given.isEmpty ? waiting : "after two days of that, \(given.count) are given up"), .waiting)
  }

  /// Connections that never carried anything: the mail went without them.
  private func tellRefusedConnections(_ report: inout RunReport) {
    let connections = breaker.connections
    guard let trouble = connections.refusedExtra else { return }
    report.notices.append(
      "schedule.conf: only \(connections.remaining) of \(connections.count) connections to the relay carried mail "
        + "(\(trouble.sentence)); if it limits connections, set sessions = \(connections.remaining) in [mail]")
  }

  func tellEnding(_ report: inout RunReport) throws {
    report.tellUntold()
    tellRefusedConnections(&report)
    switch ending {
    case .troubled(let trouble):
      let isUnreachable = trouble.reply == nil && !trouble.isPermanent
      report.fail(trouble.sentence + "; the mail waits for the next run", isUnreachable ? .unreachable : .waiting)
    case .unprintable(let sentence): report.fail(sentence, .badConfiguration)
    case .throttled where report.deliveries.isEmpty: break  // told when the others left
    case .throttled(let instant):
      let waiting = try press.ledger.due(at: press.now)
      let until =
        instant.map { "until \(press.site.zone.shown($0)), as the rates in schedule.conf say" }
        ?? "for another day, as `warm_up` in schedule.conf says"
      report.notices.append("\(waiting) \(waiting == 1 ? "mail waits" : "mails wait") \(until)")
    case .stopped:
      let waiting = try press.ledger.due(at: press.now)
      let unanswered = onTheWay.isEmpty ? "" : "; the server did not answer for \(onTheWay.count) more"
      report.fail(
        "stopped by a signal; \(waiting) \(waiting == 1 ? "mail waits" : "mails wait") for the next run\(unanswered)",
        .waiting, lasts: false)
    case .refusing, .failed, nil: break
    }
  }
}

extension RunReport {
  /// What became of one try. Refusals are told when they are settled.
  mutating func tell(_ outcome: Outcome, _ verdict: Verdict, _ claim: Claim) {
    let address = claim.addressee.address
    switch (verdict, outcome) {
    case (_, .refused): break
    case (.accepted, _): deliveries[.accepted, default: 0] += 1
    case (.deferred, .deferred(let reply)): tellDeferral("\(address): try again later: \(reply)")
    case (.deferred, .unsent(let trouble)): tellDeferral("\(address): try again later: \(trouble.sentence)")
    case (.refused, .deferred(let reply)): tellGivenUp("\(address): given up after two days: \(reply)")
    case (.refused, .unsent(let trouble)): tellGivenUp("\(address): given up after two days: \(trouble.sentence)")
    default: break
    }
  }

  /// Counts it. Each is told at once, for the sentence must not be lost if the run is.
  mutating func uncertainty(_ address: EmailAddress, _ why: String, _ verdict: Verdict) -> String {
    deliveries[.uncertain, default: 0] += 1
    guard case .uncertain(resend: .some) = verdict else {
      return "\(address): sent or not is uncertain: \(why); it is not sent again"
    }
    codes.insert(.waiting)
    return "\(address): sent or not is uncertain: \(why); it is sent again later with the same Message-ID"
  }

  private mutating func tellDeferral(_ sentence: String) {
    deliveries[.deferred, default: 0] += 1
    codes.insert(.waiting)
    tellNotice(sentence)
  }

  private mutating func tellGivenUp(_ sentence: String) {
    deliveries[.refused, default: 0] += 1
    tellProblem(sentence)
  }

  mutating func tellHold(_ domain: String, _ hold: DestinationHold, _ outcome: Outcome, in zone: Zone) {
    let reply: Reply? =
      switch outcome {
      case .deferred(let reply), .refused(let reply): reply
      default: nil
      }
    codes.insert(.waiting)
    tellNotice(
      "\(domain) asks to slow down; its mail waits until \(zone.shown(hold.until))" + (reply.map { ": \($0)" } ?? ""))
  }
}
