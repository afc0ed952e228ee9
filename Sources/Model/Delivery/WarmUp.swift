/// A new sender sends few messages at first and more each day, so that mail servers learn to trust it.
///
/// Only a day on which mail left uses up a step: a weekly digest takes one step a week.
package struct WarmUp: Hashable, Sendable {
  /// The limits for the first, second … day on which mail leaves.
  package let plan: [Int]

  package init(_ plan: [Int]) { self.plan = plan }

  /// How many more may leave today; nil once the plan is over.
  ///
  /// - Parameters:
  ///   - today: `yyyy-MM-dd` in the site's zone.
  ///   - days: the messages of each day since the plan began, including today, earliest first. Days without messages
  ///     may be omitted; days after `today` (recorded by a wrong clock) are not counted.
  package func remaining(on today: String, after days: [(day: String, sent: Int)]) -> Int? {
    let step = days.count { $0.day < today && $0.sent > 0 }
    guard step < plan.count else { return nil }
    let sent = days.filter { $0.day == today }.reduce(0) { $0 + $1.sent }
    return max(0, plan[step] - sent)
  }
}
