import Model
import Testing

/// Which articles a feed takes by their language.
@Suite struct LanguageChoiceTests {
  @Test(
    arguments: [
      (["de"], "de", true), (["de"], "de-AT", true), (["de"], "DE", true), (["de-AT"], "de", false),
      (["de"], "den", false), (["de"], nil, false), (["en"], nil, true), (["de", "en"], nil, true), (["EN"], nil, true),
      (["zh-Hans"], "zh-Hans-SG", true), (["zh-Hans"], "zh-Hant", false),
    ] as [([String], String?, Bool)])
  func aRangeTakesItsLanguages(_ tags: [String], _ language: String?, _ isTaken: Bool) {
    #expect(LanguageChoice(tags, siteLanguage: "en").takes(language) == isTaken)
  }
}
