import Testing

@testable import Office

/// The findings of `check` about texts that are hard to read.
@Suite struct ReadingEaseTests {
  private func ease(_ text: String, _ tag: String = "en", explained: Set<String> = []) throws -> ReadingEase {
    ReadingEase(text, in: try #require(ReadingWords.found(for: tag)), explained: explained)
  }

  @Test(arguments: [
    ("One. Two! Three? “Four.” Five", "en", ["One.", "Two!", "Three?", "“Four.”", "Five"]),
    ("Dr. Smith saw e.g. two of them. They left.", "en", ["Dr. Smith saw e.g. two of them.", "They left."]),
    (
      "It took 3.5 hours. J. Doe slept (a little.) Then he ate.", "en",
      ["It took 3.5 hours.", "J. Doe slept (a little.)", "Then he ate."]
    ),
    ("Am 2. Januar kam sie. Er ging.", "de", ["Am 2. Januar kam sie.", "Er ging."]),
    ("Das hilft z. B. Kindern. Und anderen.", "de", ["Das hilft z. B. Kindern.", "Und anderen."]),
    ("Heading\n- an item\n- another one", "en", ["Heading", "- an item", "- another one"]),
    ("هل هذا مؤكد؟ نعم. انتهى", "ar", ["هل هذا مؤكد؟", "نعم.", "انتهى"]),
    ("v1.2 of example.org is out. see below", "en", ["v1.2 of example.org is out. see below"]),
    ("...", "en", []), ("", "en", []),
  ])
  func textIsCutIntoSentences(_ text: String, _ tag: String, _ expected: [String]) throws {
    let words = try #require(ReadingWords.found(for: tag))
    #expect(words.sentences(of: text).map(String.init) == expected)
  }

  @Test func aSentenceMayHave25Words() throws {
    let sentence = Array(repeating: "word", count: 25).joined(separator: " ")
    #expect(try ease("\(sentence).").longSentences == [])
    #expect(try ease("\(sentence) more. Short one.").longSentences.map(\.words) == [26])
    #expect(try ease("https://example.org/a " + sentence).longSentences == [])
  }

  @Test func theScoreCountsLongWordsAndLongSentences() throws {
    let easy = String(repeating: "The cat sat on the mat. ", count: 20)
    let hard = String(repeating: "Comprehensive immunological characterisation demonstrates heterogeneity. ", count: 25)
    #expect(try ease(easy).lix == nil)
    #expect(try ease(hard).lix == 105)
    #expect(try ease("Comprehensive immunological characterisation.").lix == nil)
    #expect(try ease(hard, "ar").lix == nil)
  }

  @Test(arguments: [
    ("People with MOGAD and NfL.", ["MOGAD", "NfL"]), ("myelin antibody disease (MOGAD) and MOGAD", []),
    ("MOGAD (myelin antibody disease)", []), ("An MRI of the UK, in World War II, at PAGE-1.", ["PAGE-1"]),
    ("ALL CAPITALS HERE\nnothing", []), ("MOGADs and mRNA; IL-6, OK", ["MOGAD", "mRNA", "IL-6"]),
    ("McDonald and iPhone", []), ("MS (again) and MS", []), ("See COVID-19", ["COVID-19"]),
  ])
  func abbreviationsAreSpelledOutAtTheirFirstUse(_ text: String, _ expected: [String]) throws {
    #expect(try ease(text).abbreviations.map(String.init) == expected)
    #expect(try ease(text, explained: Set(expected.map { $0.uppercased() })).abbreviations == [])
  }

  @Test(arguments: [
    ("The change was significant.", "en", 1), ("The change was significant (p = 0.04).", "en", 0),
    ("Der Unterschied war signifikant.", "de", 1), ("La différence est significative.", "fr", 1),
    ("Mejoró significativamente.", "es", 1), ("كان للفرق دلالة إحصائية.", "ar", 1), ("A change.", "en", 0),
  ])
  func significantNeedsANumber(_ text: String, _ tag: String, _ count: Int) throws {
    #expect(try ease(text, tag).vague.count == count)
  }

  @Test(arguments: [
    ("It lowered the risk by 30%. It reduced the risk by 30%.", "en", 2),
    ("It reduced the risk by 30%. That is 2 in 100 instead of 3 in 100.", "en", 0),
    ("It doubled the risk.", "en", 1), ("30% of the readers slept.", "en", 0),
    ("Das Risiko sank um 30 Prozent.", "de", 1), ("Das Risiko sank um 30 %, von 3 von 100 auf 2 von 100.", "de", 0),
    ("Le risque a baissé de 30 %.", "fr", 1), ("Le risque a baissé de 30 % : 2 sur 100.", "fr", 0),
    ("El riesgo disminuyó un 30 %.", "es", 1), ("El riesgo bajó un 30 %: 2 de cada 100.", "es", 0),
    ("انخفض الخطر بنسبة 30%.", "ar", 1), ("انخفض الخطر بنسبة 30%: 2 من كل 100.", "ar", 0),
  ])
  func relativeRisksNeedAbsoluteNumbers(_ text: String, _ tag: String, _ count: Int) throws {
    #expect(try ease(text, tag).relative.count == count)
  }

  @Test func aLanguageWithoutWordsIsNotJudged() { #expect(ReadingWords.found(for: "ja") == nil) }
}
