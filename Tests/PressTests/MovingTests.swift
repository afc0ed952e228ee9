import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// Readers who change from one digest to another of the same feeds get each article once (decision 0072).
@Suite struct MovingTests {
  private static let digests = [
    "daily": "cron = \"0 7 * * *\"\n", "monthly": "cron = \"0 7 1 * *\"\n", "weekly": SampleSite.weekly,
  ]

  private func newsroom(
    _ more: String = "", readers: [Enrolment] = [.confirmed("ann@example.org")]
  ) throws -> MovingRoom {
    try MovingRoom(SampleSite(digests: Self.digests.mapValues { $0 + more }), readers: readers)
  }

  /// Articles a to d are dated Tuesday to Friday, after the weekly issue of Monday, the 23rd of November.
  private func week(_ room: MovingRoom, from day: Int = 24, _ names: [String] = ["a", "b", "c", "d"]) throws {
    for (place, name) in names.enumerated() {
      try room.site.article(name, dated: "2026-11-\(day + place)T06:00:00Z")
      try room.run("2026-11-\(day + place)T07:00:05Z")
    }
  }

  @Test func fromWeeklyToDailyNothingIsLost() throws {
    let room = try newsroom()
    try room.run("2026-11-22T12:00:00Z")
    try week(room)
    try room.move("ann@example.org", to: "daily", at: "2026-11-27T12:00:00Z")
    try room.site.article("e", dated: "2026-11-28T06:00:00Z")
    try room.run("2026-11-28T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "b", "c", "d", "e"]])
    try room.site.article("f", dated: "2026-11-29T06:00:00Z")
    for day in ["29", "30"] { try room.run("2026-11-\(day)T07:00:05Z") }
    #expect(room.received("ann@example.org") == [["a", "b", "c", "d", "e"], ["f"]])
  }

  @Test func fromDailyToWeeklyNothingIsRepeated() throws {
    let room = try newsroom(readers: [.confirmed("ann@example.org", digest: "daily"), .confirmed("bob@example.org")])
    try room.run("2026-11-22T12:00:00Z")
    try week(room)
    try room.move("ann@example.org", to: "weekly", at: "2026-11-27T12:00:00Z")
    try room.site.article("e", dated: "2026-11-29T06:00:00Z")
    try room.run("2026-11-30T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a"], ["b"], ["c"], ["d"], ["e"]])
    #expect(room.received("bob@example.org") == [["a", "b", "c", "d", "e"]])
    #expect(try room.ledger.handovers(of: "weekly") == [])
  }

  @Test func whatAllWasReadAlreadyIsNoMail() throws {
    let room = try newsroom(readers: [.confirmed("ann@example.org", digest: "daily"), .confirmed("bob@example.org")])
    try room.run("2026-11-22T12:00:00Z")
    try week(room)
    try room.move("ann@example.org", to: "weekly", at: "2026-11-27T12:00:00Z")
    try room.run("2026-11-30T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a"], ["b"], ["c"], ["d"]])
  }

  /// The weekly issue is frozen but not sent when the reader changes to the daily digest, which has already issued its articles.
  @Test func whatWasFrozenAndNotSentComesWithTheNewDigest() throws {
    let room = try newsroom()
    try room.run("2026-11-22T12:00:00Z")
    try week(room)
    try room.run("2026-11-30T07:00:05Z", only: .digests)
    try room.move("ann@example.org", to: "daily", at: "2026-11-30T08:00:00Z")
    try room.run("2026-11-30T08:05:00Z")
    #expect(room.received("ann@example.org") == [])
    try room.site.article("e", dated: "2026-12-01T06:00:00Z")
    try room.run("2026-12-01T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "b", "c", "d", "e"]])
  }

  @Test func thereAndBackWithinADayIsAsIfNothingHappened() throws {
    let room = try newsroom()
    try room.run("2026-11-22T12:00:00Z")
    try week(room)
    for digest in ["daily", "monthly", "daily", "weekly"] {
      try room.move("ann@example.org", to: digest, at: "2026-11-27T12:00:00Z")
    }
    try room.run("2026-11-30T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "b", "c", "d"]])
  }

  /// The daily digest begins on Thursday: it does not include older articles, so the weekly one owes them.
  @Test func aNewDigestTakesOverWhatIsPastForIt() throws {
    let site = try SampleSite()
    let room = try MovingRoom(site, readers: [.confirmed("ann@example.org")])
    try room.run("2026-11-22T12:00:00Z")
    try week(room, ["a", "b"])
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(settings + "\n[digest.daily]\ncron = \"0 7 * * *\"\n", to: "schedule.conf")
    try room.newsroom.reopen()
    try room.run("2026-11-26T12:00:00Z")
    try week(room, from: 27, ["c"])
    try room.move("ann@example.org", to: "daily", at: "2026-11-27T12:00:00Z")
    try week(room, from: 28, ["d"])
    #expect(room.received("ann@example.org") == [["a", "b", "c", "d"]])
  }

  @Test func moreThanFitsComesWithLaterIssues() throws {
    let room = try newsroom("max_articles = 2\n")
    try room.run("2026-11-22T12:00:00Z")
    try week(room)
    try room.move("ann@example.org", to: "daily", at: "2026-11-27T12:00:00Z")
    try week(room, from: 28, ["e", "f"])
    try room.site.article("g", dated: "2026-12-01T06:00:00Z")
    try room.run("2026-12-01T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a", "e"], ["b", "f"], ["c", "g"]])
    // The rest moves along when the reader changes again: weekly has issued none of them, and includes them two at a time.
    try room.move("ann@example.org", to: "weekly", at: "2026-12-01T12:00:00Z")
    try room.site.article("h", dated: "2026-12-02T06:00:00Z")
    for day in ["07", "14", "21", "28"] { try room.run("2026-12-\(day)T07:00:05Z") }
    #expect(room.received("ann@example.org").dropFirst(3) == [["h"], ["d"]])
  }

  @Test func onlyTheFeedsOfBothAreOwed() throws {
    let site = try SampleSite(feeds: ["ms": ["ms"], "pd": ["pd"]], digests: Self.digests)
    let room = try MovingRoom(site, readers: [.confirmed("ann@example.org", follows: "ms")])
    try room.run("2026-11-22T12:00:00Z")
    for (day, name, topic) in [("24", "a", "ms"), ("25", "b", "pd")] {
      try site.article(name, dated: "2026-11-\(day)T06:00:00Z", topics: [topic])
      try room.run("2026-11-\(day)T07:00:05Z")
    }
    try room.move("ann@example.org", to: "daily", at: "2026-11-27T12:00:00Z")
    try site.article("c", dated: "2026-11-28T06:00:00Z", topics: ["pd"])
    try room.run("2026-11-28T07:00:05Z")
    #expect(room.received("ann@example.org") == [["a"]])
  }

  /// A reader who leaves by the link of an old email wants to end the email that comes now.
  @Test func anOldTokenEndsTheDigestThatFollowed() throws {
    let room = try newsroom()
    try room.run("2026-11-22T12:00:00Z")
    let old = try room.token("ann@example.org")
    try room.move("ann@example.org", to: "daily", at: "2026-11-27T12:00:00Z")
    try room.move("ann@example.org", to: "monthly", at: "2026-11-27T13:00:00Z")
    let left = try #require(
      try room.ledger.leave(old, all: false, origin: "one-click", at: .at("2026-11-27T14:00:00Z")))
    #expect(left.digests == ["weekly", "daily", "monthly"])
    #expect(left.isNew)
    #expect(try room.ledger.subscriptions(of: mailbox("ann@example.org")).allSatisfy { $0.status == .ended })
  }

  /// Only the reader who changed gets a variant of the edition.
  @Test func whoNeverChangedGetsTheUsualEdition() throws {
    let room = try newsroom(readers: [.confirmed("ann@example.org"), .confirmed("bob@example.org", digest: "daily")])
    try room.run("2026-11-22T12:00:00Z")
    try week(room)
    try room.move("bob@example.org", to: "weekly", at: "2026-11-27T12:00:00Z")
    try room.site.article("e", dated: "2026-11-29T06:00:00Z")
    try room.run("2026-11-30T07:00:05Z", only: .digests)
    let issue = try #require(try room.ledger.issue("weekly", number: 1))
    #expect(try room.ledger.edition(feeds("all"), of: issue.id) != nil)
    #expect(
      try room.ledger.edition(EditionKey(feeds("all"), variant: 1), of: issue.id)?.text.contains("About e") == true)
    #expect(try room.ledger.edition(EditionKey(feeds("all"), variant: 2), of: issue.id) == nil)
    #expect(room.received("ann@example.org") == [])
  }
}

