import CourantTesting
import Model
import Press
import PressTesting
import Testing
import Time

@Suite struct SelectionTests {
  @Test(arguments: SelectionCase.table)
  func eachRunMailsTheArticlesOfTheTable(_ table: SelectionCase) throws {
    let site = try SampleSite(digests: ["weekly": SampleSite.weekly + table.settings])
    let newsroom = try Newsroom(site)
    for step in table.steps {
      switch step {
      case .arrives(let id, let date, let title, let more, let file):
        try site.article(id, dated: date, title: title, more: more, file: file)
      case .vanishes(let file):
        try site.folder.remove(file)
      case .run(let now, let articles):
        let mailsBefore = newsroom.mails.count
        let report = try newsroom.run(now)
        #expect(try newsroom.articles(of: report) == (articles.isEmpty ? [] : [articles]), "at \(now)")
        #expect(newsroom.mails.count - mailsBefore == (articles.isEmpty ? 0 : 1), "mails at \(now)")
      }
    }
    if let slots = table.slots { #expect(try newsroom.slots() == slots) }
  }

  /// Four runs a day for ten weeks, over the end of summer time; articles appear at random moments, some exactly on a
  /// slot, some back-dated by up to three weeks.
  @Test(arguments: [UInt64.random(in: 0...UInt64.max)])
  func everyArticleOfTenMondaysIsInExactlyOneIssue(_ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let newsroom = try Newsroom(SampleSite(digests: ["weekly": SampleSite.weekly + "max_articles = 100\n"]))
    let first = Instant.at("2026-09-27T00:00:00Z")
    var (written, mailed): (Set<String>, [String]) = ([], [])
    var issues = 0
    for tick in 0...(4 * 71) {
      let now = first + .seconds(tick * 21_600)
      if tick < 4 * 60, Bool.random(using: &random) {
        let age = [0, 0, 3600, 20_000, 86_400 * 20].randomElement(using: &random) ?? 0
        let isBackDated = age > 0 && tick > 4 * 28  // before, the past of a fresh site begins
        let date = now - .seconds(isBackDated ? age : 0)
        try newsroom.site.article("a\(tick)", dated: date.rfc3339)
        written.insert("a\(tick)")
      }
      let report = try newsroom.run(now.rfc3339, only: .digests)
      for articles in try newsroom.articles(of: report) {
        mailed += articles
        issues += 1
      }
    }
    #expect(Set(mailed) == written, "seed \(seed)")
    #expect(mailed.count == written.count, "seed \(seed)")
    #expect(issues >= 8, "seed \(seed)")
  }
}
