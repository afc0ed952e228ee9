import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let tuesday = "2026-11-24T12:00:00Z"

/// Which issue `courant preview` and `courant send-test` show.
@Suite struct PreviewTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(
      feeds: ["all": ["*"], "ms": ["MS"]], digests: ["weekly": SampleSite.weekly + "hold_above = 2\n"])
    try site.article("a", dated: "2026-11-20", topics: ["MS"])
    try site.article("b", dated: "2026-11-19")
    newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
  }

  private func preview(
    _ which: PreviewedIssue, at now: String, following: String = "*", pausedUntil: Instant? = nil
  ) throws -> Preview {
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(
      opened, ledger: newsroom.ledger, now: .at(now), courier: { RecordingCourier(record: .init()) })
    let ann = try #require(try newsroom.ledger.addressee(mailbox("ann@example.org"), digest: "weekly"))
    var report = RunReport()
    var reader = PreviewReader(ann.0, following: try #require(Following(following)))
    reader.pausedUntil = pausedUntil
    return try press.preview(try #require(opened.site.digest("weekly")), which, for: reader, &report)
  }

  /// The ids of the articles in the preview's text, in its order.
  private func articles(_ preview: Preview) -> [String] {
    preview.text.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /news\.example\.org\/articles\/([^\/]+)\//).map { String($0.1) }
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  @Test func theNextIssueIsTheOneThatTheNextRunSends() throws {
    let preview = try preview(.next, at: sunday)
    _ = try newsroom.run(monday)
    #expect(newsroom.mails.map(\.message) == [preview.message])
    #expect(preview.findings.filter { $0.contains("held") } == [])
  }

  @Test func articlesThatAreLeftOutAreCounted() throws {
    try site.article("old", dated: "2026-10-01")
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("hold_above = 2", with: "max_articles = 1"), to: "schedule.conf")
    let preview = try preview(.next, at: sunday)
    #expect(articles(preview) == ["a"])
    #expect(
      preview.findings.prefix(2) == [
        "1 more new article waits for a later issue, because of max_articles = 1",
        "1 older article is not news for the first issue, and will not be mailed; --last 5 shows the newest",
      ])
  }

  @Test func aReaderWhoPausedSeesWhenEmailBeginsAgain() throws {
    let said = { (until: String) throws -> String in
      do {
        return articles(try preview(.next, at: sunday, pausedUntil: .at(until))).joined(separator: " ")
      } catch let nothing as NoPreview {
        return nothing.description
      }
    }
    #expect(
      try said("2026-12-01T00:00:00Z")
        == "weekly@2026-11-23T07:00: paused until 2026-12-01 00:00, so nothing would be mailed to them; their next email is "
        + "that of weekly@2026-12-07T07:00")
    #expect(try said("2026-11-23T00:00:00Z") == "a b")
  }

  @Test func aPastIssueIsShownAsSentRegardlessOfItsArticles() throws {
    _ = try newsroom.run(monday)
    try site.article("a", dated: "2026-11-20", title: "Quite another title", topics: ["MS"])
    try site.folder.write(
      "{{#sections}}{{title}} {{unsubscribe_url}} {{site.publisher}}{{/sections}}", to: "templates/digest.text")
    _ = try newsroom.run(tuesday)
    let preview = try preview(.past(1), at: tuesday)
    #expect(newsroom.mails.map(\.message) == [preview.message])
    #expect(preview.issueNumber == 1)
    #expect(preview.slot.key == "weekly@2026-11-23T07:00")
  }

  @Test func aPastIssueForFeedsWithoutReadersIsRenderedAgain() throws {
    _ = try newsroom.run(monday)
    let preview = try preview(.past(1), at: tuesday, following: "ms")
    #expect(articles(preview) == ["a"])
    #expect(
      preview.findings.first
        == "no email of this issue is kept for these feeds: no reader followed them, or it was pruned; "
        + "rendered with today's templates")
  }

  @Test func whileASlotIsHeldItsIssueIsShownAsReleaseSendsIt() throws {
    try site.article("c", dated: "2026-11-21")
    _ = try newsroom.run(monday)
    #expect(try newsroom.slots() == ["2026-11-23T07:00 held"])
    // Dated after the held slot: of the next issue, not of this.
    try site.article("d", dated: "2026-11-24")
    let preview = try preview(.next, at: tuesday)
    #expect(preview.slot.key == "weekly@2026-11-23T07:00")
    #expect(articles(preview) == ["c", "a", "b"])
    #expect(
      preview.findings.first
        == "slot weekly@2026-11-23T07:00 is held; this is what `courant release weekly@2026-11-23T07:00` would send"
    )
    let slots = HeldSlots(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at(tuesday))
    try slots.release(slots.key(heldOf: "weekly"))
    _ = try newsroom.run(tuesday)
    #expect(newsroom.mails.map(\.message) == [preview.message])
  }

  @Test(arguments: [(1, ["a"]), (2, ["a", "b"]), (100, ["a", "b"])])
  func aDigestWithoutNewsShowsTheNewestArticles(_ count: Int, _ expected: [String]) throws {
    _ = try newsroom.run(monday)
    let preview = try preview(.newest(count), at: tuesday)
    #expect(articles(preview) == expected)
    #expect(preview.issueNumber == 2)
    #expect(preview.slot.key == "weekly@2026-11-30T07:00")
  }

  @Test func theNewestArticlesAreThoseThatAreVisible() throws {
    try site.article("future", dated: "2026-12-24")
    try site.article("draft", dated: "2026-11-23", more: ["draft: true"])
    #expect(try articles(preview(.newest(5), at: tuesday)) == ["a", "b"])
  }

  @Test func withoutNewsThePreviewSuggestsWhatElseToShow() throws {
    _ = try newsroom.run(monday)
    let error = #expect(throws: NoPreview.self) { try preview(.next, at: tuesday) }
    #expect(
      error?.description
        == "weekly@2026-11-30T07:00: nothing is new so far, so nothing would be mailed; --last 5 shows it with the newest "
        + "articles, --issue 1 shows its last issue")
    let missing = #expect(throws: NoPreview.self) { try preview(.past(2), at: tuesday) }
    #expect(missing?.description == "weekly has no issue 2; its newest is 1")
  }

  @Test func aDigestsNameReleasesOnlyASingleHeldSlot() throws {
    let slots = HeldSlots(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at(tuesday))
    let none = #expect(throws: HeldSlots.SlotError.self) { try slots.key(heldOf: "weekly") }
    #expect(none?.sentence == "no slot of digest weekly is held")
  }
}