/// A newsroom whose readers change digests as on the preferences page.
final class MovingRoom {
  let site: SampleSite
  let newsroom: Newsroom
  var ledger: SQLLedger { newsroom.ledger }

  init(_ site: SampleSite, readers: [Enrolment]) throws {
    self.site = site
    try site.folder.write("", to: "articles/.keep")
    newsroom = try Newsroom(site, readers: readers)
  }

  func run(_ now: String, only part: PressRun.Part? = nil) throws {
    let report = try newsroom.run(now, only: part)
    #expect(report.problems == [], "\(now)")
  }

  /// The token of a confirmed subscription.
  func token(_ address: String) throws -> String {
    let digest = try #require(try ledger.subscriptions(of: mailbox(address)).first { $0.status == .confirmed }?.digest)
    return try #require(try ledger.addressee(mailbox(address), digest: digest)?.0.token)
  }

  func move(_ address: String, to digest: String, at now: String) throws {
    try move(address, to: digest, at: Instant.at(now))
  }

  func move(
    _ address: String, to digest: String, at now: Instant, among family: Set<String> = ["weekly", "daily", "monthly"]
  ) throws {
    let token = try token(address)
    let own = try #require(try ledger.account(of: token)?.subscriptions.first { $0.status == .confirmed })
    var choices = ReaderChoices([WantedDigest(digest, own.follows)])
    choices.families = [family]
    let saved = try #require(try ledger.save(choices, by: token, under: LetterLimits(), at: now))
    #expect(saved.asked == [])
    #expect(saved.after.subscriptions.filter { $0.status == .confirmed }.map(\.digest) == [digest])
  }

  /// The articles of each email, sorted.
  func received(_ address: String) -> [[String]] {
    newsroom.mails.filter { $0.recipient.description == address }.map { parcel in
      let text = String(decoding: parcel.message, as: UTF8.self)
      // The text part, without the suggestions.
      let own = text.split(separator: /You may also like|Content-Type: text\/html/)[0]
      return Set(own.matches(of: /About ([a-z0-9]+)/).map { String($0.1) }).sorted()
    }
  }
}
