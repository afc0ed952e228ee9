import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let nextMonday = "2026-11-30T07:00:05Z"

/// A digest or a feed under another name: promises 1 and 3.
@Suite struct RenamingTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["als": ["ALS"], "ms": ["MS"]])
    try site.article("a", dated: "2026-11-20", topics: ["MS"])
    newsroom = try Newsroom(
      site,
      readers: [
        .confirmed("ann@example.org", follows: "ms"), .confirmed("bob@example.org"), .confirmed("cy@example.org"),
      ])
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    try site.article("b", dated: "2026-11-25", topics: ["MS"])
  }

  private func renameDigest(to name: String = "news") throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[digest.weekly]", with: "[digest.\(name)]"), to: "schedule.conf")
    try newsroom.reopen()
  }

  private func renameFeed() throws {
    let feed = try #require(site.folder.text("feeds/ms.toml"))
    try site.folder.remove("feeds/ms.toml")
    try site.folder.write(feed, to: "feeds/msc.toml")
    try newsroom.reopen()
  }

  private func renaming() throws -> Renaming {
    Renaming(try OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at(monday))
  }

  private func refusal(_ body: (Renaming) throws -> Void) throws -> String {
    do {
      try body(renaming())
      return ""
    } catch let refusal as Renaming.NameError {
      return refusal.sentence
    }
  }

  @Test func aRenamedDigestIsHeldAndItsNewsIsNotSpent() throws {
    try renameDigest()
    let report = try newsroom.run(nextMonday)
    #expect(
      report.problems == [
        "schedule.conf: 3 readers subscribe to digest `weekly`, which is no longer defined here; "
          + "run `courant rename digest weekly news` to move them, "
          + "or `courant retire digest weekly` if it is gone for good; held until then: news"
      ])
    #expect(report.exitCode == .badConfiguration)
    #expect(try newsroom.slots("news") == [])
    #expect(newsroom.mails.count == 3)

    let again = try newsroom.run("2026-11-30T07:05:05Z")
    #expect(again.problems == [] && again.exitCode == .badConfiguration)
    #expect(try newsroom.run("2026-12-01T07:05:05Z").problems == report.problems)
  }

  @Test func renamedInTheLedgerTooItsReadersGetTheirNews() throws {
    _ = try newsroom.ledger.end(mailbox("cy@example.org"), digest: "weekly", at: .at(monday))
    try renameDigest()
    _ = try newsroom.run(nextMonday)
    let said = try renaming().rename(digest: "weekly", to: "news")
    #expect(
      said
        == "weekly is now news: 3 subscriptions and 1 issue moved; pages and emails of past issues keep their URLs")
    let report = try newsroom.run("2026-11-30T07:10:05Z")
    #expect(report.exitCode == .done)
    #expect(newsroom.mails.dropFirst(3).map(\.recipient.description) == ["ann@example.org", "bob@example.org"])
    #expect(try newsroom.articles("news", 2) == ["b"])
    #expect(
      site.folder.files().filter { $0.hasPrefix("public/archive/") } == [
        "public/archive/index.html", "public/archive/news/2/index.html", "public/archive/weekly/1/index.html",
      ])
    // Readers who left under the old name are not brought back under the new one.
    try newsroom.enrol([.confirmed("cy@example.org", digest: "news")])
    #expect(try newsroom.ledger.subscriptions(of: mailbox("cy@example.org")).map(\.status) == [.ended])
  }

  @Test func aQueuedMessageKeepsItsMessageIDAndListID() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site) { _, before in
      before == 0
        ? .deferred(Reply(stage: .finalDot, code: 451, text: "later"))
        : .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
    }
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[digest.weekly]", with: "[digest.news]"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try Renaming(OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at(monday))
      .rename(digest: "weekly", to: "news")
    _ = try newsroom.run("2026-11-23T09:00:00Z")
    #expect(newsroom.mails.count == 2)
    for field in ["Message-ID", "List-Id", "List-Unsubscribe"] {
      #expect(newsroom.mails[0].field(field) == newsroom.mails[1].field(field), "\(field)")
    }
  }

  @Test func aRenamedFeedHoldsTheDigestUntilItsReadersAreMoved() throws {
    try renameFeed()
    let report = try newsroom.run(nextMonday)
    #expect(
      report.problems == [
        "feeds/ms.toml: the file is gone, but 1 reader follows this feed in weekly; "
          + "run `courant rename feed ms msc` to move them, or `courant retire feed ms` if it is gone for good; "
          + "held until then: weekly"
      ])
    #expect(report.exitCode == .badConfiguration)
    #expect(newsroom.mails.count == 3)
    #expect(
      try renaming().rename(feed: "ms", to: "msc")
        == "ms is now msc: 1 subscription changed; the documents at feeds/ms/ stay and announce it")
    #expect(try newsroom.run("2026-11-30T07:10:05Z").exitCode == .done)
    #expect(
      newsroom.mails.dropFirst(3).map(\.recipient.description).sorted()
        == ["ann@example.org", "bob@example.org", "cy@example.org"])
    let notice = try #require(site.folder.text("public/feeds/ms/atom.xml"))
    #expect(notice.contains("https://news.example.org/feeds/msc/"))
  }

  @Test func aRetiredNameHoldsNothing() throws {
    try renameFeed()
    try renaming().retire(feed: "ms")
    let report = try newsroom.run(nextMonday)
    #expect(report.exitCode == .done)
    #expect(newsroom.mails.dropFirst(3).map(\.recipient.description) == ["bob@example.org", "cy@example.org"])
  }

  /// Promise 1: they asked for the old news of that name, not for another's.
  @Test func aRetiredNameWithReadersCannotBeReusedByAnotherFeed() throws {
    let feed = try #require(site.folder.text("feeds/ms.toml"))
    try site.folder.write(feed, to: "feeds/pd.toml")
    try site.folder.remove("feeds/ms.toml")
    try newsroom.reopen()
    try renaming().retire(feed: "ms")
    try newsroom.enrol([.confirmed("dee@example.org", follows: "pd")])
    _ = try newsroom.run(nextMonday)
    let before = newsroom.mails.count
    try site.folder.remove("feeds/pd.toml")
    try site.folder.write(feed, to: "feeds/ms.toml")
    try site.article("c", dated: "2026-12-01", topics: ["MS"])
    try newsroom.reopen()
    // A run in between holds the digest, and keeps the record of retired names.
    _ = try newsroom.run("2026-12-07T07:00:05Z")
    #expect(newsroom.mails.count == before)
    #expect(
      try refusal { _ = try $0.rename(feed: "pd", to: "ms") }
        == "the feed ms was retired, and its 1 subscription would get other articles than they asked for; use a "
        + "name that no reader follows, or end those subscriptions first")
    _ = try newsroom.ledger.end(mailbox("ann@example.org"), digest: "weekly", at: .at(monday))
    #expect(try refusal { _ = try $0.rename(feed: "pd", to: "ms") } == "")
    _ = try newsroom.run("2026-12-07T07:10:05Z")
    #expect(
      newsroom.mails.dropFirst(before).map(\.recipient.description).sorted()
        == ["bob@example.org", "cy@example.org", "dee@example.org"])
  }

  @Test func aDigestThatIsGoneForGoodHoldsNothing() throws {
    try renameDigest()
    try renaming().retire(digest: "weekly")
    #expect(try newsroom.run(nextMonday).problems == [])
    #expect(newsroom.mails.count == 3)
    // Named again, it is back with its readers, and a second loss is reported again.
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[digest.news]", with: "[digest.weekly]"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-30T07:10:05Z")
    #expect(newsroom.mails.count == 6)
    try renameDigest(to: "other")
    #expect(try newsroom.run("2026-12-07T07:00:05Z").problems.count == 1)
  }

  @Test func aDigestWithItsOwnIssuesIsNotHeldForAnother() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings + "\n[digest.daily]\ncron = \"0 7 * * *\"\n", to: "schedule.conf")
    try newsroom.reopen()
    try newsroom.enrol([.confirmed("dee@example.org", digest: "daily")])
    _ = try newsroom.run("2026-11-25T07:00:05Z")
    try site.article("d", dated: "2026-11-25T09:00:00Z", topics: ["MS"])
    _ = try newsroom.run("2026-11-26T07:00:05Z")
    #expect(newsroom.mails.map(\.recipient.description).last == "dee@example.org")
    try site.article("c", dated: "2026-11-26T09:00:00Z", topics: ["MS"])
    let daily = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(daily.replacing("[digest.weekly]\n" + SampleSite.weekly, with: ""), to: "schedule.conf")
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-27T07:00:05Z")
    #expect(
      report.problems == [
        "schedule.conf: 3 readers subscribe to digest `weekly`, which is no longer defined here; "
          + "run `courant rename digest weekly NEW` to move them, "
          + "or `courant retire digest weekly` if it is gone for good; they get nothing"
      ])
    #expect(newsroom.mails.count == 5)
  }

  @Test func readersWhoEndedOrAreSuppressedHoldNothing() throws {
    _ = try newsroom.ledger.end(mailbox("ann@example.org"), digest: "weekly", at: .at(monday))
    try renameFeed()
    #expect(try newsroom.run(nextMonday).exitCode == .done)
  }

  @Test func theSettingsComeFirst() throws {
    #expect(
      try refusal { _ = try $0.rename(digest: "weekly", to: "news") }
        == "schedule.conf: there is no [digest.news]; rename [digest.weekly] there first")
    #expect(
      try refusal { _ = try $0.rename(feed: "ms", to: "msc") }
        == "feeds/msc.toml: file not found; rename feeds/ms.toml first")
    #expect(
      try refusal { _ = try $0.rename(feed: "ms", to: "als") }
        == "feeds/ms.toml: still exists; rename it to feeds/als.toml first")
    #expect(
      try refusal { try $0.retire(digest: "weekly") }
        == "schedule.conf: [digest.weekly] still exists; remove it there first")
    try renameDigest()
    #expect(
      try refusal { _ = try $0.rename(digest: "wekly", to: "news") }
        == "the ledger has no digest `wekly`; did you mean `weekly`?")
  }

  @Test func aFeedThatTheDigestNoLongerCoversIsReportedOnce() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings + "feeds = [\"als\"]\n", to: "schedule.conf")
    try newsroom.reopen()
    let report = try newsroom.run(nextMonday)
    #expect(
      report.notices.prefix(1) == [
        "schedule.conf: readers of weekly who follow only ms get nothing, because `feeds` of the digest does not include it"
      ])
    #expect(try newsroom.run("2026-11-30T07:10:05Z").notices == [])
  }
}
