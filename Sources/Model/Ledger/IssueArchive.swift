package import Time

/// The issues that were frozen. None of them ever changes.
package protocol IssueArchive: AnyObject, Sendable {
  /// Issues, newest first: the newest `limit`, or all of them.
  func issues(of digest: String?, limit: Int?) throws -> [RecordedIssue]

  func issue(_ digest: String, number: Int) throws -> RecordedIssue?

  /// The frozen articles of an issue.
  func content(of issue: RecordedIssue.ID) throws -> Issue

  /// The frozen page of an issue.
  func archivePage(of issue: RecordedIssue.ID) throws -> String

  /// A frozen edition, whole.
  func edition(_ feeds: [Feed.Name], of issue: RecordedIssue.ID) throws -> Edition?

  /// In which issue of each digest an article stands.
  func issues(with article: Article.ID) throws -> [RecordedIssue]
}

/// The head of an issue.
package struct RecordedIssue: Hashable, Sendable {
  package struct ID: Hashable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
  }

  package let id: ID
  package let digest: String
  package let number: Int
  package let slot: Slot
  package let subject: String
  package let frozen: Instant
  package let cancelled: Instant?
  package let articles: Int
  /// What follows the @ in the Message-IDs of its mails, whatever From says when they leave; nil if it was not yet
  /// remembered when the issue was frozen.
  package let messageDomain: String?
  /// The digest's name when the issue was frozen: its page and its Message-IDs hold it, whatever the digest is called now.
  package let frozenAs: String
  /// See ``FreezingIssue/identity``; nil if it was frozen before there were any.
  package let identity: String?

  package init(
    id: ID, digest: String, number: Int, slot: Slot, subject: String, frozen: Instant, cancelled: Instant?,
    articles: Int, messageDomain: String?, frozenAs: String? = nil, identity: String? = nil
  ) {
    self.identity = identity
    self.id = id
    self.digest = digest
    self.number = number
    self.slot = slot
    self.subject = subject
    self.frozen = frozen
    self.cancelled = cancelled
    self.articles = articles
    self.messageDomain = messageDomain
    self.frozenAs = frozenAs ?? digest
  }
}
