internal import Foundation
package import Time

/// The meaning of a failed delivery, and how many soft failures suppress an address (RFC 3463; docs/bounces.md).
package enum BouncePolicy {
  /// The score at which an address is suppressed.
  package static let limit = 4.0
  /// Time after which a bounce counts half.
  package static let halfLife = Duration.seconds(30 * 86_400)
  /// At most one bounce counts in this time.
  package static let spacing = Duration.seconds(86_400)
  /// A report without a valid token counts only for a message sent at most this long before.
  package static let memory = Duration.seconds(14 * 86_400)
  /// How long a domain must have been missing before a report suppresses at once: a broken resolver is repaired sooner,
  /// and a weekly digest is sent again after this time.
  package static let absence = Duration.seconds(6 * 86_400)
  /// Older reports of a missing domain no longer count.
  package static let absenceMemory = Duration.seconds(90 * 86_400)

  /// Each bounce counts 1, halved every ``halfLife``; of several within a day only the first counts.
  package static func score(of bounces: [Instant], at now: Instant) -> Double {
    var counted: [Instant] = []
    for bounce in bounces.sorted() where counted.last.map({ bounce - $0 >= spacing }) ?? true { counted.append(bounce) }
    return counted.reduce(0) { sum, bounce in
      sum + exp2(-Double(max(0, now.seconds - bounce.seconds)) / Double(halfLife.components.seconds))
    }
  }

  /// The kind of a final failure, which depends on its subject (``RefusalSubject``).
  ///
  /// In doubt it is soft: a wrong suppression loses a reader, a wrong soft bounce costs only a few more attempts.
  package static func kind(code: Int? = nil, status: String?, words: String) -> Bounce.Kind {
    let subject = RefusalSubject(code: code, status: status, words: words)
    if subject.isAboutUs { return .policy }
    return subject == .noMailbox || subject == .noDomain ? .hard : .soft
  }
}
