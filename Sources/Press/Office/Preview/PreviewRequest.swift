package import Model
package import Time

/// Which issue of a digest a preview shows.
package enum PreviewedIssue: Hashable, Sendable {
  /// The issue that `courant release` would send, if a slot is held; otherwise the next slot's.
  case next
  /// The next slot's issue, with this many of the newest articles in place of its news.
  case newest(Int)
  /// A frozen issue, by its number.
  case past(Int)
}

/// The reader of a preview.
package struct PreviewReader: Sendable {
  let addressee: Addressee
  let following: Following
  let isTest: Bool
  /// The number of their subscription, if they changed to the digest and are still owed articles of the former one.
  package var handedOver: Int64?
  /// When mail to them begins again; nil if they have not paused.
  package var pausedUntil: Instant?

  package init(_ addressee: Addressee, following: Following, isTest: Bool = false) {
    self.addressee = addressee
    self.following = following
    self.isTest = isTest
  }
}

/// Why there is nothing to show.
package struct NoPreview: Error, CustomStringConvertible {
  package let description: String
}
