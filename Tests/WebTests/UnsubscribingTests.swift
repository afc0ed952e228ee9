import CourantTesting
import Leaving
import Model
import Testing
import Text
import Time

@testable import Web

/// A 46–51, and what RFC 8058 requires of the server (B 1–13).
struct UnsubscribingTests {
  private let room: Room
  private let token: String

  init() throws {
    room = try Room()
    token = room.desk.add("ann@example.org")
    room.desk.add("ann@example.org", "daily")
  }

  private var path: String { "/unsubscribe/" + token }

  private var statuses: [Subscription.Status] {
    room.desk.seen.accounts[mailbox("ann@example.org")]?.subscriptions.map(\.status) ?? []
  }

  @Test func thePageNamesTheEmailsAndChangesNothing() async {
    let before = room.desk.seen.changes
    for target in [path, path + "?leave=one", path + "?List-Unsubscribe=One-Click", path + "/", path.uppercased()] {
      for method in ["GET", "HEAD"] { _ = await room.ask(method, target.replacing("UNSUBSCRIBE", with: "unsubscribe")) }
    }
    let page = await room.get(path)
    #expect(page.status == 200)
    #expect(page.heading == "Stop these emails?")
    #expect(page.text.contains("Weekly"))
    #expect(page.text.contains("a…@e…e.org"))
    #expect(!page.text.contains("ann@example.org"))
    #expect(room.desk.seen.changes == before)
    #expect(statuses == [.confirmed, .confirmed])
  }

  /// B 2: only method and token decide.
  @Test(arguments: [
    ("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded", "unsubscribed\n"),
    (
      "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
      "multipart/form-data; boundary=x", "unsubscribed\n"
    ),
    ("List-Unsubscribe=One-Click", "text/plain", "unsubscribed\n"),
    ("List-Unsubscribe=One-Click", nil, "unsubscribed\n"),
    ("", nil, nil), ("", "application/x-www-form-urlencoded", nil), ("%%%\u{0}", "application/json", nil),
  ])
  func anyPostEndsTheSubscription(_ body: String, _ type: String?, _ said: String?) async {
    let answer = await room.send(path, body, type: type)
    #expect(answer.status == 200)
    #expect(answer.location == nil)
    if let said {
      #expect(answer.text == said)
      #expect(answer.field("Content-Type") == "text/plain; charset=utf-8")
    } else {
      #expect(answer.heading == "Done: you get no more of these emails")
    }
    #expect(statuses == [.ended, .confirmed])
  }

  /// B 8, B 9.
  @Test func theHundredthPostSaysTheSameAsTheFirst() async {
    let answers = await withTaskGroup(of: WebResponse.self) { group in
      for _ in 0..<100 { group.addTask { await room.send(path, "List-Unsubscribe=One-Click", type: nil) } }
      return await group.reduce(into: Set<WebResponse>()) { $0.insert($1) }
    }
    #expect(answers.count == 1)
    #expect(answers.first?.status == 200)
    #expect(await room.get(path).heading == "Done: you get no more of these emails")
  }

  @Test func ourButtonLeadsToAPageThatCanUndoIt() async throws {
    let answer = await room.post(path, [("leave", "one")])
    #expect(answer.status == 303)
    let place = try #require(answer.location)
    #expect(place.hasPrefix("/left/"))
    #expect(!place.contains(token))
    let page = await room.get(place)
    #expect(page.heading == "Done: you get no more of these emails")
    #expect(page.text.contains("name=\"undo\""))
    #expect(statuses == [.ended, .confirmed])
    let back = await room.post(place, [("undo", "yes")])
    #expect(back.location == "/preferences/\(token)?back")
    #expect(statuses == [.confirmed, .confirmed])
    #expect(await room.get(back.location ?? "").heading == "Welcome back: your emails go on")
    // It works once, and the page no longer offers it.
    #expect(await room.get(place).text.contains("name=\"undo\"") == false)
  }

  @Test func undoingEndsWithTheHour() async throws {
    let place = try #require(await room.post(path, [("leave", "one")]).location)
    room.now = room.now + .seconds(3601)
    #expect(await room.get(place).text.contains("name=\"undo\"") == false)
    #expect(await room.post(place, [("undo", "yes")]).status == 410)
    #expect(statuses == [.ended, .confirmed])
  }

  /// A 48: it cannot be made from the mail's token.
  @Test func theTokenOfAMailBringsNobodyBack() async {
    _ = await room.post(path, [("leave", "one")])
    #expect(await room.post("/left/" + token, [("undo", "yes")]).status == 404)
    #expect(await room.get(path).text.contains("undo") == false)
    #expect(statuses == [.ended, .confirmed])
  }

  @Test func allMailsEndWithOneButton() async {
    _ = await room.post(path, [("leave", "all")])
    #expect(statuses == [.ended, .ended])
  }

  @Test func whySomeoneLeftIsCountedWithoutThem() async throws {
    let place = try #require(await room.post(path, [("leave", "one")]).location)
    for why in ["often", "content", "often", "made up"] {
      #expect(await room.post(place, [("why", why)]).location == place + "?thanks")
    }
    #expect(await room.get(place + "?thanks").text.contains("Thank you."))
    try room.door.settle(on: room.desk)
    #expect(room.desk.seen.counts == ["left: often": 2, "left: content": 1])
  }

