/// How a bounce affects its reader.
package enum BounceWeight: Hashable, Sendable {
  case suppresses(Suppression.Reason)
  /// The reader's domain is missing: it counts, and suppresses the address if the domain was
  /// already missing some time ago.
  case lasts
  /// It counts as a soft bounce.
  case counts
  case nothing

  /// Whether it contributes to the score of soft bounces.
  package var isCounted: Bool { self == .counts || self == .lasts }

  /// - Parameters:
  ///   - isProven: the report contains a token that only this site can have created; anyone can
  ///     write a report without one.
  ///   - isOfFormerAddress: the message was sent before the reader's address was changed.
  ///   - hasDelivery: whether the returned message is known.
  package init(of bounce: Bounce, isProven: Bool, isOfFormerAddress: Bool = false, hasDelivery: Bool) {
    self =
      switch (bounce.kind, isProven) {
      case (.policy, _): .nothing
      case (.complaint, true): .suppresses(.complaint)
      case _ where isOfFormerAddress: .nothing
      case (.hard, true) where bounce.isAboutMissingDomain: .lasts
      case (.hard, true): .suppresses(.bounce)
      default: hasDelivery ? .counts : .nothing
      }
  }
}
