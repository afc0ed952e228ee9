import Compression
import CourantTesting
import Fetching
import Foundation
import Model
import Testing
import Time

/// Requests to a server, and the handling of its responses. The numbers are rows of `research/sources.md`.
@Suite struct CurlFetcherTests {
  @Test func aDocumentComesWithItsValidators() throws {
    let fields = [
      ("ETag", "W/\"a b\" "), ("Last-Modified", "mon, 23 nov 2026"), ("Content-Type", "text/xml; charset=x"),
      ("Cache-Control", "public, max-age=\"600\""), ("Expires", "Mon, 23 Nov 2026 09:00:00 GMT"),
      ("Date", "Mon, 23 Nov 2026 08:00:00 GMT"),
    ]
    let server = try server(["/feed": HTTPScript(200, fields, text: "<rss/>")])
    defer { server.stop() }
    var expected = FetchAnswer(.document(Array("<rss/>".utf8)), url: server.origin + "/feed")
    expected.validators = Validators(etag: "W/\"a b\"", lastModified: "mon, 23 nov 2026")
    expected.contentType = "text/xml; charset=x"
    expected.freshFor = .seconds(3600)
    #expect(try fetch(server.origin + "/feed") == expected)
  }

  /// H1, H22.
  @Test func validatorsAreSentByteForByteWithNothingRevealing() throws {
    let etag = "\"\u{E9}\u{FF}\""
    let server = try server(["/": HTTPScript(200, [("ETag", etag)], text: "x")])
    defer { server.stop() }
    let first = try fetch(server.origin + "/")
    var again = FetchRequest.local(server.origin + "/")
    again.validators = first.validators
    again.validators.lastModified = "some day"
    again.accept = "application/rss+xml"
    _ = try fetch(again)
    #expect(first.validators.etag == etag)
    var sent = server.requests[1].fields
    #expect(sent.removeValue(forKey: "accept-encoding")?.contains("gzip") == true)
    #expect(
      sent == [
        "host": "127.0.0.1:\(server.port)", "user-agent": "Courant/test (+https://news.example.org/)",
        "accept": "application/rss+xml", "if-none-match": "\"\u{FFFD}\u{FFFD}\"", "if-modified-since": "some day",
      ])
    #expect(server.requests.map(\.line) == ["GET / HTTP/1.1", "GET / HTTP/1.1"])
  }

  @Test(
    arguments: [
      (304, .unchanged), (404, .status(404)), (410, .status(410)), (500, .status(500)), (204, .document([])),
    ] as [(Int, FetchAnswer.Result)])
  func aStatusIsAResult(_ status: Int, _ result: FetchAnswer.Result) throws {
    let server = try server(["/": HTTPScript(status, [("ETag", "\"new\"")])])
    defer { server.stop() }
    var expected = FetchAnswer(result, url: server.origin + "/")
    expected.validators.etag = "\"new\""
    #expect(try fetch(server.origin + "/") == expected)
    #expect(server.requests.count == 1)  // H12
  }

  @Test(
    arguments: [
      ("120", 120), ("0", 0), ("Mon, 23 Nov 2026 07:10:05 GMT", 600), ("Monday, 23-Nov-26 07:10:05 GMT", 600),
      ("Mon Nov 23 07:10:05 2026", 600), ("Mon, 23 Nov 2026 06:00:00 GMT", 0), ("soon", nil), ("-5", nil),
      ("99999999999999999999", 3_155_760_000),
    ] as [(String, Int64?)])
  func retryAfterIsSecondsOrADate(_ value: String, _ seconds: Int64?) throws {
    let server = try server(["/": HTTPScript(429, [("Retry-After", value)])])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/").retryAfter == seconds.map { .seconds($0) })
  }

  @Test func aChallengeIsKnownByItsField() throws {
    let server = try server(["/": HTTPScript(403, [("cf-mitigated", "challenge")], text: "Just a moment")])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/").isChallenge)
  }

  @Test func chunksAreJoined() throws {
    var script = HTTPScript(text: String(repeating: "0123456789", count: 1000))
    script.delivery = .chunks(7)
    let server = try server(["/": script])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/").text == String(repeating: "0123456789", count: 1000))
  }

  /// H24.
  @Test func gzipIsUnpackedEvenIfNoFieldDeclaresIt() throws {
    let packed = try #require(gzip(Array("<rss/>".utf8)))
    let server = try server([
      "/said": HTTPScript(200, [("Content-Encoding", "gzip")], body: packed),
      "/unsaid": HTTPScript(200, [("Content-Type", "application/gzip")], body: packed),
      "/broken": HTTPScript(200, body: Array(packed.dropLast(9))),
    ])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/said").text == "<rss/>")
    #expect(try fetch(server.origin + "/unsaid").text == "<rss/>")
    #expect(try fetch(server.origin + "/broken").result == .document(Array(packed.dropLast(9))))
  }

  /// H25: 50 MB of zeros in 49 KB.
  @Test(arguments: [true, false])
  func aBombStopsAtItsLimit(_ isSaid: Bool) throws {
    let bomb = try #require(gzip([UInt8](repeating: 0, count: 50_000_000)))
    let server = try server(["/": HTTPScript(200, isSaid ? [("Content-Encoding", "gzip")] : [], body: bomb)])
    defer { server.stop() }
    let began = ContinuousClock.now
    #expect(
      try fetch(server.origin + "/").failure == FetchFailure(.tooLarge, "its document is larger than 10 MB"))
    #expect(ContinuousClock.now - began < .seconds(2))
  }

  @Test func aDocumentWithoutEndStopsAtItsLimit() throws {
    var script = HTTPScript(body: [UInt8](repeating: 65, count: 60_000))
    script.delivery = .endless
    let server = try server(["/": script])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/").failure?.kind == .tooLarge)
  }

  @Test func aDocumentThatBreaksOffIsAFailure() throws {
    var script = HTTPScript(text: "<rss></rss>")
    script.delivery = .cut(after: 5)
    let server = try server(["/": script])
    defer { server.stop() }
    let failure = try #require(try fetch(server.origin + "/").failure)
    #expect(failure.kind == .unreachable)
    #expect(failure.sentence.hasPrefix("the answer broke off: "))
  }

  /// H26: a byte now and then does not renew the time.
  @Test func drippingAndSilenceEndWithTheTimeForEverything() throws {
    var drip = HTTPScript(text: String(repeating: "x", count: 1000))
    drip.delivery = .drip(milliseconds: 20)
    let dripping = drip
    let server = try HTTPServer { $0.path == "/drip" ? .response(dripping) : .silence }
    defer { server.stop() }
    for path in ["/drip", "/silence"] {
      var request = FetchRequest.local(server.origin + path)
      request.timeout = .milliseconds(300)
      let began = ContinuousClock.now
      #expect(try fetch(request).failure == FetchFailure(.timedOut, "no complete answer within 0.3 s"))
      #expect((.milliseconds(290) ..< .seconds(2)).contains(ContinuousClock.now - began))
    }
  }

  @Test func tooManyFieldsAreAFailure() throws {
    let many = (0..<3000).map { ("X-\($0)", String(repeating: "y", count: 100)) }
    let server = try server(["/": HTTPScript(200, many, text: "x")])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/").failure?.kind == .unreachable)
  }

  @Test func aPortWithoutAServerIsUnreachable() throws {
    let server = try server([:])
    server.stop()
    #expect(
      try fetch(server.origin + "/").failure == FetchFailure(.unreachable, "cannot connect: Connection refused"))
  }

  @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1:1/", "http://", "no url", ""])
  func onlyHTTPIsAsked(_ url: String) throws {
    #expect(
      try fetch(url).failure
        == FetchFailure(.refusedURL, "its url cannot be read; only http and https are asked"))
  }
}
