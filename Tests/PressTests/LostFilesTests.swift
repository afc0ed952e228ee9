import CourantTesting
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing

/// A source that looks empty or cannot be read does not empty the site.
@Suite struct LostFilesTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    for number in 1...12 {
      try site.file("a\(number)", "Piece \(number)", dated: "2026-11-\(number + 5)", words: "Text \(number).")
    }
    try site.folder.write("picture", to: "articles/p.png")
    newsroom = try Newsroom(site)
    _ = try newsroom.publish("2026-11-23T06:00:00Z")
  }

  @Test func anEmptyFolderKeepsEverythingPublishedAndIsReportedOnceADay() throws {
    let before = site.publicFiles
    try site.move("", to: "../away")
    try FileManager.default.createDirectory(atPath: site.path + "/articles", withIntermediateDirectories: false)
    let sentence =
      "sources.articles: 12 articles are gone at once (articles/a1.md …), so they stay published; "
      + "`courant release articles` withdraws them; if they come back, there is nothing to do"
    for (now, problems) in [
      ("2026-11-24T06:00:00Z", [sentence]), ("2026-11-24T06:05:00Z", []), ("2026-11-25T06:00:00Z", [sentence]),
    ] {
      let report = try newsroom.publish(now)
      #expect(report.problems == problems, "\(now)")
      #expect(report.exitCode == .waiting, "\(now)")
      #expect(report.filesRemoved == [])
    }
    #expect(site.publicFiles == before)
    #expect(try newsroom.status().losses == [sentence])
    try site.folder.remove("articles")
    try site.move("../away", to: "")
    let back = try newsroom.publish("2026-11-25T07:00:00Z")
    #expect(back.exitCode == .done)
    #expect(back.notices == [])
    #expect(site.publicFiles == before)
    #expect(try newsroom.status().losses == [])
  }

  @Test func theOperatorReleasesOnlyHeldFiles() throws {
    for number in 1...5 { try site.folder.remove("articles/a\(number).md") }
    #expect(try newsroom.publish("2026-11-24T06:00:00Z").exitCode == .waiting)
    #expect(try newsroom.release("articles") == 5)
    // Before the next run, the rest also disappears.
    for number in 6...12 { try site.folder.remove("articles/a\(number).md") }
    let report = try newsroom.publish("2026-11-24T07:00:00Z")
    #expect(report.exitCode == .waiting)
    #expect(try newsroom.ledger.withdrawals().map(\.id.text).sorted() == ["a1", "a2", "a3", "a4", "a5"])
    #expect(try newsroom.release("sources.articles") == 7)
    #expect(try newsroom.publish("2026-11-24T08:00:00Z").exitCode == .done)
    #expect(try newsroom.ledger.withdrawals().count == 12)
  }

  @Test func aFewFilesLessAreBelieved() throws {
    for number in 1...4 { try site.folder.remove("articles/a\(number).md") }
    #expect(try newsroom.publish("2026-11-24T06:00:00Z").exitCode == .done)
    #expect(try newsroom.ledger.withdrawals().count == 4)
  }

  @Test func draftsEditsAndRenamesAreNotLosses() throws {
    for number in 1...4 {
      try site.file("a\(number)", "Piece \(number)", dated: "2026-11-06", words: "Draft.", more: ["draft: true"])
    }
    for number in 5...8 { try site.file("a\(number)", "Other \(number)", dated: "2026-11-06", words: "New \(number).") }
    for number in 9...12 { try site.move("a\(number).md", to: "b\(number).md") }
    #expect(try newsroom.publish("2026-11-24T06:00:00Z").exitCode == .done)
    #expect(try newsroom.ledger.articles().count == 8)
  }

  @Test func filesThatMoveToWhereTheyAreHiddenAreWithdrawnAndNotLost() throws {
    try FileManager.default.createDirectory(atPath: site.path + "/articles/_drafts", withIntermediateDirectories: false)
    for number in 1...6 { try site.move("a\(number).md", to: "_drafts/a\(number).md") }
    for number in 7...8 { try site.move("a\(number).md", to: "_a\(number).md") }
    _ = try newsroom.publish("2026-11-24T06:00:00Z")
    #expect(try newsroom.ledger.withdrawals().map(\.id.text).sorted() == (1...8).map { "a\($0)" })
    #expect(try newsroom.status().losses == [])
  }

  @Test func aSectionThatScheduleConfNoLongerNamesIsAlsoALoss() throws {
    let before = site.publicFiles
    try FileManager.default.createDirectory(atPath: site.path + "/posts", withIntermediateDirectories: false)
    try site.set("[sources.articles]\nfolder = \"articles\"", to: "[sources.posts]\nfolder = \"posts\"")
    try newsroom.reopen()
    let report = try newsroom.publish("2026-11-24T06:00:00Z")
    #expect(report.exitCode == .waiting)
    #expect(site.publicFiles == before)
    #expect(try newsroom.release("articles") == 12)
    #expect(try newsroom.publish("2026-11-24T07:00:00Z").exitCode == .done)
    #expect(try newsroom.ledger.withdrawals().count == 12)
    #expect(site.folder.text("public/articles/p.png") == nil)
  }

  @Test func onlyHeldLossesCanBeReleased() throws {
    for (name, sentence) in [
      ("articles", "source `articles` has no held losses; nothing is held"),
      ("nowhere", "`nowhere` is neither a source nor a slot (digest@YYYY-MM-DDThh:mm); nothing is held"),
      (
        "weekly",
        "`weekly` is a digest; name a slot, for example weekly@2026-11-23T07:00 (see `courant status`)"
      ),
    ] {
      #expect(newsroom.refusal(ofReleasing: name) == sentence)
    }
  }

  @Test func publishingWhileASourceIsUnreachableKeepsItsImages() throws {
    try site.move("", to: "../away")
    try site.set("title = \"Research news\"", to: "title = \"Other news\"")
    try newsroom.reopen()
    let report = try newsroom.publish("2026-11-24T06:00:00Z")
    #expect(report.exitCode == .unreachable)
    #expect(report.filesWritten.contains("index.html"))
    #expect(report.filesRemoved == [])
    #expect(site.folder.text("public/articles/p.png") == "picture")
  }

  @Test func aFolderInWhosePlaceThereIsALinkKeepsItsArticles() throws {
    try site.file("sub/x", "In a folder", dated: "2026-11-20", words: "Text.")
    _ = try newsroom.publish("2026-11-24T06:00:00Z")
    try site.move("sub", to: "../elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/articles/sub", withDestinationPath: "../elsewhere")
    let report = try newsroom.publish("2026-11-24T07:00:00Z")
    #expect(
      report.problems == [
        "articles/sub: this folder is a symbolic link, which is not followed; replace it with the folder itself (skipped)"
      ])
    #expect(try newsroom.ledger.withdrawals() == [])
  }

  // MARK: The archive of issues

  @Test func thePageOfAnIssueStaysUntilItsFileIsDeleted() throws {
    let page = "archive/weekly/7/index.html"
    let file = PublishedFile(key: Fingerprint(bits: 1))
    try site.folder.write("an issue of long ago", to: "public/" + page)
    try newsroom.ledger.confirm([page: file, "archive/old.html": file])
    try site.folder.write("no issue", to: "public/archive/old.html")
    try site.set("title = \"Research news\"", to: "title = \"Other news\"")
    try newsroom.reopen()
    #expect(try newsroom.publish("2026-11-24T06:00:00Z").filesRemoved == ["archive/old.html"])
    #expect(site.folder.text("public/" + page) == "an issue of long ago")
    try site.folder.remove("public/" + page)
    _ = try newsroom.publish("2026-11-24T07:00:00Z")
    #expect(try newsroom.ledger.publishedFiles().keys.contains(page) == false)
  }
}

extension Newsroom {
  func publish(_ now: String) throws -> RunReport { try run(now, only: .publish) }

  func status() throws -> SiteStatus {
    try SiteStatus(
      PressRun(
        OpenedSite(folder: site.path), ledger: ledger, now: .at("2026-11-24T06:30:00Z"), courier: { RecordingCourier() }
      ))
  }

  func release(_ name: String) throws -> Int {
    try HeldLosses(try OpenedSite(folder: site.path), ledger: ledger, now: .at("2026-11-24T06:30:00Z")).release(name)
  }

  func refusal(ofReleasing name: String) -> String? {
    do {
      _ = try release(name)
      return nil
    } catch {
      return (error as? HeldSlots.SlotError)?.sentence
    }
  }
}
