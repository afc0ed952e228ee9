import Testing
import Text

@testable import Web

/// What `courant serve` counts of its answers.
@Suite struct WebMeterTests {
  @Test func answersAreCountedAndTimed() {
    let meter = WebMeter()
    meter.count("subscribe", method: "GET", status: 200, took: .milliseconds(250))
    meter.count("subscribe", method: "GET", status: 200, took: .milliseconds(500))
    meter.count("subscribe", method: "POST", status: 303, took: .seconds(9))
    let text = meter.families.map(\.text).joined().split(separator: "\n").map(String.init)
    #expect(
      text.prefix(4) == [
        "# HELP courant_http_requests_total Requests that courant serve answered.",
        "# TYPE courant_http_requests_total counter",
        "courant_http_requests_total{route=\"subscribe\",method=\"GET\",code=\"200\"} 2",
        "courant_http_requests_total{route=\"subscribe\",method=\"POST\",code=\"303\"} 1",
      ])
    let name = "courant_http_request_duration_seconds"
    let buckets = [
      ("0.001", 0), ("0.005", 0), ("0.01", 0), ("0.025", 0), ("0.05", 0), ("0.1", 0), ("0.25", 1), ("0.5", 2),
      ("1.0", 2), ("2.5", 2), ("5.0", 2), ("+Inf", 3),
    ]
    let head = ["# HELP \(name) How long answers took, without the network.", "# TYPE \(name) histogram"]
    let times: [String] = buckets.map { "\(name)_bucket{route=\"subscribe\",le=\"\($0)\"} \($1)" }
    let sums = ["\(name)_sum{route=\"subscribe\"} 9.75", "\(name)_count{route=\"subscribe\"} 3"]
    #expect(Array(text.dropFirst(4)) == head + times + sums)
  }

  @Test func noPartOfATokenIsInTheNameOfARoute() async throws {
    let room = try Room()
    let token = room.desk.add("ann@example.org")
    for (path, name) in [
      ("/unsubscribe/\(token)", "unsubscribe"), ("/preferences/\(token)", "preferences"),
      ("/search/of/secret+words/rss.xml", "search-feed"), ("/feeds/of/a+b/rss.xml", "own-feed"), ("/\(token)", "none"),
    ] {
      #expect(room.door.routeName(of: WebRequest("GET", path)) == name)
    }
    #expect(WebRequest("ann@example.org", "/").knownMethod == "OTHER")
  }

  @Test func oneClickResultsAndRefusedFormsAreCounted() async throws {
    let room = try Room()
    let token = room.desk.add("ann@example.org")
    let oneClick = "List-Unsubscribe=One-Click"
    for path in ["/unsubscribe/\(token)", "/unsubscribe/\(token)", "/unsubscribe/short"] {
      _ = await room.send(path, oneClick, type: "application/x-www-form-urlencoded")
    }
    _ = await room.post("/subscribe", [("email", "nobody"), ("digest", "weekly")])
    _ = await room.post("/subscribe", [("email", "a@example.org"), ("homepage", "x")])
    try room.door.settle(on: room.desk)
    #expect(
      room.desk.seen.counts == [
        "one-click: left": 1, "one-click: again": 1, "one-click: unknown": 1, "unknown tokens": 1, "invalid forms": 1,
        "machine-filled forms": 1,
      ])
  }
}
