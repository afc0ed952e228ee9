import CourantTesting
import LedgerSQL
import Model
import Office
import Press
import PressTesting
import Testing
import Time

private let days = ["2026-11-22T12:00:00Z", "2026-11-23T07:00:05Z", "2026-11-30T07:00:05Z", "2026-12-07T07:00:05Z"]

/// The editor's words at the beginning of one issue.
@Suite struct IntroTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(digests: ["weekly": SampleSite.weekly + "intro = \"letters/next.md\"\n"])
    for (id, date) in [("a", "2026-11-20"), ("b", "2026-11-27"), ("c", "2026-12-04")] {
      try site.article(id, dated: date)
    }
    newsroom = try Newsroom(site)
  }

  private func write(_ text: String) throws { try site.folder.write(text, to: "letters/next.md") }

  /// For each message so far, how often these words are in it: once in each part.
  private func counts(of words: String, _ newsroom: Newsroom) -> [Int] {
    newsroom.mails.map { mail in
      String(decoding: mail.message, as: UTF8.self).replacing("=\r\n", with: "").ranges(of: words).count
    }
  }

  @Test func itIsInOneIssueWhateverHappensToTheFile() throws {
    try write("Dear readers\n")
    for day in days.prefix(3) { _ = try newsroom.run(day) }
    try write("Dear readers\r\n\r\n")
    _ = try newsroom.run(days[3])
    #expect(counts(of: "Dear readers", newsroom) == [2, 0, 0])
    let pages = site.publicFiles.filter {
      $0.key.hasPrefix("public/archive/weekly/") && $0.value.contains("Dear readers")
    }
    #expect(pages.keys.sorted() == ["public/archive/weekly/1/index.html"])
  }

  @Test func aNewOneIsInTheNextIssue() throws {
    try write("Dear readers\n")
    for day in days.prefix(2) { _ = try newsroom.run(day) }
    try write("Dear friends\n")
    _ = try newsroom.run(days[2])
    #expect(counts(of: "Dear readers", newsroom) == [2, 0])
    #expect(counts(of: "Dear friends", newsroom) == [0, 2])
  }

  @Test func itStandsFirst() throws {
    try write("Dear readers\n")
    for day in days.prefix(2) { _ = try newsroom.run(day) }
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    let edition = try #require(try newsroom.ledger.edition([Feed.Name("all")!], of: issue.id))
    for part in [edition.html, edition.text, try newsroom.ledger.archivePage(of: issue.id)] {
      let word = try #require(part.firstRange(of: "Dear readers"))
      let article = try #require(part[word.upperBound...].firstRange(of: "About a"))
      #expect(word.upperBound < article.lowerBound)
    }
  }

  @Test func anUnclearOneStopsTheIssue() throws {
    try write("Dear readers\n\n{% if x %}SECRET{% endif %}\n")
    _ = try newsroom.run(days[0])
    let report = try newsroom.run(days[1])
    #expect(newsroom.mails.isEmpty)
    #expect(report.exitCode == .badConfiguration)
    #expect(report.problems.first?.hasPrefix("letters/next.md:3:1: `{% if x %}") == true)
    try write("Dear readers\n")
    _ = try newsroom.run("2026-11-23T08:00:00Z")
    #expect(counts(of: "Dear readers", newsroom) == [2])
  }

  @Test func templatesThatWouldLoseItStopTheIssue() throws {
    try write("Dear readers\n")
    try site.folder.write(
      "{{#sections}}{{#articles}}\n{{{cell}}}\n{{/articles}}{{/sections}}<a href=\"{{unsubscribe_url}}\">x</a>{{site.publisher}}",
      to: "templates/digest.html")
    try newsroom.reopen()
    _ = try newsroom.run(days[0])
    #expect(
      try newsroom.run(days[1]).problems == [
        "weekly@2026-11-23T07:00: nothing is mailed: digest.html does not contain `{{{intro}}}`, so the introduction would be "
          + "lost; add {{> mail-intro}}, or the tag"
      ])
  }

  /// Killed before and after each write: it is in the first issue, and in no other.
  @Test func aCrashNeitherLosesNorRepeatsIt() throws {
    try write("Dear readers\n")
    var stops = 0
    for write in 1...60 {
      for moment in [StoppingLedger.Moment.before(write), .after(write)] {
        // Pages of issues that its ledger does not know would hold a run.
        if site.publicFiles != [:] { try site.folder.remove("public") }
        let newsroom = try Newsroom(site)
        _ = try newsroom.run(days[0])
        let stopping = StoppingLedger(newsroom.ledger, stopping: moment)
        _ = try? newsroom.run(days[1], on: stopping)
        if stopping.isStopped { stops += 1 }
        for day in [days[1], days[2]] { _ = try newsroom.run(day) }
        let contents = try [1, 2].map { number in
          try newsroom.ledger.content(of: try #require(try newsroom.ledger.issue("weekly", number: number)).id).intro
            != nil
        }
        #expect(contents == [true, false], "\(moment)")
        let counts = counts(of: "Dear readers", newsroom)
        #expect(counts.dropLast().allSatisfy { $0 == 2 } && counts.last == 0, "\(moment)")
      }
    }
    #expect(stops > 20)
  }

  @Test func previewAndCheckSayWhetherItWaits() throws {
    try write("Dear readers\n")
    _ = try newsroom.run(days[0])
    let said = { (now: String) throws -> [String] in
      let press = try self.newsroom.press(now)
      let (ann, following) = try #require(
        try self.newsroom.ledger.addressee(mailbox("ann@example.org"), digest: "weekly"))
      let digest = try #require(self.newsroom.settings.digest("weekly"))
      let preview = try press.gatheredPreview(digest, .next, for: PreviewReader(ann, following: following))
      let opened = try OpenedSite(folder: self.site.path)
      let trial = PressRun(
        opened, ledger: try SQLLedger(inMemory: ()), now: .at(now), courier: { preconditionFailure() })
      let found = try SiteCheck(opened, press: trial, readers: self.newsroom.ledger).findings()
      return (preview.findings + found.map(\.description)).filter { $0.hasPrefix("letters/") }
    }
    let waits = "letters/next.md: is the introduction of the next issue of weekly"
    #expect(try said(days[0]) == [waits, waits])
    _ = try newsroom.run(days[1])
    let used = "letters/next.md: was the introduction of weekly#1, so the next issue has none; write a new one"
    #expect(try said("2026-11-28T12:00:00Z") == [used, used])
    try site.folder.remove("letters/next.md")
    let missing = "letters/next.md: does not exist, so the next issue of weekly has no introduction"
    #expect(try said("2026-11-28T12:00:00Z") == [missing, missing])
  }
}
