import Model
import SiteFolder
import Testing

struct MailLimitTests {
  @Test func allLimitsAreRead() throws {
    let mail = try mail(
      """
      bounces = "bounces@example.org"
      rate = "50/s"
      messages_per_connection = 100
      warm_up = ["200/day", "500/day", "500/day", "2000/day"]
      [mail.domains."Bücher.example"]
      rate = "200/min"
      sessions = 2
      [mail.domains."GMAIL.com"]
      rate = "none"
      [mail.domains.localhost]
      sessions = 10
      """)
    var expected = MailSettings(from: mail.from, smtp: mail.smtp)
    expected.bounces = try #require(EmailAddress("bounces@example.org"))
    expected.rate = Rate(50, per: .second)
    expected.messagesPerConnection = 100
    expected.warmUp = [200, 500, 500, 2000]
    expected.domains = [
      "xn--bcher-kva.example": DomainLimits(rate: Rate(200, per: .minute), sessions: 2),
      "gmail.com": DomainLimits(), "localhost": DomainLimits(sessions: 10),
    ]
    expected.hasVERP = true
    #expect(mail == expected)
  }

  @Test(arguments: [
    ("", false), ("verp = false", false), ("bounces = \"b@example.org\"", true),
    ("bounces = \"b@example.org\"\nverp = false", false), ("bounces = \"b@example.org\"\nverp = true", true),
    // The address that readers see gets no tokens unless this is requested.
    ("bounces = \"NEWS@example.org\"", false), ("bounces = \"news@example.org\"\nverp = true", true),
  ])
  func aMailboxForBouncesTurnsVERPOn(_ lines: String, _ hasVERP: Bool) throws {
    #expect(try mail(lines).hasVERP == hasVERP)
  }

  /// The settings of the sound site with `lines` added to its `[mail]`, which must be without findings.
  private func mail(_ lines: String) throws -> MailSettings {
    var files = soundSite
    files["schedule.conf"]?.replace("[digest", with: lines + "\n[digest")
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    try #require(findings == [])
    return try #require(site?.mail)
  }
}
