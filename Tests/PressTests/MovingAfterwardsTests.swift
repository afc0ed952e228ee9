import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// Changes between a reader's change of digest and the first issue of the new one: the former digest is removed or renamed,
/// articles are hidden and shown again (decision 0075).
@Suite struct MovingAfterwardsTests {
  private static let daily = "cron = \"0 7 * * *\"\n"

  /// A reader of the weekly digest, four articles that only the daily one has issued, and the change on Friday.
  private func moved(
    weekly: String = SampleSite.weekly, feeds: [String: [String]] = ["all": ["*"]], topics: [String] = []
  ) throws -> MovingRoom {
    let site = try SampleSite(feeds: feeds, digests: ["daily": Self.daily, "weekly": weekly])
    let room = try MovingRoom(site, readers: [.confirmed("ann@example.org")])
    try room.run("2026-11-22T12:00:00Z")
    for (day, name) in ["24": "a", "25": "b", "26": "c", "27": "d"].sorted(by: { $0.key < $1.key }) {
      try site.article(name, dated: "2026-11-\(day)T06:00:00Z", topics: name == "b" ? topics : ["ms"])
      try room.run("2026-11-\(day)T07:00:05Z")
    }
    try room.move("ann@example.org", to: "daily", at: "2026-11-27T12:00:00Z")
    return room
  }

  private func settings(_ room: MovingRoom, _ change: (String) -> String) throws {
    try room.site.folder.write(change(room.site.folder.text("schedule.conf") ?? ""), to: "schedule.conf")
    try room.newsroom.reopen()
  }

  private func article(_ room: MovingRoom, _ name: String, day: String, isHidden: Bool = false) throws {
    let more = isHidden ? ["draft: true"] : []
    try room.site.article(name, dated: "2026-11-\(day)T06:00:00Z", topics: ["ms"], more: more)
  }

