import Model
import SiteFolder
import Testing

@Suite struct GlossaryFileTests {
  private func read(_ glossary: String) throws -> (site: Site?, findings: [String]) {
    try withSite(soundSite.merging(["glossary.toml": glossary]) { $1 }) { folder in
      let (site, findings) = SiteReader(folder: folder).read()
      return (site, findings.map(\.description))
    }
  }

  @Test func wordsAreReadInTheirOrder() throws {
    let (site, findings) = try read(
      """
      relapse = "New symptoms."
      [lesion]
      explanation = "A spot."
      aliases = ["lesions", "spot"]
      ["T cell"]
      explanation = "A cell."
      """)
    #expect(findings == [])
    #expect(
      site?.glossary == [
        GlossaryTerm(name: "relapse", explanation: "New symptoms."),
        GlossaryTerm(name: "lesion", explanation: "A spot.", aliases: ["lesions", "spot"]),
        GlossaryTerm(name: "T cell", explanation: "A cell."),
      ])
  }

  @Test(arguments: [
    ("a = \"\"", "glossary.toml:1:5: `a` must not be empty"),
    ("[a]\nexplanation = \"E\"\nalias = []", "glossary.toml:3:1: unknown key `alias`"),
    (
      "[a]\naliases = [\"b\"]",
      "glossary.toml:1:1: `explanation` is missing; add, for example, explanation = \"What the word means.\""
    ),
    ("a = \"E\"\nA = \"F\"", "glossary.toml:2:1: `A` is already explained under `a`; remove one of them"),
    (
      "a = \"E\"\n[b]\nexplanation = \"F\"\naliases = [\"A\"]",
      "glossary.toml:2:2: `A` is already explained under `a`; remove one of them"
    ),
    ("\"-\" = \"E\"", "glossary.toml:1:1: `-` has no letters; write a word as articles use it"),
  ])
  func aMistakeIsReportedByItsPlace(_ text: String, _ finding: String) throws {
    let (site, findings) = try read(text)
    #expect(site == nil)
    #expect(findings == [finding])
  }
}
