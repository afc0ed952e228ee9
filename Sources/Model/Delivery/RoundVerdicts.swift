internal import Time

/// What becomes of a message, and whose fault it is when it does not get through.
///
/// The rule of refusals stands here and nowhere else: a refusal holds only beside a relay that proves to take mail. It is
/// written as deferred (``DeliveryPolicy``), so that nothing has to be taken back, whatever crashes; ``Breaker`` says when it
/// is proved to be the reader's; then it is settled. What nothing proves stays deferred, for two days.
extension Round {
  /// A message that was tried.
  struct Try {
    let claim: Claim
    let attempt: Attempt
    let connection: Int
  }

  mutating func attempt(_ claim: Claim, _ outcome: Outcome, over connection: Int) -> Try {
    if case .unsent = outcome { throttles.giveBack(claim.addressee.address.domain) }
    let verdict = verdict(claim, outcome, over: connection)
    if case .uncertain(let why) = outcome {
      let isSentAgain = if case .uncertain(resend: .some) = verdict { true } else { false }
      tell(.uncertain(claim.addressee.address, why, isSentAgain: isSentAgain))
    }
    let at = verdict == .returned ? returned(after: outcome) : now
    let attempt = Attempt(delivery: claim.delivery, at: at, outcome: outcome, verdict: verdict)
    return Try(claim: claim, attempt: attempt, connection: connection)
  }

  private func verdict(_ claim: Claim, _ outcome: Outcome, over connection: Int) -> Verdict {
    if breaker.blames(connection, for: outcome) { return .returned }
    return DeliveryPolicy.verdict(
      on: outcome, attempts: claim.attempts, uncertainAttempts: claim.uncertainAttempts,
      firstAttempt: claim.firstAttempt ?? now, now: now, uncertain: mail.uncertain, relayTakesMail: breaker.hasTaken)
  }

  /// Due as before; but what the relay refused at MAIL goes behind the others, so that they show whether it takes mail.
  private func returned(after outcome: Outcome) -> Instant {
    if case .unsent(let trouble) = outcome, trouble.stage == .mail, trouble.isPermanent { return begun + .seconds(1) }
    return begun
  }

  /// After it is written.
  mutating func judge(_ one: Try) {
    let outcome = one.attempt.outcome
    tell(one)
    if one.attempt.verdict == .returned {
      backlog.lookAgain()
    } else if !outcome.isRefusal {
      heed(outcome, of: one.claim)
    }
    for decision in breaker.note(outcome, of: one.claim, over: one.connection) { obey(decision) }
  }

  /// Refusals are told when they are settled, and what is uncertain was told.
  private mutating func tell(_ one: Try) {
    let address = one.claim.addressee.address
    guard !one.attempt.outcome.isRefusal else { return }
    switch one.attempt.verdict {
    case .accepted: tell(.accepted)
    case .deferred: tell(.deferred(address, one.attempt.outcome))
    case .refused: tell(.givenUp(address, one.attempt.outcome))
    case .uncertain, .returned: break
    }
  }

  private mutating func obey(_ decision: Breaker.Decision) {
    switch decision {
    case .settle(let refusals): settle(refusals)
    case .heed(let refusals):
      for refusal in refusals { heed(.refused(refusal.reply), of: refusal.claim) }
    case .giveUp(let connection): giveUp(connection)
    case .end(.troubled(let trouble)): end(.troubled(trouble))
    case .end(.refusing(let reply)): end(.refusing(reply))
    }
  }

  /// What it says about the destination. A refusal is heeded when it is settled: it may be the relay's own.
  private mutating func heed(_ outcome: Outcome, of claim: Claim) {
    let domain = claim.addressee.address.domain
    let change = destinations.note(outcome, from: domain, attempts: claim.attempts, at: now)
    if let change { turn.destinations[domain] = change }
    if case .held(let hold) = change { tell(.held(domain, hold, outcome.reply)) }
  }

  /// Refusals that hold: never again for this issue, and never again at all where there is no mailbox.
  private mutating func settle(_ refusals: [Refusal]) {
    for refusal in refusals {
      let address = refusal.claim.addressee.address
      turn.refusing.append(refusal.claim.delivery)
      if !refusal.isHeeded { heed(.refused(refusal.reply), of: refusal.claim) }
      tell(.refused(address, refusal.reply))
      switch refusal.sense {
      case .noMailbox:
        turn.suppressing.append(refusal.claim.delivery)
        tell(.suppressed(address))
      case .fullMailbox: fullMailboxes.append(refusal.claim.delivery)
      case .aboutUs, .other: break
      }
    }
  }

  /// Those whose meaning is still open when the round ends.
  mutating func judgeRefusals() {
    let judgement = breaker.judge(hasFailed: ending?.isFailure ?? false)
    settle(judgement.readers)
    giveUpOrWait(judgement)
  }

  /// What the relay refused because of us: it waits, but not for ever.
  private mutating func giveUpOrWait(_ judgement: Breaker.Judgement) {
    let ours = judgement.ours
    guard let last = ours.last else { return }
    let given = ours.filter { begun - ($0.claim.firstAttempt ?? begun) >= DeliveryPolicy.patience }
    settle(given)
    let isTroubled = if case .troubled = ending { true } else { false }
    tell(
      .refusedUs(
        RefusedUs(
          count: ours.count, givenUp: given.count, last: last.reply, isInARow: judgement.isInARow,
          isBesideTrouble: isTroubled)))
  }
}

extension Outcome {
  fileprivate var isRefusal: Bool { if case .refused = self { true } else { false } }
}
