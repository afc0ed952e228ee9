import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

/// The output of `courant why ADDRESS` about consent, and of `courant subscribers export --events`.
@Suite struct WhyReaderTests {
  private static let now = Instant.at("2026-11-23T07:00:05Z")

  private func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom(SampleSite(), readers: [])
    var request = ReaderRequest.subscribe("ann@example.org", WantedDigest("weekly", .some(feeds("ms"))))
    request.machine = "192.0.2.7"
    request.words = "=Yes, mail me."
    try newsroom.ledger.ask(request, at: Self.now)
    return newsroom
  }

  @Test func theHistoryOfConsentIsShown() throws {
    let newsroom = try newsroom()
    let why = try Why(OpenedSite(folder: newsroom.site.path), ledger: newsroom.ledger, now: Self.now, from: nil)
    #expect(
      try why.lines(address: mailbox("ann@example.org")) == [
        "weekly: follows ms; pending: consent is missing, so nothing is mailed "
          + "(from https://research.example.org/subscribe/)",
        "asked 2026-11-23 07:00 for weekly, feeds ms, from https://research.example.org/subscribe/, at 192.0.2.7, in de: "
          + "\"=Yes, mail me.\"",
        "letter of 2026-11-23 07:00 (confirm): queued 2026-11-23 07:00; next attempt 2026-11-23 07:00",
      ])
    #expect(try why.lines(address: mailbox("nobody@example.org")) == nil)
  }

  @Test func aReadersAddressOfPrivateFeedsIsShownWithoutItsToken() throws {
    let newsroom = try Newsroom(SampleSite())
    let address = mailbox("ann@example.org")
    let token = try #require(try newsroom.ledger.newFeedToken(for: address, at: Self.now)).token
    let why = try Why(OpenedSite(folder: newsroom.site.path), ledger: newsroom.ledger, now: Self.now, from: nil)
    let lines = try #require(try why.lines(address: address))
    #expect(lines.contains("private feeds: has had an address for them since 2026-11-23 07:00"))
    #expect(!lines.joined().contains(token))
  }

  /// For a reader who reports that no letter came.
  @Test func whatBecameOfALetterIsShown() throws {
    let newsroom = try Newsroom(SampleSite(), readers: []) { _, _ in
      .refused(Reply(stage: .recipient, code: 550, status: "5.7.1", text: "not here"))
    }
    try newsroom.ledger.record([ReaderRequest(.findLink, from: mailbox("who@example.org"))], at: Self.now)
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    let why = try Why(OpenedSite(folder: newsroom.site.path), ledger: newsroom.ledger, now: Self.now, from: nil)
    #expect(
      try why.lines(address: mailbox("who@example.org")) == [
        "letter of 2026-11-23 07:00 (link): refused 2026-11-23 07:00: 550 5.7.1 not here"
      ])
  }

  @Test func aPauseIsShownAndCounted() throws {
    let newsroom = try Newsroom(SampleSite(), readers: [.confirmed("ann@example.org"), .confirmed("bob@example.org")])
    var row = Enrolment.confirmed("ann@example.org")
    row.pausedUntil = .at("2026-12-24T00:00:00Z")
    _ = try newsroom.ledger.enrol([row], at: Self.now)
    let opened = try OpenedSite(folder: newsroom.site.path)
    let why = Why(opened, ledger: newsroom.ledger, now: Self.now, from: nil)
    let pause = "paused until 2026-12-24 00:00: nothing is mailed, and issues of that time are not sent later"
    #expect(try why.lines(address: mailbox("ann@example.org"))?.first == pause)
    #expect(try why.lines(address: mailbox("bob@example.org"))?.contains(pause) == false)
    let status = try SiteStatus(
      PressRun(opened, ledger: newsroom.ledger, now: Self.now, courier: { RecordingCourier() }))
    #expect(status.digests.map { "\($0.name) \($0.confirmed) \($0.paused)" } == ["weekly 2 1"])
    _ = try newsroom.ledger.end(mailbox("ann@example.org"), digest: nil, at: Self.now)
    #expect(try newsroom.ledger.paused(in: "weekly") == 0)
  }

  @Test func theHistoryIsExportedAndNoFormulaIsInIt() throws {
    let newsroom = try newsroom()
    var lines: [String] = []
    try newsroom.ledger.forEachConsentEvent { lines.append(ConsentExport.line($0, $1)) }
    #expect(ConsentExport.header == "email,at,event,digest,feeds,origin,language,words,machine\r\n")
    #expect(
      lines == [
        "ann@example.org,2026-11-23T07:00:05Z,asked,weekly,ms,https://research.example.org/subscribe/,de,"
          + "\"'=Yes, mail me.\",192.0.2.7\r\n"
      ])
  }
}
