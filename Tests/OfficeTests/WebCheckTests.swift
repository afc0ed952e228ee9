import CourantTesting
import Curl
import DNS
import Model
import Office
import Press
import Testing

/// B 20: what `courant check --web` reports about correct and faulty servers. Each is a real server on 127.0.0.1.
@Suite struct WebCheckTests {
  private let authority: CertificateAuthority

  init() throws { authority = try CertificateAuthority() }

  /// The report's lines without the server's address. Findings begin with `fault` or `doubt`.
  ///
  /// - Parameter feed: further settings of a feed `secret`; nil for no such feed.
  private func said(
    mail: String = "[web]", feed: String? = nil, isSecure: Bool = true, trusts: Bool = true,
    took: Duration = .milliseconds(31),
    _ answer: @escaping @Sendable (HTTPServer.Request) -> HTTPServer.Answer
  ) throws -> (lines: [String], report: WebCheck.Report, server: HTTPServer) {
    let server = try HTTPServer(identity: isSecure ? authority.identity(for: "IP:127.0.0.1") : nil, answer: answer)
    let site = try SampleSite(
      feeds: feed == nil ? ["all": ["*"]] : ["all": ["*"], "secret": ["*"]],
      mail: mail.replacing("ORIGIN", with: server.origin) + "\n")
    let settings = (site.folder.text("schedule.conf") ?? "").replacing("https://news.example.org", with: server.origin)
    try site.folder.write(settings, to: "schedule.conf")
    if let feed {
      try site.folder.write(
        "title = \"Secret\"\ndescription = \"S\"\ntopics = [\"*\"]\n\(feed)\n", to: "feeds/secret.toml")
    }
    let authorities = trusts ? authority.file : nil
    let check = WebCheck(try OpenedSite(folder: site.path), token: Self.token, names: Names()) { request in
      var request = request
      request.caFile = authorities
      return HTTPExchange(HTTPExchange(request).result, took: took)
    }
    let report = check.report()
    server.stop()
    let found = report.findings.map { ($0.weight == .fault ? "fault " : "doubt ") + $0.description }
    let lines = (report.right + found).map { $0.replacing(server.origin, with: "").replacing(Self.token, with: "T") }
    return (lines, report, server)
  }

  private static let token = String(repeating: "a", count: 39)

  /// Answers like `courant serve`.
  @Sendable private static func courant(_ request: HTTPServer.Request) -> HTTPServer.Answer {
    let parts = request.line.split(separator: " ").map(String.init)
    let path = parts[1].replacing(token, with: "T")
    switch (parts[0], path) {
    case ("POST", "/unsubscribe/T") where request.body.contains("One-Click"):
      return .response(HTTPScript(200, fields("text/plain; charset=utf-8"), text: "unsubscribed\n"))
    case (_, "/unsubscribe/T"), ("GET", "/subscribe"), ("GET", "/preferences"), ("GET", "/search?q=a"): return page(200)
    case ("POST", "/subscribe"): return page(422, String(request.body.dropFirst("email=".count)))
    case ("GET", "/preferences/T"): return page(410)
    case ("GET", "/feeds/for/T/secret/rss.xml"): return page(404)
    case ("GET", "/feeds/of/all/atom.xml"):
      return .response(HTTPScript(200, fields("application/atom+xml"), text: "<feed></feed>"))
    default: return page(404)
    }
  }

  private static func fields(_ type: String) -> [(String, String)] {
    [
      ("Content-Type", type), ("Content-Security-Policy", "default-src 'none'; style-src 'self'"),
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cache-Control", "no-store"),
    ]
  }

  private static func page(_ status: Int, _ text: String = "") -> HTTPServer.Answer {
    .response(HTTPScript(status, fields("text/html; charset=utf-8"), text: "<main class=\"web\">\(text)</main>"))
  }

  private static func isLeaving(_ request: HTTPServer.Request) -> Bool { request.line.contains("/unsubscribe/") }

  private static let inside =
    "doubt /: 127.0.0.1 is this machine, so this is not what mail providers see; check from outside as well"

