import CourantTesting
import LedgerSQL
import Model
import PressTesting
import Testing
import Time

@testable import Press

/// A simulation yields the same issues as runs at the same slots.
@Suite struct SimulationRunTests {
  @Test func aSimulationGivesTheIssuesOfRealRuns() throws {
    var numbers = SeededNumbers()
    for _ in 0..<4 {
      let settings =
        "max_articles = \(Int.random(in: 2...5, using: &numbers))\nhold_above = \(Int.random(in: 4...9, using: &numbers))\n"
      let site = try SampleSite(feeds: ["all": ["*"], "ms": ["MS"]], digests: ["weekly": SampleSite.weekly + settings])
      for article in 0..<30 { try write(article, to: site, &numbers) }
      try compare(site, "seed \(numbers.seed), \(settings)")
    }
  }

  /// Dated September to December 2026, some with an expiry.
  private func write(_ number: Int, to site: SampleSite, _ numbers: inout SeededNumbers) throws {
    let day = 1 + Int.random(in: 0..<28, using: &numbers)
    let month = 9 + Int.random(in: 0..<4, using: &numbers)
    let date = "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    let topics = Int.random(in: 0..<2, using: &numbers) == 0 ? ["MS"] : ["Sleep"]
    try site.article("a\(number)", dated: date, topics: topics)
  }

  private func compare(_ site: SampleSite, _ what: String) throws {
    let start = Instant.at("2026-10-01T12:00:00Z")
    let end = Instant.at("2026-12-20T12:00:00Z")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(start.rfc3339)
    let opened = try OpenedSite(folder: site.path)
    let digest = try #require(opened.site.digest("weekly"))
    let simulation = Simulation(
      of: digest, feeds: opened.site.feeds(of: digest), articles: try newsroom.ledger.shelvedArticles().map(\.article),
      from: start, until: end, zone: opened.site.zone, releasing: false)
    for outcome in simulation.outcomes {
      _ = try newsroom.run(outcome.slot.due.rfc3339)
      let recorded = try #require(try newsroom.ledger.newestSlot(of: "weekly"))
      #expect(recorded.slot == outcome.slot, "\(what)")
      #expect(recorded.state.rawValue == outcome.state.rawValue, "\(what)")
      if outcome.state == .issued {
        let issue = try #require(try newsroom.ledger.issues(of: "weekly", limit: 1).first)
        let sent = try newsroom.ledger.content(of: issue.id).sections.flatMap(\.articles).map(\.id)
        #expect(Set(sent) == Set(outcome.included.map(\.id)), "\(what)")
      }
    }
  }
}
