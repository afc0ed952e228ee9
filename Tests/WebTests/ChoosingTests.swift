import CourantTesting
import Model
import Testing
import Time

@testable import Web

/// Confirming, refusing, preferences, one's data, and another address (A 23–45).
struct ChoosingTests {
  private let room: Room

  init() throws { room = try Room() }

  private func account(_ address: String = "ann@example.org") -> ReaderAccount? {
    room.desk.seen.accounts[mailbox(address)]
  }

  private func follows(_ address: String = "ann@example.org") -> [String] {
    account(address)?.subscriptions.filter { $0.status == .confirmed }.map { "\($0.digest):\($0.follows.text)" } ?? []
  }

  /// A 25.
  @Test func gettingAnyLinkChangesNothing() async {
    let token = room.desk.add("ann@example.org")
    var links = ["/preferences/" + token, "/unsubscribe/" + token]
    for purpose in Permit.Purpose.allCases {
      let permit = room.desk.permit(purpose, "ann@example.org")
      links += ["confirm", "refuse", "access", "move", "move-back", "left", "preferences", "unsubscribe"]
        .map { "/\($0)/\(permit)" }
    }
    let states = ["", "?do=save", "?done", "?erase-now", "?undo=yes", "?export", "?erase", "?do=erase-now&confirm=1"]
    let before = room.desk.seen.changes
    for link in links {
      for state in states {
        #expect(await room.get(link + state).status < 500)
        #expect(await room.ask("HEAD", link + state).status < 500)
      }
    }
    #expect(room.desk.seen.changes == before)
  }

  @Test func confirmingIsOneButton() async throws {
    let own = room.desk.add("ann@example.org", status: .pending)
    let permit = room.desk.permit(.confirm, "ann@example.org", [WantedDigest("weekly", .some(feeds("movement", "ms")))])
    let page = await room.get("/confirm/" + permit)
    #expect(page.heading == "One more press")
    #expect(page.text.contains("ann@example.org will get:"))
    #expect(page.text.contains("Weekly: Feed movement, Feed ms"))
    #expect(page.text.ranges(of: "<button").count == 1)
    #expect(page.text.contains("href=\"/refuse/\(permit)\""))
    let answer = await room.post("/confirm/" + permit, [("confirm", "yes")])
    #expect(answer.location == "/preferences/\(own)?confirmed")
    #expect(follows() == ["weekly:*"])
    // A 27, A 31
    #expect(await room.post("/confirm/" + permit, []).location == answer.location)
    let done = await room.get(answer.location ?? "")
    #expect(done.heading == "Done: you are subscribed")
    #expect(done.text.contains("Weekly: your first email comes on 30 November 2026 at 7:00, if there is news."))
  }

  /// A 28.
  @Test func deadLinksLeadOn() async {
    room.desk.add("ann@example.org", status: .pending)
    let permit = room.desk.permit(.confirm, "ann@example.org", at: .at("2026-10-01T00:00:00Z"))
    for answer in [await room.get("/confirm/" + permit), await room.post("/confirm/" + permit, [])] {
      #expect(answer.status == 410)
      #expect(answer.heading == "This link is too old")
      #expect(answer.text.contains("action=\"/preferences\""))
    }
    for path in ["confirm", "refuse", "preferences", "access", "move", "move-back", "left"] {
      for token in [MemoryDesk.token("unknown"), "cut", permit.uppercased() + "x"] {
        let answer = await room.get("/\(path)/\(token)")
        #expect(answer.status == 404)
        #expect(answer.heading == "This link is not complete")
        #expect(answer.text.contains("action=\"/preferences\""))
      }
    }
    #expect(await room.get("/access/" + permit).status == 404)
  }

  /// A 29.
  @Test func aReaderWhoHasLeftSinceDoesNotSeeThatTheyAreSubscribed() async {
    let own = room.desk.add("ann@example.org", status: .ended)
    let permit = room.desk.permit(.confirm, "ann@example.org")
    #expect(await room.post("/confirm/" + permit, []).status == 410)
    #expect(await room.get("/preferences/\(own)?confirmed").heading == "What you get")
  }

  @Test func itWasNotMeIsAlsoAButton() async {
    room.desk.add("ann@example.org", status: .pending)
    let permit = room.desk.permit(.confirm, "ann@example.org")
    #expect(await room.get("/refuse/" + permit).heading == "Never write to ann@example.org again?")
    #expect(room.desk.seen.suppressed.isEmpty)
    #expect(await room.post("/refuse/" + permit, []).location == "/refuse/\(permit)?done")
    #expect(room.desk.seen.suppressed == [mailbox("ann@example.org")])
    #expect(await room.get("/refuse/\(permit)?done").heading == "Done: no more email to this address")
  }

