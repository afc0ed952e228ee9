import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// A resent message must be recognised as the same, regardless of changes to the settings since its issue was frozen.
struct MessageIDTests {
  @Test func aRetriedMessageHasTheSameMessageIDAfterFromChanged() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site) { _, before in
      before == 0
        ? .deferred(Reply(stage: .finalDot, code: 451, text: "later"))
        : .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
    }
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    try site.sendFrom("news@example.com")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-23T09:00:00Z")
    #expect(
      newsroom.mails.map { $0.field("From") }
        == ["Research news <news@example.org>", "Research news <news@example.com>"])
    let ids = newsroom.mails.map { $0.field("Message-ID") }
    #expect(ids.first??.hasSuffix("@example.org>") == true)
    #expect(ids.count == 2 && Set(ids).count == 1)
  }

  /// Also if the digest has another name by then, and so does the domain of its own sender.
  @Test func aMessageThatWaitsHasTheSenderOfItsDigestToday() throws {
    let site = try SampleSite(digests: ["weekly": SampleSite.weekly + "from = \"Sleep <sleep@example.net>\"\n"])
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site) { _, before in
      before == 0
        ? .deferred(Reply(stage: .finalDot, code: 451, text: "later"))
        : .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
    }
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(
      settings.replacing("[digest.weekly]", with: "[digest.slow]").replacing(
        "sleep@example.net", with: "zzz@example.com"),
      to: "schedule.conf")
    _ = try newsroom.ledger.rename(digest: "weekly", to: "slow", at: .at("2026-11-23T08:00:00Z"))
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-23T09:00:00Z")
    #expect(newsroom.mails.map { $0.field("From") } == ["Sleep <sleep@example.net>", "Sleep <zzz@example.com>"])
    let ids = newsroom.mails.map { $0.field("Message-ID") }
    #expect(ids.first??.hasSuffix("@example.net>") == true)
    #expect(ids.count == 2 && Set(ids).count == 1)
  }
}
