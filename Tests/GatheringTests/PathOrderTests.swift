import CourantTesting
import Testing

@testable import Gathering

struct PathOrderTests {
  private func order(_ paths: [String]) -> [String] {
    var files = paths.map { ListedFile(path: $0, stamp: .unknown) }
    files.sortByPath()
    return files.map(\.path)
  }

  @Test(arguments: [
    [], ["a"], ["b", "a"], ["articles/b.md", "articles/a.md", "articles"], ["a/b", "a-b", "a", "a/", "ab"],
    ["same/long-name-10.md", "same/long-name-1.md", "same/long-name-100.md"], ["é.md", "z.md", "e\u{301}a.md", "a.md"],
    ["articles/12345678b", "articles/12345678a", "articles/12345678", "articles/1234567"],
  ])
  func pathsHaveTheOrderOfTheirCharacters(_ paths: [String]) {
    #expect(order(paths) == paths.sorted())
    #expect(order(paths.reversed()) == paths.sorted())
  }

  @Test func randomPathsToo() {
    var numbers = SeededNumbers()
    for _ in 0..<200 {
      let letters = ["a", "b", "/", "-", ".", numbers.next() % 8 == 0 ? "ä" : "c"]
      let prefix = (0..<Int(numbers.next() % 12)).map { _ in letters.randomElement(using: &numbers)! }.joined()
      let paths = (0..<20).map { _ in
        prefix + (0..<Int(numbers.next() % 14)).map { _ in letters.randomElement(using: &numbers)! }.joined()
      }
      #expect(order(paths) == paths.sorted(), "seed \(numbers.seed)")
    }
  }
}
