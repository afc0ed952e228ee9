import CourantTesting
import Foundation
import Model
import Testing
import Time

@testable import Gathering
@testable import Settings

/// `docs/front-matter.md` names every key that is read, and no other; `docs/hidden.md` has those that hide.
@Suite struct FrontMatterDocumentTests {
  /// The keys of the tables, by the heading above them.
  private func documented() throws -> [String: Set<String>] {
    let document = try repositoryText("docs/front-matter.md")
    var heading = ""
    var keys: [String: Set<String>] = [:]
    for line in document.split(separator: "\n").map(String.init) {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      let cell = line.dropFirst(2).prefix { $0 != "|" }
      keys[heading, default: []].formUnion(cell.matches(of: /`([^`]+)`/).map { String($0.1) })
    }
    return keys
  }

  /// Reads sparse front matter, so that every key is looked for.
  private func read() throws -> Set<String> {
    let table = try readYAML("source:\n  other: x\n")
    let place = ArticlePlace(pathInside: "a.md", site: TemporarySite.site)
    let matter = FrontMatter(table, place: place, zone: .utc, readsUSDates: false)
    return matter.reader.askedKeys.union(FrontMatter.namesOfUpdates).union(FrontMatter.keysOfAddresses)
  }

  @Test func theDocumentNamesEveryKeyThatIsReadAndNoOther() throws {
    let documented = try documented()
    let read = try read()
    let own = read.filter { !$0.contains(".") }
    let source = Set(read.filter { $0.hasPrefix("source.") }.map { String($0.dropFirst("source.".count)) })
    #expect(own.symmetricDifference(documented["Keys"] ?? []).sorted() == [])
    #expect(source.symmetricDifference(documented["Keys of `source`"] ?? []).sorted() == [])
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
