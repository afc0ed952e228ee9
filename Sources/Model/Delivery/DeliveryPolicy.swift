package import Time

/// What becomes of a delivery after an attempt.
package enum Verdict: Hashable, Sendable {
  case accepted
  /// Another attempt at that instant or later.
  case deferred(until: Instant)
  /// Never again for this issue.
  case refused
  /// Sent or not, nobody knows; sent again at that instant, with the same Message-ID, or never.
  case uncertain(resend: Instant?)
  /// Back to the queue: nothing was tried on this recipient.
  case returned
}

/// Turns an outcome into a verdict: stage × code decides (DESIGN section 5; RFC 5321 §4.2, RFC 3463).
package enum DeliveryPolicy {
  /// First wait after a 4xx; it doubles up to ``longestDelay``.
  package static let firstDelay = Duration.seconds(5 * 60)
  package static let longestDelay = Duration.seconds(4 * 3600)
  /// A message whose answer was lost so often is not sent again: it has most likely arrived each time.
  package static let mostUncertain = 4
  /// An attempt that fails this long after the first is the last.
  package static let patience = Duration.seconds(48 * 3600)

  /// - Parameters:
  ///   - attempts: how many attempts were made before this one.
  ///   - uncertainAttempts: how many of them ended without an answer.
  ///   - relayTakesMail: whether it took another message in this round.
  ///   - firstAttempt: when the first of them was made; `now` if this is the first.
  package static func verdict(
    on outcome: Outcome, attempts: Int, uncertainAttempts: Int = 0, firstAttempt: Instant, now: Instant,
    uncertain: MailSettings.Uncertain, relayTakesMail: Bool = false
  ) -> Verdict {
    let isLast = now - firstAttempt >= patience
    let next = now + delay(after: attempts)
    return switch outcome {
    case .accepted: .accepted
    case .uncertain:
      .uncertain(resend: uncertain == .skip || isLast || uncertainAttempts + 1 >= mostUncertain ? nil : next)
    case .unsent(let trouble) where !mayBeTheMessage(trouble, relayTakesMail): .returned
    // Whose fault a refusal is shows later: see `RoundVerdicts.swift`.
    case .refused: .deferred(until: next)
    case .deferred, .unsent: isLast ? .refused : .deferred(until: next)
    }
  }

  /// A relay that breaks off at one message must not be met by it first thing in every run: it counts as deferred, and
  /// goes behind the others.
  private static func mayBeTheMessage(_ trouble: Trouble, _ relayTakesMail: Bool) -> Bool {
    switch trouble.stage {
    case .recipient, .data, .finalDot: true
    // Each message may have a sender of its own (VERP), which the relay answers for.
    case .mail: relayTakesMail && trouble.reply.map { $0.code != 421 } ?? false
    case .connect, .hello, .tls, .login: false
    }
  }

  /// 5, 10, 20, 40, 80, 160, 240, 240 … minutes.
  package static func delay(after attempts: Int) -> Duration {
    attempts >= 6 ? longestDelay : min(firstDelay * (1 << attempts), longestDelay)
  }

  /// The mailbox is there, and has no room. A soft bounce.
  package static func isFullMailbox(_ reply: Reply) -> Bool { reply.code >= 500 && reply.subject == .fullMailbox }

  /// A refusal for good at RCPT that speaks of this mailbox and of nothing else. After the text it may be about the text.
  package static func provesNoMailbox(_ reply: Reply) -> Bool {
    reply.stage == .recipient && reply.code >= 500 && reply.subject == .noMailbox
  }
}
