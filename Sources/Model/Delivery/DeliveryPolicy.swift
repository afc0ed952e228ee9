/// What becomes of a delivery after an attempt.
package enum Verdict: Hashable, Sendable {
  case accepted
  /// Another attempt at that instant or later.
  case deferred(until: Instant)
  /// Never again for this issue; `suppress` also keeps the address from every later one.
  case refused(suppress: Bool)
  /// Sent or not, nobody knows; sent again at that instant, with the same Message-ID, or never.
  case uncertain(resend: Instant?)
  /// Back to the queue until that instant: nothing was decided about this recipient.
  case returned(until: Instant)
}

/// Turns an outcome into a verdict: stage × code decides (DESIGN section 5; RFC 5321 §4.2, RFC 3463).
package enum DeliveryPolicy {
  /// First wait after a 4xx; it doubles up to ``longestDelay``.
  package static let firstDelay = Duration.seconds(5 * 60)
  package static let longestDelay = Duration.seconds(4 * 3600)
  /// An attempt that fails this long after the first is the last.
  package static let patience = Duration.seconds(48 * 3600)

  /// - Parameters:
  ///   - attempts: how many attempts were made before this one.
  ///   - firstAttempt: when the first of them was made; `now` if this is the first.
  package static func verdict(
    on outcome: Outcome, attempts: Int, firstAttempt: Instant, now: Instant, uncertain: MailSettings.Uncertain
  ) -> Verdict {
    let isLast = now - firstAttempt >= patience
    let next = now + delay(after: attempts)
    return switch outcome {
    case .accepted: .accepted
    case .uncertain: .uncertain(resend: uncertain == .skip || isLast ? nil : next)
    case .unsent(let trouble): .returned(until: mayBeTheMessage(trouble) ? now + firstDelay : now)
    case .refused(let reply): .refused(suppress: provesNoMailbox(reply))
    case .deferred: isLast ? .refused(suppress: false) : .deferred(until: next)
    }
  }

  /// A relay that breaks off at one message must not be met by it first thing in every run: it goes behind the others.
  private static func mayBeTheMessage(_ trouble: Trouble) -> Bool {
    switch trouble.stage {
    case .recipient, .data, .finalDot: true
    case .connect, .hello, .tls, .login, .mail: false
    }
  }

  /// 5, 10, 20, 40, 80, 160, 240, 240 … minutes.
  package static func delay(after attempts: Int) -> Duration {
    attempts >= 6 ? longestDelay : min(firstDelay * (1 << attempts), longestDelay)
  }

  /// 5xx at RCPT with 5.1.x (bad address) or 5.2.1 (mailbox disabled). 5.1.8 and 5.1.7 speak of the *sender's* address
  /// (RFC 3463 §3.2), and 5.7.x is policy: neither says anything about the recipient.
  package static func provesNoMailbox(_ reply: Reply) -> Bool {
    guard reply.stage == .recipient, reply.code >= 500, let status = reply.status else { return false }
    return status == "5.2.1" || (status.hasPrefix("5.1.") && status != "5.1.7" && status != "5.1.8")
  }
}
