import Model
import Testing

@testable import Gathering

/// `lang` and `translation_key` in front matter, and languages in names of files.
@Suite struct ArticleLanguageTests {
  private func read(_ lines: String, _ name: String = "a.md", languages: [String] = []) throws -> (Article?, [String]) {
    let text = "---\ntitle: A\ndate: 2026-11-20\n\(lines)---\nBody.\n"
    let site = try TemporarySite(["articles/\(name)": text])
    var settings = TemporarySite.site
    settings.otherLanguages = languages
    let reading = withExtendedLifetime(site) { site.source(of: settings).read("articles/" + name) }
    switch reading {
    case .article(let article, let warnings): return (article, warnings.map(\.description))
    case .fault(let faults): return (nil, faults.map(\.description))
    default: return (nil, ["hidden"])
    }
  }

  @Test(
    arguments: [
      ("lang: de\n", "de"), ("Lang: pt-BR\n", "pt-BR"), ("language: fr\n", "fr"), ("lang: EN\n", nil), ("lang:\n", nil),
      ("", nil), ("language: Swift 6\n", nil), ("lang: de\nlanguage: fr\n", "de"),
    ] as [(String, String?)])
  func itIsTheOneThatIsWritten(_ lines: String, _ language: String?) throws {
    let (article, findings) = try read(lines)
    #expect(findings == [])
    #expect(article?.language == language)
    #expect(article?.translationKey == nil)
  }

  @Test(arguments: [("german", "german"), ("de_AT", "de_AT"), ("'1'", "1")])
  func aTagThatIsNoneIsAFault(_ written: String, _ shown: String) throws {
    let (article, findings) = try read("lang: \(written)\n")
    #expect(article == nil)
    let hint = shown == "de_AT" ? "; write `de-AT`" : ""
    let sentence = "`lang` must be a language tag (BCP 47), for example \"en\" or \"pt-BR\"; found \"\(shown)\"\(hint)"
    #expect(findings == ["articles/a.md:4:7: \(sentence)"])
  }

  @Test(arguments: ["translation_key: walking\n", "translationKey: walking\n"])
  func translationsHaveAKeyInCommon(_ lines: String) throws {
    #expect(try read(lines).0?.translationKey == "walking")
  }

  @Test(
    arguments: [
      ("a.md", nil, "path:a"), ("a.de.md", "de", "path:a"), ("a.DE.md", "de", "path:a"), ("a.fr.md", nil, "path:a.fr"),
      ("a.en.md", nil, "path:a"), ("a.pt-br.md", "pt-BR", "path:a"), ("a.v2.md", nil, "path:a.v2"),
    ] as [(String, String?, String)])
  func aFilesNameStatesALanguageOfTheSite(_ name: String, _ language: String?, _ key: String) throws {
    let article = try read("", name, languages: ["de", "pt-BR"]).0
    #expect(article?.language == language)
    #expect(article?.translationKey == key)
    // On a site of one language, a name is a name.
    #expect(try read("", name).0?.language == nil)
  }

  @Test func theKeyWinsOverTheName() throws {
    let article = try read("lang: it\ntranslation_key: k\n", "a.de.md", languages: ["de"]).0
    #expect(article?.language == "it")
    #expect(article?.translationKey == "k")
  }
}
