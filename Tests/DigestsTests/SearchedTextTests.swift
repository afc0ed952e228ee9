import Testing

@testable import Digests

struct SearchedTextTests {
  private static let text =
    "Sleep and memory (12)https://r.example/articles/a1/Sleep and memory (123)Cafe\u{301} au lait 👩‍👧 twins"

  /// Whole characters count, and equal ones may be written in two ways; short texts are found as well.
  @Test(arguments: [
    "Sleep and memory (12)", "Sleep and memory (123)", "Sleep and memory (1)", "memory (1", "Xeep and memory (12)",
    "https://r.example/articles/a1/", "https://r.example/articles/a/", "Café au lait", "Cafe au lait",
    "Sleep and memory (123)Cafe", "lait 👩‍👧 twins", "lait 👩", "twins", "twin", "", text, "x" + text,
  ])
  func theAnswersAreThoseOfContains(_ other: String) {
    for count in [1, 1_000] {
      #expect(SearchedText(Self.text, forAbout: count).contains(other) == Self.text.contains(other))
    }
  }

  @Test func aShortTextContainsItself() {
    for text in ["", "a", "1234567", "12345678"] {
      #expect(SearchedText(text, forAbout: 1_000).contains(text))
      #expect(!SearchedText(text, forAbout: 1_000).contains(text + "9"))
    }
  }
}
