import Compression
import CourantTesting
import Files
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import PublicPlace
import Testing
import Time

/// Stops a run before and after each of its writes to the ledger, then runs again: promise 2.
@Suite struct CrashTests {
  /// A Sunday, the Monday that mails, and a Tuesday on which an old article vanishes and only publishing is to be done.
  private static let runs = ["2026-11-22T12:00:00Z", "2026-11-23T07:00:05Z", "2026-11-24T12:00:00Z"]

  @Test func whereverARunStopsTheNextOneCompletesIt() throws {
    let site = try SampleSite(feeds: ["all": ["*"], "ms": ["multiple sclerosis"]])
    let opened = try OpenedSite(folder: site.path)
    let undisturbed = try Newsroom(threeReadersOf: site, opened)
    for now in Self.runs { try undisturbed.step(now) }
    #expect(undisturbed.mails.count == 3)
    let pages = site.publicFiles

    // Every kind of write that a run with mail makes.
    let kinds: Set = [
      "apply(_:)", "setNote(_:_:)", "recordAppearances(at:)", "record(_:at:)", "announce(_:)", "confirm(_:)",
      "forget(_:)", "beginRun(at:)", "begin(digest:carrying:at:)", "prepare(_:of:)", "freeze(_:)",
      "newWorker()", "recover(_:from:at:report:)", "claim(_:except:without:under:at:)", "write(_:)",
      "endPauses(at:)", "eraseLapsed(at:)", "settleRequests(_:offered:under:at:)", "record(privateDocuments:at:)",
      "settleReworded()",
    ]
    var places: Set<String> = []
    var stops = 0
    // Whether files are older than a tick of the file system's clock decides how many writes a run makes, so on a busy
    // machine a round may step over one of them.
    for _ in 1...4 where places != kinds {
      for isBefore in [true, false] {
        for write in 1... {
          let moment: StoppingLedger.Moment = isBefore ? .before(write) : .after(write)
          let newsroom = try Newsroom(threeReadersOf: site, opened)
          guard let place = try newsroom.runAll(Self.runs, stopping: moment) else { break }
          places.insert(place)
          stops += 1
          let mayRepeat = ["write(_:)", "claim(_:except:without:under:at:)"].contains(place)
          try check(newsroom, pages, "\(moment): \(place)", mayRepeat: mayRepeat)
        }
      }
    }
    #expect(places == kinds)
    #expect(stops > 40)
  }

  @Test func underSkipUncertainMailIsNotSentAgain() throws {
    let site = try SampleSite(feeds: ["all": ["*"], "ms": ["multiple sclerosis"]], mail: "uncertain = \"skip\"\n")
    let opened = try OpenedSite(folder: site.path)
    var stops = 0
    for write in 1... {
      let newsroom = try Newsroom(threeReadersOf: site, opened)
      guard let place = try newsroom.runAll(Self.runs, stopping: .before(write)) else { break }
      guard place == "write(_:)" else { continue }
      let addresses = newsroom.mails.map(\.recipient.description)
      let tally = try newsroom.ledger.tally(of: nil)
      stops += tally[.uncertain] ?? 0
      #expect(addresses.sorted() == ["ann@example.org", "bob@example.org", "cy@example.org"], "before write \(write)")
      #expect(tally[.accepted, default: 0] + tally[.uncertain, default: 0] == 3, "before write \(write)")
      #expect(tally[.uncertain, default: 0] <= 1, "before write \(write)")
    }
    #expect(stops > 0)
  }

  private func check(
    _ newsroom: Newsroom, _ pages: [String: String], _ place: String, mayRepeat: Bool
  ) throws {
    #expect(try newsroom.ledger.issues(of: nil, limit: 9).map(\.number) == [1], "issues, \(place)")
    #expect(try newsroom.articles("weekly", 1) == ["b", "a"], "articles, \(place)")
    #expect(try newsroom.ledger.tally(of: nil) == [.accepted: 3], "deliveries, \(place)")
    let copies = Dictionary(grouping: newsroom.mails, by: \.recipient)
    #expect(copies.count == 3, "readers, \(place)")
    #expect(copies.values.allSatisfy { Set($0.map(\.message)).count == 1 }, "a copy differs, \(place)")
    // The message in flight when the ledger died is not recorded: one for the one connection.
    #expect(copies.values.map(\.count).reduce(0, +) <= (mayRepeat ? 4 : 3), "copies, \(place)")
    // A run that is made up for five minutes later finds five minutes later what is withdrawn.
    let found = newsroom.site.publicFiles.mapValues { text in
      Self.runs.map { Instant.at($0) }.reduce(text) { text, now in
        let later = now + .seconds(300)
        return text.replacing(later.rfc3339, with: now.rfc3339).replacing(later.rfc5322(), with: now.rfc5322())
      }
    }
    #expect(found == pages, "pages, \(place)")
  }
}

extension Newsroom {
  /// The same site as on the first day, with an empty ledger.
  fileprivate convenience init(threeReadersOf site: SampleSite, _ opened: OpenedSite) throws {
    if site.publicFiles != [:] { try site.folder.remove("public") }
    try site.article("old", dated: "2026-11-01")
    try site.article("a", dated: "2026-11-19", topics: ["multiple sclerosis"])
    try site.article("b", dated: "2026-11-20")
    try self.init(
      site,
      readers: [
        .confirmed("ann@example.org"), .confirmed("bob@example.org", follows: "ms"), .confirmed("cy@example.org"),
      ], opened: opened)
  }

  fileprivate func step(_ now: String, on ledger: (any Ledger)? = nil) throws {
    let isThere = site.folder.text("articles/old.md") != nil
    if now.hasPrefix("2026-11-24"), isThere { try site.folder.remove("articles/old.md") }
    _ = try run(now, on: ledger)
  }

  /// Every run on a ledger that stops, and the one in which it stopped once more on a healthy one, five minutes later.
  /// Returns the write at which it stopped; nil if the runs were over before.
  fileprivate func runAll(_ runs: [String], stopping moment: StoppingLedger.Moment) throws -> String? {
    let stopping = StoppingLedger(ledger, stopping: moment)
    for now in runs {
      guard !stopping.isStopped else {
        try step(now)
        continue
      }
      try step(now, on: stopping)
      if stopping.isStopped { try step((Instant.at(now) + .seconds(300)).rfc3339) }
    }
    return stopping.isStopped ? stopping.place : nil
  }
}

extension SampleSite {
  /// Path → text of everything under `public/`; of a compressed file, whether it holds what its document does.
  var publicFiles: [String: String] {
    let paths = folder.files().filter { $0.hasPrefix("public/") }
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, text(of: $0)) })
  }

  private func text(of path: String) -> String {
    guard path.hasSuffix(".gz") else { return folder.text(path) ?? "" }
    // The list of files distinguishes a missing document, whose compressed form stayed, from an empty one.
    let document = (try? readFile("\(self.path)/\(path.dropLast(3))")) ?? []
    let packed = try? readFile("\(self.path)/\(path)")
    return gzip(document) == packed ? "as its document" : "not as its document"
  }
}
