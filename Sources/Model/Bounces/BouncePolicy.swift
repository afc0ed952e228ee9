internal import Foundation
package import Time

/// What a failed delivery means, and how many soft failures suppress an address (RFC 3463; docs/bounces.md).
package enum BouncePolicy {
  /// The score at which an address is suppressed.
  package static let limit = 4.0
  /// The time after which a bounce counts half.
  package static let halfLife = Duration.seconds(30 * 86_400)
  /// At most one bounce counts per this interval.
  package static let spacing = Duration.seconds(86_400)
  /// A report without a valid token counts only if the message was sent within this time before it.
  package static let memory = Duration.seconds(14 * 86_400)
  /// How long a domain must have been missing before a report suppresses the address at once. A broken resolver is
  /// repaired sooner, and by then a weekly digest has been sent again.
  package static let absence = Duration.seconds(6 * 86_400)
  /// Reports of a missing domain older than this no longer count.
  package static let absenceMemory = Duration.seconds(90 * 86_400)

  /// Each bounce counts 1, halved every ``halfLife``; only the first of several within a day counts.
  package static func score(of bounces: [Instant], at now: Instant) -> Double {
    var counted: [Instant] = []
    for bounce in bounces.sorted() where counted.last.map({ bounce - $0 >= spacing }) ?? true { counted.append(bounce) }
    return counted.reduce(0) { sum, bounce in
      sum + exp2(-Double(max(0, now.seconds - bounce.seconds)) / Double(halfLife.components.seconds))
    }
  }

  /// The kind of a final failure, by its subject (``RefusalSubject``).
  ///
  /// When in doubt it is soft: a wrong suppression loses a reader, a wrong soft bounce costs only a few more attempts.
  package static func kind(code: Int? = nil, status: String?, words: String) -> Bounce.Kind {
    let subject = RefusalSubject(code: code, status: status, words: words)
    if subject.isAboutUs { return .policy }
    return subject == .noMailbox || subject == .noDomain ? .hard : .soft
  }
}
