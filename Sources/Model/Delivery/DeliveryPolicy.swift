package import Time

/// What happens to a delivery after an attempt.
package enum Verdict: Hashable, Sendable {
  case accepted
  /// It is tried again at that instant or later.
  case deferred(until: Instant)
  /// It is not tried again for this issue.
  case refused
  /// It may or may not have been sent. It is sent again at that instant with the same Message-ID, or never.
  case uncertain(resend: Instant?)
  /// Back to the queue, because nothing was tried for this recipient.
  case returned
}

/// Turns an outcome into a verdict by stage and code (RFC 5321 §4.2, RFC 3463).
package enum DeliveryPolicy {
  /// The delay after the first 4xx. It doubles up to ``longestDelay``.
  package static let firstDelay = Duration.seconds(5 * 60)
  package static let longestDelay = Duration.seconds(4 * 3600)
  /// After this many lost replies a message is not sent again: most likely it arrived every time.
  package static let mostUncertain = 4
  /// An attempt that fails this long after the first one is the last.
  package static let patience = Duration.seconds(48 * 3600)

  /// - Parameters:
  ///   - attempts: the number of earlier attempts.
  ///   - uncertainAttempts: how many of them ended without a reply.
  ///   - relayAcceptsMail: whether the relay accepted another message in this round.
  ///   - firstAttempt: the time of the first attempt; `now` if this is the first.
  package static func verdict(
    on outcome: Outcome, attempts: Int, uncertainAttempts: Int = 0, firstAttempt: Instant, now: Instant,
    uncertain: MailSettings.Uncertain, relayAcceptsMail: Bool = false
  ) -> Verdict {
    let isLast = now - firstAttempt >= patience
    let next = now + delay(after: attempts)
    return switch outcome {
    case .accepted: .accepted
    case .uncertain:
      .uncertain(resend: uncertain == .skip || isLast || uncertainAttempts + 1 >= mostUncertain ? nil : next)
    case .unsent(let failure) where !mayBeTheMessage(failure, relayAcceptsMail): .returned
    // Who is at fault for a refusal is decided later: see `RoundVerdicts.swift`.
    case .refused: .deferred(until: next)
    case .deferred, .unsent: isLast ? .refused : .deferred(until: next)
    }
  }

  /// Whether the message itself may have made the relay abort. It then counts as deferred and goes after the others;
  /// otherwise it would abort every run at the start.
  private static func mayBeTheMessage(_ failure: RelayFailure, _ relayAcceptsMail: Bool) -> Bool {
    switch failure.stage {
    case .recipient, .data, .finalDot: true
    // With VERP each message has a different sender, which may be what the relay rejects.
    case .mail: relayAcceptsMail && failure.reply.map { $0.code != 421 } ?? false
    case .connect, .hello, .tls, .login: false
    }
  }

  /// 5, 10, 20, 40, 80, 160, 240, 240 … minutes.
  package static func delay(after attempts: Int) -> Duration {
    attempts >= 6 ? longestDelay : min(firstDelay * (1 << attempts), longestDelay)
  }

  /// Whether the mailbox exists but is full. A soft bounce.
  package static func isFullMailbox(_ reply: Reply) -> Bool { reply.code >= 500 && reply.subject == .fullMailbox }

  /// Whether the reply permanently rejects this mailbox at RCPT and nothing else. After DATA it
  /// may be about the content.
  package static func provesNoMailbox(_ reply: Reply) -> Bool {
    reply.stage == .recipient && reply.code >= 500 && reply.subject == .noMailbox
  }
}
