import CourantTesting
import Foundation
import Glibc
import Testing

/// Lines for machines (`[log]`, `--log-format`), and what they leave out.
@Suite(.serialized) struct LogFormatTests {
  private struct Event: Decodable, Equatable {
    let event: String
    var exit: Int?
    var deliveries_accepted: Int?
    var slot: String?
    var readers: Int?
  }

  @Test func aRunPrintsEventsInPlaceOfItsSummary() throws {
    let press = try PressRoom(readers: 2)
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings + "\n[log]\nformat = \"json\"\n", to: "schedule.conf")
    _ = try press.run("2026-11-22T12:00:00Z")
    let end = try press.run("2026-11-23T07:00:05Z")
    let events = try end.output.split(separator: "\n").map {
      try JSONDecoder().decode(Event.self, from: Data($0.utf8))
    }
    #expect(
      events == [
        Event(event: "slot", slot: "2026-11-23T07:00"), Event(event: "issue", readers: 2),
        Event(event: "run", exit: 0, deliveries_accepted: 2),
      ])
    let plain = try press.command("run", "--log-format", "logfmt", "--now", "2026-11-23T08:00:00Z")
    #expect(plain.output.firstMatch(of: #/^time=\S+Z event=run exit=0 duration=[0-9.]+ problems=0 /#) != nil)
    #expect(try press.command("run", "--json").output.hasPrefix("{\n"))
    #expect(try press.command("run", "--json", "--log-format", "json").code == 64)
  }

  @Test func aRequestIsALineWithoutItsPath() throws {
    let press = try PressRoom(readers: 1, mail: "unsubscribe = \"unsubscribe@example.org\"\n[web]\n[desk]\n")
    _ = try press.run("2026-11-22T12:00:00Z")
    let words = ["serve", "--listen", "127.0.0.1:0", "--log-format", "logfmt", "--site", press.site.path]
    let process = try CourantProcess(words)
    defer { process.kill() }
    let listening = try process.firstLine()
    #expect(listening.contains(" event=listening address=http://127.0.0.1:"))
    let port = try #require(listening.firstMatch(of: /:([0-9]+) to=readers/).flatMap { UInt16($0.1) })
    let token = String(repeating: "x", count: 39)
    let answer = Exchange(port).get("/unsubscribe/" + token)
    let id = try #require(answer.firstMatch(of: /[Xx]-[Rr]equest-[Ii]d: ([0-9a-f]{16})\r\n/)).1
    let line = process.said.split(separator: "\n").last ?? ""
    #expect(line.contains(" event=request id=\(id) route=unsubscribe method=GET status=404 duration=0."))
    _ = Exchange(port).post("/subscribe", "email=new%40example.org&digest=weekly")
    _ = try #require(press.server.message(to: "new@example.org"))
    kill(process.pid, SIGTERM)
    let end = process.wait()
    #expect(end.code == 0)
    #expect(end.errors == "")
    #expect(end.output.contains(" event=turn requests=1 limited=0 letters_accepted=1\n"))
    #expect(!end.output.contains(token))
    #expect(!end.output.contains("new@example.org"))
  }
}
