package import Time

/// Renaming and retiring digests and feeds, which readers follow by name.
package protocol NameBook: AnyObject, Sendable {
  /// For every recorded digest, whether in the settings or not, each set of feeds that a confirmed subscription
  /// follows, suppressed or not. Every run needs it, so the cost does not depend on the number of readers.
  func followedSets() throws -> [String: [Following]]

  /// Every digest with slots, issues or readers of any status.
  func recordedDigests() throws -> [String]

  /// Renames the digest `old` to `new`, with its subscriptions and their tokens, its slots, issues and news. An issue
  /// keeps the name it was frozen under (``RecordedIssue/frozenAs``), and so its page and its Message-IDs.
  ///
  /// Earlier records of `new` are deleted, because it has mailed no one; throws ``RenameError`` if it has, or may
  /// have. If someone subscribes to both, the stricter status wins: ended before confirmed before pending.
  func rename(digest old: String, to new: String, at now: Instant) throws -> RenamedDigest

  /// Makes all readers of the feed `old` follow `new`. The order of its articles moves to `new`, unless `new` has its
  /// own. The documents of `old` stay and state that the feed has ended. Returns the number of changed subscriptions.
  func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant) throws -> Int

  /// The names that the operator has retired; see ``retire(_:at:)``.
  func retired() throws -> Set<ReaderFacingName>
  /// Marks a name as permanently gone, so that readers who still follow it are no longer reported.
  func retire(_ name: ReaderFacingName, at now: Instant) throws
  /// Removes these names from the retired ones, because they exist again.
  func unretire(_ names: Set<ReaderFacingName>) throws
}

/// A name that readers follow.
package enum ReaderFacingName: Hashable, Sendable, CustomStringConvertible {
  case digest(String)
  case feed(String)

  package var description: String {
    switch self {
    case .digest(let name): "digest \(name)"
    case .feed(let name): "feed \(name)"
    }
  }

  package var name: String {
    switch self {
    case .digest(let name), .feed(let name): name
    }
  }
}

/// How many subscriptions and issues were renamed with their digest.
package struct RenamedDigest: Hashable, Sendable {
  package let subscriptions: Int
  package let issues: Int

  package init(subscriptions: Int, issues: Int) {
    self.subscriptions = subscriptions
    self.issues = issues
  }
}

/// Why a digest cannot be renamed to a name.
package struct RenameError: Error, Hashable, Sendable {
  /// The number of issues that the new name already has.
  package let issues: Int
  /// The number of slots under the new name whose news the operator discarded.
  package let cancelled: Int

  package init(issues: Int, cancelled: Int) {
    self.issues = issues
    self.cancelled = cancelled
  }
}
