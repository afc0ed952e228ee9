import CourantTesting
import Foundation
import Gathering
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// If a few known files changed, gathering looks up articles one by one, and need not list the source. A run that compares the files
/// with all articles, or lists the source, has the same result.
@Suite struct RemainingFilesTests {
  /// A text that a file holds, by its path below `articles/`.
  private typealias Files = [String: String]

  @Test func lookingUpArticlesChangesNoResult() throws {
    var random = SeededNumbers()
    let seed = random.seed
    var lookups = 0
    var parts = 0
    // All kinds of edits, then those after which each file still is the article it was, then those of bodies.
    for kinds in [20, 14, 5] {
      let rooms = try [
        Room(comparesWithAll: false), Room(comparesWithAll: true), Room(comparesWithAll: false, listsAlways: true),
      ]
      var files: Files = [:]
      for number in 0..<8 { files["f\(number).md"] = Self.text(number, &random) }
      for step in 0..<25 {
        if step > 0 { for _ in 0...Int.random(in: 0...1, using: &random) { Self.change(&files, step, kinds, &random) } }
        for room in rooms { try room.write(files) }
        let reports = try rooms.map { room in
          try room.waitForClock()
          let report = try room.run("2026-11-24T10:\(10 + step):00Z")
          // Once more, because a file that changed within the clock's tick before the run is read again, together with others.
          _ = try room.run("2026-11-24T10:\(10 + step):30Z")
          return report
        }
        let states = try rooms.map { try $0.state }
        for other in 1..<rooms.count {
          let place = Comment(rawValue: "seed \(seed), step \(step), room \(other)")
          #expect(reports[0] == reports[other], place)
          #expect(states[0].known == states[other].known, place)
          #expect(states[0].articles == states[other].articles, place)
          #expect(states[0].findings == states[other].findings, place)
          #expect(states[0].files == states[other].files, place)
          #expect(states[0].publicFiles == states[other].publicFiles, place)
          if states[0] != states[other] || reports[0] != reports[other] { return }
        }
      }
      lookups += rooms[0].lookups
      parts += rooms[0].parts
      #expect(rooms[1].lookups == 0)
      #expect(rooms[2].parts == 0)
    }
    #expect(lookups > 10, "the test must cover what it is for; seed \(seed)")
    #expect(parts > 10, "the test must cover what it is for; seed \(seed)")
  }

  /// A page stays with the article that has it, and the file that asks for it is told whose it is: whether the other file changed as
  /// well or not, and whichever of the two is read first.
  @Test(arguments: ["0", "b"], [false, true]) func aPageStaysWithItsArticle(asking: String, alsoChanged: Bool) throws {
    let site = try SampleSite()
    for name in ["a", asking] { try site.article(name, dated: "2026-11-19") }
    let newsroom = try Newsroom(site)
    // A file that changed within the clock's tick is read once more.
    for minute in 10..<60 where try newsroom.ledger.stamps(of: "articles")["a.md"]?.isEmpty ?? true {
      _ = try newsroom.run("2026-11-24T10:\(minute):00Z", only: .publish)
    }
    try site.article(asking, dated: "2026-11-19", more: ["permalink: /articles/a/"])
    if alsoChanged { try site.article("a", dated: "2026-11-19", title: "Another title") }
    _ = try newsroom.run("2026-11-24T11:00:00Z", only: .publish)
    let findings = try newsroom.ledger.findings().map(\.finding)
    #expect(findings.map(\.path) == ["articles/\(asking).md"])
    #expect(findings.first?.sentence.contains("articles/a.md has the same page articles/a/index.html") == true)
    #expect(site.folder.text("public/articles/a/index.html")?.contains(alsoChanged ? "Another" : "About a") == true)
  }

