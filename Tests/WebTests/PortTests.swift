import CourantTesting
import Model
import Testing

@testable import Web

/// Requests that are none of ours, and what every answer has.
struct PortTests {
  private let room: Room

  init() throws { room = try Room() }

  @Test(arguments: [
    ("a=1&b=2&a=3", [["a", "1"], ["b", "2"], ["a", "3"]]), ("", []), ("a", [["a", ""]]), ("&&a=b=c&", [["a", "b=c"]]),
    ("n%C3%A4me=x+y%2Bz", [["näme", "x y+z"]]), ("=v", [["", "v"]]),
  ])
  func aFormIsItsPairsInOrder(_ body: String, _ pairs: [[String]]) throws {
    #expect(try FormFields(urlencoded: Array(body.utf8)).pairs.map { [$0.name, $0.value] } == pairs)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%4g", "a=%ff", "a=%00", "a=%c0%af", "%ed%a0%80=x"])
  func bodiesThatAreNotFormsAreRefused(_ body: String) {
    #expect(throws: FormFields.Fault.malformed) { try FormFields(urlencoded: Array(body.utf8)) }
  }

  @Test func aFormHasAtMostFiftyFields() throws {
    let body = Array(String(repeating: "a=b&", count: 50).utf8)
    #expect(try FormFields(urlencoded: body).pairs.count == 50)
    #expect(throws: FormFields.Fault.tooMany) { try FormFields(urlencoded: body + Array("c=d".utf8)) }
  }

  @Test(arguments: ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "BREW"])
  func otherMethodsAreNotAllowed(_ method: String) async {
    for path in ["/subscribe", "/preferences", "/unsubscribe/" + MemoryDesk.token("a"), "/confirm/x"] {
      let answer = await room.ask(method, path)
      #expect(answer.status == 405)
      #expect(answer.field("Allow") == "GET, HEAD, POST")
      #expect(answer.heading == "This request cannot be answered")
    }
    #expect(await room.ask("POST", "/feeds/of/ms/atom.xml").field("Allow") == "GET, HEAD")
  }

  @Test(arguments: [nil, "text/plain", "multipart/form-data; boundary=x", "application/json"])
  func anotherTypeIsNotSupported(_ type: String?) async {
    let answer = await room.send("/subscribe", "email=a@example.org", type: type)
    #expect(answer.status == 415)
    #expect(answer.heading == "This request cannot be answered")
  }

  @Test func badBodiesGetWholePages() async {
    #expect(await room.send("/subscribe", "a=%f", type: "application/x-www-form-urlencoded").status == 400)
    let many = String(repeating: "a=b&", count: 51)
    #expect(await room.send("/subscribe", many, type: "application/x-www-form-urlencoded; charset=utf-8").status == 400)
    let long = await room.door.answer(WebRequest("POST", "/subscribe", body: nil))
    #expect(long.status == 413)
    #expect(long.closes)
    #expect(long.text.hasSuffix("</html>\n"))
  }

  @Test(arguments: [
    "/", "/nothing", "/subscribe/x/y", "/confirm", "/feeds/of/ms/index.html", "/%00", "//", "/../x", "",
  ])
  func aMissingPageIsAWholePage(_ path: String) async {
    let answer = await room.get(path)
    #expect(answer.status == 404)
    #expect(answer.heading == "There is no such page")
  }

