import CourantTesting
import Fetching
import Foundation
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

  @Test func anExpiredCertificateIsToldWithItsDate() throws {
    let failure = try #require(try answer(of: authority.identity(days: -3 ..< -1)).failure)
    #expect(failure.kind == .certificate)
    let start = "its certificate has expired: it was valid until "
    let end = " UTC; only the owner of the server can renew it"
    #expect(failure.sentence.hasPrefix(start) && failure.sentence.hasSuffix(end), "\(failure.sentence)")
    let days = [-1, -2].map { shown(day: $0) }
    #expect(days.contains(String(failure.sentence.dropFirst(start.count).prefix(10))), "\(failure.sentence)")
  }

  @Test func aCertificateThatIsNotValidYetIsToldWithItsDate() throws {
    let failure = try #require(try answer(of: authority.identity(days: 3..<5)).failure)
    let start = "its certificate is not valid before "
    #expect(failure.sentence.hasPrefix(start), "\(failure.sentence)")
    let days = [3, 2].map { shown(day: $0) }
    #expect(days.contains(String(failure.sentence.dropFirst(start.count).prefix(10))), "\(failure.sentence)")
    #expect(failure.sentence.hasSuffix(" UTC; check the clock of this machine"))
  }

  /// The certificate was made by the machine's clock, possibly just before midnight.
  private func shown(day: Int) -> String {
    Date(timeIntervalSinceNow: Double(day) * 86_400).formatted(.iso8601.year().month().day())
  }

  @Test func anotherNameAndAnUnknownAuthorityAreRefused() throws {
    #expect(try answer(of: authority.identity(for: "DNS:mail.example.net")).failure?.kind == .certificate)
    let failure = try answer(of: authority.identity(), trusts: false).failure
    #expect(failure?.kind == .certificate)
    let hint = "; if its authority is yours, name its file in `ca_file`"
    #expect(failure?.sentence.hasSuffix(hint) == true, "\(failure?.sentence ?? "")")
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
