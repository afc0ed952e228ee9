import CourantTesting
import Fetching
import Model
import Testing

/// H30: certificates are verified, and the fault of one is reported.
@Suite struct CertificateTests {
  private let authority: CertificateAuthority

  init() throws { authority = try CertificateAuthority() }

  private func answer(of identity: TLSIdentity, trusts: Bool = true) throws -> FetchAnswer {
    let server = try server(["/": HTTPScript(text: "x")], identity: identity)
    defer { server.stop() }
    var request = FetchRequest.local(server.origin + "/")
    if trusts { request.caFile = authority.file }
    return try fetch(request)
  }

  @Test func aSourcesOwnAuthorityIsTrusted() throws {
    #expect(try answer(of: authority.identity()).text == "x")
  }

  @Test func anExpiryIsExplained() throws {
    #expect(
      try answer(of: authority.identity(days: -3 ..< -1)).failure
        == FetchFailure(
          .certificate, "its certificate is not trusted: SSL certificate problem: certificate has expired"))
  }

  @Test func anotherNameAndAnUnknownAuthorityAreRefused() throws {
    #expect(try answer(of: authority.identity(for: "DNS:mail.example.net")).failure?.kind == .certificate)
    #expect(try answer(of: authority.identity(), trusts: false).failure?.kind == .certificate)
  }

  @Test func aMissingFileOfAuthoritiesIsNamed() throws {
    let server = try server(["/": HTTPScript(text: "x")], identity: authority.identity())
    defer { server.stop() }
    var request = FetchRequest.local(server.origin + "/")
    request.caFile = "/nowhere/ca.pem"
    let failure = try #require(try fetch(request).failure)
    #expect(failure.kind == .certificate)
    #expect(failure.sentence.hasPrefix("ca_file cannot be used: "))
    #expect(failure.sentence.contains("/nowhere/ca.pem"))
    #expect(server.requests.isEmpty)
  }

  /// H9.
  @Test func httpsNeverBecomesHTTP() throws {
    let server = try HTTPServer(identity: authority.identity()) { _ in .elsewhere(302, "http://127.0.0.1/") }
    defer { server.stop() }
    var request = FetchRequest.local(server.origin + "/")
    request.caFile = authority.file
    #expect(
      try fetch(request).failure
        == FetchFailure(
          .redirected, "it redirects from https to http (http://127.0.0.1/); allow_http_downgrade = true permits it"))
    request.allowsDowngrade = true
    #expect(try fetch(request).failure?.kind != .redirected)
  }
}
