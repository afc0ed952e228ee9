import CourantTesting
@testable import LedgerSQL
import Model
import Testing
import Text

/// The index of words.
@Suite struct SearchTests {
  private let ledger: SQLLedger

  init() throws {
    ledger = try SQLiteHouse().openLedger()
    try ledger.record(
      [
        text("mogad", title: "MOGAD in children", body: "Steroids for the optic nerve."),
        text("optic", title: "The optic nerve", takeaway: "Steroids help."),
        text("muscle", title: "Muscles", topics: "motor neurons", body: "Naïve cells and Straße."),
      ], removing: [])
  }

  @Test(arguments: [
    ("optic nerve", ["optic", "mogad"]),  // the title counts most
    ("NERVE Optic", ["optic", "mogad"]),
    ("optic muscles", []),
    ("neuron", ["muscle"]),  // the beginning of a word
    ("eurons", []),
    ("naive strasse", ["muscle"]),
    ("in", ["mogad"]),  // short words are whole ones
    ("ne", []),
    ("\"optic\" OR muscles*", []),  // only words: nothing is an operator
    ("title:optic", []),
    ("optic NOT nerve", []),
    ("steroids -optic", ["optic", "mogad"]),
  ]) func articlesWithAllWordsAreFound(query: String, ids: [String]) throws {
    #expect(try search(query) == ids)
  }

  @Test func changedAndRemovedArticlesAreFoundByTheirNewWordsOnly() throws {
    let gone = [Article.ID("muscle"), Article.ID("none")]
    try ledger.record([text("optic", title: "The ear", print: 2)], removing: gone)
    #expect(try search("optic") == ["mogad"])
    #expect(try search("ear") == ["optic"])
    #expect(try search("muscles") == [])
    #expect(
      try ledger.searchableArticles()
        == [Article.ID("mogad"): Fingerprint(bits: 1), Article.ID("optic"): Fingerprint(bits: 2)])
  }

  @Test func aQueryIsCutNotRefused() throws {
    let long = String(repeating: "a", count: 10_000)
    #expect(try search("\(long) " + String(repeating: "b ", count: 10_000)) == [])
    #expect(SearchQuery(words: searchWords(String(repeating: "b1 b2 b3 b4 ", count: 9)))?.words.count == 4)
    #expect(SearchQuery(words: searchWords("—…!")) == nil)
    #expect(try search("optic", limit: 1) == ["optic"])
  }

  private func search(_ text: String, limit: Int = 10) throws -> [String] {
    guard let query = SearchQuery(words: searchWords(text)) else { return [] }
    return try ledger.articles(matching: query, limit: limit).map(\.text)
  }

  private func text(
    _ id: String, title: String, takeaway: String = "", topics: String = "", body: String = "", print: UInt64 = 1
  ) -> SearchableText {
    var text = SearchableText(Article.ID(id), print: Fingerprint(bits: print))
    text.title = folded(title)
    text.takeaway = folded(takeaway)
    text.topics = folded(topics)
    text.body = folded(body)
    return text
  }

  private func folded(_ text: String) -> String { searchWords(text).joined(separator: " ") }
}
