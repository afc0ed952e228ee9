import Testing

@testable import Text

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("tiitle", "title"), ("TITLE", "title"), ("titl", "title"), ("tilte", "title"), ("sumary", "summary"),
      ("langauge", "language"), ("t", nil), ("", nil), ("zzzzz", nil), ("max_article", "max_articles"),
    ] as [(String, String?)])
  func aSlipOfTheFingerFindsItsWord(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["title", "summary", "language", "max_articles"]) == expected)
  }

  @Test func equallyNearWordsAreChosenAlphabetically() {
    #expect(nearest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
    #expect(nearest(to: "cat", among: ["bat", "cat"]) == "cat")
  }

  @Test func aSuggestionIsTheEndOfASentence() {
    #expect(suggestion(for: "titel_", among: ["title_"]) == "; did you mean `title_`?")
    #expect(suggestion(for: "x", among: ["title"]) == "")
  }
}
