import CourantTesting
import Model
import Testing
import Text
import Time

@testable import Web

/// A 1–22.
struct SubscribingTests {
  private let room: Room

  init() throws { room = try Room() }

  private var requests: [ReaderRequest] { room.desk.seen.requests }

  private let form = [("email", "ann@example.org"), ("digest", "weekly")]

  @Test func thePageHasAddressDigestsAndFeeds() async {
    let page = await room.get("/subscribe")
    #expect(page.status == 200)
    #expect(page.heading == "Get the news by email")
    #expect(page.text.contains("autocomplete=\"email\""))
    #expect(page.text.contains("next on 30 November 2026 at 7:00, if there is news"))
    for word in ["Weekly", "Daily", "Feed movement", "What ms holds."] { #expect(page.text.contains(word)) }
    #expect(!page.text.contains("Inner"))
    #expect(!page.text.contains(" checked"))
  }

  @Test func onlyWhatThePageWasAboutIsTicked() async {
    let page = await room.get("/subscribe?feed=ms&feed=%22%3E%3Cscript%3E")
    #expect(page.text.matches(of: /value="([a-z]+)" checked/).map { String($0.1) } == ["ms"])
    #expect(!page.text.contains("<script"))
  }

  @Test func aRequestIsRecordedWithItsConsent() async throws {
    let fields = [("origin", "https://news.example.org"), ("x-forwarded-for", "192.0.2.7")]
    let answer = await room.post("/subscribe", form + [("feed", "ms"), ("name", "Ann")], fields)
    #expect(answer.status == 303)
    #expect(answer.location == "/subscribe?sent")
    var expected = ReaderRequest(
      .subscribe([WantedDigest("weekly", .some(feeds("ms")))]), from: mailbox("ann@example.org"))
    expected.name = "Ann"
    expected.origin = "https://news.example.org"
    expected.words = "I want these emails from Research news. I can leave at any time."
    expected.network = "192.0.2.0/24"
    #expect(requests == [expected])
    #expect(await room.get("/subscribe?sent").heading == "Check your email")
  }

  /// A 5: nothing is looked up.
  @Test func theAnswerIsTheSameForEveryone() async {
    room.desk.add("known@example.org")
    room.desk.add("pending@example.org", status: .pending)
    room.desk.add("left@example.org", status: .ended)
    var answers: Set<WebResponse> = []
    for name in ["known", "pending", "left", "new"] {
      answers.insert(await room.post("/subscribe", [("email", name + "@example.org"), ("digest", "weekly")]))
      answers.insert(await room.post("/subscribe", [("email", name + "@example.org"), ("digest", "weekly")]))
    }
    #expect(answers.count == 1)
    #expect(requests.count == 8)
  }

  /// A 4.
  @Test(arguments: [
    ("https://www.example.org/thanks?a=b", "https://www.example.org/thanks?a=b"),
    ("https://www.example.org.evil.example/", "/subscribe?sent"),
    ("https://www.example.org@evil.example/", "/subscribe?sent"),
    ("//evil.example/", "/subscribe?sent"), ("javascript:alert(1)", "/subscribe?sent"),
    ("https://www.example.org/\r\nX: y", "/subscribe?sent"), ("http://www.example.org/", "/subscribe?sent"),
    ("https://www.example.org\\@evil.example/", "/subscribe?sent"),
  ])
  func aFormReturnsOnlyToListedOrigins(_ next: String, _ place: String) async {
    #expect(await room.post("/subscribe", form + [("next", next)]).location == place)
  }

  @Test func theRedirectOfAnEmbeddedFormIsAllowedByItsPage() async {
    let page = await room.post(
      "/subscribe", [("email", "no"), ("digest", "weekly"), ("next", "https://www.example.org/x")])
    #expect(page.status == 422)
    #expect(page.field("Content-Security-Policy")?.contains("form-action 'self' https://www.example.org;") == true)
    #expect(page.text.contains("name=\"next\" value=\"https://www.example.org/x\""))
  }

  /// A 14.
  @Test func aFieldThatOnlyMachinesFillMailsNobody() async throws {
    #expect(await room.post("/subscribe", form + [("homepage", "http://x")]).location == "/subscribe?sent")
    #expect(requests.isEmpty)
    try room.door.settle(on: room.desk)
    #expect(room.desk.seen.counts == ["machine-filled forms": 1])
  }

  /// A 15.
  @Test func aFormThatComesBackTooSoonKeepsItsInput() async throws {
    let seal = try #require(await room.get("/subscribe").text.firstMatch(of: /name="at" value="([^"]*)"/)).1
    room.now = room.now + .seconds(1)
    let fields = form + [("at", String(seal)), ("name", "Ann"), ("feed", "ms")]
    let page = await room.post("/subscribe", fields)
    #expect(page.status == 422)
    #expect(page.text.contains("name=\"sure\""))
    #expect(page.text.contains("value=\"ann@example.org\""))
    #expect(page.text.matches(of: /value="([a-z]+)" checked/).map { String($0.1) } == ["ms", "weekly"])
    #expect(requests.isEmpty)
    #expect(await room.post("/subscribe", fields + [("sure", "yes")]).status == 303)
    #expect(requests.count == 1)
    room.now = room.now + .seconds(1)
    #expect(await room.post("/subscribe", fields).status == 303)
    #expect(await room.post("/subscribe", form + [("at", "1.00")]).status == 303)
  }

  /// A 17–19.
  @Test(arguments: [
    ("email", "", "Write your email address like name@example.org."),
    ("email", "ann", "Write your email address like name@example.org."),
    ("email", "ann@[192.0.2.1]", "Write your email address like name@example.org."),
    ("email", "a\u{202E}nn@example.org", "Write your email address like name@example.org."),
    ("email", "ann@example.org\r\nBcc: eve@example.org", "Write your email address like name@example.org."),
    ("name", "Win at https://x.example", "Write a name of at most 80 characters, without addresses."),
    ("name", "Ann\nBcc: x", "Write a name of at most 80 characters, without addresses."),
    ("name", String(repeating: "a", count: 81), "Write a name of at most 80 characters, without addresses."),
    ("email", "ann@trash.example", "Addresses at trash.example are not accepted here. Please use another one."),
    ("digest", "inner", "This cannot be subscribed to here."),
    ("digest", "nothing", "This cannot be subscribed to here."),
    ("feed", "nothing", "This cannot be subscribed to here."), ("digest", "", "This cannot be subscribed to here."),
  ])
  func aMistakeIsShownNextToItsField(_ field: String, _ value: String, _ sentence: String) async {
    var fields = [("email", "ann@example.org"), ("digest", "weekly"), ("name", "O'Neil <b>")].filter { $0.0 != field }
    fields.append((field, value))
    let page = await room.post("/subscribe", fields)
    #expect(page.status == 422)
    #expect(page.text.contains("<title>Error: Get the news by email"))
    #expect(page.text.ranges(of: sentence).count == 2)
    if field != "name" { #expect(page.text.contains("value=\"O&#39;Neil &lt;b&gt;\"")) }
    #expect(requests.isEmpty)
  }

  @Test(arguments: [
    "a+b@example.org", "o'neil@example.org", "a.b.c@example.photography", "ann@bücher.example",
    "ann@xn--bcher-kva.example",
  ])
  func unusualAddressesAreTaken(_ address: String) async {
    #expect(await room.post("/subscribe", [("email", " \(address) "), ("digest", "weekly")]).status == 303)
    #expect(requests.map(\.address) == [mailbox(address)])
  }

  @Test func anEmptyChoiceIsQuestioned() async {
    let page = await room.post("/subscribe", [("email", "ann@example.org"), ("at", "")])
    #expect(page.status == 422)
    #expect(page.text.ranges(of: "Choose at least one.").count == 2)
  }

  /// The box below an article names a feed alone.
  @Test func aFormAboutAFeedMeansTheFirstDigestWithIt() async {
    #expect(await room.post("/subscribe", [("email", "ann@example.org"), ("feed", "ms")]).status == 303)
    #expect(requests.map(\.kind) == [.subscribe([WantedDigest("weekly", .some(feeds("ms")))])])
  }

  @Test func eachDigestGetsItsOwnFeeds() async {
    let fields = [
      ("email", "ann@example.org"), ("digest", "weekly"), ("digest", "daily"), ("feed", "ms"), ("feed", "movement"),
    ]
    #expect(await room.post("/subscribe", fields).status == 303)
    #expect(
      requests.map(\.kind) == [
        .subscribe([WantedDigest("weekly", .some(feeds("movement", "ms"))), WantedDigest("daily")])
      ])
  }

  /// A 20: a choice, never a change.
  @Test func aSlipInTheDomainIsAQuestion() async {
    room.change { $0.doubt = { $0.domain == "gmial.com" ? .slip(mailbox("\($0.localPart)@gmail.com")) : nil } }
    let fields = [("email", "ann@gmial.com"), ("digest", "weekly")]
    let page = await room.post("/subscribe", fields)
    #expect(page.status == 422)
    #expect(page.text.contains("Did you mean ann@gmail.com?"))
    #expect(requests.isEmpty)
    #expect(await room.post("/subscribe", fields + [("sure", "yes"), ("use", "ann@gmail.com")]).status == 303)
    #expect(await room.post("/subscribe", fields + [("sure", "yes"), ("keep", "yes")]).status == 303)
    // The Enter key presses the first button, after another address was typed.
    let typed = [("email", "ann@example.org"), ("digest", "weekly"), ("sure", "yes"), ("use", "ann@gmail.com")]
    #expect(await room.post("/subscribe", typed).status == 303)
    #expect(requests.map(\.address.domain) == ["gmail.com", "gmial.com", "example.org"])
  }

  @Test func aDomainWithoutServersIsAQuestion() async {
    room.change { $0.doubt = { _ in .noServer } }
    let page = await room.post("/subscribe", form)
    #expect(page.text.contains("No mail server was found for example.org. Is the address right?"))
    #expect(page.text.contains("Yes, ann@example.org is right"))
    #expect(!page.text.contains("No, ann@example.org"))
    #expect(await room.post("/subscribe", form + [("sure", "yes")]).status == 303)
  }

  /// A 32: the addresses of machines are recorded only if the operator turns it on.
  @Test(arguments: [true, false]) func theMachineIsRecordedOnlyIfTheOperatorSaysSo(_ isRecorded: Bool) async throws {
    var site = Room.site
    site.web?.recordsMachines = isRecorded
    let room = try Room(Room.house(site))
    #expect(await room.post("/subscribe", form, [("x-forwarded-for", "192.0.2.7")]).status == 303)
    #expect(room.desk.seen.requests.map(\.machine) == [isRecorded ? "192.0.2.7" : nil])
    #expect(room.desk.seen.requests.map(\.network) == ["192.0.2.0/24"])
  }

  /// A 41.
  @Test(arguments: [
    ("/subscribe", "de-AT,de;q=0.9,en;q=0.8", "de"), ("/subscribe?lang=fr", "de", "fr"), ("/subscribe", "ar", "ar"),
    ("/subscribe", "xx;q=1, es;q=0.5, fr;q=0.1", "es"), ("/subscribe", "de;q=0", "en"),
    ("/subscribe", "en-GB, de", "en"),
    ("/subscribe?lang=%3Cb%3E", "", "en"), ("/subscribe", "zh-TW", "zh-Hant"), ("/subscribe", "zh-SG, de", "zh-Hans"),
    ("/subscribe", "pt-PT", "pt"), ("/subscribe?lang=he", "en", "he"), ("/subscribe", "iw", "he"),
    ("/subscribe", "PL", "pl"),
  ])
  func thePageHasTheReadersLanguage(_ target: String, _ accepted: String, _ tag: String) async {
    let page = await room.get(target, [("accept-language", accepted)])
    #expect(page.text.contains("<html lang=\"\(tag)\" dir=\"\(["ar", "he"].contains(tag) ? "rtl" : "ltr")\">"))
  }

  @Test func theLanguageOfThePageIsRecorded() async {
    _ = await room.post("/subscribe", form + [("lang", "de")])
    #expect(requests.map(\.language) == ["de"])
    #expect(requests.first?.words.hasPrefix("Ich möchte diese E-Mails") == true)
    #expect(await room.post("/subscribe", form + [("lang", "de")]).location == "/subscribe?sent&lang=de")
  }
}
