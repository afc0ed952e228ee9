import CourantTesting
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let nextMonday = "2026-11-30T07:00:05Z"

/// An incomplete ledger mails no one until the operator agrees: promises 1 and 2.
@Suite struct OlderLedgerTests {
  private let site: SampleSite
  private static let readers: [Enrolment] = [.confirmed("ann@example.org"), .confirmed("bob@example.org")]

  init() throws {
    site = try SampleSite()
    try site.article("old", dated: "2026-11-01")
    try site.article("a", dated: "2026-11-20")
  }

  private var ledgerPath: String { site.path + "/var/courant.sqlite" }

  private func newsroom(_ readers: [Enrolment] = []) throws -> Newsroom {
    try Newsroom(site, readers: readers, ledger: SQLLedger(path: ledgerPath))
  }

  /// Its relay puts Bob off at first.
  private func newsroomThatDefersBob(_ readers: [Enrolment]) throws -> Newsroom {
    try Newsroom(site, readers: readers, ledger: SQLLedger(path: ledgerPath)) { reader, before in
      reader.description == "bob@example.org" && before == 0
        ? .deferred(Reply(stage: .finalDot, code: 451, text: "later"))
        : .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
    }
  }

  private func keep(_ copy: String) throws {
    try FileManager.default.copyItem(atPath: site.path + "/var", toPath: site.path + "/" + copy)
  }

  /// All of `var/`, or the database alone.
  private func restore(_ copy: String, allOfIt: Bool) throws {
    for file in site.folder.files() where file.hasPrefix(allOfIt ? "var/" : "var/courant.sqlite") {
      try site.folder.remove(file)
    }
    for file in site.folder.files() where file.hasPrefix(copy + (allOfIt ? "/" : "/courant.sqlite")) {
      let target = site.path + "/var" + file.dropFirst(copy.count)
      try FileManager.default.copyItem(atPath: site.path + "/" + file, toPath: target)
    }
  }

  /// Sunday's ledger is kept; Monday's issue goes out; Ann leaves.
  private func mailMonday() throws {
    do { _ = try newsroom(Self.readers).run(sunday) }
    try keep("backup")
    let press = try newsroom()
    #expect(try press.run(monday).exitCode == .done)
    #expect(press.mails.count == 2)
    #expect(try press.ledger.end(mailbox("ann@example.org"), digest: "weekly", at: .at(monday)) == 1)
  }

  /// No one is mailed before it, no one who left is mailed after it, nothing comes twice, and the next issue is new.
  private func expectRecovery(_ cause: LedgerLoss.Cause) throws {
    try site.article("b", dated: "2026-11-27")
    let press = try newsroom()
    for _ in 1...2 {
      let report = try press.run(nextMonday)
      #expect(report.problems == ["\(try #require(try press.loss(cause)))"])
      #expect(report.exitCode == .waiting)
      #expect(report.issues == [])
    }
    #expect(press.mails.count == 0)
    let page = site.folder.text("public/archive/weekly/1/index.html")
    #expect(try press.recover(nextMonday)?.issues == 1)
    let report = try press.run(nextMonday)
    #expect(report.exitCode == .done)
    #expect(report.issues.map(\.number) == [2])
    #expect(try press.articles(of: report) == [["b"]])
    #expect(site.folder.text("public/archive/weekly/1/index.html")?.contains("About a") == true)
    #expect(page?.contains("About a") == true)
    #expect(try press.slots() == ["2026-11-23T07:00 issued", "2026-11-30T07:00 issued"])
    #expect(try press.ledger.issues(of: "weekly", limit: nil).map(\.subject) == ["About b", "About a"])
    #expect(try press.run(nextMonday).problems == [])
  }

  @Test func anOldDatabaseWithItsJournalMailsNoDepartedReaderAndNothingTwice() throws {
    try mailMonday()
    try restore("backup", allOfIt: false)
    try expectRecovery(.older)
    let press = try newsroom()
    #expect(try press.ledger.counts(of: "weekly") == [.confirmed: 1, .ended: 1])
  }

  @Test func aRestoredFolderIsOlderThanItsPublicFiles() throws {
    try mailMonday()
    try restore("backup", allOfIt: true)
    try expectRecovery(.lacksIssues)
  }

