package import Time

/// The frozen issues. They never change.
package protocol IssueArchive: AnyObject, Sendable {
  /// Issues, newest first: the newest `limit`, or all.
  func issues(of digest: String?, limit: Int?) throws -> [RecordedIssue]

  func issue(_ digest: String, number: Int) throws -> RecordedIssue?

  func issue(_ id: RecordedIssue.ID) throws -> RecordedIssue?

  func issue(of slot: Slot) throws -> RecordedIssue?

  /// The issue whose page has this name and number, even if its digest was renamed since.
  func issue(frozenAs digest: String, number: Int) throws -> RecordedIssue?

  /// The frozen articles of an issue.
  func content(of issue: RecordedIssue.ID) throws -> Issue

  /// The frozen page of an issue.
  func archivePage(of issue: RecordedIssue.ID) throws -> String

  /// A frozen edition with its cells inserted.
  func edition(_ key: EditionKey, of issue: RecordedIssue.ID) throws -> Edition?

  /// The bytes of a file that an issue attaches, as in ``FrozenFile/lines``; nil if no issue does.
  func attachedFile(_ hash: String) throws -> String?

  /// The files that issues attach, by issue and in their order.
  func issuedFiles() throws -> [IssuedFile]

  /// The issues that contain an article, at most one per digest.
  func issues(with article: Article.ID) throws -> [RecordedIssue]
}

extension IssueArchive {
  /// The usual edition of some feeds.
  package func edition(_ feeds: [Feed.Name], of issue: RecordedIssue.ID) throws -> Edition? {
    try edition(EditionKey(feeds), of: issue)
  }
}

/// An issue without its content.
package struct RecordedIssue: Hashable, Sendable {
  package struct ID: Hashable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
  }

  package let id: ID
  package let slot: Slot
  package let number: Int
  package let subject: String
  package let frozen: Instant
  package var cancelled: Instant?
  /// How many.
  package var articles = 0
  /// The part after the @ in its Message-IDs, even if From changes before they are sent; nil if the issue was frozen
  /// before this was recorded.
  package var messageDomain: String?
  /// The digest's name when the issue was frozen. Its page and its Message-IDs keep that name if the digest is renamed.
  package var frozenAs: String
  /// See ``FreezingIssue/identity``; nil if the issue was frozen before identities existed.
  package var identity: String?

  package init(id: ID, slot: Slot, number: Int, subject: String, frozen: Instant) {
    self.id = id
    self.slot = slot
    self.number = number
    self.subject = subject
    self.frozen = frozen
    frozenAs = slot.digest
  }

  package var digest: String { slot.digest }
}