  /// A 34, A 35.
  @Test func preferencesShowAllAndMaskTheAddress() async {
    let token = room.desk.add("ann@example.org", "weekly", .some(feeds("ms")))
    let page = await room.get("/preferences/" + token)
    #expect(page.heading == "What you get")
    #expect(page.text.contains("a…@e…e.org"))
    #expect(!page.text.contains("ann@example.org"))
    #expect(page.text.contains("You signed up on 1 November 2026."))
    let boxes = page.text.matches(of: /type="checkbox" name="([a-z.]+)" value="([a-z]+)"( checked)?/)
    #expect(
      boxes.map { "\($0.1) \($0.2)\($0.3 == nil ? "" : " x")" } == [
        "digest weekly x", "feed.weekly headache", "feed.weekly movement", "feed.weekly ms x", "digest daily",
        "feed.daily movement", "feed.daily ms",
      ])
  }

  /// A 36.
  @Test func savingShowsTheChangesAndCanBeUndone() async throws {
    let token = room.desk.add("ann@example.org")
    room.desk.add("ann@example.org", "daily")
    let form = [("do", "save"), ("digest", "weekly"), ("feed.weekly", "ms"), ("language", "en")]
    let answer = await room.post("/preferences/" + token, form)
    #expect(answer.location == "/preferences/\(token)?saved&was=weekly%3A%2A&was=daily%3A%2A")
    #expect(follows() == ["weekly:ms"])
    let page = await room.get(answer.location ?? "")
    #expect(page.heading == "Saved")
    #expect(page.text.contains("You now get Weekly: Feed ms."))
    #expect(page.text.contains("You no longer get Daily."))
    let hidden = page.text.matches(of: /type="hidden" name="([a-z.]+)" value="([a-z]+)"/).map {
      (String($0.1), String($0.2))
    }
    let undone = await room.post("/preferences/" + token, hidden + [("do", "save")])
    #expect(undone.status == 303)
    #expect(follows() == ["weekly:*"])
    // A reader who ended one is asked by mail.
    let asked = await room.get(undone.location ?? "")
    #expect(asked.text.contains("Daily begins when you confirm it: an email is on its way to you."))
  }

  /// A 37.
  @Test(arguments: [[("do", "save")], [("do", "save"), ("digest", "weekly")]])
  func anEmptyChoiceIsQuestionedOnThePage(_ form: [(String, String)]) async {
    let token = room.desk.add("ann@example.org")
    let answer = await room.post("/preferences/" + token, form)
    #expect(answer.location == "/preferences/\(token)?nothing")
    #expect(follows() == ["weekly:*"])
    let page = await room.get(answer.location ?? "")
    #expect(page.heading == "You ticked nothing")
    #expect(page.text.contains("name=\"leave\" value=\"all\""))
  }

  @Test(arguments: [
    [("digest", "inner")], [("digest", "nothing")], [("digest", "weekly"), ("feed.weekly", "nothing")],
    [("digest", "daily"), ("feed.daily", "headache")],
  ])
  func choicesThatAreNotOfferedAreRefused(_ form: [(String, String)]) async {
    let token = room.desk.add("ann@example.org")
    #expect(await room.post("/preferences/" + token, form + [("do", "save")]).status == 422)
    #expect(follows() == ["weekly:*"])
  }

  @Test func aDigestThatIsGoneStays() async {
    room.desk.add("ann@example.org", "old")
    let token = room.desk.add("ann@example.org")
    _ = await room.post("/preferences/" + token, [("do", "save"), ("digest", "weekly"), ("feed.weekly", "ms")])
    #expect(follows() == ["old:*", "weekly:ms"])
  }

  /// A 38.
  @Test(arguments: [
    ("2", "13 December 2026"), ("4", "27 December 2026"), ("8", "24 January 2027"), ("12", "21 February 2027"),
  ])
  func aPauseHasAnEndThatReadersSee(_ weeks: String, _ date: String) async {
    let token = room.desk.add("ann@example.org")
    let answer = await room.post("/preferences/" + token, [("do", "pause"), ("weeks", weeks)])
    #expect(await room.get(answer.location ?? "").heading == "No emails until \(date)")
    #expect(await room.get("/preferences/" + token).text.contains("value=\"resume\""))
    let resumed = await room.post("/preferences/" + token, [("do", "resume")])
    #expect(account()?.pausedUntil == nil)
    #expect(await room.get(resumed.location ?? "").heading == "Your emails begin again")
  }

  @Test(arguments: ["", "1", "3", "-2", "999999999999", "x"])
  func anyOtherPauseIsRefused(_ weeks: String) async {
    let token = room.desk.add("ann@example.org")
    #expect(await room.post("/preferences/" + token, [("do", "pause"), ("weeks", weeks)]).status == 422)
    #expect(account()?.pausedUntil == nil)
  }

  /// A 41.
  @Test func readersKeepTheirLanguage() async {
    let token = room.desk.add("ann@example.org", language: "de")
    #expect(await room.get("/preferences/" + token, [("accept-language", "fr")]).heading == "Was Sie bekommen")
    _ = await room.post(
      "/preferences/" + token, [("do", "save"), ("digest", "weekly"), ("feed.weekly", "ms"), ("language", "ar")])
    let page = await room.get("/preferences/" + token)
    #expect(page.text.contains("<html lang=\"ar\" dir=\"rtl\">"))
    _ = await room.post(
      "/preferences/" + token, [("do", "save"), ("digest", "weekly"), ("feed.weekly", "ms"), ("language", "xx")])
    #expect(account()?.language == "ar")
  }

  /// A 42.
  @Test func theAnswerAboutALostLinkIsTheSameForAll() async {
    room.desk.add("ann@example.org")
    let answers = [
      await room.post("/preferences", [("email", "ann@example.org")]),
      await room.post("/preferences", [("email", "nobody@example.org")]),
    ]
    #expect(answers[0] == answers[1])
    #expect(answers[0].location == "/preferences?sent")
    #expect(room.desk.seen.requests.map(\.kind) == [.findLink, .findLink])
    let mistake = await room.post("/preferences", [("email", "\"><script>")])
    #expect(mistake.status == 422)
    #expect(mistake.text.contains("&quot;&gt;&lt;script&gt;"))
  }

  /// A 43: the token of a mail does none of this.
  @Test func theTokenOfAMailIsWeak() async {
    let token = room.desk.add("ann@example.org")
    for act in ["move", "erase", "erase-now"] {
      #expect(await room.post("/access/" + token, [("do", act), ("email", "eve@example.org")]).status != 200)
    }
    #expect(await room.get("/access/\(token)?export").status == 404)
    #expect(room.desk.seen.movesAsked == [])
    #expect(account() != nil)
    #expect(await room.post("/preferences/" + token, [("do", "link")]).location == "/preferences/\(token)?link")
    #expect(room.desk.seen.requests.map(\.address) == [mailbox("ann@example.org")])
  }

  @Test func onesDataIsShownAndExported() async {
    room.desk.add("ann@example.org")
    var event = ConsentEvent(.asked, at: .at("2026-11-01T09:00:00Z"), digest: "weekly", origin: "https://x.example")
    event.words = "I want <these>."
    room.desk.add(event, of: "ann@example.org")
    room.desk.add(
      SentIssue(
        digest: "weekly", number: 7, subject: "Two articles", state: .accepted, at: .at("2026-11-09T07:00:00Z")),
      to: "ann@example.org")
    let permit = room.desk.permit(.access, "ann@example.org", at: room.now)
    let page = await room.get("/access/" + permit)
    #expect(page.text.contains("ann@example.org"))
    #expect(page.text.contains("1 November 2026: asked, Weekly"))
    let file = await room.get("/access/\(permit)?export")
    #expect(file.field("Content-Disposition") == "attachment; filename=\"my-data.json\"")
    let issues = file.text.split(separator: "\"issues\"").last ?? ""
    for member in ["\"digest\": \"weekly\"", "\"number\": 7", "\"subject\": \"Two articles\""] {
      #expect(issues.contains(member), "\(file.text)")
    }
    #expect(file.text.contains("\"words\": \"I want <these>.\"") || file.text.contains("\"words\":\"I want <these>.\""))
    room.now = room.now + .seconds(3600)
    #expect(await room.get("/access/" + permit).status == 410)
  }

  @Test func erasingAsksOnce() async {
    room.desk.add("ann@example.org")
    let permit = room.desk.permit(.access, "ann@example.org", at: room.now)
    let asked = await room.post("/access/" + permit, [("do", "erase")])
    #expect(await room.get(asked.location ?? "").heading == "Really erase everything?")
    #expect(account() != nil)
    let erased = await room.post("/access/" + permit, [("do", "erase-now")])
    #expect(account() == nil)
    #expect(await room.get(erased.location ?? "").heading == "Done: everything is erased")
  }

  /// A 40.
  @Test func anotherAddressIsConfirmedThereAndCanBeTakenBack() async {
    room.desk.add("ann@example.org")
    let permit = room.desk.permit(.access, "ann@example.org", at: room.now)
    let asked = await room.post("/access/" + permit, [("do", "move"), ("email", "new@example.org")])
    #expect(asked.location == "/access/\(permit)?moving")
    #expect(room.desk.seen.movesAsked == [mailbox("new@example.org")])
    #expect(account() != nil)
    #expect(await room.post("/access/" + permit, [("do", "move"), ("email", "x")]).status == 422)
    let new = room.desk.permit(.newAddress, "new@example.org", at: room.now)
    #expect(await room.get("/move/" + new).text.contains("Emails to new@example.org"))
    let moved = await room.post("/move/" + new, [])
    #expect(await room.get(moved.location ?? "").heading == "Your address has changed")
    #expect(follows("new@example.org") == ["weekly:*"])
    let old = room.desk.permit(.oldAddress, "ann@example.org", at: room.now)
    #expect(await room.get("/move-back/" + old).heading == "Change the address back?")
    _ = await room.post("/move-back/" + old, [])
    #expect(follows() == ["weekly:*"])
  }
}
