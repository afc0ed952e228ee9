import CourantTesting
import Model
import Presentation
import Testing
import Time

@Suite struct SpecimenTests {
  /// Templates are checked with these, so a field that they lack is not checked.
  @Test func everyFieldOfAnArticleIsInASpecimen() {
    let site = Site(title: "T", url: "https://example.org", language: "en", zone: .utc, publisher: "P")
    let unset = Article.specimens(on: site).map { unsetFields(of: $0) }
    let inNone = unset.dropFirst().reduce(unset[0]) { $0.intersection($1) }
    // Templates do not see when an article expires, where it was or which layout it has, and specimens have the date of an
    // article without fields.
    #expect(inNone == ["expires", "former", "layout", "published"])
  }
}
