package import Time

/// The slots of every digest: what was decided, once and for ever.
package protocol SlotBook: AnyObject, Sendable {
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
    self.slot = slot
    self.state = state
    self.news = news
    self.recorded = recorded
  }
}
