import CourantTesting
import LedgerSQL
import Model
import PressTesting
import Testing
import Time
import Web

@testable import Desk

/// What operators do for one reader, besides ending and erasing (C 7).
struct ReaderActTests {
  private let newsroom: Newsroom
  private let room: Room
  private let ann = mailbox("ann@example.org")

  init() throws {
    let site = try SampleSite(feeds: ["als": ["ALS"], "ms": ["MS"]])
    newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org")])
    _ = try newsroom.run("2026-11-20T07:30:00Z")
    room = try Room(site, ledger: newsroom.ledger)
  }

  private func acts() throws -> [String] {
    try newsroom.ledger.acts(since: nil, before: nil, limit: 9).reversed().dropFirst().map {
      "\($0.verb): \($0.before ?? "") → \($0.after ?? "")"
    }
  }

  @Test func aPauseEndsByItselfOrByHand() async throws {
    let browser = try await Browser.signedIn(room)
    #expect(await browser.get("/readers/1").text.contains("<a href=\"/readers/1/pause\">Pause all mail to them…</a>"))
    let question = await browser.get("/readers/1/pause")
    #expect(question.heading == "Pause all mail to ann@example.org?")
    #expect(question.text.contains("<input type=\"hidden\" name=\"weeks\" value=\"12\">"))
    #expect(await browser.post("/readers/1/pause", [("weeks", "3")]).status == 404)
    #expect(await browser.post("/readers/1/resume").status == 404)
    #expect(await browser.post("/readers/1/pause", [("weeks", "2")]).location == "/readers/1?done=pause")
    let page = await browser.get("/readers/1?done=pause").text
    #expect(page.contains("2026-12-07 07:30"))
    #expect(page.contains("<a href=\"/readers/1/resume\">Undo…</a>"))
    #expect(try newsroom.ledger.paused(in: "weekly") == 1)
    #expect(await browser.post("/readers/1/resume").location == "/readers/1?done=resume")
    #expect(try newsroom.ledger.paused(in: "weekly") == 0)
    #expect(try newsroom.ledger.consentEvents(of: ann).map(\.kind).suffix(2) == [.paused, .resumed])
    #expect(
      try acts() == [
        "pause reader: weekly confirmed → paused until 2026-12-07 07:30",
        "resume reader: weekly confirmed; paused until 2026-12-07 07:30 → not paused",
      ])
  }

  @Test func feedsAreChangedAndChangedBack() async throws {
    let browser = try await Browser.signedIn(room)
    let follows = { try newsroom.ledger.subscriptions(of: ann).map(\.follows.text) }
    let wrong = await browser.post("/readers/1/feeds", [("digest", "weekly"), ("feeds", "mss")])
    #expect(wrong.text.contains("the digest weekly has no feed `mss`; did you mean `ms`?. Nothing was changed."))
    #expect(wrong.text.contains("value=\"mss\""))
    #expect(try follows() == ["*"])
    let done = await browser.post("/readers/1/feeds", [("digest", "weekly"), ("feeds", "ms, als")])
    #expect(done.location == "/readers/1?done=feeds&digest=weekly&were=%2A")
    #expect(try follows() == ["als,ms"])
    let page = await browser.get(done.location ?? "")
    let undo = String(try #require(page.text.firstMatch(of: /href="([^"]+)">Undo…/)).1).replacing("&amp;", with: "&")
    #expect(await browser.get(undo).text.contains("name=\"feeds\" value=\"*\""))
    _ = await browser.post("/readers/1/feeds", [("digest", "weekly"), ("feeds", "*")])
    #expect(try follows() == ["*"])
    #expect(await browser.post("/readers/1/feeds", [("digest", "daily"), ("feeds", "*")]).status == 404)
    #expect(
      try acts() == ["change: weekly: * → weekly: als,ms", "change: weekly: als,ms → weekly: *"])
  }

  @Test func aSuppressionIsLiftedUnlessTheReaderComplained() async throws {
    let browser = try await Browser.signedIn(room)
    #expect(await browser.post("/readers/1/lift").status == 404)
    _ = try newsroom.ledger.end(ann, digest: nil, at: room.now)
    #expect(await browser.get("/readers/1").text.contains("<a href=\"/readers/1/lift\">"))
    #expect(await browser.post("/readers/1/lift").location == "/readers/1?done=lift")
    #expect(try newsroom.ledger.suppression(of: ann) == nil)
    #expect(try newsroom.ledger.subscriptions(of: ann).map(\.standing) == [.ended])
    #expect(try acts() == ["lift: weekly suppressed; suppressed (operator) → suppression (operator) lifted"])
  }

  @Test func whoMayOnlyLookChangesNothing() async throws {
    let browser = try await Browser.signedIn(room, "bob")
    for path in ["/readers/1/pause", "/readers/1/feeds"] {
      #expect(await browser.post(path, [("weeks", "2"), ("digest", "weekly"), ("feeds", "ms")]).status == 403)
    }
    #expect(try newsroom.ledger.paused(in: "weekly") == 0)
  }
}
