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
private let tuesday = "2026-11-24T07:00:05Z"
private let secondMonday = "2026-11-30T07:00:05Z"
private let thirdMonday = "2026-12-07T07:00:05Z"

/// An old ledger is restored from before a digest or a feed got another name: promises 1 to 3.
@Suite struct RenamedSinceTests {
  private let site: SampleSite

  init() throws {
    site = try SampleSite(feeds: ["als": ["ALS"], "ms": ["MS"]])
    try site.article("a", dated: "2026-11-20", topics: ["MS"])
  }

  private func newsroom(_ readers: [Enrolment] = []) throws -> Newsroom {
    try Newsroom(site, readers: readers, ledger: SQLLedger(path: site.path + "/var/courant.sqlite"))
  }

  private func keep() throws {
    try FileManager.default.copyItem(atPath: site.path + "/var", toPath: site.path + "/backup")
  }

  private func restore(_ isRestored: (_ file: String) -> Bool) throws {
    for file in site.folder.files() where file.hasPrefix("var/") && isRestored(file) { try site.folder.remove(file) }
    for file in site.folder.files() where file.hasPrefix("backup/") {
      let target = "var" + file.dropFirst("backup".count)
      guard isRestored(target) else { continue }
      try FileManager.default.copyItem(atPath: site.path + "/" + file, toPath: site.path + "/" + target)
    }
  }

  private func restoreDatabase() throws { try restore { $0.hasPrefix("var/courant.sqlite") } }

