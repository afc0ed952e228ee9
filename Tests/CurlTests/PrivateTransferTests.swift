import CourantTesting
import Curl
import Testing

/// H27: addresses are checked when a socket is opened, after name resolution, which is the only possible place.
/// ``HTTPTransfer`` itself does not know that `localhost` is this machine, so this test shows what is checked.
@Suite struct PrivateTransferTests {
  private let server: HTTPServer
  private let loop: HTTPLoop

  init() throws {
    server = try HTTPServer { _ in .response(HTTPScript(text: "secret")) }
    loop = try HTTPLoop()
  }

  private func get(allowsPrivate: Bool) throws -> Result<HTTPResponse, HTTPFailure>? {
    let url = try #require(HTTPAddress("http://localhost:\(server.port)/"))
    var request = HTTPRequest(url: url, userAgent: "Courant/test")
    request.allowsPrivate = allowsPrivate
    let transfer = try HTTPTransfer(request)
    try loop.start(transfer)
    while !loop.isEmpty { _ = try loop.run(limit: .seconds(1)) }
    return transfer.result
  }

  @Test func aNameIsJudgedWhenItsSocketIsOpened() throws {
    defer { server.stop() }
    #expect(throws: HTTPFailure.self) { try get(allowsPrivate: false)?.get() }
    guard case .failure(let failure)? = try get(allowsPrivate: false) else { return }
    #expect(failure.kind == .privateAddress)
    #expect(server.connections == 0)
    // The same name answers if its address may be private.
    #expect(try get(allowsPrivate: true)?.get().body == Array("secret".utf8))
  }

  /// A connection that a private source left open is not used by one that must not be private.
  @Test func connectionsOfPrivateSourcesAreNotShared() throws {
    defer { server.stop() }
    #expect(try get(allowsPrivate: true)?.get().body == Array("secret".utf8))
    #expect(throws: HTTPFailure.self) { try get(allowsPrivate: false)?.get() }
    #expect(server.requests.count == 1)
  }
}
