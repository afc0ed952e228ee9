import CourantTesting
import Couriers
import Model
import Testing

/// Requests to a hub, and the meaning of its responses.
@Suite struct WebSubCallerTests {
  private let documents = [
    "https://news.example.org/feeds/ä b/rss.xml", "https://news.example.org/feeds/all/feed.json",
  ]
  private let caller = WebSubCaller(agent: "Courant/test")

  @Test func eachDocumentIsOneFormOverOneConnection() throws {
    let hub = try HTTPServer()
    defer { hub.stop() }
    #expect(caller.call(hub.url, about: documents) == HubCall(notified: documents))
    let address = "https%3A%2F%2Fnews.example.org%2Ffeeds%2F"
    #expect(
      hub.requests.map(\.body) == [
        "hub.mode=publish&hub.url=\(address)%C3%A4%20b%2Frss.xml&hub.topic=\(address)%C3%A4%20b%2Frss.xml",
        "hub.mode=publish&hub.url=\(address)all%2Ffeed.json&hub.topic=\(address)all%2Ffeed.json",
      ])
    #expect(Set(hub.requests.map(\.line)) == ["POST /hub HTTP/1.1"])
    #expect(Set(hub.requests.map { $0.fields["content-type"] }) == ["application/x-www-form-urlencoded"])
    #expect(Set(hub.requests.map { $0.fields["user-agent"] }) == ["Courant/test"])
    #expect(hub.connections == 1)
  }

  @Test(arguments: [200, 202, 204]) func every2xxIsAccepted(_ status: Int) throws {
    let hub = try HTTPServer { _ in .status(status) }
    defer { hub.stop() }
    #expect(caller.call(hub.url, about: documents) == HubCall(notified: documents))
  }

  @Test func aDocumentThatIsRefusedStopsNoOther() throws {
    let hub = try HTTPServer { .status($0.body.contains("rss.xml") ? 400 : 202) }
    defer { hub.stop() }
    #expect(caller.call(hub.url, about: documents) == HubCall(notified: [documents[1]], fault: "it answered 400"))
  }

  @Test func noRedirectIsFollowed() throws {
    let other = try HTTPServer()
    defer { other.stop() }
    let hub = try HTTPServer { _ in .elsewhere(307, other.url) }
    defer { hub.stop() }
    #expect(
      caller.call(hub.url, about: documents) == HubCall(fault: "it answered 307, so it may have moved"))
    #expect(other.connections == 0)
  }

  @Test func anUnreachableHubFailsAtOnce() throws {
    let hub = try HTTPServer()
    hub.stop()
    #expect(caller.call(hub.url, about: documents) == HubCall(fault: "Couldn't connect to server"))
  }

  @Test func aSilentHubCostsNoMoreThanTheTimeForAllDocuments() throws {
    let hub = try HTTPServer { $0.body.contains("rss.xml") ? .status(204) : .silence }
    defer { hub.stop() }
    let caller = WebSubCaller(agent: "Courant/test", timeout: .milliseconds(200))
    #expect(
      caller.call(hub.url, about: documents) == HubCall(notified: [documents[0]], fault: "Timeout was reached"))
  }

  @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1:1/", "no address", ""])
  func onlyHTTPIsAllowed(_ hub: String) {
    let call = caller.call(hub, about: documents)
    #expect(call.notified == [])
    #expect(call.fault != nil)
  }
}