  private func setDigest(_ old: String, to new: String) throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings.replacing("[digest.\(old)]", with: "[digest.\(new)]"), to: "schedule.conf")
  }

  private func rename(_ old: String, to new: String, now: String = tuesday) throws {
    try setDigest(old, to: new)
    let press = try newsroom()
    _ = try Renaming(OpenedSite(folder: site.path), ledger: press.ledger, now: .at(now)).rename(digest: old, to: new)
  }

  private func leave(_ reader: String, _ digest: String) throws {
    #expect(try newsroom().ledger.end(mailbox("\(reader)@example.org"), digest: digest, at: .at(tuesday)) == 1)
  }

  /// The first issue goes out and the ledger is kept. Ann leaves, the digest is renamed, Bob leaves, and the second issue
  /// goes out.
  private func mailUnderTwoNames(_ names: [String] = ["news"]) throws {
    let readers = ["ann", "bob", "cy"].map { Enrolment.confirmed("\($0)@example.org") }
    do { _ = try newsroom(readers).run(sunday) }
    #expect(try newsroom().run(monday).exitCode == .done)
    try keep()
    try leave("ann", "weekly")
    for (old, new) in zip(["weekly"] + names, names) { try rename(old, to: new) }
    let name = try #require(names.last)
    try leave("bob", name)
    try site.article("b", dated: "2026-11-27", topics: ["MS"])
    let press = try newsroom()
    #expect(try press.run(secondMonday).issues.map(\.digest) == [name])
    #expect(press.mails.map(\.recipient.description) == ["cy@example.org"])
    try site.article("c", dated: "2026-12-02", topics: ["MS"])
  }

  /// Only Cy gets the third issue, with the news.
  private func expectThirdIssue(_ press: Newsroom, of digest: String = "news") throws {
    let before = press.mails.count
    let report = try press.run(thirdMonday)
    #expect(report.problems == [])
    #expect(report.exitCode == .done)
    #expect(report.issues.map(\.number) == [3])
    #expect(try press.articles(of: report) == [["c"]])
    #expect(press.mails.dropFirst(before).map(\.recipient.description) == ["cy@example.org"])
    #expect(try press.ledger.recordedDigests() == [digest])
    #expect(
      Set(site.folder.files().filter { $0.hasPrefix("public/archive/") }) == [
        "public/archive/index.html", "public/archive/\(digest)/2/index.html", "public/archive/\(digest)/3/index.html",
        "public/archive/weekly/1/index.html",
      ])
  }

  @Test(arguments: [["news"], ["news", "bulletin"], ["news", "weekly2", "bulletin"]])
  func aRenameSinceTheCopyIsRepeatedByRecover(_ names: [String]) throws {
    try mailUnderTwoNames(names)
    try restoreDatabase()
    let press = try newsroom()
    let report = try press.run("2026-12-01T07:00:05Z")
    #expect(report.problems.count == 1)
    #expect(report.exitCode == .waiting)
    let renames = zip(["weekly"] + names, names).map { LostRename(.digest($0), to: .digest($1)) }
    #expect(try press.ledger.lostRenames() == renames)
    let taken = try #require(try press.recover(thirdMonday))
    #expect(taken.renames == renames)
    #expect(taken.issues == 1)
    #expect(try press.ledger.lostRenames() == [])
    try expectThirdIssue(press, of: try #require(names.last))
  }

  @Test func aNewLedgerHasIssuesAndDeparturesUnderTheNewName() throws {
    try mailUnderTwoNames()
    for file in site.folder.files() where file.hasPrefix("var/courant.sqlite") { try site.folder.remove(file) }
    let press = try newsroom()
    _ = try press.run("2026-12-01T07:00:05Z")
    #expect(try press.recover(thirdMonday)?.issues == 2)
    try press.enrol(["ann", "bob", "cy"].map { .confirmed("\($0)@example.org", digest: "news") })
    try expectThirdIssue(press)
  }

  @Test func settingsThatWereRestoredTooAreChangedFirst() throws {
    try mailUnderTwoNames()
    try restoreDatabase()
    try setDigest("news", to: "weekly")
    let press = try newsroom()
    _ = try press.run("2026-12-01T07:00:05Z")
    #expect(
      refusal(of: press) == [
        "schedule.conf: `courant rename` renamed the digest weekly to news; rename it here as well"
      ])
    try setDigest("weekly", to: "news")
    try press.reopen()
    #expect(try press.recover(thirdMonday)?.issues == 1)
    try expectThirdIssue(press)
  }

  /// There is no record of the rename any more: the copy is restored with its journal.
  @Test func ifTheRenameIsUnrecordedRecoverAsksForIt() throws {
    try mailUnderTwoNames()
    try restore { _ in true }
    let press = try newsroom()
    #expect(try press.run("2026-12-01T07:00:05Z").exitCode != .done)
    #expect(
      refusal(of: press) == [
        "schedule.conf: 3 readers subscribe to digest `weekly`, which is no longer defined here; "
          + "run `courant rename digest weekly news` to move them, "
          + "or `courant retire digest weekly` if it is gone for good; held until then: news"
      ])
    try rename("weekly", to: "news", now: thirdMonday)
    #expect(try press.recover(thirdMonday)?.issues == 1)
    let report = try press.run(thirdMonday)
    #expect(try press.articles(of: report) == [["c"]])
    #expect(report.issues.map(\.number) == [3])
  }

  /// The issues of the old name are known by their pages only.
  @Test func aPageUnderTheOldNameIsAnIssueOfTheNewOne() throws {
    try mailUnderTwoNames()
    try site.folder.remove("var")
    let press = try newsroom([.confirmed("cy@example.org")])
    try rename("weekly", to: "news", now: thirdMonday)
    _ = try press.run("2026-12-01T07:00:05Z")
    #expect(try press.recover(thirdMonday)?.issues == 2)
    #expect(try press.ledger.settled(in: "news").isSuperset(of: [Article.ID("b")]))
    let report = try press.run(thirdMonday)
    #expect(try press.articles(of: report) == [["c"]])
  }

  @Test func aRenamedFeedIsFollowedUnderItsNewName() throws {
    do { _ = try newsroom([.confirmed("ann@example.org", follows: "ms")]).run(sunday) }
    #expect(try newsroom().run(monday).exitCode == .done)
    try keep()
    let feed = try #require(site.folder.text("feeds/ms.toml"))
    try site.folder.remove("feeds/ms.toml")
    try site.folder.write(feed, to: "feeds/msc.toml")
    do {
      let press = try newsroom()
      _ = try Renaming(OpenedSite(folder: site.path), ledger: press.ledger, now: .at(tuesday))
        .rename(feed: "ms", to: "msc")
    }
    try restoreDatabase()
    let press = try newsroom()
    #expect(
      try press.recover(tuesday)?.renames == [LostRename(.feed("ms"), to: .feed("msc"))])
    let ann = try press.ledger.subscriptions(of: mailbox("ann@example.org"))
    #expect(ann.map(\.follows.text) == ["msc"])
  }

  /// It was killed between its line in the journal and the end of its transaction, and another name was chosen.
  @Test func aRenameThatWasKilledIsNotRepeated() throws {
    do { _ = try newsroom([.confirmed("cy@example.org")]).run(sunday) }
    #expect(try newsroom().run(monday).exitCode == .done)
    try keep()
    try rename("weekly", to: "news")
    try restore { $0 != "var/courant.journal" }
    try setDigest("news", to: "bulletin")
    try rename("weekly", to: "bulletin")
    try site.article("b", dated: "2026-11-27", topics: ["MS"])
    #expect(try newsroom().run(secondMonday).issues.map(\.digest) == ["bulletin"])
    try site.article("c", dated: "2026-12-02", topics: ["MS"])
    try restoreDatabase()
    let press = try newsroom()
    #expect(try press.recover(thirdMonday)?.renames == [LostRename(.digest("weekly"), to: .digest("bulletin"))])
    try expectThirdIssue(press, of: "bulletin")
  }

  /// A reader who left the digest that once had the name has not left the one that has it now.
  @Test func aReusedNameHasNoEarlierDepartures() throws {
    try mailUnderTwoNames()
    let settings = try #require(site.folder.text("schedule.conf"))
    let news = try #require(settings.firstRange(of: "[digest.news]"))
    let second = settings[news.lowerBound...].replacing("[digest.news]", with: "[digest.weekly]")
    try site.folder.write(settings + "\n" + second, to: "schedule.conf")
    let press = try newsroom([])
    #expect(try press.ledger.enrol([returning("ann@example.org")], at: .at(thirdMonday)) == [.added])
    _ = try press.run(thirdMonday, only: .publish)
    let ann = try press.ledger.subscriptions(of: mailbox("ann@example.org"))
    #expect(ann.map { "\($0.digest) \($0.status)" } == ["news ended", "weekly confirmed"])
  }

  private func returning(_ address: String) -> Enrolment {
    var enrolment = Enrolment.confirmed(address)
    enrolment.isReturning = true
    return enrolment
  }

  private func refusal(of press: Newsroom) -> [String] {
    do {
      _ = try press.recover(thirdMonday)
      return []
    } catch {
      return (error as? PressRun.RecoveryError)?.sentences ?? ["\(error)"]
    }
  }
}
