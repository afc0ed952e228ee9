import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

/// Articles that stand first in the issue in which they are news.
@Suite struct PinnedTests {
  private func newsroom(_ pinned: String, _ more: String = "") throws -> Newsroom {
    let site = try SampleSite(
      feeds: ["a-ms": ["MS"], "b-sleep": ["sleep"]],
      digests: ["weekly": SampleSite.weekly + "pinned = \(pinned)\nfeeds = [\"a-ms\", \"b-sleep\"]\n" + more])
    let articles = [
      ("m1", "2026-11-17", ["MS"]), ("m2", "2026-11-18", ["MS"]), ("m3", "2026-11-19", ["MS"]),
      ("s1", "2026-11-17", ["sleep"]), ("s2", "2026-11-18", ["sleep"]), ("old", "2026-01-01", ["MS"]),
    ]
    for (id, date, topics) in articles { try site.article(id, dated: date, topics: topics) }
    let newsroom = try Newsroom(
      site, readers: [.confirmed("ann@example.org"), .confirmed("bob@example.org", follows: "a-ms")])
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    return newsroom
  }

  private func issue(_ pinned: String, _ more: String = "") throws -> [String] {
    let newsroom = try newsroom(pinned, more)
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    return try newsroom.articles("weekly", 1)
  }

  @Test(arguments: [
    ("[]", ["m3", "m2", "m1", "s2", "s1"]),
    ("[\"m1\"]", ["m1", "m3", "m2", "s2", "s1"]),
    // By id, by file, by address.
    ("[\"s1\", \"articles/m2.md\"]", ["s1", "s2", "m2", "m3", "m1"]),
    ("[\"old\", \"nothing\", \"m1\"]", ["m1", "m3", "m2", "s2", "s1"]),
  ])
  func itStandsFirstIfItIsNews(_ pinned: String, _ articles: [String]) throws {
    #expect(try issue(pinned) == articles)
  }

  @Test func aFullIssueHasRoomForIt() throws {
    #expect(try issue("[\"m1\"]", "max_articles = 1\n") == ["m1", "s2"])
  }

  @Test func readersOfItsFeedSeeItFirst() throws {
    let newsroom = try newsroom("[\"s1\", \"m1\"]")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    let subjects = newsroom.mails.map { "\($0.recipient.localPart): \($0.field("Subject")?.prefix(8) ?? "")" }
    #expect(subjects.sorted() == ["ann: About s1", "bob: About m1"])
  }

  @Test func checkNamesWhatDoesNotExist() throws {
    let newsroom = try newsroom("[\"m1\", \"artcles/m2.md\"]")
    let trial = try PressRun(
      OpenedSite(folder: newsroom.site.path), ledger: SQLLedger(inMemory: ()), now: .at("2026-11-22T12:00:00Z"),
      courier: { preconditionFailure() })
    let found = try SiteCheck(OpenedSite(folder: newsroom.site.path), press: trial, readers: newsroom.ledger).findings()
    #expect(
      found.filter { $0.sentence.contains("pinned") }.map(\.description) == [
        "schedule.conf:17:17: no article has the id, file or address `artcles/m2.md`, so nothing is pinned for it; did you mean "
          + "`articles/m2.md`?"
      ])
  }
}
