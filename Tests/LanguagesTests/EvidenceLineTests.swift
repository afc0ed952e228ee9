import Testing

@testable import Languages

struct EvidenceLineTests {
  @Test(arguments: [
    ("en", "Evidence: early", "In cells only. Evidence: early"),
    ("de", "Erkenntnisstand: vorläufig", "Nur an Zellen untersucht. Erkenntnisstand: vorläufig"),
    (
      "fr", "Niveau de preuve\u{A0}: préliminaire", "Sur des cellules uniquement. Niveau de preuve\u{A0}: préliminaire"
    ),
    ("es", "Nivel de evidencia: preliminar", "Solo en células. Nivel de evidencia: preliminar"),
    ("ar", "الأدلة: أولية", "على الخلايا فقط. الأدلة: أولية"),
  ])
  func testsInCellsAreStatedFirst(_ tag: String, _ inPeople: String, _ inCells: String) {
    let language = Language(tag)
    #expect(language.evidenceLine(level: "early", testedIn: nil) == inPeople)
    #expect(language.evidenceLine(level: "early", testedIn: "people") == inPeople)
    #expect(language.evidenceLine(level: "early", testedIn: "cells") == inCells)
  }

  @Test func onlyKnownFactsAreStated() {
    let english = Language.english
    #expect(english.evidenceLine(level: nil, testedIn: nil) == nil)
    #expect(english.evidenceLine(level: nil, testedIn: "people") == nil)
    #expect(english.evidenceLine(level: nil, testedIn: "animals") == "In animals only.")
    #expect(english.evidenceLine(level: nil, testedIn: nil, interest: "high") == "Interest: high")
    #expect(
      english.evidenceLine(level: "fairly_sure", testedIn: nil, interest: "low")
        == "Evidence: fairly sure · Interest: low")
  }

  /// Readers of both must not take interest for importance.
  @Test func interestIsNotImportance() {
    let labels = ["de", "ar"].map { Language($0).word("interest") }
    #expect(labels == ["Interesse", "درجة الاهتمام"])
  }

  @Test func japaneseHasNoSpacesBetweenItsSentences() {
    let language = Language("ja")
    let words = ["tested_in_cells", "evidence", "colon", "evidence_early"].compactMap(language.word)
    #expect(language.evidenceLine(level: "early", testedIn: "cells") == words.joined())
    #expect(Language("de").colonAndSpace == ": ")
  }
}
