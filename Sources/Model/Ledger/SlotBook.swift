package import Time

/// The slots of every digest, each with its final decision.
package protocol SlotBook: AnyObject, Sendable {
  /// Records when a digest was first seen, which later calls do not change, and its current feeds. Returns the recorded
  /// instant.
  func begin(digest: String, carrying feeds: Following, at now: Instant) throws -> Instant

  /// The feeds that a digest had when it was last in the settings; nil if unknown.
  func lastFeeds(of digest: String) throws -> Following?

  /// When the digest was first seen; nil if never.
  func beginning(of digest: String) throws -> Instant?

  /// All recorded slots of a digest, oldest first.
  func slots(of digest: String) throws -> [RecordedSlot]

  /// The held and released slots, oldest first. The cost does not depend on the number of other slots.
  func openSlots(of digest: String) throws -> [RecordedSlot]

  func slot(of digest: String, at wallTime: String) throws -> RecordedSlot?

  /// The newest recorded slot of a digest.
  func newestSlot(of digest: String) throws -> RecordedSlot?

  /// The newest slot whose news was settled: issued, cancelled or empty.
  func newestSettledSlot(of digest: String) throws -> RecordedSlot?

  /// Records slots without an issue (missed, merged, empty, held). A slot already recorded stays unchanged, except that
  /// held and released ones may become anything.
  ///
  /// - Parameter past: articles that this settles without their having been in an issue.
  func record(_ slots: [RecordedSlot], past: [Article.ID]) throws
}

/// A slot and its state.
package struct RecordedSlot: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable, Codable {
    /// It has an issue.
    case issued
    /// There was no news.
    case empty
    /// It fell due while nothing ran, and by the next run it was too late.
    case missed
    /// Its news went into the issue of a later slot.
    case merged
    /// It fell due while nothing ran, and the digest is set to skip such slots.
    case skipped
    /// It waits for `courant release`, or until its time has come (``SlotHold``).
    case held
    /// Released: the next run sends it.
    case released
    /// `courant cancel` discarded its news.
    case cancelled

    /// Whether its news is finally settled.
    package var isSettled: Bool { [.issued, .empty, .cancelled].contains(self) }
  }

  package let slot: Slot
  package let state: State
  /// How many articles were news.
  package let news: Int
  package let recorded: Instant
  /// Why it is held, or was; nil if it never was.
  package var hold: SlotHold?

  package init(slot: Slot, state: State, news: Int = 0, recorded: Instant) {
    self.slot = slot
    self.state = state
    self.news = news
    self.recorded = recorded
    hold = nil
  }
}
