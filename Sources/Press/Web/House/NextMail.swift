package import Model
package import Time

/// The next issue of a digest, as far as it is known.
package struct NextMail: Hashable, Sendable {
  /// The most titles that a page shows.
  static let most = 12

  package let due: Instant
  /// Without bodies. Only what may be shown now.
  private let issue: Issue

  /// - Parameter issue: its number means nothing.
  package init(_ issue: Issue) {
    due = issue.slot.due
    self.issue = issue
  }

  var withoutNews: NextMail {
    NextMail(Issue(digest: issue.digest, number: issue.number, slot: issue.slot, sections: []))
  }

  /// Each once, in the order of the email.
  func titles(following follows: Following) -> [String] {
    issue.sections(following: issue.feeds(of: follows)).flatMap(\.articles).map(\.title)
  }
}
