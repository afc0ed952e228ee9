package import Model

/// Why a reader did or did not get an issue.
extension Why {
  /// Nil if the address is not in the ledger.
  package func lines(address: EmailAddress) throws -> [String]? {
    let subscriptions = try ledger.subscriptions(of: address)
    let suppression = try ledger.suppression(of: address)
    let events = try ledger.consentEvents(of: address)
    let letters = try ledger.letters(to: address, limit: 10)
    guard !subscriptions.isEmpty || suppression != nil || !events.isEmpty || !letters.isEmpty else { return nil }
    var lines: [String] = []
    if let suppression {
      lines.append("suppressed since \(local(suppression.since)) (\(suppression.reason.rawValue)): never mailed")
    }
    if let until = subscriptions.first?.subscriber.pausedUntil {
      lines.append("paused until \(local(until)): nothing is mailed, and issues of that time are not sent later")
    }
    for subscription in subscriptions { lines.append(describe(subscription)) }
    if let date = try ledger.feedTokenDate(of: address) {
      lines.append("private feeds: has had an address for them since \(local(date))")
    }
    lines += events.map(describe) + letters.map(describe)
    guard let subscriber = subscriptions.first?.subscriber else { return lines }
    for delivery in try ledger.history(of: subscriber.id, limit: 20) {
      lines.append(
        "\(delivery.digest)#\(delivery.issueNumber): \(delivery.state.rawValue) \(local(delivery.changed))"
          + (delivery.reply.map { ": \($0)" } ?? "")
          + (delivery.nextAttempt.map { "; next attempt \(local($0))" } ?? ""))
    }
    return try lines + ledger.bounces(of: subscriber.id, limit: 20).map(describe)
  }

  private func describe(_ subscription: Subscription) -> String {
    let feeds = subscription.follows == .all ? "all feeds" : subscription.follows.text
    let state =
      switch subscription.status {
      case .pending: "pending: consent is missing, so nothing is mailed"
      case .confirmed: "confirmed \(subscription.consentAt.map(local) ?? "")"
      case .ended: "ended \(subscription.endedAt.map(local) ?? ""): nothing is mailed"
      }
    return "\(subscription.digest): follows \(feeds); \(state)"
      + (subscription.origin.map { " (from \($0))" } ?? "")
  }

  /// `asked 2026-11-23 07:00 for weekly, feeds ms, from https://…, in de: "Yes, mail me."`
  private func describe(_ event: ConsentEvent) -> String {
    let parts = [
      event.digest.map { " for \($0)" }, event.follows.map { $0 == .all ? ", all feeds" : ", feeds \($0.text)" },
      event.origin.isEmpty ? nil : ", from \(Bounce.cleaned(event.origin))", event.machine.map { ", at \($0)" },
      event.language.map { ", in \($0)" }, event.words.map { ": \"\(Bounce.cleaned($0))\"" },
    ]
    return "\(event.kind.rawValue) \(local(event.at))" + parts.compactMap(\.self).joined()
  }

  /// A line such as `letter of 2026-11-23 07:00 (confirm): accepted 2026-11-23 07:00: 250 OK`.
  private func describe(_ letter: RecordedLetter) -> String {
    "letter of \(local(letter.asked)) (\(letter.kind.rawValue)): \(letter.state.rawValue) \(local(letter.changed))"
      + (letter.reply.map { ": \(Bounce.cleaned($0))" } ?? "")
      + (letter.nextAttempt.map { "; next attempt \(local($0))" } ?? "")
  }

  private func describe(_ bounce: RecordedBounce) -> String {
    let what = bounce.kind == .complaint ? "complaint" : "\(bounce.kind.rawValue) bounce"
    let status = bounce.status.flatMap { bounce.words.contains($0) ? nil : $0 }
    let words = [status, bounce.words.isEmpty ? nil : bounce.words].compactMap(\.self).joined(separator: " ")
    return "\(what) \(local(bounce.at))" + (bounce.issue.map { " of \($0)" } ?? "")
      + (words.isEmpty ? "" : ": \(words)") + (bounce.counts ? "; it counts" : "")
  }
}
