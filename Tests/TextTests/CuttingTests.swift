import Testing
import Text

@Suite struct CuttingTests {
  @Test(arguments: [
    ("", 5, ""), ("one two", 7, "one two"), ("one two", 6, "one…"), ("one, two", 7, "one…"), ("onetwo", 4, "one…"),
    ("one two", 4, "one…"), ("one – two", 8, "one…"), ("é\u{301}tude", 3, "é\u{301}t…"),
  ])
  func aLongTextEndsAtAWord(_ text: String, _ limit: Int, _ expected: String) {
    #expect(text.cut(to: limit) == expected)
  }

  @Test func aCharacterOfManyMarksIsCut() {
    let text = "a" + String(repeating: "\u{301}", count: 60_000)
    #expect(text.cut(to: 3) == "a" + String(repeating: "\u{301}", count: 11) + "…")
    #expect(text.cut(toScalars: 4) == "a\u{301}\u{301}…")
  }

  @Test(arguments: [
    ("", 5, ""), ("one", 3, "one"), ("four", 3, "fo…"), ("a b", 2, "a…"), ("ab c", 3, "ab…"),
    ("ae\u{301}b", 3, "a…"), ("👩‍🚀 in space", 5, "👩‍🚀…"),
  ])
  func aLineIsCutBetweenCharacters(_ text: String, _ limit: Int, _ expected: String) {
    #expect(text.cut(toScalars: limit) == expected)
  }
}