  /// A 53: nothing is run, fetched or framed.
  /// The operators' pages have a listener of their own.
  @Test(arguments: [
    "/status", "/status.json", "/sign-in/" + String(repeating: "0", count: 40), "/readers",
    "/held/weekly@2026-11-23T07:00",
    "/issues/weekly/1", "/desk.css",
  ])
  func theDeskDoesNotExistForReaders(path: String) async {
    for method in ["GET", "POST"] { #expect(await room.ask(method, path).status == 404) }
  }

  @Test func everyAnswerIsGuarded() async {
    let token = room.desk.add("ann@example.org")
    for target in ["/subscribe", "/nothing", "/unsubscribe/" + token, "/preferences/" + token, "/confirm/short"] {
      let answer = await room.get(target)
      #expect(
        answer.field("Content-Security-Policy")
          == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'")
      #expect(answer.field("X-Content-Type-Options") == "nosniff")
      #expect(answer.field("Referrer-Policy") == "same-origin")
      #expect(answer.field("Cache-Control") == "no-store")
      #expect(answer.field("Set-Cookie") == nil)
      #expect(answer.field("X-Robots-Tag") == (target.split(separator: "/").count > 1 ? "noindex" : nil), "\(target)")
      #expect(!answer.text.contains("<script"))
      #expect(answer.text.matches(of: /(src|action)="(https?:)?\/\//).isEmpty)
      #expect(answer.body.count < 20_000)
    }
  }

  @Test func headHasTheFieldsOfGetAndNoBody() async {
    let token = room.desk.add("ann@example.org")
    for target in ["/subscribe", "/unsubscribe/" + token, "/nothing"] {
      let got = await room.get(target)
      let head = await room.ask("HEAD", target)
      #expect(head.status == got.status)
      #expect(head.fields == got.fields)
      #expect(head.body == [])
      #expect(head.field("Content-Length") == "\(got.body.count)")
    }
  }

  @Test(arguments: [
    (WebRequest.Peer.address("203.0.113.7"), "198.51.100.1", "203.0.113.7", "203.0.113.0/24"),
    (.address("127.0.0.1"), "198.51.100.1, 192.0.2.9", "192.0.2.9", "192.0.2.0/24"),
    (.socket, " 2001:db8:1:2:3::4 ", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
    (.socket, "::ffff:192.0.2.1", "192.0.2.1", "192.0.2.0/24"), (.socket, "evil\r\nX: y", "", ""),
    (.socket, "", "", ""),
    (.address("127.0.0.1"), "unknown", "127.0.0.1", "127.0.0.0/24"), (.address("nonsense"), "192.0.2.1", "", ""),
    (.address("::1"), "192.0.2.1", "::1", "::/64"),
  ])
  func onlyTheProxyIsBelieved(_ peer: WebRequest.Peer, _ forwarded: String, _ text: String, _ network: String) {
    var request = WebRequest("GET", "/", peer: peer)
    request.fields = [(name: "x-forwarded-for", value: forwarded)]
    let client = ClientAddress(of: request, trusting: "127.0.0.1")
    #expect(client.text == text)
    #expect(client.network == network)
  }

  @Test func forwardedFieldsAreOneList() {
    var request = WebRequest("GET", "/")
    request.fields = [(name: "x-forwarded-for", value: "192.0.2.1"), (name: "x-forwarded-for", value: "192.0.2.2")]
    #expect(ClientAddress(of: request, trusting: nil).text == "192.0.2.2")
  }

  @Test(arguments: [
    ("ann@example.org", "a…@e…e.org"), ("o'neil@a.b", "o…@a….b"), ("é@mail.example.co.uk", "é…@m…o.uk"),
    ("x@localhost", "x…@…"),
  ])
  func anAddressIsMasked(_ address: String, _ masked: String) { #expect(mailbox(address).masked == masked) }

  @Test func aFaultOfTheLedgerIsAPageThatAsksToTryAgain() async {
    room.desk.breakDown()
    let answer = await room.get("/preferences/" + MemoryDesk.token("a"))
    #expect(answer.status == 503)
    #expect(answer.field("Retry-After") == "60")
    #expect(answer.heading == "Please try again in a minute")
  }

  @Test func theSiteMayBeInAFolder() throws {
    #expect(WebRoute(path: "/news/subscribe", folder: "/news/") == .subscribe)
    #expect(WebRoute(path: "/subscribe", folder: "/news/") == nil)
    #expect(WebRoute(path: "/old/place/unsubscribe/TOKEN", folder: "/news/") == .unsubscribe("TOKEN"))
  }
}
