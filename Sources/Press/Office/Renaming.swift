package import Model
package import Press
internal import Text
package import Time

/// Renames and retires digests and feeds: first the operator changes the settings, then this changes the ledger.
package struct Renaming {
  private let site: Site
  private let ledger: any NameBook & ReaderBook & FeedBook & RunLock
  private let now: Instant

  package init(_ opened: OpenedSite, ledger: any NameBook & ReaderBook & FeedBook & RunLock, now: Instant) {
    site = opened.site
    self.ledger = ledger
    self.now = now
  }

  /// Why it cannot be done, and what to do instead.
  package struct NameError: Error {
    package let sentence: String
  }

  /// Returns a sentence about what moved.
  package func rename(digest old: String, to new: String) throws -> String {
    guard site.digest(new) != nil else {
      throw NameError(sentence: "schedule.conf: there is no [digest.\(new)]; rename [digest.\(old)] there first")
    }
    guard site.digest(old) == nil else {
      throw NameError(sentence: "schedule.conf: [digest.\(old)] still exists; rename it there first")
    }
    try expectRecorded(digest: old)
    try expectNobody(stillFollows: .digest(new)) { $0.digest == new }
    do {
      let moved = try alone { try ledger.rename(digest: old, to: new, at: now) }
      return "\(old) is now \(new): \(Self.count(moved.subscriptions, "subscription")) and "
        + "\(Self.count(moved.issues, "issue")) moved; pages and emails of past issues keep their URLs"
    } catch let refusal as RenameError {
      throw NameError(sentence: Self.sentence(refusal, old, new))
    }
  }

  private static func sentence(_ refusal: RenameError, _ old: String, _ new: String) -> String {
    let past =
      refusal.issues > 0
      ? "its own \(count(refusal.issues, "issue"))" : "its own \(count(refusal.cancelled, "cancelled slot"))"
    return "\(new) has \(past), so \(old) cannot take its name; to move only the readers, run "
      + "`courant subscribers export --digest \(old) | courant subscribers import - --digest \(new)`, "
      + "then `courant retire digest \(old)`"
  }

  /// Returns a sentence about what moved.
  package func rename(feed old: String, to new: String) throws -> String {
    guard let new = Feed.Name(new), site.feeds.contains(where: { $0.name == new }) else {
      throw NameError(sentence: "feeds/\(new).toml: file not found; rename feeds/\(old).toml first")
    }
    guard let old = Feed.Name(old), !site.feeds.contains(where: { $0.name == old }) else {
      throw NameError(sentence: "feeds/\(old).toml: still exists; rename it to feeds/\(new).toml first")
    }
    try expectRecorded(feed: old)
    try expectNobody(stillFollows: .feed(new.text)) { $0.follows.names.contains(new) }
    let changed = try alone { try ledger.rename(feed: old, to: new, at: now) }
    return "\(old) is now \(new): \(Self.count(changed, "subscription")) changed; "
      + "the documents at feeds/\(old)/ stay and announce it"
  }

  package func retire(digest name: String) throws {
    guard site.digest(name) == nil else {
      throw NameError(sentence: "schedule.conf: [digest.\(name)] still exists; remove it there first")
    }
    try expectRecorded(digest: name)
    try ledger.retire(.digest(name), at: now)
  }

  package func retire(feed name: String) throws {
    guard let name = Feed.Name(name), !site.feeds.contains(where: { $0.name == name }) else {
      throw NameError(sentence: "feeds/\(name).toml: still exists; remove it first")
    }
    try expectRecorded(feed: name)
    try ledger.retire(.feed(name.text), at: now)
  }
}

extension Renaming {
  private func expectRecorded(digest: String) throws {
    let known = try ledger.recordedDigests()
    guard !known.contains(digest) else { return }
    throw NameError(sentence: "the ledger has no digest `\(digest)`\(suggestion(for: digest, among: known))")
  }

  private func expectRecorded(feed: Feed.Name) throws {
    let published = try ledger.recordedFeeds().map(\.folder).contains("feeds/\(feed)/")
    guard try !published && !isFollowed(feed) else { return }
    throw NameError(sentence: "the ledger has no feed `\(feed)`; it was never published and has no readers")
  }

  private func isFollowed(_ feed: Feed.Name) throws -> Bool {
    var isFollowed = false
    try ledger.forEachSubscription(digest: nil) { subscription in
      isFollowed = isFollowed || subscription.follows.names.contains(feed)
    }
    return isFollowed
  }

  /// Readers of a retired digest or feed did not ask for something else with its name.
  private func expectNobody(
    stillFollows name: ReaderFacingName, _ follows: (Subscription) -> Bool
  ) throws {
    guard try ledger.retired().contains(name) else { return }
    var readers = 0
    try ledger.forEachSubscription(digest: nil) { readers += $0.status != .ended && follows($0) ? 1 : 0 }
    guard readers > 0 else { return }
    throw NameError(
      sentence: "the \(name) was retired, and its \(Self.count(readers, "subscription")) would get other articles "
        + "than they asked for; use a name that no reader follows, or end those subscriptions first")
  }

  /// Runs `body` only while no run selects, freezes, publishes or delivers under the old name.
  private func alone<Result>(_ body: () throws -> Result) throws -> Result {
    guard let result = try ledger.withBothLocks(body) else {
      throw LedgerError("a run is in progress, so nothing was renamed; try again when it has ended")
    }
    return result
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
