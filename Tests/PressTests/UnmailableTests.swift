import CourantTesting
import Foundation
import Model
import Press
import PressTesting
import Testing

/// An article that does not fit into any email waits alone; the digest is sent with the others.
@Suite struct UnmailableTests {
  private let site: SampleSite

  /// A site whose mails say a title 4,000 times: a long one is more than a mail holds.
  init() throws {
    site = try SampleSite(digests: ["weekly": SampleSite.weekly + "max_articles = 1\n"])
    let titles = String(repeating: "{{title}} ", count: 4_000)
    try site.folder.write(titles + "{{link}}\n", to: "templates/mail-lead.html")
    try site.article("good", dated: "2026-11-19")
    try site.article("huge", dated: "2026-11-20", title: String(repeating: "long ", count: 58))
  }

  @Test func anArticleThatCannotBeMailedIsReportedAndWaits() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-18T12:00:00Z")
    let report = try newsroom.run("2026-11-23T08:00:00Z")
    #expect(try newsroom.articles(of: report) == [["good"]])
    #expect(newsroom.mails.count == 1)
    #expect(report.exitCode == .badContent)
    let reported = report.problems.filter {
      !$0.hasPrefix("articles/huge.md: omitted from weekly@2026-11-23T07:00 until it is fixed: even cut back")
    }
    #expect(reported == [])
    #expect(report.problems.count == 1)
    try site.article("huge", dated: "2026-11-20")
    let next = try newsroom.run("2026-11-30T08:00:00Z")
    #expect(try newsroom.articles(of: next) == [["huge"]])
    #expect(next.exitCode == .done)
  }

  @Test func aDigestWithNothingToMailIsNotSentAndItsNewsWaits() throws {
    try site.folder.remove("articles/good.md")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-18T12:00:00Z")
    let report = try newsroom.run("2026-11-23T08:00:00Z")
    #expect(report.exitCode == .badContent)
    #expect(report.problems.count == 1)
    #expect(try newsroom.slots() == ["2026-11-23T07:00 missed"])
    #expect(try newsroom.run("2026-11-23T08:05:00Z").problems == [])
    try site.article("huge", dated: "2026-11-20")
    #expect(try newsroom.articles(of: newsroom.run("2026-11-30T08:00:00Z")) == [["huge"]])
  }

  @Test func aFaultyTemplateIsNotAnArticlesFault() throws {
    try site.folder.write("{{title}} {{link}} {{nothing}}\n", to: "templates/mail-lead.html")
    try site.folder.remove("articles/huge.md")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-18T12:00:00Z")
    let report = try newsroom.run("2026-11-23T08:00:00Z")
    #expect(report.exitCode == .badConfiguration)
    #expect(newsroom.mails == [])
    #expect(try newsroom.slots() == [])
  }
}
