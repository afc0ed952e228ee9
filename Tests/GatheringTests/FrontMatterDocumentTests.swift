import CourantTesting
import Foundation
import Model
import Testing
import Time

@testable import Gathering
@testable import Settings

/// `docs/front-matter.md` names every key that is read, and no other; `docs/hidden.md` has those that hide.
@Suite struct FrontMatterDocumentTests {
  /// A row of a table of keys.
  private struct Row {
    let heading: String
    let keys: [String]
    let programs: String

    /// Whether an author who writes for Courant uses these keys.
    var isOurs: Bool { programs == "all" || programs.contains("Courant") }
  }

  private func documented() throws -> [Row] {
    let document = try repositoryText("docs/front-matter.md")
    var heading = ""
    var rows: [Row] = []
    for line in document.split(separator: "\n").map(String.init) {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let keys = cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }
      rows.append(Row(heading: heading, keys: keys, programs: cells[1]))
    }
    return rows
  }

  private func keys(under heading: String, where isIncluded: (Row) -> Bool = { _ in true }) throws -> Set<String> {
    Set(try documented().filter { $0.heading == heading && isIncluded($0) }.flatMap(\.keys))
  }

  @Test func theDocumentNamesEveryKeyThatIsReadAndNoOther() throws {
    let read = try keysThatAreRead()
    let own = read.filter { !$0.contains(".") }
    let source = Set(read.filter { $0.hasPrefix("source.") }.map { String($0.dropFirst("source.".count)) })
    #expect(own.symmetricDifference(try keys(under: "Keys")).sorted() == [])
    #expect(source.symmetricDifference(try keys(under: "Keys of `source`")).sorted() == [])
  }

  /// Too many words differ from the exceptions by one letter.
  @Test func aSlipInAnyOfOurKeysIsNoticed() throws {
    let own = try keys(under: "Keys", where: \.isOurs).subtracting(["id", "link", "mind", "lang", "author", "images"])
    #expect(own.symmetricDifference(FrontMatter.ownKeys).sorted() == [])
    let source = try keys(under: "Keys of `source`").subtracting(["doi", "url"])
    #expect(source.symmetricDifference(FrontMatter.sourceKeys).sorted() == [])
  }

  @Test func anyOfOurKeysMayBeginWithACapital() throws {
    let own = try keys(under: "Keys", where: \.isOurs).subtracting(["id", "link"])
    #expect(own.subtracting(SettingTable.caselessKeys).sorted() == [])
  }

  @Test func theExampleIsAnArticle() throws {
    let document = try repositoryText("docs/front-matter.md")
    let example = String(try #require(document.firstMatch(of: /```yaml\n(---\n[^`]+---\n)```/)).1)
    let site = try TemporarySite(["articles/a.md": example + "\nText.\n"])
    guard case .article(let article, let warnings) = site.source().read("articles/a.md") else {
      Issue.record("it is none")
      return
    }
    #expect(article.title == "Cooling before exercise in MS")
    #expect(article.citation?.doi == "10.1000/xyz")
    #expect(warnings == [])
  }
}

/// Reads sparse front matter, so that every key is looked for.
func keysThatAreRead() throws -> Set<String> {
  let table = try readYAML("source:\n  other: x\n")
  let place = ArticlePlace(pathInside: "a.md", site: TemporarySite.site)
  let matter = FrontMatter(table, place: place, zone: .utc, readsUSDates: false)
  return matter.reader.askedKeys.union(FrontMatter.namesOfUpdates).union(FrontMatter.keysOfAddresses)
}
