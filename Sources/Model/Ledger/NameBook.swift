package import Time

/// Digests and feeds under other names: readers follow names, and the operator may change them.
package protocol NameBook: AnyObject, Sendable {
  /// By digest, whatever the settings say: each set of feeds that a confirmed subscription follows, suppressed or not.
  /// Cheap however many readers there are, for every run asks.
  func followedSets() throws -> [String: [Following]]

  /// Every digest that has readers of any status, slots or issues.
  func recordedDigests() throws -> [String]

  /// The digest `old` is called `new` from now on: its subscriptions with their tokens, slots, issues, news. An issue
  /// keeps the name it was frozen under (``RecordedIssue/frozenAs``), and so its page and its Message-IDs.
  ///
  /// What `new` has recorded before is forgotten, since nobody was mailed: throws ``RenameRefusal`` if somebody was, or
  /// might have been. Of somebody who subscribes to both the stricter status holds: ended before confirmed before pending.
  func rename(digest old: String, to new: String, at now: Instant) throws -> RenamedDigest

  /// Whoever follows the feed `old` follows `new` from now on. The order of its articles goes with it, unless `new` has one
  /// of its own. The documents of `old` stay, and say that it has ended. Returns how many subscriptions changed.
  func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant) throws -> Int

  /// These are gone for good, as the operator said; see ``retire(_:at:)``.
  func retired() throws -> Set<ReaderFacingName>
  /// Gone for good: that readers still follow it is no trouble.
  func retire(_ name: ReaderFacingName, at now: Instant) throws
  /// They are back.
  func unretire(_ names: Set<ReaderFacingName>) throws
}

/// What readers follow.
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

/// What moved with a digest's name.
package struct RenamedDigest: Hashable, Sendable {
  package let subscriptions: Int
  package let issues: Int

  package init(subscriptions: Int, issues: Int) {
    self.subscriptions = subscriptions
    self.issues = issues
  }
}

/// Why a digest cannot take a name.
package struct RenameRefusal: Error, Hashable, Sendable {
  /// Issues that the new name has of its own.
  package let issues: Int
  /// Slots of the new name whose news the operator let go.
  package let cancelled: Int

  package init(issues: Int, cancelled: Int) {
    self.issues = issues
    self.cancelled = cancelled
  }
}
