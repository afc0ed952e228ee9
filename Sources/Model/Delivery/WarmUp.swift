/// A new sender mails few at first and more each day, so that mail servers come to know it.
///
/// A step is used up by a day on which mail left, not by an idle one: a weekly digest takes one step a week.
package struct WarmUp: Hashable, Sendable {
  /// Most messages on the first, second … day on which mail leaves.
  package let plan: [Int]

  package init(_ plan: [Int]) { self.plan = plan }

  /// How many more may leave today; nil once the plan is over.
  ///
  /// - Parameters:
  ///   - today: `yyyy-MM-dd` in the site's zone.
  ///   - days: the messages of each day since the plan began, today's among them; earliest first. Days without any may be
  ///     there or not; a day later than `today` (the clock was wrong) is not counted.
  package func remaining(on today: String, after days: [(day: String, sent: Int)]) -> Int? {
    let step = days.count { $0.day < today && $0.sent > 0 }
    guard step < plan.count else { return nil }
    let sent = days.filter { $0.day == today }.reduce(0) { $0 + $1.sent }
    return max(0, plan[step] - sent)
  }
}
