package import Model

/// Which issue of a digest a preview shows.
package enum PreviewedIssue: Hashable, Sendable {
  /// What `courant release` would send, if a slot is held; else what the next slot would bring.
  case next
  /// The next slot's, with so many of the newest articles in place of its news.
  case newest(Int)
  /// One that was frozen, by its number.
  case past(Int)
}

/// For whom a preview is.
package struct PreviewReader: Sendable {
  let addressee: Addressee
  let following: Following
  let isTest: Bool

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
