import CourantTesting
import Leaving
import Model
import Synchronization
import Templates
import Text
import Time

@testable import Web

/// The pages of a site, without a socket.
final class Room: Sendable {
  let desk = MemoryDesk()
  let folder: TemporaryFolder
  let spool: LeavingSpool
  private let clock = Mutex(Instant.at("2026-11-29T12:00:00Z"))
  private let ways = Mutex(WebWays())
  private let house: WebHouse
  private let tally = WebTally()

  init(_ house: WebHouse = Room.house) throws {
    folder = try TemporaryFolder()
    spool = LeavingSpool(site: folder.path)
    self.house = house
    change { $0.sealKey = [1, 2, 3] }
  }

  var now: Instant {
    get { clock.withLock { $0 } }
    set { clock.withLock { $0 = newValue } }
  }

  func change(_ body: (inout WebWays) -> Void) { ways.withLock { body(&$0) } }

  var door: FrontDoor {
    let thread = LedgerThread<any ReaderDesk> { self.desk }
    var door = FrontDoor(desk: thread, reading: thread, spool: spool, house: { self.house }, clock: { self.now })
    door.ways = ways.withLock { $0 }
    door.tally = tally
    return door
  }

  func get(_ target: String, _ fields: [(String, String)] = []) async -> WebResponse {
    await ask("GET", target, fields)
  }

  func ask(_ method: String, _ target: String, _ fields: [(String, String)] = []) async -> WebResponse {
    var request = WebRequest(method, target)
    request.fields = fields.map { (name: $0.0, value: $0.1) }
    return await door.answer(request)
  }

  func post(_ target: String, _ form: [(String, String)], _ fields: [(String, String)] = []) async -> WebResponse {
    let body = form.map { percentEncoded($0.0) + "=" + percentEncoded($0.1) }.joined(separator: "&")
    return await send(target, body, type: "application/x-www-form-urlencoded", fields)
  }

  func send(
    _ target: String, _ body: String, type: String?, _ fields: [(String, String)] = []
  ) async -> WebResponse {
    var request = WebRequest("POST", target, body: Array(body.utf8))
    request.fields = fields.map { (name: $0.0, value: $0.1) }
    if let type { request.fields.append((name: "content-type", value: type)) }
    return await door.answer(request)
  }

  /// Two digests of three feeds, and one that is closed.
  static let site: Site = {
    var site = Site(
      title: "Research news", url: "https://news.example.org", language: "en", zone: Zone("Europe/London")!,
      publisher: "Example Trust, 1 High Street, London")
    site.feeds = [.sample("headache"), .sample("movement"), .sample("ms")]
    var daily = Digest.sample("daily", cron: "0 7 * * *")
    daily.feeds = feeds("movement", "ms")
    var inner = Digest.sample("inner")
    inner.isOpen = false
    site.digests = [.sample(), daily, inner]
    site.editors = mailbox("editors@example.org")
    site.web = WebSettings()
    site.web?.trustedProxy = "127.0.0.1"
    site.web?.returnOrigins = ["https://www.example.org"]
    return site
  }()

  static let house = house(site)

  static func house(_ site: Site) -> WebHouse {
    do {
      var house = try WebHouse(site) { language throws(TemplateErrors) in try TemplateSet(language: language) }
      house.blockedDomains = ["trash.example"]
      return house
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

extension WebResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The heading of a page.
  var heading: String? { text.firstMatch(of: /<h1[^>]*>([^<]*)<\/h1>/).map { String($0.1) } }

  var location: String? { field("Location") }
}
