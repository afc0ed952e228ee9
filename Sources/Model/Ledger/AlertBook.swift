package import Time

/// What needs operators, and when it was reported.
package protocol AlertBook: AnyObject, Sendable {
  /// Sorted by kind and subject.
  func knownAlerts() throws -> [KnownAlert]

  /// Replaces all of them.
  func setKnownAlerts(_ alerts: [KnownAlert]) throws

  /// Queues a letter to each of these operators.
  func queue(_ note: OperatorNote, to operators: [EmailAddress], at now: Instant) throws

  /// How many letters readers asked for later than `instant`.
  func lettersAsked(after instant: Instant) throws -> Int
}
