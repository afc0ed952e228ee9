import CourantTesting
import Model
import Testing
import Time

@testable import Web

/// Used links, and pages of readers who left: they explain what happened, and what to do now.
struct DeadEndTests {
  private let room: Room

  init() throws { room = try Room() }

  @Test func aConfirmationThatWasUsedSaysSo() async {
    let token = room.desk.add("ann@example.org", status: .pending)
    let permit = room.desk.permit(.confirm, "ann@example.org", at: room.now)
    #expect(await room.get("/confirm/" + permit).heading == "One more press")
    #expect(await room.post("/confirm/" + permit, []).status == 303)
    let page = await room.get("/confirm/" + permit)
    #expect(page.status == 200)
    #expect(page.heading == "Done: you are subscribed")
    #expect(page.text.contains("href=\"/preferences/\(token)\""))
    #expect(page.text.contains("href=\"/refuse/\(permit)\""))
    // The button that is still visible in another window has the same effect as before.
    #expect(await room.post("/confirm/" + permit, []).status == 303)
  }

  @Test func aConfirmationThatIsTooOldAsksToSignUp() async {
    let permit = room.desk.permit(.confirm, "ann@example.org", at: room.now)
    room.now = room.now + .seconds(31 * 86_400)
    let page = await room.get("/confirm/" + permit)
    #expect(page.status == 410)
    #expect(page.text.contains("Nothing was sent, and what you had written is erased. Please sign up again."))
    #expect(page.text.contains("href=\"/subscribe\""))
  }

  @Test func aLinkToAnAddressThatChangedAsksForTheNewOne() async {
    let permit = room.desk.permit(.access, "old@example.org", at: room.now)
    let page = await room.get("/access/" + permit)
    #expect(page.status == 410)
    #expect(page.text.contains("If you changed it, write the new one, and a link comes to it."))
    #expect(page.text.contains("action=\"/preferences\""))
  }

  @Test func aMoveThatWasDoneSaysSo() async {
    let token = room.desk.add("ann@example.org")
    let permit = room.desk.permit(.newAddress, "new@example.org", at: room.now)
    #expect(await room.post("/move/" + permit, [("do", "yes")]).status == 303)
    let page = await room.get("/move/" + permit)
    #expect(page.heading == "Your address has changed")
    #expect(page.text.contains("href=\"/preferences/\(token)\""))
  }

  @Test func aReaderWhoLeftIsToldWhatSavingDoes() async {
    let token = room.desk.add("ann@example.org", "daily", .some(feeds("ms")), status: .ended)
    let page = await room.get("/preferences/" + token)
    #expect(page.text.contains("You get none of these emails now."))
    #expect(!page.text.contains("Pause my emails"))
    #expect(!page.text.contains("Stop these emails"))
    let hidden = page.text.matches(of: /type="hidden" name="([a-z.]+)" value="([a-z]+)"/).map { "\($0.1)=\($0.2)" }
    #expect(hidden == ["digest=daily", "feed.daily=ms"])
    #expect(page.text.contains(">Come back</button>"))
    let saved = await room.post("/preferences/" + token, [("do", "save"), ("digest", "daily"), ("feed.daily", "ms")])
    let after = await room.get(saved.location ?? "")
    #expect(after.text.contains("Daily begins when you confirm it: an email is on its way to you."))
  }

  @Test func leavingOneDigestNamesTheOther() async {
    let token = room.desk.add("ann@example.org")
    let other = room.desk.add("ann@example.org", "daily")
    let left = await room.post("/unsubscribe/" + token, [("leave", "one")])
    for page in [await room.get(left.location ?? ""), await room.get("/unsubscribe/" + token)] {
      #expect(page.text.contains("You still get Daily."))
      #expect(page.text.contains("action=\"/unsubscribe/\(other)\""))
      #expect(page.text.contains(">Stop Daily, too</button>"))
    }
    let all = await room.post("/unsubscribe/" + other, [("leave", "all")])
    #expect(await room.get(all.location ?? "").text.contains("You still get") == false)
  }

  /// The sentence is one of the site's phrases, so the page can show it in the reader's language; any other is shown as
  /// recorded.
  @Test func theWordsOfAConsentAreShownInTheReadersLanguage() async {
    room.desk.add("ann@example.org", language: "de")
    for words in ["I want these emails from Research news. I can leave at any time.", "Oui, <volontiers>."] {
      var event = ConsentEvent(.asked, at: .at("2026-11-01T09:00:00Z"), digest: "weekly")
      event.words = words
      room.desk.add(event, of: "ann@example.org")
    }
    let permit = room.desk.permit(.access, "ann@example.org", at: room.now)
    let page = await room.get("/access/" + permit).text
    #expect(page.contains("Research news") && !page.contains("I want these emails"))
    #expect(page.contains("Oui, &lt;volontiers&gt;."))
  }

  @Test func writingToUsIsALinkOnlyWithAnAddress() async throws {
    #expect(await room.get("/subscribe").text.contains("href=\"mailto:editors@example.org\""))
    var site = Room.site
    site.editors = nil
    let other = try Room(Room.house(site))
    #expect(await other.get("/subscribe?sent").text.lowercased().contains("write to us") == false)
  }
}