  /// One kind of edit, mostly of one file.
  private static func change(_ files: inout Files, _ step: Int, _ kinds: Int, _ random: inout SeededNumbers) {
    guard let path = files.keys.sorted().randomElement(using: &random), let text = files[path] else {
      files["n\(step).md"] = Self.text(step, &random)
      return
    }
    let other = files.keys.sorted().randomElement(using: &random)!
    switch Int.random(in: 0..<kinds, using: &random) {
    case 0..<5: files[path] = text + "\nOne more line, \(step).\n"
    case 5: files[path] = text.replacing(/title: .*/, with: "title: Title \(Int.random(in: 0..<6, using: &random))")
    case 6: files[path] = text.replacing(/topics: .*/, with: "topics: [t\(Int.random(in: 0..<3, using: &random))]")
    case 7:
      files[path] = text.replacing(/date: .*/, with: "date: 2026-11-1\(Int.random(in: 0..<4, using: &random))")
    case 8:
      let id = "id: f\(Int.random(in: 0..<9, using: &random))"
      files[path] = text.replacing("---\ntitle", with: "---\n\(id)\ntitle")
    case 9: files[path] = text.replacing(/id: f\d\n/, with: "")
    case 10: files[path] = text.replacing("---\ntitle", with: "---\ndraft: true\ntitle")
    case 11: files[path] = text.replacing("draft: true\n", with: "")
    case 12: files[path] = text.replacing("title: ", with: "titel: ")
    case 13: files[path] = text.replacing("titel: ", with: "title: ")
    case 14: files[path] = files[other]
    case 15:
      files[path] = files[other]
      files[other] = text
    case 16: files[path] = nil
    case 17:
      files[path] = nil
      files["m\(step).md"] = text
    case 18:
      let permalink = "permalink: /articles/\(other.dropLast(3))/"
      files[path] = text.replacing("---\ntitle", with: "---\n\(permalink)\ntitle")
    default: files["n\(step).md"] = Self.text(step, &random)
    }
  }

  private static func text(_ number: Int, _ random: inout SeededNumbers) -> String {
    let words = ["nerve", "cells", "sleep", "memory", "relapse", "food", "light", "study", "months", "barrier"]
    let body = (0..<60).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
    return "---\ntitle: Piece \(number)\ndate: 2026-11-\(10 + number % 10)\ntopics: [t\(number % 3)]\n---\n\n\(body)\n"
  }
}

/// A site with its runs.
private final class Room {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let ledger: StoppingLedger
  private var written: [String: String] = [:]

  private let listsAlways: Bool
  /// How often a run read changed files without listing the source.
  private(set) var parts = 0

  init(comparesWithAll: Bool, listsAlways: Bool = false) throws {
    self.listsAlways = listsAlways
    site = try SampleSite()
    newsroom = try Newsroom(site)
    ledger = StoppingLedger(newsroom.ledger, claimingAllPages: comparesWithAll)
  }

  /// How often a run looked up articles and was content with them.
  var lookups: Int { ledger.lookups }

  func write(_ files: [String: String]) throws {
    for path in written.keys where files[path] == nil { try site.folder.remove("articles/" + path) }
    for (path, text) in files where written[path] != text { try site.folder.write(text, to: "articles/" + path) }
    written = files
  }

  /// Until a file that changes again cannot look unchanged.
  func waitForClock() throws {
    let source = FolderSource(settings: newsroom.settings.sources[0], site: newsroom.settings, root: site.path)
    while source.state(at: Int64(Date().timeIntervalSince1970 * 1e9)) == nil {}
  }

  func run(_ now: String) throws -> [String] {
    if listsAlways { try newsroom.ledger.setNote("files of articles", "") }
    let listings = ledger.reads(by: "stamps(of:)")
    let report = try newsroom.run(now, only: .publish, on: ledger)
    if report.articlesRead > 0, ledger.reads(by: "stamps(of:)") == listings { parts += 1 }
    // Not the problems: whether one is told again depends on how soon after its file was written a run read it. The findings of
    // which they are made are in the state.
    return report.notices + ["\(report.exitCode)"] + report.filesWritten.sorted() + report.filesRemoved.sorted()
  }

  struct State: Equatable {
    let known: [KnownArticle]
    let articles: [Article]
    let findings: [String]
    let files: [String]
    let publicFiles: [String: String]
  }

  var state: State {
    get throws {
      let ledger = newsroom.ledger
      return State(
        known: try ledger.knownArticles().sorted { ($0.id, $0.place) < ($1.id, $1.place) },
        articles: try ledger.articles(), findings: try ledger.findings().map(\.finding.description).sorted(),
        files: try ledger.stamps(of: "articles").keys.map(\.text).sorted(), publicFiles: site.publicFiles)
    }
  }
}
