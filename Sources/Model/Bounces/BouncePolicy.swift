internal import Foundation

/// What a failed delivery proves, and when soft failures are enough (RFC 3463; docs/bounces.md).
package enum BouncePolicy {
  /// A score from which on the address is suppressed.
  package static let limit = 4.0
  /// In which a bounce comes to count half.
  package static let halfLife = Duration.seconds(30 * 86_400)
  /// At most one bounce in this time counts.
  package static let spacing = Duration.seconds(86_400)
  /// A report without a valid token is believed only about a mail that left at most so long before.
  package static let memory = Duration.seconds(14 * 86_400)
  /// How long a domain must have been missing before that suppresses at once: a broken resolver is repaired sooner. A weekly
  /// digest comes again after it.
  package static let absence = Duration.seconds(6 * 86_400)
  /// An older report of a missing domain proves nothing today.
  package static let absenceMemory = Duration.seconds(90 * 86_400)

  /// Each counts 1, halved every ``halfLife``; of those within a day only the first counts.
  package static func score(of bounces: [Instant], at now: Instant) -> Double {
    var counted: [Instant] = []
    for bounce in bounces.sorted() where counted.last.map({ bounce - $0 >= spacing }) ?? true { counted.append(bounce) }
    return counted.reduce(0) { sum, bounce in
      sum + exp2(-Double(max(0, now.seconds - bounce.seconds)) / Double(halfLife.components.seconds))
    }
  }

  /// The kind of a final failure: what it speaks of decides (``RefusalSubject``).
  ///
  /// In doubt it is soft: a wrong suppression costs a reader, a wrong soft bounce costs a few more tries.
  package static func kind(code: Int? = nil, status: String?, words: String) -> Bounce.Kind {
    let subject = RefusalSubject(code: code, status: status, words: words)
    if subject.isAboutUs { return .policy }
    return subject == .noMailbox || subject == .noDomain ? .hard : .soft
  }
}