  /// The copy has an unsent message of the first issue; the page of the second shows that the copy is old.
  @Test func aFolderCopiedInTheMiddleOfAnIssueIsOlderThanTheNextOne() throws {
    do {
      let press = try newsroomThatDefersBob(Self.readers)
      _ = try press.run(sunday)
      _ = try press.run(monday)
      try keep("backup")
      _ = try press.run("2026-11-23T09:00:00Z")
      #expect(press.mails.map(\.recipient.description).suffix(1) == ["bob@example.org"])
      try site.article("b", dated: "2026-11-27")
      #expect(try press.run(nextMonday).issues.map(\.number) == [2])
    }
    try restore("backup", allOfIt: true)
    try site.article("c", dated: "2026-12-02")
    let press = try newsroom()
    #expect(try press.run("2026-12-01T07:00:05Z").problems == ["\(LedgerLoss(.lacksIssues))"])
    #expect(try press.recover("2026-12-01T07:00:05Z") == Restored(departures: 0, issues: 1, doubtful: 1))
    let report = try press.run("2026-12-07T07:00:05Z")
    #expect(try press.articles(of: report) == [["c"]])
    #expect(press.mails.map(\.recipient.description).sorted() == ["ann@example.org", "bob@example.org"])
  }

  @Test func aLostFolderNextToPublishedFilesIsNotANewSite() throws {
    try mailMonday()
    try site.folder.remove("var")
    try site.article("b", dated: "2026-11-27")
    let press = try newsroom()
    #expect(try press.run(nextMonday).problems == ["\(LedgerLoss(.lacksIssues))"])
    #expect(try press.recover(nextMonday) == Restored(departures: 0, issues: 1, doubtful: 0))
    try press.enrol(Self.readers)
    #expect(try press.ledger.settled(in: "weekly") == [Article.ID("a"), Article.ID("old")])
    let report = try press.run("2026-12-07T07:00:05Z")
    #expect(try press.articles(of: report) == [["b"]])
    #expect(report.issues.map(\.number) == [2])
  }

  @Test func articlesThatDidNotFitIntoALostFirstIssueStillWait() throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings + "max_articles = 1\n", to: "schedule.conf")
    try site.article("z", dated: "2026-11-19")
    do { _ = try newsroom(Self.readers).run(sunday) }
    try keep("backup")
    let mailed = try newsroom()
    #expect(try mailed.articles(of: try mailed.run(monday)) == [["a"]])
    try restore("backup", allOfIt: false)
    let press = try newsroom()
    _ = try press.run(monday)
    #expect(try press.recover(nextMonday)?.issues == 1)
    #expect(try press.articles(of: try press.run(nextMonday)) == [["z"]])
  }

  @Test(arguments: [
    ("99", "<html>November, https://news.example.org/</html>", false), ("1", "<html>November</html>", false),
    ("1", "<html>Our own page of https://news.example.org</html>", true),
    ("99", "<main id=\"page:text\">https://news.example.org</main>", true),
  ])
  func onlyAPageThatCourantMayHaveWrittenHoldsMail(_ number: String, _ page: String, _ holds: Bool) throws {
    try site.folder.write(page, to: "public/archive/weekly/\(number)/index.html")
    let expected = holds ? ["\(LedgerLoss(.lacksIssues))"] : []
    #expect(try newsroom(Self.readers).run(sunday).problems == expected)
  }

  @Test func aSiteWithPagesAndWithoutIssuesIsAFreshOne() throws {
    do { _ = try newsroom(Self.readers).run(sunday) }
    try site.folder.remove("var")
    #expect(try newsroom(Self.readers).run(monday).problems == [])
  }

  /// Jekyll's archives have the same folders.
  @Test func pagesOfOtherProgramsSayNothing() throws {
    try site.folder.write("<html><body>November</body></html>", to: "public/archive/2026/11/index.html")
    #expect(try newsroom(Self.readers).run(sunday).problems == [])
  }

  @Test func aRunThatEndedBetweenFreezingAndPublishingGoesOn() throws {
    let press = try newsroom(Self.readers)
    _ = try press.run(sunday)
    _ = try press.run(monday, only: .digests)
    try site.folder.remove("public/archive")
    #expect(try press.run(monday).problems == [])
    #expect(press.mails.count == 2)
  }
}

extension Newsroom {
  /// What is missing from the ledger, if that is the doubt.
  fileprivate func loss(_ cause: LedgerLoss.Cause) throws -> LedgerLoss? {
    let loss = try ledger.loss() ?? LedgerLoss(.lacksIssues)
    return loss.cause == cause ? loss : nil
  }
}
