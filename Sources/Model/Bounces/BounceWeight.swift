/// What a bounce does to its reader.
package enum BounceWeight: Hashable, Sendable {
  case suppresses(Suppression.Reason)
  /// The reader's domain is missing: it counts, and suppresses if it was missing some time ago too.
  case lasts
  /// It counts as a soft one.
  case counts
  case nothing

  /// Whether it stands in the score of soft bounces.
  package var isCounted: Bool { self == .counts || self == .lasts }

  /// - Parameters:
  ///   - isProven: the report holds a token that only we can have made. Anybody can write one without.
  ///   - isOfFormerAddress: the mail left before the reader's address was changed.
  ///   - hasDelivery: it is known which mail came back.
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
