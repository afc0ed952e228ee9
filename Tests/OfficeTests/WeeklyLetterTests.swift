import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

/// What operators read on Mondays.
@Suite struct WeeklyLetterTests {
  private func newsroom(_ weekly: String) throws -> Newsroom {
    let site = try SampleSite(digests: ["weekly": "cron = \"0 7 * * TUE\"\n"])
    let settings = "\n[alerts]\nto = [\"ops@example.org\"]\n\(weekly)\n[desk]\nurl = \"https://desk.example.org\"\n"
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + settings, to: "schedule.conf")
    try site.article("a", dated: "2026-11-20")
    return try Newsroom(
      site,
      relay: { recipient, _ in
        recipient.domain == "gone.example"
          ? .refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "no such user"))
          : .accepted(Reply(stage: .finalDot, code: 250, text: "recorded"))
      })
  }

  private func run(_ newsroom: Newsroom, _ now: String) throws {
    var report = try newsroom.run(now)
    try WeeklyLetter(try newsroom.press(now)).send(&report)
  }

  private func post(_ newsroom: Newsroom) -> [Parcel] {
    newsroom.mails.filter { $0.recipient.description == "ops@example.org" }
  }

  @Test func theWeekIsToldOnMondayMorning() throws {
    let newsroom = try newsroom("")
    try run(newsroom, "2026-11-22T12:00:00Z")
    _ = try newsroom.ledger.enrol([.confirmed("bob@gone.example")], at: .at("2026-11-24T06:00:00Z"))
    try newsroom.site.folder.write("---\ntitle: [\n---\n", to: "articles/bad.md")
    for now in ["2026-11-23T07:55:00Z", "2026-11-24T07:00:00Z", "2026-11-30T07:55:00Z", "2026-11-30T08:00:00Z"] {
      try run(newsroom, now)
    }
    try run(newsroom, "2026-11-30T09:00:00Z")
    let letters = post(newsroom)
    #expect(letters.map { $0.field("Subject") } == ["[Research news] the week to 2026-11-29"])
    let wanted = """
      2026-11-23 to 2026-11-29

      Readers:
      - weekly: 1, +0: 1 came, 1 bounced

      Issues of the week:
      - weekly#1 "About a": 1 accepted, 1 refused

      Failures:
      - files of articles: 1 fault; `courant check` lists what is wrong

      What to do:
      - nothing

      Next issues:
      - weekly: 2026-12-01 07:00

      The desk: https://desk.example.org/
      """
    let text = letters.first.map { String(decoding: $0.message, as: UTF8.self).replacing("\r\n", with: "\n") } ?? ""
    #expect(text.contains(wanted), "\(text)")
    #expect(text.contains("<title>[Research news] the week to 2026-11-29</title>"))
  }

  @Test(arguments: [("", 0), ("weekly = \"with-news\"", 0), ("weekly = \"always\"", 1), ("weekly = \"never\"", 0)])
  func aQuietWeekIsToldOnlyIfAsked(setting: String, letters: Int) throws {
    let newsroom = try newsroom(setting)
    for now in ["2026-11-30T12:00:00Z", "2026-12-01T12:00:00Z", "2026-12-13T12:00:00Z", "2026-12-14T12:00:00Z"] {
      try run(newsroom, now)
    }
    #expect(post(newsroom).filter { $0.field("Subject")?.hasSuffix("2026-12-13") == true }.count == letters)
  }

  @Test func noLetterIsWrittenIfNoneIsWanted() throws {
    let newsroom = try newsroom("weekly = \"never\"")
    for now in ["2026-11-22T12:00:00Z", "2026-11-24T12:00:00Z", "2026-11-30T12:00:00Z"] { try run(newsroom, now) }
    #expect(post(newsroom).isEmpty)
  }

  @Test func aLetterIsWrittenOnceWhateverCrashes() throws {
    for write in 1...4 {
      let newsroom = try newsroom("weekly = \"always\"")
      try run(newsroom, "2026-11-22T12:00:00Z")
      var report = RunReport()
      let stopping = StoppingLedger(newsroom.ledger, stopping: .after(write))
      try? WeeklyLetter(try newsroom.press("2026-11-30T12:00:00Z", on: stopping)).send(&report)
      try run(newsroom, "2026-11-30T12:05:00Z")
      #expect(post(newsroom).count == 1, "after write \(write)")
    }
  }
}
