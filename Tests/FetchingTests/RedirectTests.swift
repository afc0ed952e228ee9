import CourantTesting
import Fetching
import Foundation
import Model
import Testing
import Time

/// Redirects are followed one by one, and each is judged (H7–H9, H23, H29).
@Suite struct RedirectTests {
  private func moved(_ status: Int, _ place: String, _ more: [(String, String)] = []) -> HTTPScript {
    HTTPScript(status, [("Location", place)] + more)
  }

  @Test func theWholeChainIsInTheAnswer() throws {
    let server = try server([
      "/a": moved(301, "/b"), "/b": moved(308, "c?x=1#y"), "/c?x=1": moved(302, "/d"), "/d": moved(303, "/e"),
      "/e": moved(307, "/f"), "/f": HTTPScript(text: "<rss/>"),
    ])
    defer { server.stop() }
    let answer = try fetch(server.origin + "/a")
    var expected = FetchAnswer(.document(Array("<rss/>".utf8)), url: server.origin + "/f")
    expected.redirects = [(301, "/b"), (308, "/c?x=1"), (302, "/d"), (303, "/e"), (307, "/f")].map {
      FetchAnswer.Redirect(status: $0.0, target: server.origin + $0.1)
    }
    #expect(answer == expected)
    #expect(Set(server.requests.map { $0.line.prefix(3) }) == ["GET"])
    #expect(server.requests.allSatisfy { $0.fields["referer"] == nil })
  }

  @Test func fiveRedirectsAreTheMost() throws {
    let server = try HTTPServer { request in .elsewhere(302, "/\((Int(request.path.dropFirst()) ?? 0) + 1)") }
    defer { server.stop() }
    #expect(
      try fetch(server.origin + "/1").failure == FetchFailure(.redirected, "it redirects more than 5 times"))
    #expect(server.requests.count == 6)
  }

  /// Each URL is requested once.
  @Test(arguments: [
    (["/a": "/a"], "/a", ["/a"]), (["/a": "/b", "/b": "/a"], "/a", ["/a", "/b"]),
    (["/a": "/b", "/b": "/c", "/c": "/b#top"], "/b", ["/a", "/b", "/c"]),
  ])
  func aCircleEndsWhereItBegan(_ places: [String: String], _ back: String, _ asked: [String]) throws {
    let server = try HTTPServer { request in .elsewhere(301, places[request.path] ?? "/") }
    defer { server.stop() }
    #expect(
      try fetch(server.origin + "/a").failure
        == FetchFailure(.redirected, "it redirects in a circle, back to \(server.origin)\(back)"))
    #expect(server.requests.map(\.path) == asked)
  }

  /// H9: another port is another origin.
  @Test func secretsAndValidatorsStayWithTheirOrigin() throws {
    let inner = try server(["/": HTTPScript(text: "x")])
    defer { inner.stop() }
    let outer = try HTTPServer { request in
      request.path == "/here" ? .response(HTTPScript(text: "y")) : .elsewhere(301, "/here")
    }
    defer { outer.stop() }
    var request = FetchRequest.local(outer.origin + "/")
    request.validators = Validators(etag: "\"1\"", lastModified: "today")
    request.credentials = "ann:s3cret"
    _ = try fetch(request)
    let secrets = ["authorization": "Basic YW5uOnMzY3JldA==", "if-none-match": "\"1\"", "if-modified-since": "today"]
    #expect(outer.requests.map { $0.fields.filter { secrets.keys.contains($0.key) } } == [secrets, secrets])

    // The validators of the place to which it redirects go there only.
    request = FetchRequest.local("http://ann:s3cret@127.0.0.1:\(outer.port)/")
    request.validators = Validators(etag: "\"1\"")
    request.validators.origin = inner.origin
    let answer = try fetch(request)
    #expect(outer.requests.suffix(2).allSatisfy { $0.fields["if-none-match"] == nil })
    #expect(outer.requests.suffix(2).allSatisfy { $0.fields["authorization"] == secrets["authorization"] })
    #expect(answer.url == outer.origin + "/here")
  }

  /// H29: 80, 443 and the port of the settings are the only ones.
  @Test func otherPortsAreRefused() throws {
    let inner = try server(["/": HTTPScript(text: "x")])
    defer { inner.stop() }
    let outer = try server(["/": moved(302, inner.origin + "/")])
    defer { outer.stop() }
    #expect(
      try fetch(outer.origin + "/").failure
        == FetchFailure(
          .redirected, "it redirects to port \(inner.port) (\(inner.origin)/), which is refused"))
    #expect(inner.connections == 0)
  }

  @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)", "http://"])
  func otherSchemesAreRefused(_ place: String) throws {
    let server = try server(["/": moved(302, place)])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/").text == nil)
    #expect(server.requests.count == 1)
  }

  /// H23: a cookie wall returns the document only to clients that send its cookie back.
  @Test func cookiesLiveInsideOneChain() throws {
    let server = try HTTPServer { request in
      guard request.path == "/feed" else { return .response(HTTPScript(404)) }
      if request.fields["cookie"] == "wall=1" { return .response(HTTPScript(text: "<rss/>")) }
      return .response(HTTPScript(302, [("Location", "/feed"), ("Set-Cookie", "wall=1; Path=/; Max-Age=99999")]))
    }
    defer { server.stop() }
    let request = FetchRequest.local(server.origin + "/feed")
    let answers = try fetch([[request, request]])[0].answers
    #expect(answers.map(\.text) == ["<rss/>", "<rss/>"])
    #expect(server.requests.map { $0.fields["cookie"] } == [nil, "wall=1", nil, "wall=1"])
  }

  /// A wall of cookies that is never satisfied.
  @Test func cookiesDoNotMakeACircleEndless() throws {
    let server = try HTTPServer { _ in
      .response(HTTPScript(302, [("Location", "/feed"), ("Set-Cookie", "wall=1; Path=/")]))
    }
    defer { server.stop() }
    #expect(try fetch(server.origin + "/feed").failure?.kind == .redirected)
    #expect(server.requests.count == 6)
  }

  @Test func aStatusOfRedirectWithoutAPlaceIsAStatus() throws {
    let server = try server(["/": HTTPScript(301), "/300": moved(300, "/x")])
    defer { server.stop() }
    #expect(try fetch(server.origin + "/").result == .status(301))
    #expect(try fetch(server.origin + "/300").result == .status(300))
  }
}