  @Test func whatARemovedDigestOwedComes() throws {
    let room = try moved()
    try settings(room) { $0.replacing("[digest.weekly]\n\(SampleSite.weekly)", with: "") }
    try article(room, "e", day: "28")
    try room.run("2026-11-28T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "b", "c", "d", "e"]])
    #expect(try room.ledger.handovers(of: "daily") == [])
  }

  /// The weekly digest had one feed; the daily one's articles in the other were never owed.
  @Test func aRemovedDigestOwesOnlyWhatItCarried() throws {
    let weekly = SampleSite.weekly + "feeds = [\"ms\"]\n"
    let room = try moved(weekly: weekly, feeds: ["ms": ["ms"], "pd": ["pd"]], topics: ["pd"])
    try settings(room) { $0.replacing("[digest.weekly]\n\(weekly)", with: "") }
    try article(room, "e", day: "28")
    try room.run("2026-11-28T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "c", "d", "e"]])
  }

  @Test func whatARenamedDigestOwedComes() throws {
    for isRenamedThere in [true, false] {
      let room = try moved()
      try settings(room) { $0.replacing("[digest.weekly]", with: "[digest.news]") }
      if isRenamedThere { _ = try room.ledger.rename(digest: "weekly", to: "news", at: .at("2026-11-27T13:00:00Z")) }
      try article(room, "e", day: "28")
      _ = try room.newsroom.run("2026-11-28T07:00:05Z")
      #expect(room.received("ann@example.org") == [["a", "b", "c", "d", "e"]])
    }
  }

  @Test func aFeedThatWasRenamedIsStillOwed() throws {
    let weekly = SampleSite.weekly + "feeds = [\"ms\"]\n"
    let room = try moved(weekly: weekly, feeds: ["ms": ["ms"], "pd": ["pd"]], topics: ["pd"])
    let feed = room.site.folder.text("feeds/ms.toml") ?? ""
    try room.site.folder.write(feed, to: "feeds/research.toml")
    try room.site.folder.remove("feeds/ms.toml")
    try settings(room) { $0.replacing("[digest.weekly]\n\(weekly)", with: "") }
    _ = try room.ledger.rename(feed: Feed.Name("ms")!, to: Feed.Name("research")!, at: .at("2026-11-27T13:00:00Z"))
    try article(room, "e", day: "28")
    _ = try room.newsroom.run("2026-11-28T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "c", "d", "e"]])
  }

  @Test func anArticleThatIsHiddenMeanwhileComesWhenItIsShownAgain() throws {
    let room = try moved()
    try article(room, "b", day: "25", isHidden: true)
    try article(room, "e", day: "28")
    try room.run("2026-11-28T07:00:05Z")
    try article(room, "f", day: "29")
    try room.run("2026-11-29T07:00:05Z")
    try article(room, "b", day: "25")
    try article(room, "g", day: "30")
    try room.run("2026-11-30T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "c", "d", "e"], ["f"], ["b", "g"]])
    #expect(try room.ledger.handovers(of: "daily") == [])
  }

  /// The author postpones an article that the daily digest has delivered.
  @Test func anArticleThatIsPostponedComesOnItsDay() throws {
    let room = try moved()
    try article(room, "b", day: "30")
    try article(room, "e", day: "28")
    try room.run("2026-11-28T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "c", "d", "e"]])
    try article(room, "f", day: "30")
    try room.run("2026-11-30T07:00:05Z")
    #expect(room.received("ann@example.org").last == ["b", "f"])
  }

  /// Nobody waits forever for an article that is gone.
  @Test func aHiddenArticleIsOwedAsLongAsAnIssueWouldBringIt() throws {
    let room = try moved()
    try article(room, "b", day: "25", isHidden: true)
    try article(room, "e", day: "28")
    try room.run("2026-11-28T07:00:05Z")
    #expect(try room.ledger.handovers(of: "daily").map(\.owed) == [["b"]])
    try room.site.article("f", dated: "2026-12-28T06:00:00Z")
    try room.run("2026-12-28T07:00:05Z")
    #expect(try room.ledger.handovers(of: "daily") == [])
  }

  /// The weekly reader changes to daily, and then to the address of someone who once read the weekly digest.
  @Test func whatBothAddressesReceivedIsNotRepeated() throws {
    let site = try SampleSite(digests: ["daily": Self.daily, "weekly": SampleSite.weekly])
    let room = try MovingRoom(
      site, readers: [.confirmed("ann@example.org", digest: "daily"), .confirmed("new@example.org", digest: "daily")])
    try room.run("2026-11-22T12:00:00Z")
    _ = try room.ledger.end(mailbox("new@example.org"), digest: "daily", at: .at("2026-11-22T13:00:00Z"))
    for (day, name) in ["24": "a", "25": "b"].sorted(by: { $0.key < $1.key }) {
      try article(room, name, day: day)
      try room.run("2026-11-\(day)T07:00:05Z")
    }
    try room.move("ann@example.org", to: "weekly", at: "2026-11-27T12:00:00Z")
    _ = try room.ledger.change(
      mailbox("ann@example.org"), to: mailbox("new@example.org"), at: .at("2026-11-27T13:00:00Z"))
    try article(room, "c", day: "28")
    try room.run("2026-11-30T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a"], ["b"]])
    #expect(room.received("new@example.org") == [["c"]])
  }

  /// A reader who changed to the new name of their digest before `courant rename` stays subscribed, once.
  @Test func whoeverChangedToTheNewNameOfADigestKeepsIt() throws {
    let room = try moved()
    try settings(room) { $0.replacing("[digest.daily]", with: "[digest.brief]") }
    try room.move(
      "ann@example.org", to: "brief", at: .at("2026-11-27T12:30:00Z"), among: ["daily", "brief", "weekly"])
    let token = try room.token("ann@example.org")
    _ = try room.ledger.rename(digest: "daily", to: "brief", at: .at("2026-11-27T13:00:00Z"))
    let own = try room.ledger.subscriptions(of: mailbox("ann@example.org"))
    #expect(own.map { "\($0.digest) \($0.status)" } == ["brief confirmed", "weekly ended"])
    #expect(try room.ledger.account(of: token) == nil)
    try article(room, "e", day: "28")
    try room.run("2026-11-28T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "b", "c", "d", "e"]])
  }
}
