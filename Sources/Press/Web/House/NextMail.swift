package import Model
package import Time

/// The next issue of a digest, as far as known now.
package struct NextMail: Hashable, Sendable {
  /// How many titles a page shows at most.
  static let most = 12

  package let due: Instant
  /// The issue, without bodies, and only with articles that may be shown now.
  private let issue: Issue

  /// - Parameter issue: its number is not used.
  package init(_ issue: Issue) {
    due = issue.slot.due
    self.issue = issue
  }

  var withoutNews: NextMail {
    NextMail(Issue(digest: issue.digest, number: issue.number, slot: issue.slot, sections: []))
  }

  /// The titles, without repetition, in the order of the email.
  func titles(following follows: Following) -> [String] {
    issue.sections(following: issue.feeds(of: follows)).flatMap(\.articles).map(\.title)
  }
}
