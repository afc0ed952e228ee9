import CourantTesting
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

private let days = ["2026-11-22T12:00:00Z", "2026-11-23T07:00:05Z", "2026-11-30T07:00:05Z", "2026-12-07T07:00:05Z"]

/// The files that one issue attaches.
@Suite struct AttachmentRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws { try self.init("") }

  private init(_ settings: String) throws {
    site = try SampleSite(
      digests: ["weekly": SampleSite.weekly + "attach = [\"letters/programme.pdf\"]\n" + settings])
    for (id, date) in [("a", "2026-11-20"), ("b", "2026-11-27"), ("c", "2026-12-04")] {
      try site.article(id, dated: date)
    }
    newsroom = try Newsroom(site)
  }

  private func write(_ text: String) throws { try site.folder.write(text, to: "letters/programme.pdf") }

  private var mails: [String] {
    newsroom.mails.map { String(decoding: $0.message, as: UTF8.self).replacing("=\r\n", with: "") }
  }

  @Test func aFileIsLinkedToFromOneIssueAndPublishedAsItWas() throws {
    try write("%PDF first")
    for day in days.prefix(3) { _ = try newsroom.run(day) }
    #expect(mails.map { $0.ranges(of: "Programme (PDF, 0.1").count } == [2, 0])
    try write("%PDF second")
    _ = try newsroom.run(days[3])
    #expect(mails.map { $0.ranges(of: "archive/weekly/3/programme.pdf").count } == [0, 0, 2])
    let published = site.publicFiles.filter { $0.key.hasSuffix(".pdf") }
    #expect(
      published == [
        "public/archive/weekly/1/programme.pdf": "%PDF first", "public/archive/weekly/3/programme.pdf": "%PDF second",
      ])
    #expect(site.publicFiles["public/archive/weekly/1/index.html"]?.contains("Programme (PDF, 0.1") == true)
    #expect(!mails.contains { $0.contains("multipart/mixed") })
  }

  @Test func onDemandItIsInEveryMessage() throws {
    let own = try AttachmentRunTests("attach_as = \"files\"\n")
    try own.write("%PDF first")
    for day in days.prefix(2) { _ = try own.newsroom.run(day) }
    try own.write("%PDF second")
    let mail = String(decoding: try #require(own.newsroom.mails.first).message, as: UTF8.self)
    #expect(mail.contains("Content-Type: multipart/mixed; boundary=\"=_mixed_"))
    #expect(
      mail.contains("\r\n filename=\"programme.pdf\"\r\n\r\n\(Data("%PDF first".utf8).base64EncodedString())\r\n"))
  }

  @Test(arguments: [
    (nil, "but this file does not exist"), ("", "which is empty; write it again, or remove it from `attach`"),
  ])
  func aFileThatCannotBeAttachedStopsTheIssue(_ text: String?, _ why: String) throws {
    if let text { try write(text) }
    _ = try newsroom.run(days[0])
    let report = try newsroom.run(days[1])
    #expect(newsroom.mails.isEmpty)
    let problem = try #require(report.problems.first)
    #expect(problem.wholeMatch(of: /schedule\.conf:\d+:\d+: `attach` names "letters\/programme\.pdf", .*/) != nil)
    #expect(problem.contains("\(why) (weekly: nothing is mailed)"))
    #expect(try checked(days[1]).contains { problem == "\($0) (weekly: nothing is mailed)" })
    try write("%PDF")
    _ = try newsroom.run("2026-11-23T08:00:00Z")
    #expect(newsroom.mails.count == 1)
  }

  private func checked(_ now: String) throws -> [String] {
    let opened = try OpenedSite(folder: site.path)
    let ledger = try SQLLedger(inMemory: ())
    let press = PressRun(opened, ledger: ledger, now: .at(now), courier: { preconditionFailure() })
    return try SiteCheck(opened, press: press, readers: newsroom.ledger).findings().map(\.description)
  }

  @Test func filesInEmailsHaveALimit() throws {
    let own = try AttachmentRunTests("attach_as = \"files\"\nattach_limit = 1\n")
    try own.write(String(repeating: "x", count: 1_100_000))
    _ = try own.newsroom.run(days[0])
    let report = try own.newsroom.run(days[1])
    #expect(own.newsroom.mails.isEmpty)
    let sum = "lists files of 1.1 MB, but at most 1 MB can be attached to an issue; remove one, raise `attach_limit`"
    #expect(report.problems.first?.contains(sum) == true)
  }
}
