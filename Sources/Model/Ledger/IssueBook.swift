package import Time

/// What may still go into an issue, and the freezing of issues.
package protocol IssueBook: AnyObject, Sendable {
  /// The articles that are never news again for a digest.
  func settled(in digest: String) throws -> Set<Article.ID>

  /// The news that has not fitted into an issue so far.
  func waiting(in digest: String) throws -> Set<Article.ID>

  /// One more than the number of any issue of the digest or frozen under its name, so that no page is used twice.
  func nextNumber(of digest: String) throws -> Int

  /// The number of the digest's issue that has the introduction with this ``Introduction/fingerprint``; nil if none has.
  func issue(of digest: String, withIntro fingerprint: String) throws -> Int?

  /// The number of the digest's issue that attaches the file with this SHA-256; nil if none does.
  func issue(of digest: String, withFile hash: String) throws -> Int?

  /// The followings of a digest's readers who may be mailed now, each once, in the order of ``Following/text``. The
  /// cost does not depend on the number of readers.
  func mailedFollowings(of digest: String) throws -> [Following]

  /// Stores editions temporarily for the next ``freeze(_:)`` of the issue with this ``FreezingIssue/identity``. Those
  /// of another issue are deleted, and all of them end with the process.
  func prepare(_ editions: [FrozenEdition], of identity: String) throws

  /// Handovers to readers of a digest who may be mailed, ordered by subscription; nearly always none.
  func handovers(of digest: String) throws -> [Handover]

  /// Which of these articles the readers of these subscriptions have received, from any of their subscriptions. Dropped
  /// deliveries do not count.
  func received(_ subscriptions: [Int64], among articles: Set<Article.ID>) throws -> [Int64: ReceivedArticles]

  /// Articles that frozen issues would have delivered to the former subscription since it ended, and those of its messages that
  /// were withdrawn when it ended.
  func missed(from former: Handover.Former) throws -> Set<Article.ID>

  /// Articles in a digest's issues frozen after a time that are no longer on the shelf and were never settled in another
  /// digest; as frozen, without bodies.
  func hidden(issuedBy digest: String, since: Instant, unsettledIn former: String) throws -> [Article]

  /// Freezes an issue with its articles, its prepared editions and one delivery for each confirmed, unsuppressed
  /// subscriber who follows a feed with news, in one transaction. If any of them lacks an edition, nothing is frozen.
  func freeze(_ issue: FreezingIssue) throws -> Freezing

  /// Drops the unsent deliveries of an issue. Returns their number.
  func cancel(_ issue: RecordedIssue.ID, at now: Instant) throws -> Int
}

/// An issue about to be frozen.
package struct FreezingIssue: Sendable {
  package let issue: Issue
  package let page: ArchivePage
  /// The part after the @ in its Message-IDs.
  package let messageDomain: String
  /// A hash of the frozen content, unique to the issue; the Message-IDs are made from it.
  package let identity: String
  package let now: Instant
  /// The news that waits for the next issue.
  package var waiting: [Article.ID] = []
  /// Articles settled without having been in an issue, because they were already old when the digest began.
  package var past: [Article.ID] = []
  /// Earlier slots whose news is in this issue.
  package var merged: [RecordedSlot] = []
  /// The bytes of the files that the issue attaches.
  package var files: [FrozenFile] = []
  /// Shares of readers who changed to the digest, in the order of ``IssueBook/handovers(of:)``.
  package var shares: [HandoverShare] = []

  package init(_ issue: Issue, page: ArchivePage, messageDomain: String, identity: String, at now: Instant) {
    self.issue = issue
    self.page = page
    self.messageDomain = messageDomain
    self.identity = identity
    self.now = now
  }
}

/// An issue as shown on the site.
package struct ArchivePage: Sendable {
  /// That of the edition with all feeds.
  package let subject: String
  package let html: String

  package init(subject: String, html: String) {
    self.subject = subject
    self.html = html
  }
}

/// The result of ``IssueBook/freeze(_:)``.
package enum Freezing: Hashable, Sendable {
  case frozen(deliveries: Int)
  /// Nothing was frozen: readers would need editions of these feeds, which were not prepared.
  case lacks([[Feed.Name]])
  /// Nothing was frozen: a reader has changed to the digest since its ``FreezingIssue/shares`` were made.
  case handedOver
  /// Nothing was frozen: the slot already has an issue, because another worker was faster.
  case hasIssue
}
