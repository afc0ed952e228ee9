import CourantTesting
import Delivery
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Text
import Time
import Web

@testable import Desk

/// The desk's pages and actions.
struct PageTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let room: Room

  /// Two readers were sent one issue, which one server refused; the next one is held.
  init() throws {
    site = try SampleSite(digests: ["weekly": SampleSite.weekly + "hold_above = 2\n"])
    try site.article("first", dated: "2026-11-10T09:00:00Z", title: "The first")
    newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org"), .confirmed("bob@example.org")]) { to, _ in
      to == mailbox("bob@example.org")
        ? .refused(Reply(stage: .recipient, code: 550, text: "no such user <bob@example.org>"))
        : .accepted(Reply(stage: .finalDot, code: 250, text: "ok"))
    }
    _ = try newsroom.run("2026-11-10T09:00:00Z")
    _ = try newsroom.run("2026-11-16T07:00:05Z")
    for id in ["a", "b", "c"] { try site.article(id, dated: "2026-11-20T09:00:00Z", title: "News of <\(id)>") }
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    room = try Room(site, ledger: newsroom.ledger)
    room.now = .at("2026-11-23T07:10:00Z")
  }

  private static let slot = "weekly@2026-11-23T07:00"

  private func state() throws -> RecordedSlot.State? {
    try newsroom.ledger.slot(of: "weekly", at: "2026-11-23T07:00")?.state
  }

  @Test func whatNeedsADecisionComesFirst() async throws {
    let page = await (try Browser.signedIn(room)).get("/")
    #expect(page.heading == "Something needs you")
    let headings = page.text.matches(of: /<h2[^>]*>(?:<span[^>]*>. <\/span>)?([^<]*)<\/h2>/).map { String($0.1) }
    #expect(headings == ["weekly@2026-11-23T07:00 waits for you", "Now", "Issues"])
    #expect(page.text.contains("href=\"/held/weekly@2026-11-23T07:00\""))
    #expect(page.text.contains("On the command line: <code>courant status</code>"))
  }

  @Test func aPauseOfAllMailComesFirst() async throws {
    try newsroom.ledger.pauseSending(
      SendingPause("wrong template", since: room.now, by: "ann@host (shell)", stopsLetters: false))
    let page = await (try Browser.signedIn(room)).get("/").text
    #expect(page.contains("All mail is stopped"))
    #expect(page.contains("by ann@host (shell): wrong template. Only letters that answer readers are sent."))
  }

  @Test(arguments: SlotHold.Reason.allCases) func everyReasonToHoldASlotIsNamed(reason: SlotHold.Reason) async throws {
    var held = try #require(try newsroom.ledger.slot(of: "weekly", at: "2026-11-23T07:00"))
    held.hold = SlotHold(reason)
    try newsroom.ledger.record([held], past: [])
    let browser = try await Browser.signedIn(room)
    let sentence = DeskText.markup(of: reason.sentence.dropFirst(3).description)
    #expect(await browser.get("/").text.contains(sentence))
    #expect(await browser.get("/held/\(Self.slot)").text.contains(sentence))
  }

  /// Every page exists as HTML and as JSON, names its command, and has no scripts.
  @Test(arguments: [
    "/status", "/held/weekly@2026-11-23T07:00", "/preview", "/preview/weekly/next", "/preview/weekly/last-2",
    "/preview/weekly/1", "/issues", "/issues/weekly/1", "/issues/weekly/1/not-delivered", "/readers", "/readers/1",
    "/growth", "/destinations", "/deliverability", "/findings", "/audit",
  ])
  func everyPageHasATwinAndACommand(path: String) async throws {
    let browser = try await Browser.signedIn(room, "bob")
    let page = await browser.get(path)
    #expect(page.status == 200)
    #expect(page.text.contains("On the command line: <code>courant "))
    #expect(!page.text.contains("<script"))
    let twin = await browser.get(path + ".json")
    #expect(twin.status == 200)
    #expect(twin.field("Content-Type") == "application/json; charset=utf-8")
    #expect(page.text.contains("href=\"\(path == "/status" ? "/status" : path).json"))
  }

  // MARK: - A held issue

  @Test func aHeldIssueIsShownWithItsArticlesAndReaders() async throws {
    let page = await (try Browser.signedIn(room)).get("/held/\(Self.slot)")
    #expect(page.heading == "weekly, issue 2: held")
    for text in [
      "3 new articles: it has more new articles than <code>hold_above</code> allows (2)", "at most 1 reader",
      "News of &lt;a&gt;",
      "Release issue 2…",
      "Cancel this slot…",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
  }

  @Test func aHeldIssueIsReleasedAfterItsNumberWasTyped() async throws {
    let browser = try await Browser.signedIn(room)
    let path = "/held/\(Self.slot)/release"
    #expect(await browser.get(path).heading == "Send to 1 reader?")
    #expect(try state() == .held)
    let wrong = await browser.post(path, [("number", "3")])
    #expect(wrong.status == 422)
    #expect(wrong.text.contains("That is not 2. Nothing was done."))
    #expect(try state() == .held)
    let answer = await browser.post(path, [("number", " 2 ")])
    #expect(answer.status == 303)
    #expect(answer.location == "/held/\(Self.slot)")
    #expect(try state() == .released)
    #expect(room.done.last == "release \(Self.slot) by ann")
    #expect(await browser.get(answer.location ?? "").heading == "\(Self.slot): released")
    // It cannot be decided twice.
    #expect(await browser.post(path, [("number", "2")]).status == 303)
    #expect(room.done.count == 2)
  }

  @Test func aHeldIssueIsCancelled() async throws {
    let browser = try await Browser.signedIn(room)
    let path = "/held/\(Self.slot)/cancel"
    #expect(await browser.get(path).heading == "Discard 3 articles?")
    _ = await browser.post(path, [("number", "2")])
    #expect(try state() == .cancelled)
    #expect(room.done.last == "cancel \(Self.slot) by ann")
  }

  @Test func whoMayOnlyLookDecidesNothing() async throws {
    let browser = try await Browser.signedIn(room, "bob")
    for path in [
      "/held/\(Self.slot)/release", "/held/\(Self.slot)/cancel", "/issues/weekly/1/resend", "/readers/1/forget",
      "/readers/1/suppress", "/preview/weekly/next/send",
    ] {
      #expect(await browser.post(path, [("number", "2")]).status == 403, "\(path)")
    }
    #expect(try state() == .held)
    #expect(room.done == ["sign in bob by bob"])
  }

  // MARK: - Previews

  @Test func aPreviewIsTheMailThatWouldBeSent() async throws {
    let browser = try await Browser.signedIn(room)
    let mail = await browser.get("/preview/weekly/next/mail.html")
    #expect(mail.text.contains("News of &lt;a&gt;"))
    #expect(mail.field("Content-Security-Policy")?.contains("sandbox") == true)
    #expect(await browser.get("/preview/weekly/next/mail.eml").text.contains("\r\nSubject: "))
    #expect(await browser.get("/preview/weekly/next/mail.txt").text.contains("News of <a>"))
    #expect(await browser.get("/preview/weekly/9").status == 404)
    #expect(await browser.get("/preview/daily/next").status == 404)
    #expect(try newsroom.ledger.issues(of: "weekly", limit: nil).count == 1)
  }

  @Test func aPreviewIsSentToTheOperator() async throws {
    let browser = try await Browser.signedIn(room)
    let answer = await browser.post("/preview/weekly/1/send")
    #expect(answer.location == "/preview/weekly/1?sent")
    #expect(room.sent.map(\.recipient) == [mailbox("ann@example.org")])
    let message = String(decoding: room.sent.first?.message ?? [], as: UTF8.self)
    #expect(message.contains("X-Courant-Test"))
    #expect(await browser.get(answer.location ?? "").text.contains("on its way to ann@example.org"))
    #expect(room.done.last == "test weekly by ann")
  }

  // MARK: - Issues

  @Test func anIssueShowsWhatBecameOfEachMessage() async throws {
    let browser = try await Browser.signedIn(room)
    let json = await browser.get("/issues/weekly/1.json").text
    #expect(json.contains("\"readers\" : 2"))
    #expect(json.contains("\"accepted\" : 1"))
    let list = await browser.get("/issues/weekly/1/not-delivered")
    #expect(list.text.contains("no such user &lt;bob@example.org&gt;"))
    let csv = await browser.get("/issues/weekly/1/not-delivered.csv?state=refused")
    #expect(csv.field("Content-Type") == "text/csv; charset=utf-8")
    let lines = csv.text.split(separator: "\r\n")
    #expect(lines.first == "\"email\",\"state\",\"changed\",\"reply\"")
    #expect(lines.count == 2)
    #expect(
      lines.last?.hasPrefix("\"bob@example.org\",\"refused\",\"2026-11-16T07:00:05Z\",\"550 no such user") == true)
    #expect(await browser.get("/issues/weekly/1/not-delivered?state=accepted").status == 404)
    #expect(await browser.get("/issues/weekly/7").status == 404)
  }

  /// A spreadsheet must not run a server's reply as a formula.
  @Test func aReplyIsNoFormula() throws {
    _ = try newsroom.ledger.enrol([.confirmed("eve@example.org")], at: room.now)
    let list = try UndeliveredPage(
      of: #require(try newsroom.ledger.issue("weekly", number: 1)), in: .refused, after: 0, most: 9,
      OneRefusal(reply: "=cmd()\"x"))
    #expect(String(decoding: list.csv.body, as: UTF8.self).hasSuffix(",\"'=cmd()\"\"x\"\r\n"))
  }

  // MARK: - Readers

  @Test func aReaderIsFoundAndShownAsWhyDoes() async throws {
    let browser = try await Browser.signedIn(room)
    let found = await browser.get("/readers?q=nn%40exam")
    #expect(found.text.contains("<a href=\"/readers/1\">ann@example.org</a>"))
    #expect(await browser.get("/readers?q=zzz").text.contains("Nobody"))
    let page = await browser.get("/readers/1")
    let why = Why(room.opened, ledger: newsroom.ledger, now: room.now)
    let lines = try #require(try why.lines(address: mailbox("ann@example.org")))
    for line in lines { #expect(page.text.contains(line.replacing("<", with: "&lt;").replacing(">", with: "&gt;"))) }
    #expect(await browser.get("/readers/99").status == 404)
  }

  @Test func whatIsDoneForAReaderIsAskedFirst() async throws {
    let browser = try await Browser.signedIn(room)
    let ann = mailbox("ann@example.org")
    let states = { try newsroom.ledger.subscriptions(of: ann).map(\.standing) }
    #expect(await browser.get("/readers/1/end?digest=weekly").heading == "End weekly for ann@example.org?")
    #expect(try states() == [.confirmed])
    #expect(await browser.post("/readers/1/end", [("digest", "weekly")]).location == "/readers/1?done=end")
    #expect(try states() == [.ended])
    #expect(await browser.post("/readers/1/end", [("digest", "daily")]).status == 404)
    _ = await browser.post("/readers/1/suppress")
    #expect(try newsroom.ledger.suppression(of: ann)?.reason == .operatorRequest)
    _ = await browser.post("/readers/1/forget")
    #expect(try newsroom.ledger.reader(.init(1)) == nil)
    #expect(
      room.done.dropFirst() == [
        "end a…@e…e.org by ann", "suppress a…@e…e.org by ann", "forget a…@e…e.org by ann",
      ])
  }

  // MARK: - Growth

  @Test func growthEndsWithTodaysReaders() async throws {
    let json = await (try Browser.signedIn(room)).get("/growth.json?digest=weekly")
    let growth = try GrowthPage(of: "weekly", newsroom.ledger, at: room.now)
    #expect(growth.weeks.count == 52)
    #expect(growth.readers == 1)
    #expect(growth.weeks.last?.readers == 1)
    // Both joined in January; one mailbox did not exist.
    #expect(growth.weeks.map(\.come).reduce(0, +) == 2)
    #expect(growth.weeks.map(\.bounced).reduce(0, +) == 1)
    #expect(growth.weeks.first?.readers == 0)
    #expect(json.text.contains("\"digest\" : \"weekly\""))
  }
}

/// A book with one refused delivery.
private final class OneRefusal: DeskBook {
  private let reply: String

  init(reply: String) { self.reply = reply }

  func growth(of digest: String, since day: Int) -> [GrowthDay] { [] }
  func mailableReaders(of digest: String) -> Int { 0 }
  func aftermath(of issue: RecordedIssue.ID) -> Aftermath { Aftermath() }
  func deliveries(
    of issue: RecordedIssue.ID, in state: Delivery.State, after number: Int64, limit: Int
  ) -> [ReaderDelivery] {
    [ReaderDelivery(.init(1), to: .init(1), nil, state, changed: Instant(seconds: 0), reply: reply)]
  }
  func destinationTallies(since day: Int, limit: Int) -> [DestinationTally] { [] }
  func newestReplies(limit: Int) -> [DestinationReply] { [] }
  func readers(matching part: String, limit: Int) -> [FoundReader] { [] }
  func reader(_ id: Subscriber.ID) -> FoundReader? { nil }
}
