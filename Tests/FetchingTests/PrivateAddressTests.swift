import CourantTesting
import Fetching
import Foundation
import Model
import Testing
import Time

/// H27: hosts that are not on the internet are not contacted, under any name.
@Suite struct PrivateAddressTests {
  private func failure(_ url: String) throws -> FetchFailure? {
    try fetch(FetchRequest(url: url, userAgent: "Courant/test")).failure
  }

  @Test(
    arguments: [
      ("127.0.0.1", "127.0.0.1 is this machine"), ("localhost", "localhost is this machine"),
      ("LOCALHOST.", "localhost is this machine"), ("a.localhost", "a.localhost is this machine"),
      ("127.1", "127.0.0.1 is this machine"),
      ("0x7f.1", "127.0.0.1 is this machine"), ("2130706433", "127.0.0.1 is this machine"),
      ("0177.0.0.1", "127.0.0.1 is this machine"), ("[::1]", "::1 is this machine"),
      ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1 is an IPv4 address in the form of IPv6"),
      ("[::]", ":: is not a usable address"), ("0.0.0.0", "0.0.0.0 is not a usable address"), ("user@127.0.0.1", nil),
    ] as [(String, String?)])
  func thisMachineIsRefused(_ host: String, _ reason: String?) throws {
    let server = try server(["/": HTTPScript(text: "secret")])
    defer { server.stop() }
    let failure = try #require(try failure("http://\(host):\(server.port)/"))
    #expect(failure.kind == .privateAddress)
    if let reason { #expect(failure.sentence == reason + "; allow_private = true permits it") }
    #expect(server.connections == 0)
  }

  @Test(arguments: [
    "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1", "100.127.255.255", "169.254.169.254",
    "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "192.88.99.1",
    "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "[fd00:ec2::254]", "[fc00::1]", "[fe80::1]",
    "[fec0::1]", "[ff02::1]", "[2001:db8::1]", "[2001::1]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]",
    "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]", "[3fff::1]", "[::127.0.0.1]", "[100::1]", "[::ffff:8.8.8.8]",
  ])
  func addressesOutsideTheInternetAreRefused(_ host: String) throws {
    #expect(try failure("http://\(host)/")?.kind == .privateAddress)
  }

  /// The source may be private, but not the targets of its redirects.
  @Test(arguments: ["http://127.0.0.1:1/", "http://[::1]/", "http://localhost/", "http://169.254.169.254/latest/"])
  func aRedirectToAPrivateAddressIsRefused(_ place: String) throws {
    let proxy = try HTTPServer { _ in .elsewhere(302, place) }
    defer { proxy.stop() }
    // The proxy is trusted, so that the test needs no server on the internet.
    var request = FetchRequest(url: "http://feeds.example.org:1/", userAgent: "Courant/test")
    request.proxy = proxy.origin
    #expect(try fetch(request).failure?.kind == .privateAddress)
    #expect(proxy.requests.map(\.line) == ["GET http://feeds.example.org:1/ HTTP/1.1"])
  }
}

/// H28.
@Suite(.serialized) struct ProxyTests {
  @Test func proxiesOfTheEnvironmentAreIgnored() throws {
    let server = try server(["/": HTTPScript(text: "x")])
    defer { server.stop() }
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] { setenv(name, "http://127.0.0.1:1", 1) }
    setenv("no_proxy", "*", 1)
    defer {
      for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy"] { unsetenv(name) }
    }
    #expect(try fetch(server.origin + "/").text == "x")
    var request = FetchRequest.local("http://feeds.example.org/x")
    request.proxy = server.origin
    #expect(try fetch(request).result == .status(404))
    #expect(server.requests.map(\.line) == ["GET / HTTP/1.1", "GET http://feeds.example.org/x HTTP/1.1"])
  }
}
