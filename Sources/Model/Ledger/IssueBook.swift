package import Time

/// The slots and issues of every digest: what was decided, once and for ever.
package protocol IssueBook: AnyObject {
  /// Remembers when a digest was first seen; later calls change nothing. Returns the remembered instant.
  func begin(digest: String, at now: Instant) throws -> Instant
  /// When the digest was first seen; nil if it never was.
  func beginning(of digest: String) throws -> Instant?

  /// All slots of a digest that have been recorded, oldest first.
  func slots(of digest: String) throws -> [RecordedSlot]
  /// Those that are held or released, oldest first; cheap however many others there are.
  func openSlots(of digest: String) throws -> [RecordedSlot]
  func slot(of digest: String, at wallTime: String) throws -> RecordedSlot?
  /// The newest recorded slot of a digest.
  func newestSlot(of digest: String) throws -> RecordedSlot?
  /// The newest slot whose news was settled: issued, cancelled or empty.
  func newestSettledSlot(of digest: String) throws -> RecordedSlot?

  /// Records slots without an issue (missed, merged, empty, held). A slot that is already recorded stays as it is, except
  /// that held and released ones may become anything.
  /// - Parameter past: articles that are thereby settled without having been in an issue.
  func record(_ slots: [RecordedSlot], past: [Article.ID]) throws

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
    (self.issue, self.subject, self.archivePage, self.messageDomain) = (issue, subject, archivePage, messageDomain)
    (self.left, self.past, self.merged, self.now) = (left, past, merged, now)
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

/// A slot and what became of it.
package struct RecordedSlot: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable, Codable {
    /// It has an issue.
    case issued
    /// Nothing was new.
    case empty
    /// It fell due while nothing ran, and was too late when something did.
    case missed
    /// Its news went into the issue of a later slot.
    case merged
    /// It fell due while nothing ran; the digest says to let such slots go.
    case skipped
    /// More news than `hold_above`: it waits for `courant release`.
    case held
    /// Released: the next run sends it.
    case released
    /// Its news was let go by `courant cancel`.
    case cancelled
  }

  package let slot: Slot
  package let state: State
  /// How many articles were news.
  package let news: Int
  package let recorded: Instant

  package init(slot: Slot, state: State, news: Int = 0, recorded: Instant) {
    (self.slot, self.state, self.news, self.recorded) = (slot, state, news, recorded)
  }
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
    (self.id, self.digest, self.number, self.slot) = (id, digest, number, slot)
    (self.subject, self.frozen, self.cancelled, self.articles) = (subject, frozen, cancelled, articles)
    self.messageDomain = messageDomain
    self.frozenAs = frozenAs ?? digest
  }
}
