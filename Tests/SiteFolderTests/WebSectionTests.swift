import Files
import Foundation
import Model
import Testing

@testable import SiteFolder

struct WebSectionTests {
  @Test(arguments: [
    ("127.0.0.1:8080", ListenAddress.host("127.0.0.1", port: 8080)), ("[::1]:80", .host("::1", port: 80)),
    ("localhost:0", .host("localhost", port: 0)), ("unix:/run/courant/web.sock", .socket("/run/courant/web.sock")),
    ("unix:web.sock", nil), ("8080", nil), ("127.0.0.1", nil), ("127.0.0.1:99999", nil), ("a b:80", nil), ("", nil),
    ("unix:/" + String(repeating: "a", count: 110), nil),
  ])
  func anAddressToListenOnIsRead(_ text: String, _ address: ListenAddress?) {
    #expect(ListenAddress(text) == address)
  }

  private func site(_ web: String, url: String = "https://news.example.org", mail: String = "") throws -> Site? {
    var files = soundSite
    files["schedule.conf"] = files["schedule.conf"]?.replacing("[digest", with: "\(mail)\n\(web)\n[digest")
      .replacing("https://news.example.org", with: url)
    return try withSite(files) { SiteReader(folder: $0).read().site }
  }

  @Test func everySettingIsRead() throws {
    let web = try #require(
      site(
        """
        [web]
        listen = "unix:/run/courant/web.sock"
        trusted_proxy = "::1"
        return_origins = ["https://www.example.org"]
        record_ip = true
        letters_per_hour = 7
        letters_per_network = 8
        letters_per_domain = 9
        ca_file = "own-ca.pem"
        letters_from = "News <letters@example.org>"
        """)?.web)
    var expected = WebSettings()
    expected.listen = "unix:/run/courant/web.sock"
    expected.trustedProxy = "::1"
    expected.returnOrigins = ["https://www.example.org"]
    expected.recordsMachines = true
    expected.limits.perSite = 7
    expected.limits.perNetwork = 8
    expected.limits.perDomain = 9
    expected.caFile = "own-ca.pem"
    expected.lettersFrom = Mailbox(name: "News", address: try #require(EmailAddress("letters@example.org")))
    #expect(web == expected)
    #expect(try site("[web]")?.web == WebSettings())
    #expect(try site("")?.web == nil)
  }

  /// A link that fails is worse than none, so without the table there is no default.
  @Test(arguments: [
    ("[web]", "https://news.example.org", "", "https://news.example.org/unsubscribe"),
    ("[web]", "https://example.org/news/", "", "https://example.org/news/unsubscribe"),
    ("[web]", "https://news.example.org", "one_click = \"https://go.example.org/out\"", "https://go.example.org/out"),
    ("", "https://news.example.org", "one_click = \"https://go.example.org/out\"", "https://go.example.org/out"),
    ("", "https://news.example.org", "", nil),
    // Mail programs send nothing to http URLs.
    ("[web]", "http://news.example.org", "", nil),
  ])
  func theTableGivesEachMailAOneClickLink(_ web: String, _ url: String, _ mail: String, _ oneClick: String?) throws {
    let read = try #require(try site(web, url: url, mail: mail))
    #expect(read.mail?.oneClick == oneClick)
  }

  @Test func theFileOfBlockedDomainsIsReadLineByLine() throws {
    let file =
      "# from last spring\r\nTrash.example\r\n\r\n  b\u{FC}cher.example  \n@mail.example\n\tnot a domain\n*.example\n"
    let blocked = try withSite(["blocked_domains": file]) { BlockedDomains(in: $0) }
    #expect(blocked.domains == ["trash.example", "xn--bcher-kva.example"])
    let rest = "is not a domain, so this line refuses nothing; write one domain a line, for example mail.example.org"
    #expect(
      blocked.findings.map(\.description) == [
        "blocked_domains:5:1: `@mail.example` \(rest)", "blocked_domains:6:2: `not a domain` \(rest)",
        "blocked_domains:7:1: `*.example` \(rest)",
      ])
    #expect(blocked.findings.allSatisfy { $0.weight == .warning })
  }

  @Test func aMissingFileBlocksNoneAndAnUnreadableOneIsSaid() throws {
    #expect(try withSite([:]) { BlockedDomains(in: $0).findings } == [])
    let unreadable = try withSite(["blocked_domains/a": ""]) { BlockedDomains(in: $0) }
    #expect(unreadable.domains.isEmpty)
    #expect(
      unreadable.findings.map(\.description) == [
        "blocked_domains: cannot be read (Is a directory), so no domain is refused; correct its permissions or its size"
      ])
  }
}
