import Settings
import Testing

@testable import Languages

struct WordListTests {
  /// What is printed is a file of settings without a fault.
  @Test(arguments: ["cs", "de", "fa", "zh-Hant", "tlh"])
  func theListIsTOMLWithEveryKey(_ tag: String) throws {
    let list = WordList(tag).text
    let lines = list.split(separator: "\n").map(String.init)
    let whole = lines.map { $0.wholeMatch(of: /# [a-z_0-9]+ = ".*"/) == nil ? $0 : String($0.dropFirst(2)) }
    let table = try readSettings(whole.joined(separator: "\n"))
    let language = Language(tag)
    #expect(table.entries.map(\.key).sorted() == language.keys)
    for key in language.keys {
      guard case .string(let text)? = table[key]?.value else {
        Issue.record("\(key)")
        continue
      }
      #expect(text == language.word(key), "\(key)")
    }
  }

  @Test func whatHasNoTranslationIsAComment() {
    let czech = WordList("cs").text
    #expect(czech.contains("\n# read_more = \"Read this article\"\n"))
    #expect(czech.contains("\n# articles_few = \"{count} articles\"\n"))
    #expect(czech.contains("\n# few: 2, 3, 4\n"))
    #expect(czech.contains("\n# Dates: 1. ledna 2026; 23. listopadu 2026\n"))
    #expect(WordList("pl").text.contains("\nread_more = \""))
    #expect(WordList("cs").isKnown)
    #expect(!WordList("tlh").isKnown)
  }
}
