import CourantTesting
import Couriers
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// The newest issue for a reader who confirms (`welcome = "newest issue"`) comes once, and no article is lost or repeated later.
@Suite struct WelcomeTests {
  private static let monday = "2026-11-23T07:00:05Z"
  private static let tuesday = "2026-11-24T12:00:00Z"

  /// Issue 1 of weekly contained a and b.
  private func room(_ more: [String] = []) throws -> MovingRoom {
    let digests = ["daily": "cron = \"0 7 * * *\"\n", "weekly": SampleSite.weekly]
    let room = try MovingRoom(SampleSite(digests: digests), readers: [.confirmed("bob@example.org")])
    try room.run("2026-11-22T06:00:00Z")
    try room.site.article("a", dated: "2026-11-22T10:00:00Z", more: more)
    try room.site.article("b", dated: "2026-11-22T11:00:00Z")
    try room.run(Self.monday)
    return room
  }

  /// Signs up and confirms; returns the permit.
  @discardableResult private func join(
    _ room: MovingRoom, _ address: String = "ann@example.org", at now: String = tuesday
  ) throws -> String {
    try room.ledger.record([.subscribe(address)], at: .at(now))
    try room.run(now)
    let mail = try #require(room.newsroom.mails.last { $0.recipient.description == address })
    let text = String(decoding: mail.message, as: UTF8.self).replacing("=\r\n", with: "")
    let permit = String(try #require(text.firstMatch(of: /\/confirm\/([a-z2-7]+)/)).1)
    #expect(try confirm(room, permit, at: now) == ["weekly"])
    return permit
  }

  private func confirm(_ room: MovingRoom, _ permit: String, at now: String) throws -> [String] {
    let answer = try room.ledger.confirm(permit, origin: "", welcoming: ["weekly"], at: .at(now))
    guard case .done(let account) = answer else { return ["\(answer)"] }
    return account.welcomed
  }

  private func issues(_ room: MovingRoom, _ address: String = "ann@example.org") -> [[String]] {
    room.received(address).filter { !$0.isEmpty }
  }

  @Test func theNewestIssueComesOnceAndTheNextOneIsNew() throws {
    let room = try room()
    let permit = try join(room)
    #expect(try confirm(room, permit, at: "2026-11-24T12:01:00Z") == ["weekly"])
    try room.run("2026-11-24T12:05:00Z")
    try room.run("2026-11-24T12:10:00Z")
    #expect(issues(room) == [["a", "b"]])
    let mail = try #require(room.newsroom.mails.last)
    #expect(mail.field("Subject") == "About b =?utf-8?B?wrc=?= 1 more article")
    #expect(mail.field("List-Unsubscribe") != nil)
    #expect(mail.field("Message-ID")?.hasPrefix("<weekly.1.") == true)
    #expect(mail.field("Date") == "Tue, 24 Nov 2026 12:00:00 +0000")
    try room.site.article("c", dated: "2026-11-25T10:00:00Z")
    try room.run("2026-11-30T07:00:05Z")
    #expect(issues(room) == [["a", "b"], ["c"]])
  }

  @Test func whoLeavesBeforeItIsSentGetsNone() throws {
    let room = try room()
    try join(room)
    _ = try room.ledger.leave(try room.token("ann@example.org"), all: false, origin: "", at: .at(Self.tuesday))
    try room.run("2026-11-24T12:05:00Z")
    #expect(issues(room) == [])
    #expect(try room.ledger.letterHands.due(at: .at("2026-11-25T12:00:00Z")) == 0)
  }

  @Test func whoIsForgottenBeforeItIsSentGetsNone() throws {
    let room = try room()
    try join(room)
    _ = try room.ledger.forget(mailbox("ann@example.org"), at: .at(Self.tuesday))
    try room.run("2026-11-24T12:05:00Z")
    #expect(issues(room) == [])
  }

  /// A reader who left and returns has had the issue, by mail or as a welcome.
  @Test(arguments: ["ann@example.org", "bob@example.org"])
  func whoComesBackGetsNoIssueAgain(_ address: String) throws {
    let room = try room()
    if address.hasPrefix("ann") { try join(room) }
    try room.run("2026-11-24T12:05:00Z")
    _ = try room.ledger.leave(try room.token(address), all: false, origin: "", at: .at("2026-11-24T13:00:00Z"))
    try room.ledger.record([.subscribe(address)], at: .at("2026-11-24T14:00:00Z"))
    try room.run("2026-11-24T14:00:00Z")
    let mail = try #require(room.newsroom.mails.last)
    let text = String(decoding: mail.message, as: UTF8.self).replacing("=\r\n", with: "")
    let permit = String(try #require(text.firstMatch(of: /\/confirm\/([a-z2-7]+)/)).1)
    #expect(try confirm(room, permit, at: "2026-11-24T14:01:00Z") == [])
    try room.run("2026-11-24T14:05:00Z")
    #expect(issues(room, address) == [["a", "b"]])
  }

  /// A reader with the weekly welcome changes to daily, which has also issued a and b.
  @Test func aWelcomeCountsWhenTheDigestChanges() throws {
    let room = try room()
    try join(room)
    try room.run("2026-11-24T12:05:00Z")
    try room.site.article("c", dated: "2026-11-24T20:00:00Z")
    try room.run("2026-11-25T07:00:05Z")
    try room.move("ann@example.org", to: "daily", at: "2026-11-25T12:00:00Z")
    try room.site.article("d", dated: "2026-11-25T20:00:00Z")
    try room.run("2026-11-26T07:00:05Z")
    #expect(issues(room) == [["a", "b"], ["c", "d"]])
  }

  @Test func whatHasExpiredSinceIsLeftOut() throws {
    let room = try room(["expires: 2026-11-24T00:00:00Z"])
    try join(room)
    try room.run("2026-11-24T12:05:00Z")
    #expect(issues(room) == [["b"]])
  }

  @Test func withoutAnIssueThereIsNone() throws {
    let room = try MovingRoom(SampleSite(), readers: [])
    try room.run("2026-11-22T06:00:00Z")
    try room.ledger.record([.subscribe("ann@example.org")], at: .at(Self.tuesday))
    try room.run(Self.tuesday)
    let text = String(decoding: try #require(room.newsroom.mails.last).message, as: UTF8.self).replacing(
      "=\r\n", with: "")
    let permit = String(try #require(text.firstMatch(of: /\/confirm\/([a-z2-7]+)/)).1)
    #expect(try confirm(room, permit, at: Self.tuesday) == [])
  }

  /// Stops the ledger before and after each of its writes, then runs again.
  @Test func whereverARunStopsNoWelcomeIsLostAndAtMostOneDoubled() throws {
    var stops = 0
    for isBefore in [true, false] {
      for write in 1... {
        let room = try room()
        try join(room)
        let moment: StoppingLedger.Moment = isBefore ? .before(write) : .after(write)
        let stopping = StoppingLedger(room.ledger, stopping: moment)
        _ = try? room.newsroom.run("2026-11-24T12:05:00Z", on: stopping)  // it stops
        guard stopping.isStopped else { break }
        stops += 1
        _ = try room.newsroom.run("2026-11-24T12:10:00Z")
        let mails = room.newsroom.mails.filter {
          $0.recipient.description == "ann@example.org" && $0.field("List-Unsubscribe") != nil
        }
        #expect((1...2).contains(mails.count), "\(moment): \(stopping.place)")
        #expect(Set(mails.map(\.message)).count == 1, "\(moment): a copy differs")
        #expect(try room.ledger.letterHands.due(at: .at("2026-11-25T12:00:00Z")) == 0, "\(moment)")
      }
    }
    #expect(stops > 5)
  }
}
