import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time
import Web

@testable import Desk

/// The desk's answers to machines, and its records about people.
struct MachineTests {
  private let newsroom: Newsroom
  private let room: Room

  init() throws {
    let site = try SampleSite()
    try site.article("first", dated: "2026-11-10T09:00:00Z")
    newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org")])
    _ = try newsroom.run("2026-11-23T07:30:00Z")
    room = try Room(site, ledger: newsroom.ledger)
  }

  @Test func machinesAreAnsweredWithoutSigningIn() async {
    let browser = Browser(room)
    #expect(await browser.get("/healthz").text == "ok\n")
    #expect(await browser.get("/readyz").text == "ready\n")
    let metrics = await browser.get("/metrics")
    #expect(metrics.field("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
    #expect(metrics.text.contains("courant_subscriptions{digest=\"weekly\",status=\"confirmed\"} 1\n"))
    #expect(browser.cookie == nil)
  }

  @Test func nothingIsReadyWithoutRuns() async {
    room.now = .at("2026-11-23T07:46:00Z")
    let answer = await Browser(room).get("/readyz")
    #expect(answer.status == 503)
    let reason = "the last run began at 2026-11-23 07:30, longer ago than `run_within` of [alerts]"
    #expect(answer.text == "\(reason); start cron or the timer again\n")
    #expect(await Browser(room).get("/healthz").status == 200)
  }

  @Test(arguments: ["/healthz", "/readyz", "/metrics"])
  func aRequestThatAWebServerPassedOnIsNotForMachines(path: String) async {
    let browser = Browser(room)
    browser.fields = [("x-forwarded-for", "192.0.2.1")]
    #expect(await browser.get(path).status == 404)
  }

  /// Of a ledger on a server.
  @Test func processesAtWorkAreListed() throws {
    let until = room.now + .seconds(60)
    let machines = [
      WorkingMachine(host: "news1", process: 4711, work: .run, until: until),
      WorkingMachine(host: "news2", process: 12, work: .delivery, until: until),
      WorkingMachine(host: "news2", process: 13, work: nil, until: until),
    ]
    let clock = DeskClock(zone: .utc, now: room.now)
    let table = try #require(StatusPage.machines(machines.map(SiteStatus.MachineStatus.init), nil, clock)?.tables.first)
    #expect(
      table.rows.map { $0.map(\.text).joined(separator: " | ") } == [
        "news1 | 4711 | gathers, publishes and freezes | until 2026-11-23 07:31",
        "news2 | 12 | delivers | until 2026-11-23 07:31", "news2 | 13 | works | until 2026-11-23 07:31",
      ])
    #expect(StatusPage.machines([], nil, clock)?.tables.count == nil)
  }

  @Test(arguments: [
    ("run `courant why`", "run <code>courant why</code>"), ("`a<b` & `c`", "<code>a&lt;b</code> &amp; <code>c</code>"),
    ("a ` alone, <b>", "a ` alone, &lt;b&gt;"), ("", ""), ("``", "<code></code>"),
  ])
  func whatIsBetweenBackticksIsCode(_ sentence: String, _ markup: String) {
    #expect(DeskText.markup(of: sentence) == markup)
  }

  @Test func theMachineThatGathersIsNamed() throws {
    try newsroom.ledger.setNote("gathering machine", "2026-11-23T05:00:00Z\nnews1\n/srv/news")
    let machine = try #require(try GatheringMachine(in: newsroom.ledger))
    let clock = DeskClock(zone: .utc, now: .at("2026-11-23T07:30:00Z"))
    let part = StatusPage.machines([], SiteStatus.GathererStatus(machine), clock)
    #expect(part?.texts == ["Articles are gathered on news1 (/srv/news), last about 2 h ago."])
    #expect(part?.tables.count == 0)
  }

  @Test func theAuditNamesWhoDidWhat() async throws {
    let browser = try await Browser.signedIn(room)
    _ = await browser.post("/readers/1/suppress")
    let page = await browser.get("/audit")
    #expect(page.text.contains("ann@127.0.0.1 (desk)"))
    #expect(page.text.contains("<a href=\"/readers/1\">reader 1 (a…@e…e.org)</a>"))
    let acts = await browser.get("/audit.json").text
    #expect(acts.contains("\"act\" : \"suppress\""))
    #expect(acts.contains("\"act\" : \"sign in\""))
    #expect(await browser.get("/audit?before=1").text.contains("Nothing was done yet."))
  }
}
