internal import Time

/// Decides what happens to a message, and who is at fault if it does not get through.
///
/// The rule for refusals is defined here only: a refusal becomes final only if the relay demonstrably accepts
/// mail. It is first recorded as deferred (``DeliveryPolicy``), so that nothing must be undone after a crash.
/// When ``Breaker`` has established that the reader is the cause, it is settled. A refusal that is never settled
/// stays deferred, for two days.
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
      report(.uncertain(claim.addressee.address, why, isSentAgain: isSentAgain))
    }
    let at = verdict == .returned ? returned(after: outcome) : now
    let attempt = Attempt(delivery: claim.delivery, at: at, outcome: outcome, verdict: verdict)
    return Try(claim: claim, attempt: attempt, connection: connection)
  }

  private func verdict(_ claim: Claim, _ outcome: Outcome, over connection: Int) -> Verdict {
    if breaker.blames(connection, for: outcome) { return .returned }
    return DeliveryPolicy.verdict(
      on: outcome, after: claim.earlier, at: now, uncertain: mail.uncertain, relayAcceptsMail: breaker.hasAccepted)
  }

  /// Due as before. After a permanent refusal at MAIL, however, it goes after the others, which then show
  /// whether the relay accepts mail.
  private func returned(after outcome: Outcome) -> Instant {
    if case .unsent(let failure) = outcome, failure.stage == .mail, failure.isPermanent { return begun + .seconds(1) }
    return begun
  }

  /// Called after the attempt is recorded.
  mutating func judge(_ one: Try) {
    let outcome = one.attempt.outcome
    report(one)
    if one.attempt.verdict == .returned {
      backlog.lookAgain()
    } else if !outcome.isRefusal {
      recordReply(outcome, of: one.claim)
    }
    for decision in breaker.note(outcome, of: one.claim, over: one.connection) { obey(decision) }
  }

  /// Refusals are reported when they are settled, and uncertain messages have already been reported.
  private mutating func report(_ one: Try) {
    let address = one.claim.addressee.address
    guard !one.attempt.outcome.isRefusal else { return }
    switch one.attempt.verdict {
    case .accepted: report(.accepted)
    case .deferred: report(.deferred(address, one.attempt.outcome))
    case .refused: report(.givenUp(address, one.attempt.outcome))
    case .uncertain, .returned: break
    }
  }

  private mutating func obey(_ decision: Breaker.Decision) {
    switch decision {
    case .settle(let refusals): settle(refusals)
    case .recordReplies(let refusals):
      for refusal in refusals { recordReply(.refused(refusal.reply), of: refusal.claim) }
    case .giveUp(let connection): giveUp(connection)
    case .end(.troubled(let failure)): end(.troubled(failure))
    case .end(.refusing(let reply)): end(.refusing(reply))
    }
  }

  /// Applies the outcome to the destination. A refusal applies only when it is settled, because
  /// it may be the relay's own.
  private mutating func recordReply(_ outcome: Outcome, of claim: Claim) {
    let domain = claim.addressee.address.domain
    let change = destinations.note(outcome, from: domain, attempts: claim.earlier.count, at: now)
    if let change { turn.destinations[domain] = change }
    if case .held(let hold) = change { report(.held(domain, hold, outcome.reply)) }
  }

  /// Makes refusals final: no more attempts for this issue, and none ever if the mailbox does not exist.
  private mutating func settle(_ refusals: [Refusal]) {
    for refusal in refusals {
      let address = refusal.claim.addressee.address
      turn.refusing.append(refusal.claim.delivery)
      if !refusal.isReplyRecorded { recordReply(.refused(refusal.reply), of: refusal.claim) }
      report(.refused(address, refusal.reply))
      switch refusal.sense {
      case .noMailbox:
        turn.suppressing.append(refusal.claim.delivery)
        report(.suppressed(address))
      case .fullMailbox: fullMailboxes.append(refusal.claim.delivery)
      case .ourVolume, .other: break
      }
    }
  }

  /// Judges the refusals that are still open when the round ends.
  mutating func judgeRefusals() {
    let judgement = breaker.judge(hasFailed: ending?.isFailure ?? false)
    settle(judgement.readers)
    giveUpOrWait(judgement)
  }

  /// Messages that the relay refused because of us wait, but not indefinitely.
  private mutating func giveUpOrWait(_ judgement: Breaker.Judgement) {
    let ours = judgement.ours
    guard let last = ours.last else { return }
    let given = ours.filter { begun - ($0.claim.earlier.first ?? begun) >= DeliveryPolicy.patience }
    settle(given)
    let isTroubled = if case .troubled = ending { true } else { false }
    report(
      .refusedUs(
        RefusedUs(
          count: ours.count, givenUp: given.count, last: last.reply, isInARow: judgement.isInARow,
          isBesideTrouble: isTroubled)))
  }
}

extension Outcome {
  fileprivate var isRefusal: Bool { if case .refused = self { true } else { false } }
}
