import Model
import Testing
import Time
import Upstreams

private let base = "https://api.example"

private func page(_ cursor: Int, _ category: String? = nil) -> String {
  "\(base)/details/biorxiv/2026-11-23/2026-11-30/\(cursor)/json" + (category.map { "?category=\($0)" } ?? "")
}

private func answer(_ preprints: [String], total: Int) -> String {
  "{\"messages\":[{\"status\":\"ok\",\"category\":\"all\",\"interval\":\"2026-11-23:2026-11-30\",\"cursor\":0,\"count\":\(preprints.count),"
    + "\"total\":\"\(total)\"}],\"collection\":[\(preprints.joined(separator: ","))]}"
}

private func preprint(
  _ number: Int, version: Int = 1, category: String = "neuroscience", published: String = "NA",
  date: String = "2026-11-24"
) -> String {
  "{\"doi\":\"10.1101/2026.11.01.\(number)\",\"title\":\"Preprint \(number) v\(version)\",\"authors\":\"Lee, A. B.; Wu, C.\","
    + "\"author_corresponding\":\"A Lee\",\"date\":\"\(date)\",\"version\":\"\(version)\",\"type\":\"new results\",\"license\":\"cc_by\","
    + "\"category\":\"\(category)\",\"jatsxml\":\"https://x\",\"abstract\":\"We show that a &lt; b.\",\"published\":\"\(published)\",\"server\":\"bioRxiv\"}"
}

private func asking(_ category: String? = nil) -> UpstreamQuestion {
  question(.preprints(server: "biorxiv", category: category), base)
}

@Suite struct PreprintPollTests {
  @Test func aPreprintIsReadFromItsServersRecord() throws {
    let site = CannedSite()
    site.set(page(0), answer([preprint(1)], total: 1))
    var expected = UpstreamItem(title: "Preprint 1 v1")
    expected.guid = "doi:10.1101/2026.11.01.1"
    expected.link = "https://doi.org/10.1101/2026.11.01.1"
    expected.body = "<p>We show that a &lt; b.</p>\n"
    expected.published = Instant(rfc3339: "2026-11-24T00:00:00Z")
    expected.categories = ["neuroscience"]
    expected.authors = ["A. B. Lee", "C. Wu"]
    expected.papers = ["doi:10.1101/2026.11.01.1"]
    expected.citation = Article.Citation(
      title: expected.title, journal: "bioRxiv", doi: "10.1101/2026.11.01.1", url: expected.link,
      published: "2026-11-24")
    #expect(try document(asking(), site).items == [expected])
  }

  @Test func pageByPageUntilTheEnd() throws {
    let site = CannedSite()
    site.set(page(0, "neuroscience"), answer((0..<30).map { preprint($0) }, total: 70))
    site.set(page(30, "neuroscience"), answer((30..<60).map { preprint($0) }, total: 70))
    site.set(page(60, "neuroscience"), answer((60..<70).map { preprint($0) }, total: 70))
    #expect(try document(asking("Neuroscience"), site).items.count == 70)
    #expect(site.asked.count == 3)
  }

  /// I10.
  @Test func theVersionsOfAPreprintAreOneItem() throws {
    let site = CannedSite()
    site.set(page(0), answer([preprint(1), preprint(2), preprint(1, version: 2, date: "2026-11-28")], total: 3))
    let items = try document(asking(), site).items
    #expect(items.map(\.title) == ["Preprint 1 v2", "Preprint 2 v1"])
    #expect(items[0].published == Instant(rfc3339: "2026-11-24T00:00:00Z"))
    #expect(items[0].updated == Instant(rfc3339: "2026-11-28T00:00:00Z"))
  }

  /// I9.
  @Test func aPreprintAndThePaperInAJournalAreOne() throws {
    let site = CannedSite()
    site.set(page(0), answer([preprint(1, published: "10.1093/BRAIN/awag001")], total: 1))
    let item = try #require(try document(asking(), site).items.first)
    #expect(item.papers == ["doi:10.1093/brain/awag001", "doi:10.1101/2026.11.01.1"])
    #expect(item.citation?.doi == "10.1093/brain/awag001")
    #expect(item.citation?.journal == nil)
  }

  /// The interface answers with all categories for one that it does not know.
  @Test func anUnknownCategoryIsNamed() {
    let site = CannedSite()
    site.set(page(0, "neurosience"), answer([preprint(1), preprint(2, category: "zoology")], total: 2))
    let sentence = "biorxiv has no category `neurosience`; look for its name on its site"
    #expect(failure(asking("neurosience"), site)?.sentence == sentence)
  }

  @Test func tooManyPreprintsAreTheNewest() throws {
    let site = CannedSite()
    site.set(page(0), answer((0..<30).map { preprint($0) }, total: 6_000))
    for cursor in stride(from: 6_000 - 39 * 30, to: 6_000, by: 30) {
      site.set(page(cursor), answer((cursor..<cursor + 30).map { preprint($0) }, total: 6_000))
    }
    let found = try document(asking(), site)
    #expect(site.asked.count == 40)
    #expect(found.items.last?.title == "Preprint 5999 v1")
    #expect(!found.isComplete)
    #expect(found.remarks == ["6000 preprints came in 7 days, not all of which are read; set `category`"])
  }

  @Test(arguments: [
    (
      "{\"messages\":[{\"status\":\"Server not recognized\"}],\"collection\":[]}",
      "biorxiv answers: Server not recognized"
    ),
    ("<html>", "biorxiv's answer cannot be read"), ("{\"messages\":[]}", "biorxiv's answer cannot be read"),
  ])
  func anUnusableAnswerIsAFailure(_ text: String, _ sentence: String) {
    let site = CannedSite()
    site.set(page(0), text)
    #expect(failure(asking(), site)?.sentence == sentence)
  }

  @Test func anEmptyAnswerIsNotAFailure() throws {
    let site = CannedSite()
    site.set(page(0), "{\"messages\":[{\"status\":\"no posts found\"}],\"collection\":[]}")
    #expect(try document(asking(), site).items.isEmpty)
  }
}
