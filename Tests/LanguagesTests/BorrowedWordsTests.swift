import Languages
import Testing

/// A language without its own phrases uses English ones.
struct BorrowedWordsTests {
  @Test(arguments: [
    ("en", false), ("en-GB", false), ("EN", false), ("de-AT", false), ("ar-EG", false), ("he", false),
    ("fa", true), ("cs", true), ("pt-BR", false), ("eng", true),
  ])
  func aLanguageWithoutWordsBorrowsThem(_ tag: String, _ expected: Bool) {
    let language = Language(tag)
    #expect(language.borrowsWords == expected)
    #expect(language.borrows("read_more") == expected)
    #expect(language.borrowedKeys.isEmpty == !expected)
  }

  @Test func aWordOfTheSitesOwnIsNotBorrowedAndASignNever() {
    let language = Language("fa", own: ["read_more": "ادامه", "source": "Source"])
    #expect(
      ["read_more", "source", "by", "colon", "list_comma", "nobody"].map(language.borrows) == [
        false, false, true, false, false, false,
      ])
    #expect(["read_more", "by"].map(language.framedWord) == ["ادامه", "\u{2066}by\u{2069}"])
  }

  @Test func aBorrowedSentenceIsFramedAndItsValuesAreIsolatedInIt() {
    let values = ["digest": "מדע", "number": "3"]
    #expect(
      Language("fa").sentence("issue_of_digest", values) == "\u{2066}\u{2068}מדע\u{2069}, issue 3\u{2069}")
    #expect(Language("cs").sentence("issue_of_digest", ["digest": "a", "number": "3"]) == "a, issue 3")
    let own = Language("fa", own: ["issue_of_digest": "{digest}, גיליון {number}"])
    #expect(own.sentence("issue_of_digest", values) == "מדע, גיליון 3")
  }
}
