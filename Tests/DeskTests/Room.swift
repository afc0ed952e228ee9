import CourantTesting
import Couriers
import LedgerSQL
import Model
import Press
import Synchronization
import Text
import Time
import Web

@testable import Desk

/// The desk of a site, without a socket.
final class Room: Sendable {
  static let operators = """
    [operators.ann]
    mail = "ann@example.org"
    role = "act"
    [operators.bob]
    """

  let ledger: SQLLedger
  let opened: OpenedSite
  private let house: DeskHouse
  private let clock = Mutex(Instant.at("2026-11-23T07:30:00Z"))
  private let acts = Mutex<[Act]>([])
  private let reports = Mutex<[String]>([])
  private let parcels = Mutex<[Parcel]>([])
  private let secrets = Mutex(0)
  private let links = LinkLimits()
  private let tasks = Mutex<[@Sendable () async -> Void]>([])

  /// - Parameter settings: `[desk]` and `[operators]`.
  init(_ site: SampleSite, _ settings: String = Room.operators, ledger: SQLLedger) throws {
    self.ledger = ledger
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + "\n" + settings + "\n", to: "schedule.conf")
    opened = try OpenedSite(folder: site.path)
    house = try DeskHouse(opened)
  }

  var now: Instant {
    get { clock.withLock { $0 } }
    set { clock.withLock { $0 = newValue } }
  }

  /// Each as `VERB ABOUT by NAME`.
  var done: [String] { acts.withLock { $0.map { "\($0.verb.rawValue) \($0.target.name ?? "") by \($0.by.name)" } } }
  var reported: [String] { reports.withLock { $0 } }
  var sent: [Parcel] { parcels.withLock { $0 } }

  var desk: Desk {
    let thread = LedgerThread<any DeskLedger> { self.ledger }
    let house = house
    var desk = Desk(acting: thread, reading: thread, house: { house }, clock: { self.now })
    desk.ways.press = { ledger, now in
      PressRun(self.opened, ledger: ledger, now: now, courier: { RecordingCourier() })
    }
    desk.ways.record = { act, ledger in
      try ledger.record(act)
      self.acts.withLock { $0.append(act) }
    }
    desk.ways.report = { line in self.reports.withLock { $0.append(line) } }
    desk.ways.send = { parcel in
      self.parcels.withLock { $0.append(parcel) }
      return .accepted(Reply(stage: .finalDot, code: 250, text: "recorded"))
    }
    desk.ways.formKey = [1, 2, 3]
    desk.ways.links = links
    desk.ways.later = { task in self.tasks.withLock { $0.append(task) } }
    desk.ways.randomSecret = { self.secret() }
    return desk
  }

  /// Does what was put off until after the answers.
  func finish() async {
    let open = tasks.withLock { tasks in
      defer { tasks = [] }
      return tasks
    }
    for task in open { await task() }
  }

  /// Another one with each call.
  func secret() -> String {
    let number = secrets.withLock { number in
      number += 1
      return number
    }
    return String(repeating: "0", count: 38) + (number < 10 ? "0" : "") + "\(number)"
  }

  /// What `courant login` records.
  func link(_ name: String = "ann") throws -> String {
    let secret = secret()
    try ledger.record(link: DeskSecret.hash(secret), of: name, until: now + Desk.linkLife, at: now)
    return "/sign-in/" + secret
  }

  func ask(_ request: WebRequest) async -> WebResponse { await desk.answer(request) }
}

/// A browser that keeps one cookie.
final class Browser {
  let room: Room
  private(set) var cookie: String?
  var fields: [(String, String)] = []
  var peer = WebRequest.Peer.address("127.0.0.1")
  var host = "127.0.0.1:8081"

  init(_ room: Room) { self.room = room }

  static func signedIn(_ room: Room, _ name: String = "ann") async throws -> Browser {
    let browser = Browser(room)
    _ = await browser.post(try room.link(name), [])
    return browser
  }

  func get(_ target: String) async -> WebResponse { await send("GET", target) }

  /// - Parameter form: with the token of the session, unless there is one among them.
  func post(_ target: String, _ form: [(String, String)] = []) async -> WebResponse {
    var form = form
    if !form.contains(where: { $0.0 == "token" }), let token = await token() { form.append(("token", token)) }
    let body = form.map { percentEncoded($0.0) + "=" + percentEncoded($0.1) }.joined(separator: "&")
    return await send("POST", target, body)
  }

  /// As the pages have it.
  func token() async -> String? {
    await get("/").text.firstMatch(of: /name="token" value="([0-9a-f]+)"/).map { String($0.1) }
  }

  func send(_ method: String, _ target: String, _ body: String = "") async -> WebResponse {
    var request = WebRequest(method, target, body: Array(body.utf8), peer: peer)
    request.fields = [(name: "host", value: host)] + fields.map { (name: $0.0, value: $0.1) }
    if method == "POST" { request.fields.append((name: "content-type", value: "application/x-www-form-urlencoded")) }
    if let cookie { request.fields.append((name: "cookie", value: cookie)) }
    let response = await room.ask(request)
    if let set = response.field("Set-Cookie") {
      cookie = set.contains("Max-Age=0") ? nil : String(set.prefix { $0 != ";" })
    }
    return response
  }
}

extension WebResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  var heading: String? { text.firstMatch(of: /<h1[^>]*>([^<]*)<\/h1>/).map { String($0.1) } }

  var location: String? { field("Location") }
}
