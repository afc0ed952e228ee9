import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Synchronization
import Testing
import Time

/// What operators are written, and what the ledger remembers of it.
@Suite struct AlertRoundTests {
  private let newsroom: Newsroom
  private let isDown = Box()

  final class Box: Sendable {
    private let value = Mutex(false)
    var isSet: Bool {
      get { value.withLock { $0 } }
      set { value.withLock { $0 = newValue } }
    }
  }

  init() throws {
    let site = try SampleSite()
    let settings = "\n[alerts]\nto = [\"ops@example.org\"]\n[ledger]\nbackup_within = \"2d\"\n"
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + settings, to: "schedule.conf")
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(
      site,
      relay: { [isDown] recipient, _ in
        isDown.isSet ? .unsent(RelayFailure(sentence: "cannot connect", isPermanent: false)) : .accepted(Self.taken)
      })
  }

  private static let taken = Reply(stage: .finalDot, code: 250, text: "recorded")

  private var post: [String] {
    newsroom.mails.filter { $0.recipient.description == "ops@example.org" }.map { $0.field("Subject") ?? "" }
  }

  /// Of the newest letter.
  private var text: String {
    let letter = newsroom.mails.last { $0.recipient.description == "ops@example.org" }
    return letter.map { String(decoding: $0.message, as: UTF8.self) } ?? ""
  }

  /// One run, and what follows it in the command.
  private func run(_ now: String) throws {
    var report = try newsroom.run(now)
    try AlertRound(try newsroom.press(now)).tell(after: &report)
  }

  private func backUp(_ now: String) throws { try newsroom.ledger.setNote(BackupNote.done, now) }

  @Test func operatorsAreToldOnceThenDailyAndWhenItIsOver() throws {
    for now in ["2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z", "2026-11-23T11:59:59Z", "2026-11-23T12:00:00Z"] {
      try run(now)
    }
    #expect(post == ["[Research news] no recent backup", "[Research news] still: no recent backup"])
    try backUp("2026-11-23T13:00:00Z")
    try run("2026-11-23T14:00:00Z")
    try run("2026-11-23T15:00:00Z")
    #expect(post.suffix(1) == ["[Research news] over: no recent backup"])
    #expect(post.count == 3)
  }

  @Test func theLetterSaysWhatIsNewWhatLastsAndWhatIsOver() throws {
    try run("2026-11-22T12:00:00Z")
    let wanted = """
      New:
      - the ledger was never backed up; run `courant backup FILE`, daily from
      cron for example (since 2026-11-22 12:00)

      The whole state: courant status
      """
    #expect(text.replacing("\r\n", with: "\n").contains(wanted), "\(text)")
  }

  @Test func aRelayThatFailedIsToldWhenItWorksAgain() throws {
    try backUp("2026-11-22T12:00:00Z")
    try run("2026-11-22T12:00:00Z")
    isDown.isSet = true
    for now in ["2026-11-23T07:00:00Z", "2026-11-23T07:10:00Z", "2026-11-23T09:00:00Z"] { try run(now) }
    let alerts = try newsroom.press("2026-11-23T09:00:00Z").alerts()
    #expect(alerts.map(\.sentence) == ["the relay has taken no mail since 2026-11-23 07:00: cannot connect"])
    #expect(post == [])
    isDown.isSet = false
    try run("2026-11-23T09:05:00Z")
    #expect(post == ["[Research news] over: the relay takes no mail"])
    #expect(text.contains("(2026-11-23 07:00 to 2026-11-23 09:05)"))
    try run("2026-11-23T09:10:00Z")
    #expect(post.count == 1)
  }

  @Test func whatServeNoticesIsOverWithTheNextRun() throws {
    try backUp("2026-11-22T12:00:00Z")
    try run("2026-11-22T12:00:00Z")
    try AlertRound(try newsroom.press("2026-11-22T12:15:00Z")).tell()
    #expect(try newsroom.ledger.knownAlerts() == [])
    try AlertRound(try newsroom.press("2026-11-22T12:15:01Z")).tell()
    #expect(try newsroom.ledger.knownAlerts().map(\.alert.kind) == [.stale])
    try run("2026-11-22T13:00:00Z")
    #expect(post == ["[Research news] runs have stopped", "[Research news] over: runs have stopped"])
  }

  @Test func nobodyIsToldTwiceWhateverCrashes() throws {
    for write in 1...6 {
      let other = try AlertRoundTests()
      let stopping = StoppingLedger(other.newsroom.ledger, stopping: .after(write))
      try? AlertRound(try other.newsroom.press("2026-11-22T12:00:00Z", on: stopping)).tell()
      try other.run("2026-11-22T12:05:00Z")
      #expect(other.post == ["[Research news] no recent backup"], "after write \(write)")
    }
  }

  @Test func failedMessagesOfAnIssueAreTold() throws {
    try backUp("2026-11-22T12:00:00Z")
    let readers = (1...6).map { Enrolment.confirmed("r\($0)@gone.example") }
    let room = try Newsroom(
      newsroom.site, readers: readers,
      relay: { recipient, _ in
        recipient.domain == "gone.example"
          ? .refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "no such user")) : .accepted(Self.taken)
      })
    try room.enrol((1...5).map { .confirmed("b\($0)@example.org") })
    _ = try room.run("2026-11-22T12:00:00Z")
    _ = try room.run("2026-11-23T07:00:00Z")
    let alerts = try room.press("2026-11-23T07:05:00Z").alerts().filter { $0.kind == .failures }
    #expect(alerts.map(\.about) == ["weekly#1"])
    #expect(alerts.first?.sentence.hasPrefix("6 of 11 messages of weekly#1 failed (54.54 %)") == true)
    #expect(try room.press("2026-11-27T07:05:00Z").alerts().filter { $0.kind == .failures } == [])
  }

  @Test func alertsAboutAMachineNameItIfSeveralShareTheLedger() throws {
    let opened = try OpenedSite(folder: newsroom.site.path)
    func machine(_ ledger: any Ledger) throws -> String? {
      let press = PressRun(opened, ledger: ledger, now: .at("2026-11-22T12:00:00Z"), courier: { RecordingCourier() })
      return try AlertFacts(press).machine
    }
    #expect(try machine(newsroom.ledger) == nil)
    #expect(try machine(StoppingLedger(newsroom.ledger, on: "news1")) == "news1")
  }
}
