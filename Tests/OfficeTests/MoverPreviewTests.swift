import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

/// `courant preview daily --as ADDRESS` for a reader who changed to the digest: byte for byte what the run sends them.
@Suite struct MoverPreviewTests {
  @Test func aMoverSeesWhatTheyWillGet() throws {
    let site = try SampleSite(digests: ["daily": "cron = \"0 7 * * *\"\n", "weekly": SampleSite.weekly])
    try site.folder.write("", to: "articles/.keep")
    let newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org")])
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    for day in ["24", "25"] {
      try site.article("a\(day)", dated: "2026-11-\(day)T06:00:00Z")
      _ = try newsroom.run("2026-11-\(day)T07:00:05Z")
    }
    var row = Enrolment.confirmed("ann@example.org", digest: "daily")
    row.insteadOf = "weekly"
    _ = try newsroom.ledger.enrol([row], at: .at("2026-11-25T12:00:00Z"))
    try site.article("b", dated: "2026-11-26T06:00:00Z")
    let preview = try preview(newsroom, at: "2026-11-26T06:30:00Z")
    _ = try newsroom.run("2026-11-26T07:00:05Z")
    #expect(newsroom.mails.map(\.message) == [preview.message])
    for name in ["a24", "a25", "b"] { #expect(preview.text.contains("About \(name)")) }
  }

  private func preview(_ newsroom: Newsroom, at now: String) throws -> Preview {
    let opened = try OpenedSite(folder: newsroom.site.path)
    let press = PressRun(opened, ledger: newsroom.ledger, now: .at(now), courier: { RecordingCourier(record: .init()) })
    let ann = try #require(try newsroom.ledger.addressee(mailbox("ann@example.org"), digest: "daily"))
    let account = try #require(try newsroom.ledger.account(of: ann.0.token))
    var reader = PreviewReader(ann.0, following: ann.1)
    reader.handedOver = account.subscriptions.first { $0.digest == "daily" }?.handedOver
    var report = RunReport()
    return try press.preview(try #require(opened.site.digest("daily")), .next, for: reader, &report)
  }
}
