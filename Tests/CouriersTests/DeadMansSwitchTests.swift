import CourantTesting
import Couriers
import Testing

/// What is sent to a dead man's switch, and how often.
@Suite struct DeadMansSwitchTests {
  private let watcher = DeadMansSwitch(agent: "Courant/test", timeout: .milliseconds(200))

  @Test func oneCallIsEnough() throws {
    let server = try HTTPServer()
    defer { server.stop() }
    #expect(watcher.tell(server.url + "/0", "two\nlines") == nil)
    #expect(server.requests.map(\.line) == ["POST /hub/0 HTTP/1.1"])
    #expect(server.requests.map(\.body) == ["two\nlines"])
  }

  @Test(arguments: [(500, 3), (429, 3), (404, 1)])
  func aFaultThatMayPassIsTriedThreeTimes(_ status: Int, _ tries: Int) throws {
    let server = try HTTPServer { _ in .status(status) }
    defer { server.stop() }
    #expect(watcher.tell(server.url, "") == "it answered \(status)")
    #expect(server.requests.count == tries)
  }

  @Test func silenceAndRefusalAreFaults() throws {
    let server = try HTTPServer { _ in .silence }
    #expect(watcher.tell(server.url, "") == "Timeout was reached")
    server.stop()
    #expect(watcher.tell(server.url, "") == "Couldn't connect to server")
  }
}
