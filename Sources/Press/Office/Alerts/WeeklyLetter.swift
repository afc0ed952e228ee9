internal import Model
package import Press
internal import Time

/// A letter to the operators on Monday morning about the week before: growth, issues, failures, and what to do
/// (`[alerts] weekly`).
package struct WeeklyLetter {
  private let press: PressRun

  private static let note = "weekly letter"

  package init(_ press: PressRun) { self.press = press }

  /// Sends it if it is due.
  package func send(_ report: inout RunReport) throws {
    let alerts = press.site.alerts
    guard !alerts.to.isEmpty, alerts.weekly != .never else { return }
    let week = Week(dueAt: press.now, in: press.site.zone)
    guard let last = try press.ledger.note(Self.note).flatMap({ Week($0) }) else {
      // The first letter is about the first whole week, so the week that has begun counts as reported.
      let begun = Week(dueAt: press.now + .seconds(7 * 86_400), in: press.site.zone)
      return try press.ledger.setNote(Self.note, begun.text)
    }
    guard last.firstDay < week.firstDay else { return }
    let review = try WeekReview(press, week)
    try press.ledger.together {
      try press.ledger.setNote(Self.note, week.text)
      guard alerts.weekly == .always || review.hasNews else { return }
      try press.ledger.queue(review.letter, to: alerts.to, at: press.now)
    }
    try press.sendLetters(&report)
  }
}
