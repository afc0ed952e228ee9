import CourantTesting
import Model
import Testing
import Time

/// Mondays at seven from 2 November 2026, in UTC.
struct SimulationTests {
  private func simulate(
    _ articles: [Article], until end: String = "2026-11-30T00:00:00Z", releasing: Bool = false,
    _ change: (inout Digest) -> Void = { _ in }
  ) -> [String] {
    var digest = Digest.sample()
    change(&digest)
    let simulation = Simulation(
      of: digest, feeds: [.sample("all")], articles: articles, from: .at("2026-11-01T00:00:00Z"), until: .at(end),
      zone: .utc, releasing: releasing)
    return simulation.outcomes.map { outcome in
      let day = outcome.slot.wallTime.dropFirst(8).prefix(2)
      let included = outcome.included.map(\.id.text).joined(separator: " ")
      let waiting = outcome.waiting.map(\.id.text).joined(separator: " ")
      return "\(day) \(outcome.state.rawValue): \(included)" + (waiting.isEmpty ? "" : "; \(waiting)")
    }
  }

  private func article(_ id: String, _ day: Int, expires: String? = nil) -> Article {
    var article = Article.sample(id, "2026-11-\(day < 10 ? "0" : "")\(day)T09:00:00Z")
    article.expires = expires.map { .at($0) }
    return article
  }

  @Test func eachSlotHasItsNews() {
    let articles = [article("a", 3), article("b", 4), article("c", 17), article("late", 29)]
    #expect(simulate(articles) == ["02 empty: ", "09 issued: b a", "16 empty: ", "23 issued: c"])
  }

  @Test func articlesFromBeforeTheFirstSlotAreNeverNews() {
    let old = Article.sample("old", "2026-10-20T09:00:00Z")
    let first = Article.sample("first", "2026-10-27T09:00:00Z")
    #expect(simulate([old, first], until: "2026-11-10T00:00:00Z") == ["02 issued: first", "09 empty: "])
  }

  @Test func whatDoesNotFitGoesFirstNextTime() {
    let articles = [article("a", 3), article("b", 4), article("c", 5), article("d", 10)]
    let rows = simulate(articles, until: "2026-11-17T00:00:00Z") { $0.maxArticles = 2 }
    #expect(rows == ["02 empty: ", "09 issued: c b; a", "16 issued: a d"])
  }

  @Test func aHeldSlotIsAbsorbedByTheNextOrReleased() {
    let articles = [article("a", 3), article("b", 4), article("c", 10)]
    let held = simulate(articles, until: "2026-11-17T00:00:00Z") { $0.holdAbove = 1 }
    #expect(held == ["02 empty: ", "09 held: b a", "16 held: c b a"])
    let released = simulate(articles, until: "2026-11-17T00:00:00Z", releasing: true) { $0.holdAbove = 1 }
    #expect(released == ["02 empty: ", "09 held: b a", "16 issued: c"])
  }

  @Test func whatWasInNoIssueIsNamed() {
    let articles = [article("gone", 3, expires: "2026-11-05T00:00:00Z"), article("a", 3)]
    let simulation = Simulation(
      of: .sample(), feeds: [.sample("all")], articles: articles, from: .at("2026-11-01T00:00:00Z"),
      until: .at("2026-11-30T00:00:00Z"), zone: .utc, releasing: false)
    #expect(simulation.unmailed.map(\.id.text) == ["gone"])
  }
}
