package import Time

/// What may still come into an issue, and freezing it.
package protocol IssueBook: AnyObject, Sendable {
  /// What is never news again for a digest.
  func settled(in digest: String) throws -> Set<Article.ID>

  /// The news that found no room so far.
  func waiting(in digest: String) throws -> Set<Article.ID>

  /// One more than any issue of the digest, and than any that was frozen under its name: no page is taken twice.
  func nextNumber(of digest: String) throws -> Int

  /// How readers of a digest follow it who may be mailed now: each way once, in the order of ``Following/text``. Cheap however
  /// many readers there are.
  func mailedFollowings(of digest: String) throws -> [Following]

  /// Keeps editions for the next ``freeze(_:)`` of the issue with this ``FreezingIssue/identity``. They are nothing that is
  /// recorded: those of another issue are forgotten, and all of them end with the process.
  func prepare(_ editions: [FrozenEdition], of identity: String) throws

  /// Freezes an issue: it, its articles, its prepared editions and one delivery for each confirmed, unsuppressed subscriber
  /// who follows a feed with news, in one transaction. Unless all of them have an edition, nothing is frozen.
  func freeze(_ issue: FreezingIssue) throws -> Freezing

  /// Drops what has not gone out of an issue. Returns how many deliveries that were.
  func cancel(_ issue: RecordedIssue.ID, at now: Instant) throws -> Int
}

/// An issue about to be frozen.
package struct FreezingIssue: Sendable {
  package let issue: Issue
  /// The subject for the archive: that of the edition with every feed.
  package let subject: String
  package let archivePage: String
  /// What follows the @ in the Message-IDs of its mails.
  package let messageDomain: String
  /// Made of what is frozen, so that no other issue ever has it: what its Message-IDs are made of.
  package let identity: String
  /// The news that waits for the next issue.
  package let left: [Article.ID]
  /// Settled without having been in an issue: what was old when the digest began.
  package let past: [Article.ID]
  /// Earlier slots that this issue takes along.
  package let merged: [RecordedSlot]
  package let now: Instant

  package init(
    issue: Issue, subject: String, archivePage: String, messageDomain: String, identity: String, left: [Article.ID],
    past: [Article.ID], merged: [RecordedSlot], now: Instant
  ) {
    self.identity = identity
    self.issue = issue
    self.subject = subject
    self.archivePage = archivePage
    self.messageDomain = messageDomain
    self.left = left
    self.past = past
    self.merged = merged
    self.now = now
  }
}

/// What ``IssueBook/freeze(_:)`` did.
package enum Freezing: Hashable, Sendable {
  case frozen(deliveries: Int)
  /// Nothing: somebody would get editions of these feeds, and they were not prepared.
  case lacks([[Feed.Name]])
  /// Nothing: the slot has an issue already (another worker was first).
  case hasIssue
}
