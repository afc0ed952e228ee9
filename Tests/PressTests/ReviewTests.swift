import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

/// Issues that wait for an operator, or for a set time, before they are frozen.
@Suite struct ReviewTests {
  private static let sunday = "2026-11-22T12:00:00Z"
  private static let key = "weekly@2026-11-23T07:00"

  private func newsroom(_ digest: String, articles: [String] = ["a"]) throws -> Newsroom {
    let operators = "[alerts]\nto = [\"ops@example.org\"]\n[desk]\nurl = \"https://desk.example.org\"\n"
    let site = try SampleSite(digests: ["weekly": SampleSite.weekly + digest + "\n" + operators])
    for article in articles { try site.article(article, dated: "2026-11-20") }
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(Self.sunday)
    return newsroom
  }

  private func slots(_ newsroom: Newsroom, _ now: String) throws -> HeldSlots {
    HeldSlots(try OpenedSite(folder: newsroom.site.path), ledger: newsroom.ledger, now: .at(now))
  }

  private func recipients(_ newsroom: Newsroom) -> [String] { newsroom.mails.map(\.recipient.description) }

  @Test func anIssueUnderReviewIsMailedOnlyAfterItsRelease() throws {
    let newsroom = try newsroom("review = \"always\"")
    let report = try newsroom.run("2026-11-23T07:00:05Z")
    let notice = "\(Self.key) is held for your review: 1 articles; `courant release \(Self.key)` mails it"
    #expect(report.notices == [notice])
    #expect(recipients(newsroom) == ["ops@example.org"])
    _ = try newsroom.run("2026-11-23T08:00:05Z")
    #expect(try newsroom.slots() == ["2026-11-23T07:00 held"])
    try slots(newsroom, "2026-11-23T08:30:00Z").release(Self.key)
    _ = try newsroom.run("2026-11-23T08:35:05Z")
    #expect(recipients(newsroom) == ["ops@example.org", "ann@example.org"])
    #expect(try newsroom.slots() == ["2026-11-23T07:00 issued"])
  }

  @Test func anIssueUnderReviewIsReleasedByItselfIfThatIsSet() throws {
    let newsroom = try newsroom("review = \"always\"\nrelease_after = \"6h\"")
    _ = try newsroom.run("2026-11-23T07:00:00Z")
    _ = try newsroom.run("2026-11-23T12:59:59Z")
    #expect(recipients(newsroom) == ["ops@example.org"])
    _ = try newsroom.run("2026-11-23T13:00:00Z")
    #expect(recipients(newsroom) == ["ops@example.org", "ann@example.org"])
  }

  @Test func whatWasReleasedIsHeldAgainIfArticlesCameOrWent() throws {
    let newsroom = try newsroom("review = \"always\"")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    try slots(newsroom, "2026-11-23T08:00:00Z").release(Self.key)
    try newsroom.site.article("b", dated: "2026-11-21")
    let report = try newsroom.run("2026-11-23T08:05:05Z")
    #expect(report.problems.first?.hasPrefix("\(Self.key) is held again: its articles are not those") == true)
    #expect(recipients(newsroom) == ["ops@example.org", "ops@example.org"])
    try slots(newsroom, "2026-11-23T08:10:00Z").release(Self.key)
    let issued = try newsroom.run("2026-11-23T08:15:05Z")
    #expect(try newsroom.articles(of: issued).map { $0.sorted() } == [["a", "b"]])
  }

  @Test func anArticleThatIsCorrectedDuringTheReviewIsMailedAsItIsThen() throws {
    let newsroom = try newsroom("review = \"always\"")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    try newsroom.site.article("a", dated: "2026-11-20", title: "Corrected")
    try slots(newsroom, "2026-11-23T08:00:00Z").release(Self.key)
    #expect(try newsroom.run("2026-11-23T08:05:05Z").issues.map(\.subject) == ["Corrected"])
  }

  @Test func aDelayEndsByItselfAndCancellingWithinItLeavesNoTrace() throws {
    let newsroom = try newsroom("delay = \"10m\"")
    let report = try newsroom.run("2026-11-23T07:00:00Z")
    #expect(report.notices == ["\(Self.key) waits until 2026-11-23 07:10; `courant cancel \(Self.key)` stops it"])
    _ = try newsroom.run("2026-11-23T07:09:59Z")
    #expect(try newsroom.slots() == ["2026-11-23T07:00 held"])
    let slots = try slots(newsroom, "2026-11-23T07:09:59Z")
    #expect(try slots.hold(of: Self.key)?.reason == .delay)
    #expect(try slots.putOff(Self.key) == 1)
    _ = try newsroom.run("2026-11-23T07:15:00Z")
    #expect(try newsroom.ledger.issues(of: nil, limit: nil).isEmpty)
    #expect(newsroom.site.folder.files().filter { $0.hasPrefix("public/archive/weekly/") } == [])
    _ = try newsroom.run("2026-11-30T07:00:00Z")
    let issued = try newsroom.run("2026-11-30T07:10:00Z")
    #expect(try newsroom.articles(of: issued) == [["a"]])
    #expect(issued.issues.map(\.number) == [1])
  }

  @Test func aDelayEndsBeforeTheNextSlotFallsDue() throws {
    let newsroom = try newsroom("delay = \"23h\"")
    let hourly = "cron = \"0 * * * *\"\ndelay = \"23h\"\n"
    let settings = newsroom.site.folder.text("schedule.conf") ?? ""
    try newsroom.site.folder.write(
      settings.replacing(SampleSite.weekly + "delay = \"23h\"\n", with: hourly), to: "schedule.conf")
    try newsroom.reopen()
    try newsroom.site.article("b", dated: "2026-11-22T12:30:00Z")
    _ = try newsroom.run("2026-11-22T13:00:00Z")
    #expect(try newsroom.ledger.openSlots(of: "weekly").map(\.hold?.until) == [.at("2026-11-22T13:59:00Z")])
    #expect(try newsroom.run("2026-11-22T13:59:00Z").issues.count == 1)
  }

  @Test func operatorsAreToldOnceThenDailyEvenAfterACrash() throws {
    let newsroom = try newsroom("review = \"always\"")
    for now in ["2026-11-23T07:00:05Z", "2026-11-23T09:00:05Z", "2026-11-24T07:00:04Z", "2026-11-24T07:00:05Z"] {
      _ = try newsroom.run(now)
    }
    #expect(recipients(newsroom) == ["ops@example.org", "ops@example.org"])
    #expect(Set(newsroom.mails.map { $0.field("Message-ID") }).count == 2)
  }

  @Test func theLetterSaysWhyAndWhatAndHowToActOnIt() throws {
    let newsroom = try newsroom("hold_above = 1", articles: ["a", "b"])
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    let letter = try #require(newsroom.mails.first)
    #expect(letter.field("Subject") == "[Research news] \(Self.key) is held: 2 articles")
    let text = String(decoding: letter.message, as: UTF8.self)
    for line in [
      "Why: it has more new articles than `hold_above` allows.",
      "It waits until you release or cancel it.", "Readers: 1",
      "- About a (Feed all)", "Release it: courant release \(Self.key)", "Discard it: courant cancel \(Self.key)",
      "On the desk: https://desk.example.org/held/\(Self.key)",
      "The text begins:",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(letter.field("List-Unsubscribe") == nil)
  }

  @Test func nobodyIsWrittenToWithoutAlerts() throws {
    let site = try SampleSite(digests: ["weekly": SampleSite.weekly + "review = \"always\"\n"])
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(Self.sunday)
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    #expect(newsroom.mails.isEmpty)
  }
}