  /// B 9: a proxy cuts links, and the operator hears of it.
  @Test(arguments: ["short", MemoryDesk.token("nobody"), "%00", String(repeating: "a", count: 4000)])
  func anUnknownTokenIsNotFoundAndCounted(_ token: String) async {
    let answer = await room.send("/unsubscribe/" + token, "List-Unsubscribe=One-Click", type: nil)
    #expect(answer.status == 404)
    let page = await room.get("/unsubscribe/" + token)
    #expect(page.status == 404)
    #expect(page.heading == "This link is not complete")
    #expect(page.text.contains("action=\"/preferences\""))
  }

  /// A 52, B 5: the token alone decides, regardless of which page or program sends it.
  @Test func aPostOfAnotherSiteIsTakenByItsTokenAlone() async {
    let foreign = [
      ("origin", "https://mail.example.net"), ("referer", "https://mail.example.net/"),
      ("sec-fetch-site", "cross-site"),
      ("cookie", "session=1"), ("host", "evil.example"),
    ]
    let choices = await room.post("/preferences/" + token, [("do", "pause"), ("weeks", "2")], foreign)
    #expect(choices.status == 303)
    let answer = await room.send(path, "List-Unsubscribe=One-Click", type: nil, foreign)
    #expect(answer.status == 200)
    #expect(answer.field("Set-Cookie") == nil)
    #expect(statuses == [.ended, .confirmed])
  }

  /// A 51: the links of an erased reader are recognised, and reveal nothing.
  @Test func theLinksOfAForgottenReaderSayThatNothingIsKept() async {
    let access = room.desk.permit(.access, "ann@example.org", at: room.now)
    _ = await room.post("/access/" + access, [("do", "erase-now")])
    let leaving = await room.get(path)
    #expect(leaving.status == 200)
    #expect(leaving.heading == "Done: you get no more of these emails")
    #expect(await room.send(path, "List-Unsubscribe=One-Click", type: nil).status == 200)
    let choices = await room.get("/preferences/" + token)
    #expect(choices.status == 410)
    #expect(choices.heading == "Nothing is kept here any more")
    #expect(await room.post("/preferences/" + token, [("do", "pause"), ("weeks", "2")]).status == 410)
    #expect(throws: Never.self) { try room.door.settle(on: room.desk) }
    #expect(room.desk.seen.counts == ["one-click: again": 1])
  }

  /// A 50, B 10.
  @Test func leavingWorksWhileTheLedgerDoesNot() async throws {
    room.desk.breakDown()
    #expect(await room.get(path).heading == "Stop these emails?")
    let answer = await room.send(path, "List-Unsubscribe=One-Click", type: nil)
    #expect(answer.status == 200)
    #expect(answer.text == "unsubscribed\n")
    #expect(room.spool.holds(token))
    #expect(await room.post(path, [("leave", "one")]).location == path)
    #expect(await room.get(path).heading == "Done: you get no more of these emails")
    room.desk.breakDown(false)
    #expect(statuses == [.confirmed, .confirmed])
    #expect(await room.get(path).heading == "Done: you get no more of these emails")
    try room.door.settle(on: room.desk)
    #expect(statuses == [.ended, .confirmed])
    #expect(!room.spool.holds(token))
  }

  /// Otherwise a stranger could fill the disk while the ledger is locked.
  @Test func unknownTokensAreNotSpooled() async {
    room.desk.breakDown()
    let unknown = MemoryDesk.token("stranger")
    #expect(await room.send("/unsubscribe/" + unknown, "List-Unsubscribe=One-Click", type: nil).status == 404)
    #expect(await room.post("/unsubscribe/" + unknown, [("leave", "all")]).status == 404)
    #expect(!room.spool.holds(unknown))
  }

  @Test func aLedgerThatIsLateIsNotWaitedFor() async throws {
    room.change { $0.patience = .zero }
    let answer = await room.send(path, "List-Unsubscribe=One-Click", type: nil)
    #expect(answer.status == 200)
  }

  @Test func ifNothingCanBeWrittenTheProviderComesAgain() async throws {
    room.desk.breakDown()
    try room.folder.write("in the way", to: "var")
    let answer = await room.send(path, "List-Unsubscribe=One-Click", type: nil)
    #expect(answer.status == 503)
    #expect(answer.field("Retry-After") == "60")
  }

  @Test func leavingWorksWithoutSettings() async throws {
    let bare = try Room(WebHouse.bare())
    let token = bare.desk.add("ann@example.org")
    let page = await bare.get("/news/unsubscribe/" + token)
    #expect(page.heading == "Stop these emails?")
    #expect(await bare.post("/news/unsubscribe/" + token, [("leave", "one")]).status == 303)
    #expect(await bare.send("/unsubscribe/" + token, "List-Unsubscribe=One-Click", type: nil).status == 200)
    #expect(await bare.get("/subscribe").status == 503)
  }
}