  @Test func aRightServerIsTrueInEachLine() throws {
    let (lines, report, server) = try said(Self.courant)
    #expect(
      lines == [
        "/unsubscribe/T: a POST with a form is answered 200 in 31 ms",
        "/unsubscribe/T: a POST in parts (multipart/form-data) is answered 200 in 31 ms",
        "/unsubscribe/T: a POST from another site's page is answered 200 in 31 ms",
        "/unsubscribe/T: a POST without a body is answered 200 in 31 ms",
        "/unsubscribe/T: a GET, as by a person or a scanner, is answered 200 in 31 ms",
        "/subscribe: a GET is answered 200 in 31 ms",
        "/subscribe: a form with a mistake in it is answered 422 in 31 ms",
        "/preferences: a GET is answered 200 in 31 ms",
        "/preferences/T: a GET is answered 410 in 31 ms",
        "/search?q=a: a GET is answered 200 in 31 ms",
        "/feeds/of/all/atom.xml: a GET is answered 200 in 31 ms",
        Self.inside.replacing("doubt /:", with: "doubt https://127.0.0.1:\(server.port)/:").replacing(
          server.origin, with: ""),
      ])
    #expect(!report.isWrong && !report.isUnreachable)
    let sent = server.requests.prefix(4)
    #expect(
      sent.map { $0.fields["content-type"] } == [
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=courant",
        "application/x-www-form-urlencoded", nil,
      ])
    #expect(sent.map { $0.body.contains("One-Click") } == [true, true, true, false])
    #expect(server.requests[2].fields["origin"] == "https://mail.example.net")
    #expect(server.requests.allSatisfy { $0.fields["cookie"] == nil && $0.fields["authorization"] == nil })
  }

  @Test func theAddressesOfPrivateFeedsMustBePassedOn() throws {
    let question = "/feeds/for/T/secret/rss.xml: a GET of a private feed with an unknown token "
    let right = try said(feed: "private = true", Self.courant).lines.filter { $0.contains("/feeds/for/") }
    #expect(right == [question + "is answered 404 in 31 ms"])
    let wrong = try said(feed: "private = true") { request in
      request.line.contains("/feeds/for/") ? .response(HTTPScript(404, text: "nginx")) : Self.courant(request)
    }
    #expect(
      wrong.lines.filter { $0.contains("/feeds/for/") } == [
        "fault " + question
          + "is answered 404 by another program than `courant serve`; docs/serving/ has lines for web servers"
      ])
    #expect(try said(feed: "private = false", Self.courant).lines.filter { $0.contains("/feeds/for/") } == [])
  }

  /// The fault reported for each wrong answer to leaving.
  @Test(
    arguments: [
      (
        302, [("Location", "https://www.example.org/x")], "",
        "is redirected (302) to https://www.example.org/x; mail providers follow no redirect (RFC 8058 §3.1), so write the "
          + "address that answers in `url` of [site], or answer at this one"
      ),
      (
        308, [("Location", "/unsubscribe/T/")], "",
        "is redirected (308) to /unsubscribe/T/; mail providers follow no redirect (RFC 8058 §3.1), so pass the path on "
          + "without adding or removing a slash"
      ),
      (
        303, [("Location", "/login")], "",
        "is redirected (303) to /login; mail providers follow no redirect (RFC 8058 §3.1), so answer at this address, "
          + "without a detour to a login, a language or a consent page"
      ),
      (
        403, [("cf-mitigated", "challenge")], "",
        "is stopped by a check for robots (403); let this path pass without one: mail providers cannot solve it"
      ),
      (
        503, [], "<title>Just a moment...</title>",
        "is stopped by a check for robots (503); let this path pass without one: mail providers cannot solve it"
      ),
      (403, [], "no", "is forbidden (403), by the web server or something in front of it; let this path pass"),
      (401, [], "", "asks for a password (401); let this path pass without one"),
      (404, [], "nginx", "is not passed on to `courant serve` (404); docs/serving/ has lines for web servers"),
      (
        404, [], "this link is not complete\n",
        "comes to a Courant that does not know the token (404); let the web server pass the path on unchanged, to the "
          + "`courant serve` of this site folder"
      ),
      (405, [], "", "is not accepted (405); pass on POST as well"),
      (
        415, [], "",
        "is answered 415; method and token decide, so pass on every POST to this path as it is (RFC 8058 §3.2)"
      ),
      (
        502, [], "",
        "gets no answer from behind the web server (502); start `courant serve`, and compare its address with the one that "
          + "the web server passes requests on to"
      ),
      (
        200, [("Content-Type", "text/html")], "<h1>Welcome to nginx!</h1>",
        "is answered 200 by another program than `courant serve`; docs/serving/ has lines for web servers"
      ),
      (
        200, fields("text/html"), "<main class=\"web\">",
        "arrives without its body; let the web server pass the body of each POST on"
      ),
    ] as [(Int, [(String, String)], String, String)])
  func aWrongAnswerIsNamedWithARemedy(
    _ status: Int, _ fields: [(String, String)], _ text: String, _ sentence: String
  ) throws {
    let (lines, report, _) = try said { request in
      guard Self.isLeaving(request), request.body.contains("=One-Click"), request.fields["origin"] == nil else {
        return Self.courant(request)
      }
      let place = { (value: String) in value.replacing("/T/", with: "/\(Self.token)/") }
      return .response(HTTPScript(status, fields.map { ($0.0, place($0.1)) }, text: text))
    }
    #expect(lines.filter { $0.hasPrefix("fault ") } == ["fault /unsubscribe/T: a POST with a form " + sentence])
    #expect(report.right.count == 10)
    #expect(report.isUnreachable == (status >= 500))
    #expect(report.isWrong == (status < 500))
  }

  /// A server that fails every request is reported in one line, not eleven.
  @Test func whatIsWrongWithManyAnswersIsSaidOnce() throws {
    let missing = try said { _ in .status(404) }
    #expect(
      missing.lines.filter { $0.hasPrefix("fault ") } == [
        "fault /unsubscribe/T: a POST with a form is not passed on to `courant serve` (404); docs/serving/ has lines for web "
          + "servers; 10 more requests are answered in the same way"
      ])
    let moved = try said { request in
      .elsewhere(301, "https://www.example.org" + request.line.split(separator: " ")[1])
    }
    #expect(moved.lines.filter { $0.hasPrefix("fault ") }.count == 2)
  }

  @Test func whatIsAddedOrLostOnTheWayIsDoubted() throws {
    let (lines, report, _) = try said { request in
      guard request.line.hasPrefix("GET /subscribe ") else { return Self.courant(request) }
      let fields = [("Content-Type", "text/html"), ("Set-Cookie", "__cf_bm=1; Path=/"), ("Cache-Control", "no-store")]
      let text = "<script src=\"/cdn.js\"></script><main class=\"web\">"
      return .response(HTTPScript(200, fields, text: text))
    }
    #expect(
      lines.filter { $0.hasPrefix("doubt /subscribe") } == [
        "doubt /subscribe: the answer to a GET sets a cookie (__cf_bm); Courant sets none, so exempt this path where it comes "
          + "from",
        "doubt /subscribe: the answer to a GET has a script that Courant did not write; exempt this path where it comes from",
        "doubt /subscribe: the answer to a GET lacks what protects readers (content-security-policy, referrer-policy, "
          + "x-content-type-options); pass on these fields unchanged",
      ])
    #expect(!report.isWrong && !report.isUnreachable)
  }

  @Test func aSlowAnswerIsDoubted() throws {
    let (lines, _, _) = try said(took: .milliseconds(3250), Self.courant)
    #expect(
      lines.contains(
        "doubt /unsubscribe/T: the answer to a POST with a form takes 3.2 s; mail providers do not wait long"))
  }

  /// A proxy that drops bodies or replaces error pages also breaks forms for people.
  @Test func formsOfPeopleAreTriedWithoutARequest() throws {
    let dropped = try said { $0.line.hasPrefix("POST /subscribe") ? Self.page(422) : Self.courant($0) }
    #expect(
      dropped.lines.filter { $0.hasPrefix("fault ") } == [
        "fault /subscribe: a form with a mistake in it arrives without its body; let the web server pass the body of each POST "
          + "on"
      ])
    let replaced = try said { request in
      request.line.hasPrefix("POST /subscribe") ? .response(HTTPScript(422, text: "Error")) : Self.courant(request)
    }
    #expect(
      replaced.lines.filter { $0.hasPrefix("fault ") } == [
        "fault /subscribe: a form with a mistake in it is answered by another page than Courant's (422); let the web server "
          + "pass error pages on as they are"
      ])
  }

  @Test func aCertificateThatIsNotTrustedIsSaidOnce() throws {
    let (lines, report, server) = try said(trusts: false, Self.courant)
    let faults = lines.filter { $0.hasPrefix("fault ") }
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("fault /unsubscribe/T: its certificate is not trusted: "))
    #expect(faults[0].contains("; if its authority is yours, name its file in `ca_file` of [web]; "))
    #expect(faults[0].hasSuffix("; mail providers refuse it, so renew it or install its intermediate certificates"))
    #expect(report.isWrong)
    #expect(server.requests.isEmpty)
  }

  @Test func aServerThatIsNotThereIsSaidOnce() throws {
    let server = try HTTPServer()
    server.stop()
    let site = try SampleSite(mail: "[web]\n")
    let settings = (site.folder.text("schedule.conf") ?? "").replacing("https://news.example.org", with: server.origin)
    try site.folder.write(settings.replacing("http://", with: "https://"), to: "schedule.conf")
    let report = WebCheck(try OpenedSite(folder: site.path), token: Self.token, names: Names()) { HTTPExchange($0) }
      .report()
    let faults = report.findings.filter { $0.weight == .fault }
    #expect(
      faults.map(\.sentence) == [
        "cannot connect: Connection refused; start the web server and `courant serve`, and check the name and the firewall"
      ])
    #expect(report.isUnreachable && !report.isWrong)
  }

  @Test func withoutHTTPSNoMailHasTheButton() throws {
    let (lines, report, _) = try said(isSecure: false, Self.courant)
    #expect(
      lines.filter { $0.hasPrefix("fault ") } == [
        "fault schedule.conf: [site] url: mails have no one-click link, because mail providers send nothing to http; use https"
      ])
    #expect(report.right.count == 11)
  }

  /// A `one_click` script may answer with any text.
  @Test func anotherProgramMayAnswerWhereTheOperatorSaysSo() throws {
    let (lines, report, server) = try said(mail: "one_click = \"ORIGIN/cgi-bin/unsubscribe\"") { request in
      .response(
        HTTPScript(200, [("Content-Type", "text/html")], text: "<form method=\"post\"><button>Unsubscribe</button>"))
    }
    #expect(report.right.count == 5)
    #expect(lines.filter { $0.hasPrefix("fault ") } == [])
    #expect(
      server.requests.map(\.line) == [
        "POST /cgi-bin/unsubscribe/\(Self.token) HTTP/1.1", "POST /cgi-bin/unsubscribe/\(Self.token) HTTP/1.1",
        "POST /cgi-bin/unsubscribe/\(Self.token) HTTP/1.1", "POST /cgi-bin/unsubscribe/\(Self.token) HTTP/1.1",
        "GET /cgi-bin/unsubscribe/\(Self.token) HTTP/1.1",
      ])
  }

  /// The script finds no subscription for the check's token.
  @Test func theScriptOfTheManualIsDoubtedAtMost() throws {
    let (lines, report, _) = try said(mail: "one_click = \"ORIGIN/cgi-bin/unsubscribe\"") { request in
      let isPost = request.line.hasPrefix("POST")
      return .response(
        HTTPScript(isPost ? 404 : 200, text: "<form method=\"post\"><button>Unsubscribe</button></form>"))
    }
    #expect(!report.isWrong && !report.isUnreachable)
    #expect(
      lines.contains(
        "doubt /cgi-bin/unsubscribe/T: the answer to a POST with a form is 404, which is right for the script of "
          + "docs/one-click.md, since this token leaves nothing, and wrong for anything else"))
  }

  /// B 17.
  @Test func aHostWithoutIPv4IsDoubted() throws {
    let site = try SampleSite(mail: "[web]\n")
    let names = Names(records: ["aaaa news.example.org": ["2001:db8::1"]])
    let check = WebCheck(try OpenedSite(folder: site.path), token: nil, names: names) { _ in
      HTTPExchange(.failure(HTTPFailure(.unreachable, "cannot connect")), took: .zero)
    }
    #expect(
      check.report().findings.contains { finding in
        finding.description
          == "news.example.org: has no IPv4 address in DNS (record A), and some mail providers have no IPv6; publish one"
      })
  }

  @Test func withNothingToAskItSaysWhatToAdd() throws {
    let site = try SampleSite()
    let report = WebCheck(try OpenedSite(folder: site.path), token: Self.token, names: Names()) { HTTPExchange($0) }
      .report()
    #expect(
      report.findings.map(\.description) == [
        "schedule.conf: there is nothing to ask: add the table [web], or `one_click` to [mail] (docs/one-click.md)"
      ])
    #expect(report.isWrong)
  }
}

private struct Names: NameService {
  var records: [String: [String]] = [:]

  func values(_ type: RecordType, at name: String) throws(NoAnswer) -> [String] { records["\(type) \(name)"] ?? [] }
}
