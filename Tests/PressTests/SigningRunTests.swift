import CourantTesting
import Cryptography
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// Runs of a site with signatures.
@Suite struct SigningRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let oneClick = "https://news.example.org/unsubscribe/"

  init() throws {
    site = try SampleSite(
      mail: """
        one_click = "\(oneClick)"
        unsubscribe = "leave@news.example.org"
        [mail.dkim]
        domain = "example.org"
        selector = "courant"
        key_file = "dkim.pem"

        """)
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(site)
    try writeKey()
    _ = try newsroom.run(sunday)
  }

  private func writeKey() throws {
    try site.folder.write(SampleKeys.rsa, to: "dkim.pem")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/dkim.pem")
    try newsroom.reopen()
  }

  @Test func mailsLeaveSigned() throws {
    _ = try newsroom.run(monday)
    let key = try SigningKey(pem: Array(SampleKeys.rsa.utf8)).publicKey
    #expect(
      newsroom.mails.map { DKIMVerifier($0.message).verdicts(["courant._domainkey.example.org": key]) } == [["valid"]])
  }

  @Test func thePreviewIsTheMessageByteForByte() throws {
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(opened, ledger: newsroom.ledger, now: .at(sunday), courier: { fatalCourier() })
    let (ann, following) = try #require(try newsroom.ledger.addressee(mailbox("ann@example.org"), digest: "weekly"))
    var report = RunReport()
    let preview = try press.preview(
      try #require(opened.site.digest("weekly")), for: PreviewReader(ann, following: following), &report)
    _ = try newsroom.run(monday)
    #expect(newsroom.mails.map(\.message) == [preview.message])
  }

  @Test func withoutItsKeyNothingIsFrozenOrMailed() throws {
    try site.folder.remove("dkim.pem")
    let report = try newsroom.run(monday)
    #expect(
      report.problems == [
        "dkim.pem: there is no such key, but schedule.conf names it; create it with `courant dkim keygen --selector "
          + "courant --out dkim.pem`"
      ])
    #expect(report.exitCode == .badConfiguration)
    #expect(newsroom.mails.isEmpty)
    #expect(try newsroom.ledger.tally(of: nil) == [:])
    try writeKey()
    #expect(try newsroom.run(monday).exitCode == .done)
    #expect(newsroom.mails.count == 1)
  }

  @Test func theLinkInAMessageEndsItsSubscription() throws {
    _ = try newsroom.run(monday)
    let mail = try #require(newsroom.mails.first)
    let uris = try #require(mail.field("List-Unsubscribe")).split(separator: ", ")
    #expect(mail.field("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
    let link = uris[0].dropFirst().dropLast()
    #expect(link.hasPrefix(oneClick))
    #expect(uris[1] == "<mailto:leave@news.example.org?subject=unsubscribe%20\(link.dropFirst(oneClick.count))>")
    let recorder = UnsubscribeRecorder(ledger: newsroom.ledger, now: .at(monday))
    #expect(try recorder.record(String(link)) == EndedSubscription(digest: "weekly", isNew: true))
    #expect(try recorder.record(String(link)) == EndedSubscription(digest: "weekly", isNew: false))
  }
}

private func fatalCourier() -> any Courier { preconditionFailure("a preview mails nobody") }
