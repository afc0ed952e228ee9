import CourantTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// What `courant run` reports to monitoring services (`[alerts]`).
@Suite struct AlertTests {
  private func room(_ alerts: String) throws -> PressRoom {
    let press = try PressRoom(readers: 2)
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings + "\n[alerts]\n\(alerts)\n", to: "schedule.conf")
    return press
  }

  @Test func aSwitchHearsTheStartAndTheEndOfEachRun() throws {
    let watch = try HTTPServer()
    defer { watch.stop() }
    let press = try room("ping = \"\(watch.url)/run\"\nping_issues = \"\(watch.url)/issues\"")
    _ = try press.run(sunday)
    #expect(Set(watch.requests.map(\.line)) == ["POST /hub/run/start HTTP/1.1", "POST /hub/run/0 HTTP/1.1"])
    _ = try press.run(monday)
    let issue = watch.requests.last
    #expect(issue?.line == "POST /hub/issues HTTP/1.1")
    #expect(issue?.body.contains("weekly #1 \"About a\" to 2 readers; 2 accepted") == true)
  }

  @Test func aSwitchHearsWhatWentWrong() throws {
    let watch = try HTTPServer()
    defer { watch.stop() }
    let press = try room("ping = \"\(watch.url)\"")
    try press.site.folder.write("---\ntitle: [\n---\n", to: "articles/bad.md")
    let end = try press.run(sunday)
    #expect(end.code == 65)
    let told = watch.requests.last { !$0.line.contains("/start") }
    #expect(told?.line == "POST /hub/65 HTTP/1.1")
    #expect(told?.body == end.errors.trimmingSuffix("\n"))
  }

  @Test func aSwitchThatDoesNotAnswerIsReportedOnceADayAndChangesNothing() throws {
    let watch = try HTTPServer()
    watch.stop()
    let press = try room("ping = \"\(watch.url)\"")
    let fault = "[alerts]: 127.0.0.1:\(watch.port) was not told of this run: Couldn't connect to server\n"
    let first = try press.run(sunday)
    #expect(first == .init(code: 0, output: "18 files published\n", errors: fault))
    #expect(try press.run(monday).errors == "")
    #expect(try press.run("2026-11-23T12:00:05Z").errors == fault)
  }

  @Test func eachRunReplacesTheFileOfMetrics() throws {
    let press = try room("metrics_file = \"var/courant.prom\"")
    _ = try press.run(sunday)
    _ = try press.run(monday)
    let text = press.site.folder.text("var/courant.prom") ?? ""
    let lines = Set(text.split(separator: "\n").map(String.init))
    let expected: Set = [
      "courant_run_last_timestamp_seconds 1795417205", "courant_run_last_success_timestamp_seconds 1795417205",
      "courant_run_exit_status 0", "courant_deliveries_total{digest=\"weekly\",outcome=\"accepted\"} 2",
      "courant_deliveries_waiting{digest=\"weekly\",state=\"queued\"} 0",
      "courant_subscriptions{digest=\"weekly\",status=\"confirmed\"} 2", "courant_issues_held 0",
      "courant_slot_next_timestamp_seconds{digest=\"weekly\"} 1796022000", "courant_articles{state=\"shelved\"} 1",
      "courant_subscription_events_total{digest=\"weekly\",event=\"imported\"} 2",
      "courant_bounces_total{kind=\"hard\"} 0", "courant_one_click_total{result=\"left\"} 0",
      "courant_signup_refused_total{reason=\"limited\"} 0",
    ]
    #expect(expected.subtracting(lines) == [])
    #expect(try press.command("metrics").output.contains("courant_run_exit_status 0\n"))
    #expect(!text.contains("example.org"))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
