import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// Who gets an email, and what it contains.
@Suite struct ReaderTests {
  @Test func anArticleInTwoFollowedFeedsIsInTheEmailOnce() throws {
    let site = try SampleSite(feeds: ["all": ["*"], "als": ["ALS"], "ms": ["MS"]])
    try site.article("both", dated: "2026-11-20", topics: ["MS", "ALS"])
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    let edition = try #require(try newsroom.ledger.edition(feeds("all", "als", "ms"), of: issue.id))
    #expect(edition.text.split(separator: "\n").count { $0 == "* About both" } == 1)
    #expect(edition.html.split(separator: ">About both</a>").count == 1 + 1)
    #expect(edition.subject == "About both")
    #expect(newsroom.mails.count == 1)
  }

  @Test func aReaderWhoFollowsNothingWithNewsGetsNoMail() throws {
    let site = try SampleSite(feeds: ["als": ["ALS"], "ms": ["MS"]])
    try site.article("a", dated: "2026-11-20", topics: ["MS"])
    let newsroom = try Newsroom(
      site,
      readers: [
        .confirmed("ann@example.org", follows: "als"), .confirmed("bob@example.org", follows: "ms"),
        .confirmed("cy@example.org", follows: "als,ms"), .confirmed("dee@example.org"),
      ])
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    #expect(
      newsroom.mails.map(\.recipient.description) == ["bob@example.org", "cy@example.org", "dee@example.org"])
    #expect(try newsroom.ledger.tally(of: nil) == [.accepted: 3])
  }

  @Test func anEmptyTopicHasAnEmptyFeedAndNoSection() throws {
    let site = try SampleSite(feeds: ["all": ["*"], "none": ["nobody writes about this"]])
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    let report = try newsroom.run(monday)
    #expect(report.exitCode == .done)
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    #expect(try newsroom.ledger.content(of: issue.id).sections.map(\.feed.text) == ["all"])
    #expect(site.folder.text("public/feeds/none/rss.xml")?.contains("<item>") == false)
  }

  @Test func anIssueWithoutReadersIsIssuedAndNotMailedToThoseWhoComeLater() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site, readers: [])
    _ = try newsroom.run(sunday)
    let report = try newsroom.run(monday)
    #expect(report.exitCode == .done)
    #expect(try newsroom.articles(of: report) == [["a"]])
    try newsroom.enrol([.confirmed("late@example.org")])
    try site.article("b", dated: "2026-11-25")
    _ = try newsroom.run("2026-11-23T07:05:05Z")
    #expect(newsroom.mails.isEmpty)
    _ = try newsroom.run("2026-11-30T07:00:05Z")
    #expect(newsroom.mails.map { $0.field("Subject") } == ["About b"])
  }

  @Test func onlyTheConfirmedAreMailed() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(
      site,
      readers: [
        Enrolment(address: mailbox("pending@example.org"), digest: "weekly"), .confirmed("ann@example.org"),
        .confirmed("left@example.org"), .confirmed("forgotten@example.org"),
      ])
    _ = try newsroom.ledger.end(mailbox("left@example.org"), digest: nil, at: .at(sunday))
    _ = try newsroom.ledger.forget(mailbox("forgotten@example.org"), at: .at(sunday))
    try newsroom.enrol([.confirmed("left@example.org"), .confirmed("forgotten@example.org")])
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    #expect(newsroom.mails.map(\.recipient.description) == ["ann@example.org"])
  }

  @Test func anEmbargoHidesAnArticleEverywhere() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    try site.article("secret", dated: "2026-11-24T00:00:00Z", title: "Embargoed")
    let newsroom = try Newsroom(site)
    for now in [sunday, monday, "2026-11-23T23:59:59Z"] {
      _ = try newsroom.run(now)
      for (path, text) in site.publicFiles {
        #expect(!(path + text).contains("secret") && !text.contains("Embargoed"), "\(path) at \(now)")
      }
    }
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    #expect(try newsroom.ledger.content(of: issue.id).articles.map(\.id.text) == ["a"])

    _ = try newsroom.run("2026-11-24T00:00:00Z")
    #expect(
      site.publicFiles.filter { $1.contains("Embargoed") }.map(\.key).sorted() == [
        "public/articles/index.html", "public/articles/secret/index.html", "public/feeds/all/atom.xml",
        "public/feeds/all/feed.json",
        "public/feeds/all/index.html", "public/feeds/all/rss.xml", "public/index.html", "public/years/2026/index.html",
      ])
  }
}

/// Between the freezing of an issue and its delivery: promises 1 and 4.
@Suite struct FrozenIssueTests {
  private let newsroom: Newsroom

  init() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    try site.article("b", dated: "2026-11-19")
    newsroom = try Newsroom(
      site, readers: [.confirmed("ann@example.org"), .confirmed("bob@example.org"), .confirmed("cy@example.org")],
      ledger: SQLLedger(path: site.path + "/ledger.sqlite", secret: [UInt8](repeating: 3, count: 32)))
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday, only: .digests)
  }

  @Test func aReaderWhoUnsubscribesBeforeDeliveryIsNotMailed() throws {
    _ = try newsroom.ledger.end(mailbox("ann@example.org"), digest: "weekly", at: .at(monday))
    _ = try newsroom.ledger.forget(mailbox("bob@example.org"), at: .at(monday))
    try newsroom.enrol([.confirmed("new@example.org")])
    _ = try newsroom.run(monday, only: .deliveries)
    #expect(newsroom.mails.map(\.recipient.description) == ["cy@example.org"])
    #expect(try newsroom.ledger.tally(of: nil) == [.accepted: 1, .dropped: 2])
  }

  @Test func anEditOfATemplateOrAnArticleChangesNothing() throws {
    let twin = try FrozenIssueTests().newsroom
    let site = newsroom.site
    try site.folder.write("<p>other {{unsubscribe_url}} {{site.publisher}}</p>\n", to: "templates/digest.html")
    try site.folder.write("other {{unsubscribe_url}} {{site.publisher}}\n", to: "templates/digest.text")
    try site.folder.write("other\n", to: "templates/archive.html")
    try site.article("a", dated: "2026-11-21", title: "Edited")
    try site.folder.remove("articles/b.md")
    try site.article("c", dated: "2026-11-22")
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-23T07:05:05Z")
    _ = try twin.run("2026-11-23T07:05:05Z")
    #expect(newsroom.mails.map(\.message) == twin.mails.map(\.message))
    #expect(newsroom.mails.count == 3)
    #expect(try newsroom.articles("weekly", 1) == ["a", "b"])
    let page = "public/archive/weekly/1/index.html"
    #expect(site.folder.text(page) == twin.site.folder.text(page))
    #expect(site.folder.text("public/articles/a/index.html")?.contains("Edited") == true)
  }

  @Test func aCancelledIssueIsNotMailed() throws {
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    #expect(try newsroom.ledger.cancel(issue.id, at: .at(monday)) == 3)
    _ = try newsroom.run("2026-11-23T07:05:05Z")
    _ = try newsroom.run("2026-11-30T07:00:05Z")
    #expect(newsroom.mails.isEmpty)
  }
}
