import CourantTesting
import LedgerSQL
import Model
import Testing
import Time
import Web

@testable import Desk

/// Who may see the desk, and who may act (C 13–16).
struct SigningInTests {
  private let site: SampleSite
  private let ledger: SQLLedger

  init() throws {
    site = try SampleSite()
    ledger = try SQLLedger(inMemory: ())
  }

  private func room(_ settings: String = Room.operators) throws -> Room { try Room(site, settings, ledger: ledger) }

  @Test func nobodySeesAPageWithoutSigningIn() async throws {
    let browser = Browser(try room())
    for path in ["/", "/status", "/status.json"] {
      let page = await browser.get(path)
      #expect(page.status == 401, "\(path)")
      #expect(!page.text.contains("Last run"))
    }
    let style = await browser.get("/desk.css")
    #expect(style.status == 200)
  }

  @Test func aLinkAsksFirstAndSignsInOnce() async throws {
    let room = try room()
    let browser = Browser(room)
    let link = try room.link()
    // A program that opens links does not use it up.
    for _ in 1...2 { #expect(await browser.get(link).heading == "Sign in as ann?") }
    #expect(browser.cookie == nil)
    let answer = await browser.post(link)
    #expect(answer.status == 303)
    #expect(answer.location == "/?signed-in")
    let field = try #require(answer.field("Set-Cookie"))
    #expect(field.wholeMatch(of: /courant-desk=[0-9a-f]{40}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200/) != nil)
    #expect(await browser.get("/").status == 200)
    #expect(await browser.get("/").text.contains("Sign out ann"))
    #expect(await Browser(room).post(link).status == 410)
    #expect(await Browser(room).get(link).status == 410)
    #expect(room.done == ["sign in ann by ann"])
  }

  @Test func aLinkLapsesAfterTenMinutesAndASessionAfterTwelveHours() async throws {
    let room = try room()
    let early = try room.link()
    room.now = room.now + .seconds(599)
    #expect(await Browser(room).get(early).status == 200)
    room.now = room.now + .seconds(1)
    #expect(await Browser(room).post(early).status == 410)
    let browser = try await Browser.signedIn(room)
    room.now = room.now + .seconds(12 * 3600 - 1)
    #expect(await browser.get("/").status == 200)
    room.now = room.now + .seconds(1)
    #expect(await browser.get("/").status == 401)
  }

  /// The ledger is copied into backups, and anyone who reads it must not be able to sign in.
  @Test func theLedgerHasOnlyHashes() async throws {
    let room = try room()
    let link = try room.link()
    let secret = link.split(separator: "/").last.map(String.init) ?? ""
    #expect(try ledger.operatorName(ofLink: secret, at: room.now) == nil)
    #expect(try ledger.operatorName(ofLink: DeskSecret.hash(secret), at: room.now) == "ann")
  }

  @Test func logoutEndsSessionsAndLinks() async throws {
    let room = try room()
    let ann = try await Browser.signedIn(room)
    let bob = try await Browser.signedIn(room, "bob")
    let link = try room.link()
    #expect(try ledger.endSessions(of: "ann") == 1)
    #expect(await ann.get("/").status == 401)
    #expect(await bob.get("/").status == 200)
    #expect(await Browser(room).get(link).status == 410)
    #expect(try ledger.endSessions(of: nil) == 1)
    #expect(await bob.get("/").status == 401)
  }

  @Test func signingOutEndsTheSession() async throws {
    let room = try room()
    let browser = try await Browser.signedIn(room, "bob")
    let old = Browser(room)
    old.fields = [("cookie", try #require(browser.cookie))]
    #expect(await browser.post("/sign-out").location == "/")
    #expect(browser.cookie == nil)
    #expect(await old.get("/").status == 401)
  }

  /// Roles come from the settings, not from the session.
  @Test func whoIsTakenFromTheSettingsIsSignedOut() async throws {
    let first = try room()
    let browser = try await Browser.signedIn(first)
    let other = try Room(try SampleSite(), "[operators.bob]", ledger: ledger)
    let later = Browser(other)
    later.fields = [("cookie", try #require(browser.cookie))]
    #expect(await later.get("/").status == 401)
  }

  @Test func behindHTTPSTheCookieHasThePrefixOfItsHost() async throws {
    let room = try room("[desk]\nurl = \"https://desk.example.org\"\n" + Room.operators)
    let browser = Browser(room)
    browser.host = "desk.example.org"
    browser.peer = .socket
    let answer = await browser.post(try room.link())
    let field = try #require(answer.field("Set-Cookie"))
    #expect(
      field.wholeMatch(of: /__Host-courant=[0-9a-f]{40}; Path=\/; HttpOnly; Secure; SameSite=Strict; Max-Age=43200/)
        != nil)
    #expect(await browser.get("/").status == 200)
    // An unencrypted page uses a different cookie.
    browser.fields = [("cookie", try #require(browser.cookie?.replacing("__Host-courant", with: "courant-desk")))]
    let plain = Browser(room)
    plain.host = "desk.example.org"
    plain.fields = browser.fields
    #expect(await plain.get("/").status == 401)
  }

  @Test func aBrowserThatKeptNoCookieIsTold() async throws {
    let page = await Browser(try room()).get("/?signed-in")
    #expect(page.status == 401)
    #expect(page.text.contains("Your browser did not keep the cookie"))
  }

  // MARK: - Forms

  @Test func aFormWithoutTheTokenOfItsSessionDoesNothing() async throws {
    let room = try room()
    let ann = try await Browser.signedIn(room)
    let other = try await Browser.signedIn(room, "bob")
    for token in [String(repeating: "0", count: 40), await other.token() ?? "", ""] {
      #expect(await ann.post("/sign-out", [("token", token)]).status == 403)
    }
    #expect(await ann.send("POST", "/sign-out").status == 403)
    #expect(await ann.get("/").status == 200)
  }

  @Test(arguments: [
    ([("origin", "https://evil.example")], 403), ([("origin", "null")], 403), ([("sec-fetch-site", "cross-site")], 403),
    ([("sec-fetch-site", "same-site")], 403), ([("origin", "http://127.0.0.1:9999")], 403),
    ([("origin", "http://127.0.0.1:8081"), ("sec-fetch-site", "same-origin")], 303), ([], 303),
  ])
  func aFormOfAnotherSiteDoesNothing(_ fields: [(String, String)], _ status: Int) async throws {
    let browser = try await Browser.signedIn(try room())
    browser.fields = fields
    #expect(await browser.post("/sign-out").status == status)
  }

  @Test func aPageOfAnotherNameIsNotServed() async throws {
    let browser = Browser(try room())
    for host in ["127.0.0.1:8081", "localhost:8081", "[::1]:8081", "LOCALHOST"] {
      browser.host = host
      #expect(await browser.get("/").status == 401, "\(host)")
    }
    for host in ["evil.example", "127.0.0.1.evil.example:8081", ""] {
      browser.host = host
      #expect(await browser.get("/").status == 421, "\(host)")
    }
  }

  // MARK: - The web server in front

  private static let header = "[desk]\nauth_header = \"Remote-User\"\ntrusted_proxy = \"127.0.0.9\"\n" + Room.operators

  @Test func theHeaderOfTheTrustedServerSignsIn() async throws {
    let browser = Browser(try room(Self.header))
    browser.fields = [("remote-user", "ann")]
    for peer in [WebRequest.Peer.socket, .address("127.0.0.9")] {
      browser.peer = peer
      #expect(await browser.get("/").text.contains("Sign out ann"))
      #expect(await browser.send("POST", "/sign-out").status == 403)
      #expect(await browser.post("/sign-out").status == 303)
    }
    browser.fields = [("remote-user", "mallory")]
    #expect(await browser.get("/").status == 403)
  }

  @Test func theHeaderOfAnyoneElseIsRefusedAndReported() async throws {
    let room = try room(Self.header)
    let browser = try await Browser.signedIn(room)
    browser.fields = [("remote-user", "ann")]
    #expect(await browser.get("/").status == 403)
    #expect(
      room.reported == ["desk: refused a request from 127.0.0.1 that claimed to be signed in by the web server"])
  }

  @Test func withoutTheSettingTheHeaderIsNothing() async throws {
    let browser = Browser(try room())
    browser.peer = .socket
    browser.fields = [("remote-user", "ann")]
    #expect(await browser.get("/").status == 401)
  }

  // MARK: - Pages

  @Test func everyAnswerIsGuarded() async throws {
    let browser = try await Browser.signedIn(try room())
    for path in ["/", "/status.json", "/none", "/desk.css"] {
      let answer = await browser.get(path)
      #expect(answer.field("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true, "\(path)")
      #expect(answer.field("X-Content-Type-Options") == "nosniff")
      #expect(answer.field("Referrer-Policy") == "same-origin")
      #expect(answer.field("Content-Length") == "\(answer.body.count)")
    }
    #expect(await browser.get("/").field("Cache-Control") == "no-store")
    #expect(await browser.get("/none").status == 404)
    #expect(await browser.send("PUT", "/").status == 405)
    #expect(await browser.send("PUT", "/").field("Allow") == "GET, HEAD")
  }
}

/// A link by mail (C 14).
struct MailedLinkTests {
  private let site: SampleSite
  private let ledger: SQLLedger

  init() throws {
    site = try SampleSite()
    ledger = try SQLLedger(inMemory: ())
  }

  private func room() throws -> Room {
    try Room(site, "[desk]\nurl = \"https://desk.example.org\"\n" + Room.operators, ledger: ledger)
  }

  @Test func anOperatorGetsALinkThatSignsIn() async throws {
    let room = try room()
    let browser = Browser(room)
    #expect(await browser.get("/").text.contains("<button class=\"button\">Mail me a link</button>"))
    #expect(await browser.send("POST", "/sign-in", "mail=Ann%40example.org").location == "/?mailed")
    // Nothing is done before the answer, so its time reveals nothing.
    #expect(room.sent == [])
    await room.finish()
    let parcel = try #require(room.sent.first)
    #expect(parcel.recipient == mailbox("ann@example.org"))
    let text = String(decoding: parcel.message, as: UTF8.self)
    let link = try #require(text.firstMatch(of: /https:\/\/desk\.example\.org(\/sign-in\/[0-9a-f]{40})/)).1
    #expect(text.contains("Subject: Sign in at the desk of "))
    #expect(await browser.get(String(link)).heading == "Sign in as ann?")
    #expect(await browser.post(String(link)).location == "/?signed-in")
    #expect(await browser.get("/").status == 200)
  }

  @Test func theAnswerIsTheSameForEveryAddress() async throws {
    let room = try room()
    for sent in ["mail=ann%40example.org", "mail=nobody%40example.org", "mail=nonsense", ""] {
      let answer = await Browser(room).send("POST", "/sign-in", sent)
      #expect(answer == (await Browser(room).send("POST", "/sign-in", "mail=x%40example.org")))
    }
    await room.finish()
    #expect(room.sent.count == 1)
    #expect(await Browser(room).send("GET", "/sign-in").status == 405)
  }

  @Test func linksAreLimitedForEachOperator() async throws {
    let room = try room()
    for minute in 0..<90 {
      room.now = .at("2026-11-23T07:30:00Z") + .seconds(Int64(minute * 60))
      _ = await Browser(room).send("POST", "/sign-in", "mail=ann%40example.org")
      await room.finish()
      if minute == 1 { #expect(room.sent.count == 1) }
      if minute == 59 { #expect(room.sent.count == 5) }
    }
    #expect(room.sent.count == 10)
  }

  @Test func anotherSitesFormAndASuppressedAddressGetNothing() async throws {
    let room = try room()
    let browser = Browser(room)
    browser.fields = [("origin", "https://elsewhere.example")]
    #expect(await browser.send("POST", "/sign-in", "mail=ann%40example.org").status == 403)
    _ = try ledger.end(mailbox("ann@example.org"), digest: nil, at: room.now)
    _ = await Browser(room).send("POST", "/sign-in", "mail=ann%40example.org")
    await room.finish()
    #expect(room.sent == [])
    #expect(room.reported == ["desk: ann got no link: their address is suppressed"])
  }

  /// Without `url` or a port in `listen`, no link could be written.
  @Test func withoutAnAddressThereIsNoForm() async throws {
    let browser = Browser(try Room(site, ledger: ledger))
    #expect(!(await browser.get("/").text.contains("Mail me a link")))
    #expect(await browser.send("POST", "/sign-in", "mail=ann%40example.org").location == "/?mailed")
  }
}
