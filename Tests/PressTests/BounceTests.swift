import Bounces
import CourantTesting
import LedgerSQL
import Model
import Office
import Presentation
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let tuesday = "2026-11-24T09:00:00Z"

/// Bounces of mail that a run sent.
@Suite struct BounceTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(mail: "bounce_maildir = \"var/bounces\"\n")
    try site.article("a", dated: "2026-11-20")
    for folder in ["new", "cur", "tmp"] { try site.folder.write("", to: "var/bounces/\(folder)/.kept") }
    newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    try #require(newsroom.mails.count == 1)
  }

  private func recorder() throws -> BounceRecorder {
    BounceRecorder(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at(tuesday))
  }

  @Test func ourOwnMessageIDIsAsGoodAsAToken() throws {
    let id = try #require(newsroom.mails[0].field("Message-ID"))
    #expect(
      try recorder().record(report(messageID: id))
        == .init(
          sentence: "ann@example.org: hard bounce (550 5.1.1 no such user): suppressed; never mailed again",
          suppressed: [mailbox("ann@example.org")]))
  }

  @Test func ourMessageIDIsRecognisedAfterFromChanged() throws {
    let id = try #require(newsroom.mails[0].field("Message-ID"))
    try site.sendFrom("news@example.com")
    #expect(try recorder().record(report(messageID: id)).suppressed == [mailbox("ann@example.org")])
  }

  @Test(arguments: ["<weekly.1.aaaaaaaaaaaaaaaaaaaaaaaa@news.example.org>", "<x@y>", "<...@>", "<@>", "<weekly.1.@.>"])
  func aForgedMessageIDCountsAsASoftBounceAtMost(_ id: String) throws {
    let sentence = "ann@example.org: hard bounce (550 5.1.1 no such user): counted; 1.0 of 4"
    #expect(try recorder().record(report(messageID: id)) == .init(sentence: sentence))
    #expect(
      try recorder().record(report(messageID: id))
        == .init(sentence: "ann@example.org: this report was already recorded"))
    #expect(try newsroom.ledger.suppression(of: mailbox("ann@example.org")) == nil)
  }

  /// Without VERP, as when bounces go to the sender's own mailbox, a refused confirmation is still recognised.
  @Test func theMessageIDOfALetterIsAsGoodAsAToken() throws {
    try newsroom.ledger.record([.subscribe("new@b.example"), .subscribe("other@c.example")], at: .at(monday))
    _ = try newsroom.run("2026-11-23T08:00:00Z")
    let ids = newsroom.mails.suffix(2).compactMap { $0.field("Message-ID") }
    try #require(ids.count == 2)
    let forged = ids[0].replacing("<letter.1.", with: "<letter.2.")
    _ = try recorder().record(report(recipient: "other@c.example", messageID: forged))
    #expect(try newsroom.ledger.suppression(of: mailbox("other@c.example")) == nil)
    // The report names another address, because the mail was forwarded.
    let result = try recorder().record(report(recipient: "a.smith@elsewhere.example", messageID: ids[0]))
    #expect(
      result
        == .init(
          sentence: "new@b.example: hard bounce (550 5.1.1 no such user): suppressed; never mailed again",
          suppressed: [mailbox("new@b.example")]))
    #expect(try newsroom.ledger.subscriptions(of: mailbox("new@b.example")).map(\.status) != [.pending])
    #expect(try newsroom.ledger.subscriptions(of: mailbox("other@c.example")).map(\.status) == [.pending])
  }

  @Test func aTokenIdentifiesTheReaderOfABounce() throws {
    let delivery = try #require(
      try newsroom.ledger.delivery(of: "weekly", issue: 1, to: mailbox("ann@example.org")))
    let token = newsroom.ledger.bounceToken(of: delivery)
    let mail = report(to: "bounces+\(token)@news.example.org", recipient: "a.smith@elsewhere.example")
    #expect(try recorder().record(mail).suppressed == [mailbox("ann@example.org")])
    let why = Why(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at(tuesday))
    #expect(
      try why.lines(address: mailbox("ann@example.org"))?.last
        == "hard bounce 2026-11-24 09:00 of weekly#1: 550 5.1.1 no such user")
  }

  /// A resolver that knows no domain at all is repaired before it costs readers.
  @Test func aMissingDomainSuppressesOnlyIfItIsMissingDaysLater() throws {
    let delivery = try #require(
      try newsroom.ledger.delivery(of: "weekly", issue: 1, to: mailbox("ann@example.org")))
    let record = { (id: String, time: String) in
      try newsroom.ledger.record(
        Bounce(kind: .hard, status: "5.4.4", words: "Host or domain name not found", report: id)
          .about(token: newsroom.ledger.bounceToken(of: delivery)), at: .at(time))
    }
    let ann = mailbox("ann@example.org")
    #expect(try record("a", "2026-11-24T09:00:00Z") == .counted(ann, score: 1))
    for (id, time) in [("b", "2026-11-25T09:00:00Z"), ("c", "2026-11-30T08:59:59Z"), ("d", "2027-03-01T09:00:00Z")] {
      guard case .counted = try record(id, time) else {
        Issue.record("suppressed at \(time)")
        return
      }
    }
    #expect(try record("e", "2027-03-07T09:00:00Z") == .suppressed(ann, .bounce))
  }

  @Test func aRunReadsTheMaildirAndMarksWhatItRead() throws {
    try write(report(messageID: "<x@y>"), to: "new/1.a")
    try write(Array("From: mailer-daemon@example.org\n\nSomething.\n".utf8), to: "new/2.b:2,F")
    try write(Array("From: bob@example.org\nSubject: Hello\n\nHello.\n".utf8), to: "cur/3.c:2,R")
    try write(report(messageID: "<z@y>"), to: "cur/4.d:2,S")
    let rehearsal = try newsroom.run(tuesday, only: .publish)
    #expect(rehearsal.bouncesRead == 0)
    let report = try newsroom.run(tuesday)
    #expect(report.bouncesRead == 3)
    #expect(report.problems == ["new/2.b:2,F: not understood: it does not show whose mail failed"])
    #expect(report.notices == ["cur/3.c:2,R: not a bounce: a letter to the bounce address"])
    #expect(report.exitCode == .badContent)
    #expect(report.summary == "3 bounces read")
    #expect(bounceFiles() == ["cur/1.a:2,S", "cur/2.b:2,FS", "cur/3.c:2,RS", "cur/4.d:2,S"])
    let again = try newsroom.run(tuesday)
    #expect(again.summary == nil && again.exitCode == .done)
  }

  /// A hundred messages are one transaction: if the machine stops in it, none is recorded and none is marked as seen.
  @Test func messagesOfAMaildirAreRecordedTogether() throws {
    try write(report(recipient: "bob@example.org"), to: "new/1.a")
    try write(report(recipient: "ann@example.org"), to: "new/2.b")
    let stopping = StoppingLedger(newsroom.ledger, stopping: .after(3))  // the transaction, and both of its parts
    #expect(throws: StoppingLedger.Stopped.self) {
      try BounceRecorder(try OpenedSite(folder: site.path), ledger: stopping, now: .at(tuesday))
        .recordUnseen(of: try #require(Maildir(site.path + "/var/bounces"))) { Issue.record("\($0.line) was recorded") }
    }
    #expect(bounceFiles() == ["new/1.a", "new/2.b"])
    #expect(try newsroom.run(tuesday).bouncesRead == 2)
    #expect(bounceFiles() == ["cur/1.a:2,S", "cur/2.b:2,S"])
  }

  private func bounceFiles() -> [String] {
    site.folder.files().filter { $0.hasPrefix("var/bounces/") && !$0.hasSuffix(".kept") }
      .map { String($0.dropFirst("var/bounces/".count)) }
  }

  /// A mail server creates the Maildir with the first bounce; any other folder is a mistake.
  @Test func aFolderThatIsNotAMaildirIsReportedAndTheRestGoesOn() throws {
    try site.folder.remove("var/bounces")
    #expect(try newsroom.run(tuesday).problems == [])
    try site.folder.write("", to: "var/bounces/some-file")
    let report = try newsroom.run(tuesday)
    #expect(
      report.problems == [
        "bounce_maildir: \(site.path)/var/bounces is not a Maildir; it must be a folder with new/ and cur/"
      ])
    #expect(report.exitCode == .badConfiguration)
  }

  private func write(_ mail: [UInt8], to file: String) throws {
    try site.folder.write(String(decoding: mail, as: UTF8.self), to: "var/bounces/" + file)
  }

  private func report(
    to: String = "bounces@news.example.org", recipient: String = "ann@example.org", messageID: String = "<x@y>"
  ) -> [UInt8] {
    Array(
      """
      From: MAILER-DAEMON@mail.example.org
      To: \(to)
      Message-ID: <report.\(recipient).\(messageID.dropFirst())
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mail.example.org

      Final-Recipient: rfc822; \(recipient)
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 no such user

      --b
      Content-Type: text/rfc822-headers

      Message-ID: \(messageID)
      --b--

      """.utf8)
  }
}
